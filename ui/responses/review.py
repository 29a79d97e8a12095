"""A file that was read and is looked at before it is taken in, and the work that brings one about. No Qt."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cxsurvey.notices import Notice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.project import Project
from cxsurvey.reading.details import PER_PILLAR, PER_PLACE
from cxsurvey.reading.values import ColumnRole, FirstRespondent, ImportedFile, Mapping, Role, SheetFound, ValueLabel
from cxsurvey.responses import OPTION_MARK

if TYPE_CHECKING:
    from cxsurvey.reader import WarmReader

Counting = Literal["position", "item"]

_RANKS = (Role.RANK_OF_PILLAR,)
_ASKS_FOR_DIRECTION = (ReadingNotice.DIRECTION_UNKNOWN, ReadingNotice.DIRECTION_UNKNOWN_SHORT)
# What another design, or the first one, may put right.
_ASKS_FOR_DESIGN = frozenset(
    {
        FormatNotice.CHOICES_UNCLEAR, FormatNotice.DESIGN_MISSING, FormatNotice.ITEM_NOT_SHOWN,
        FormatNotice.TASK_NOT_IN_DESIGN, FormatNotice.VERSION_NOT_IN_DESIGN, FormatNotice.VERSIONS_NOT_TOLD,
        FormatNotice.TASKS_LEFT_OUT,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Review:
    """``path`` is None for an import that is already in the study: its cells are kept, its file is not needed.

    ``found``: the columns as the program found them, or as they were when an import is opened again.
    ``checks``: what was found of careless answers, and what could not be checked.
    ``direction_known``: the file says, or the person has said, which way its ranks run.
    """

    imported: ImportedFile
    found: Mapping
    checks: tuple[Notice, ...]
    first: FirstRespondent | None
    sheets: tuple[SheetFound, ...]
    path: Path | None
    direction_known: bool
    by_person: bool = False  # the direction is the person's word, not the file's
    knew_direction: bool = True  # the file's own words say it
    read_as: str = ""        # the file of the same headers whose columns were taken over
    design: Path | None = None  # the file that says what MaxDiff tasks showed

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is to be told of the file; direction and values are asked and shown by the page itself."""
        by_page = (*_ASKS_FOR_DIRECTION, ReadingNotice.VALUES_READ_AS_SAID, ReadingNotice.PERSONAL_KEPT)
        if self.path is not None:
            by_page = (*by_page, *_ASKS_FOR_DESIGN)
        return tuple(told for told in self.imported.report.notices if told.code not in by_page)

    @property
    def asks_for_design(self) -> Notice | None:
        """What is wrong with the design of MaxDiff answers; of an import in the study, whose file is gone, nothing."""
        told = (each for each in self.imported.report.notices if each.code in _ASKS_FOR_DESIGN)
        return None if self.path is None else next(told, None)

    @property
    def asks_for_counting(self) -> bool:
        """Whether it is only asked what the numbers in MaxDiff answers count."""
        asked = self.asks_for_design
        return asked is not None and asked.code == FormatNotice.CHOICES_UNCLEAR

    @property
    def is_corrected(self) -> bool:
        """Whether somebody chose columns, said what values mean, or said which way the ranks run."""
        return self.by_person or _chosen_in(self.imported.mapping) != _chosen_in(self.found)

    @property
    def is_ready(self) -> bool:
        """Whether it can be taken in."""
        return self.imported.responses.n > 0 and not self.asks_for_direction

    @property
    def asks_for_direction(self) -> bool:
        """Whether somebody has to say which way the ranks run."""
        return not self.direction_known and (self.first is not None or has_ranks(self.imported.mapping))


def read_file(
    path: Path, project: Project, sheet: str, encoding: str, design: Path | None, counting: Counting | None,
    warm: "WarmReader | None", progress: Progress,
) -> Review:
    """Reads a file in a process of its own: none can freeze or end the window. ``SurveyError`` if it is no table."""
    from cxsurvey.reader import read_whole_in_child  # numpy's readers: not before they are needed

    whole = read_whole_in_child(
        path, project.pillars, project.survey, sheet=sheet or None, encoding=encoding or None, lenient=True,
        study=project.key, design=design, counting=counting, progress=progress, warm=warm,
    )
    imported = whole.imported
    sheets = () if imported.mapping.encoding else whole.sheets  # of a text file there is but one
    codes = {told.code for told in imported.report.notices}
    known = codes.isdisjoint(_ASKS_FOR_DIRECTION)
    review = Review(
        imported, imported.mapping, _checks(imported), _first(imported), sheets, path, known, knew_direction=known,
        design=design,
    )
    return _as_before(review, project)


