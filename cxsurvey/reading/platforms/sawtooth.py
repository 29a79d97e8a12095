"""Sawtooth: raw MaxDiff choices with the version of the design each person saw; and finished scores, no answers."""

import re

from cxsurvey.notices import notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.headers import splits
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.places import shown
from cxsurvey.reading.values import Column, ColumnRole, Role

NAME, SCORES = "sawtooth", "sawtooth_scores"
_RESPONDENT = {"resp", "respondent", "respondent id", "respnum", "id", "sys_respnum"}
_CHOICE = re.compile(r"(?P<end>best|worst)[ _]?(?P<task>\d{1,3})\Z")
_ENDS = {"best": Role.BEST, "worst": Role.WORST}
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z")
_ROWS_LOOKED_AT = 200


def recognise(top: Top) -> Layout | None:
    """``Resp, Version, Best1, Worst1, ...``, and scores by ``RLH`` in the second column."""
    names = [cell.casefold() for cell in top.row(1)]
    if len(names) < 4 or names[0] not in _RESPONDENT:
        return None
    choices = {name for name in names if _CHOICE.match(name)}
    if names[1] == "version" and {"best1", "worst1"} <= {name.replace(" ", "").replace("_", "") for name in choices}:
        return Layout(NAME, "certain", top.skip + 1, _heads(top), first_is_best=True)
    if names[1] == "rlh" and all(_are_numbers(column, top.skip + 1) for column in top.columns[1:]):
        told = notice(ReadingNotice.FINISHED_SCORES, sheet=shown(top.table.sheet))
        return Layout(SCORES, "certain", top.skip + 1, _heads(top, Role.IGNORED), unread=told)
    return None


def raw_roles(layout: Layout) -> tuple[ColumnRole, ...]:
    """The version and the choices, by their heads."""
    roles = []
    for head in layout.heads:
        name = head.header.strip().casefold()
        found = _CHOICE.match(name)
        if found:
            roles.append(ColumnRole(head.column, head.header, _ENDS[found["end"]], place=int(found["task"])))
        elif name == "version":
            roles.append(ColumnRole(head.column, head.header, Role.VERSION))
    return tuple(roles)


def _heads(top: Top, others: Role | None = None) -> tuple[ColumnHead, ...]:
    return tuple(
        ColumnHead(
            column.position, text, tuple(Wording(*split) for split in splits(text)),
            Role.RESPONDENT_ID if not place else Role.IGNORED if _is_known(text) else others,
        )
        for place, (column, text) in enumerate(zip(top.columns, top.row(1), strict=True))
    )  # fmt: skip


def _is_known(text: str) -> bool:
    name = text.casefold()
    return name == "version" or bool(_CHOICE.match(name))


def _are_numbers(column: Column, header_rows: int) -> bool:
    cells = [text.strip() for text in column.texts[header_rows : header_rows + _ROWS_LOOKED_AT] if text.strip()]
    return bool(cells) and all(_NUMBER.match(text) for text in cells)