def _as_before(review: Review, project: Project) -> Review:
    """A file with the headers of one that was read before is read by that one's columns, corrected as they were."""
    from cxsurvey.reading.importing import decode_again, header_fingerprint
    from cxsurvey.storage.remembered import Remembered, recall

    new = review.imported
    fingerprint = header_fingerprint(new.table, new.mapping)
    known = next(
        (
            Remembered(one.name, one.mapping)
            for one in reversed(project.imports)
            if header_fingerprint(one.table, one.mapping) == fingerprint
        ),
        None,
    ) or recall(fingerprint)
    if known is None or not _fits(known.mapping, project):
        return review
    design = new.mapping.design or known.mapping.design
    if _chosen_in(known.mapping) == _chosen_in(new.mapping) and design == new.mapping.design:
        return replace(review, direction_known=True)
    roles, is_reversed, labels = _chosen_in(known.mapping)
    mapping = replace(new.mapping, roles=roles, reversed=is_reversed, labels=labels, design=design)
    again = decode_again(new, mapping, project.pillars, project.survey)
    return _seen(
        review, again, direction_known=True, by_person=True, read_as=known.name
    )


def _chosen_in(mapping: Mapping) -> tuple[tuple[ColumnRole, ...], bool, tuple[ValueLabel, ...]]:
    """What a person may choose in a mapping."""
    return mapping.roles, mapping.reversed, mapping.labels


def _fits(mapping: Mapping, project: Project) -> bool:
    """Whether the columns speak of pillars of this study."""
    return {role.pillar for role in mapping.roles if role.pillar} <= set(project.pillar_keys)


def review_again(imported: ImportedFile) -> Review:
    """An import of the study, to be looked at once more."""
    return Review(imported, imported.mapping, _checks(imported), _first(imported), (), None, True)


def decode_review(review: Review, mapping: Mapping, project: Project, by_person: bool, _progress: Progress) -> Review:
    """The same cells read by another mapping; ``by_person``: the direction is settled by it."""
    from cxsurvey.reading.direction import direction_of
    from cxsurvey.reading.importing import decode_again

    known = review.direction_known or by_person
    if not (by_person or review.by_person) and has_ranks(mapping) and not has_ranks(review.found):
        # Ranks that the program had not seen: what their headers say of the direction holds, else it is asked.
        headers = [role.header for role in mapping.roles if role.role in _RANKS]
        said = direction_of(headers, len(project.pillars))
        known, mapping = said.known, replace(mapping, reversed=said.reversed)
    imported = decode_again(review.imported, mapping, project.pillars, project.survey)
    return _seen(
        review, imported, by_person=review.by_person or by_person,
        direction_known=known,
    )


def has_ranks(mapping: Mapping) -> bool:
    """Whether columns hold numbers that may count from the most or from the least important."""
    return any(role.role in _RANKS for role in mapping.roles)


def found_again(review: Review, project: Project, _progress: Progress) -> Review:
    """The file read by the columns that the program found."""
    from cxsurvey.reading.importing import decode_again

    imported = decode_again(review.imported, review.found, project.pillars, project.survey)
    return _seen(
        review, imported, direction_known=review.knew_direction, by_person=False,
        read_as="",
    )  # fmt: skip


def remember_columns(imported: ImportedFile) -> None:
    """Keeps the columns for the next file with these headers, in this study or another."""
    from cxsurvey.reading.importing import header_fingerprint
    from cxsurvey.storage.remembered import remember

    remember(header_fingerprint(imported.table, imported.mapping), imported.name, imported.mapping)


def forget_columns(imported: ImportedFile) -> None:
    """The next file with these headers is read as the program finds it."""
    from cxsurvey.reading.importing import header_fingerprint
    from cxsurvey.storage.remembered import forget

    forget(header_fingerprint(imported.table, imported.mapping))


def with_role(
    mapping: Mapping, column: int, role: Role, pillar: str = "", place: int = 0, answer: str = ""
) -> Mapping:
    """The mapping with one column read as something else; who held that pillar or place before is not used.

    ``answer``: of an attention check, the one that passes.
    """
    from cxsurvey.reading.several import key_by_hand

    wanted_pillar = pillar if role in PER_PILLAR else ""
    wanted_place = place if role in PER_PLACE else 0
    roles = []
    for known in mapping.roles:
        if known.column == column:
            key = "" if known.role is Role.ATTENTION else known.key
            key = answer if role is Role.ATTENTION else key or f"column{column}"
            if role in (Role.SEVERAL, Role.SEGMENT) and known.role is not role:
                key = key_by_hand(known.header) if role is Role.SEVERAL else key.replace(OPTION_MARK, "_")
                key = key or f"column{column}"
            known = replace(known, role=role, pillar=wanted_pillar, place=wanted_place, key=key, score=100.0)
        elif _is_taken(known, role, wanted_pillar, wanted_place):
            known = replace(known, role=Role.IGNORED, pillar="", place=0)
        roles.append(known)
    return replace(mapping, roles=tuple(roles))


def _is_taken(known: ColumnRole, role: Role, pillar: str, place: int) -> bool:
    same = known.role is role and (known.pillar, known.place) == (pillar, place)
    return same and bool(pillar or place)


def _first(imported: ImportedFile) -> FirstRespondent | None:
    from cxsurvey.reading.first_respondent import first_respondent

    return first_respondent(imported.responses)


def _seen(review: Review, imported: ImportedFile, **changes: bool | str) -> Review:
    """The review of the file as it was read again."""
    return replace(review, imported=imported, checks=_checks(imported), first=_first(imported), **changes)


def _checks(imported: ImportedFile) -> tuple[Notice, ...]:
    from cxsurvey.arrival import checks_of

    return checks_of(imported.responses) if imported.responses.n else ()
