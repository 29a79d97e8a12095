"""Answers to XLSForms: KoboToolbox, ODK Central, ODK Briefcase and Aggregate. Names of groups stand before names."""

import re
from collections import Counter
from collections.abc import Sequence

from cxsurvey.reading.coded import coded
from cxsurvey.reading.headers import match_key, splits
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.stems import BY_HYPHEN, BY_SLASH, shared_wordings
from cxsurvey.reading.values import Column, Role

KOBO, CENTRAL, BRIEFCASE = "kobotoolbox", "odk_central", "odk_briefcase"
_KOBO = {
    "_id": Role.IGNORED, "_uuid": Role.RESPONDENT_ID, "_submission_time": Role.SUBMITTED,
    "_validation_status": Role.TEST_ROW, "_notes": Role.IGNORED, "_status": Role.IGNORED,
    "_submitted_by": Role.PERSONAL, "__version__": Role.IGNORED, "_tags": Role.IGNORED, "_index": Role.IGNORED,
    "_parent_index": Role.IGNORED, "_parent_table_name": Role.IGNORED, "_xform_id_string": Role.IGNORED,
    "meta/instanceID": Role.IGNORED, "meta/rootUuid": Role.IGNORED, "_attachments": Role.IGNORED,
    "_geolocation": Role.PERSONAL,
}  # fmt: skip
_ODK = {
    "SubmissionDate": Role.SUBMITTED, "meta-instanceID": Role.IGNORED, "instanceID": Role.IGNORED,
    "meta-instanceName": Role.IGNORED, "KEY": Role.RESPONDENT_ID, "SubmitterID": Role.IGNORED,
    "SubmitterName": Role.PERSONAL, "AttachmentsPresent": Role.IGNORED, "AttachmentsExpected": Role.IGNORED,
    "Status": Role.IGNORED, "ReviewState": Role.TEST_ROW, "DeviceID": Role.PERSONAL, "Edits": Role.IGNORED,
    "FormVersion": Role.IGNORED, "PARENT_KEY": Role.IGNORED,
}  # fmt: skip
# What the form itself notes of the device and the moment.
_OF_THE_FORM = {
    "start": Role.STARTED, "end": Role.ENDED, "today": Role.IGNORED, "deviceid": Role.PERSONAL,
    "phonenumber": Role.PERSONAL, "username": Role.PERSONAL, "email": Role.PERSONAL, "simserial": Role.PERSONAL,
    "subscriberid": Role.PERSONAL, "audit": Role.IGNORED,
}  # fmt: skip
_LONGEST_SCALE, _ENOUGH_ROWS, _DEEPEST = 30, 20, 5
# perfP01 and perf_P01 in the group perf: the question's code, then the pillar's.
_CODE_GLUED_ON = re.compile(r"(?P<question>[a-z]{2,}\d{0,2}?)_?(?P<item>[A-Z]{1,3}\d{1,3})\Z")


def recognise(top: Top) -> Layout | None:
    """Rules 4 to 6."""
    names = top.row(1)
    known = set(names)
    if {"_uuid", "_submission_time"} <= known and known & {"_id", "_index"}:
        tags = [cell for cell in top.row(2) if cell]
        header_rows = 2 if tags and all(cell.startswith("#") for cell in tags) else 1
        return _layout(top, KOBO, "/", _KOBO, header_rows)
    if names[:1] == ["SubmissionDate"] and "KEY" in known:
        return _layout(top, CENTRAL if "SubmitterID" in known else BRIEFCASE, "-", _ODK, 1)
    return None


def _layout(top: Top, platform: str, parting: str, meta: dict[str, Role], header_rows: int) -> Layout:
    names = top.row(1)
    known = set(names)
    heads: list[ColumnHead] = []
    inside, groups = _out_of_folders(names, parting, top.columns, top.skip + header_rows)
    for column, name, last, group in zip(top.columns, names, inside, groups, strict=True):
        role = meta.get(name) or _OF_THE_FORM.get(name)
        ticked = _is_option(name, parting, known, column, top.skip + header_rows)
        wordings = _wordings(group, parting, last)
        if ticked:
            role = Role.IGNORED  # unless it is told apart as a question of several answers
            wordings = (_option(name, parting, known), *wordings)
        elif name.endswith("_other") and name.removesuffix("_other") in known:
            role = Role.OTHER_TEXT
        heads.append(ColumnHead(column.position, name, wordings, role, several=ticked))
    return Layout(platform, "certain", top.skip + header_rows, tuple(heads), first_is_best=True)


def _is_option(name: str, parting: str, known: set[str], column: Column, header_rows: int) -> bool:
    """Whether a column says if one option of a question beside it was chosen: ``chan/phone`` after ``chan``."""
    for mark in dict.fromkeys((parting, "/")):
        question, found, _ = name.rpartition(mark)
        if found and question in known:
            return all(text.strip() in ("", "0", "1", "True", "False") for text in column.texts[header_rows:])
    return False


def _option(name: str, parting: str, known: set[str]) -> Wording:
    """Question and option of a column of ticks, without the groups that the question stands in."""
    mark = parting if name.rpartition(parting)[0] in known else "/"
    question, _, option = name.rpartition(mark)
    return Wording(question.rpartition(parting)[2], option)


def _out_of_folders(
    names: list[str], parting: str, columns: Sequence[Column], header_rows: int
) -> tuple[list[str], list[str]]:
    """Each name without its groups, and the group that asks the same of several things, or nothing.

    A label may hold the sign that parts groups, so the group is what several headers begin with.
    """
    rest = names
    for _ in range(_DEEPEST):
        ways = shared_wordings(rest, BY_SLASH if parting == "/" else BY_HYPHEN)
        stems = [way[0].question for way in ways]
        groups = [stem if name.startswith(f"{stem}{parting}") else "" for stem, name in zip(stems, rest, strict=True)]
        folders = _folders(groups, columns, header_rows)
        if not folders:
            break
        rest = [
            name.removeprefix(f"{group}{parting}") if group in folders else name
            for name, group in zip(rest, groups, strict=True)
        ]
        groups = ["" if group in folders else group for group in groups]
    last = [name.removeprefix(f"{group}{parting}") if group else name for name, group in zip(rest, groups, strict=True)]
    return last, groups


def _folders(groups: list[str], columns: Sequence[Column], header_rows: int) -> frozenset[str]:
    """Groups that only hold questions together; one that asks the same of several things has few answers, which all
    its columns share.
    """
    answers: dict[str, list[set[str]]] = {}
    for group, column in zip(groups, columns, strict=True):
        if group:
            texts = coded(column.texts)[header_rows:].distinct
            answers.setdefault(group, []).append({text.strip() for text in texts} - {""})
    many = len(columns[0].texts) - header_rows >= _ENOUGH_ROWS
    return frozenset(
        group for group, members in answers.items()
        if len(set().union(*members)) > _LONGEST_SCALE or (many and not _share_answers(members))
    )  # fmt: skip


def _share_answers(members: list[set[str]]) -> bool:
    """Whether each column has an answer that another one has, too; columns without answers say nothing."""
    filled = [answers for answers in members if answers]
    met = Counter(answer for answers in filled for answer in answers)
    return all(any(met[answer] > 1 for answer in answers) for answers in filled)


def _wordings(group: str, parting: str, last: str) -> tuple[Wording, ...]:
    """The group as the question, then the name by itself; a question's code glued to a pillar's is taken apart."""
    question = group.rpartition(parting)[2]
    found: list[Wording] = []
    glued = _CODE_GLUED_ON.match(last)
    if glued:
        found.append(Wording(glued["question"], glued["item"]))
    if group:
        bare = last
        if match_key(last).startswith(match_key(question)):
            bare = last[len(question) :].lstrip("_ ") or last
        found += [Wording(question, item) for item in dict.fromkeys((bare, last.strip("_")))]
    found += [Wording(*split) for split in splits(last.strip("_"))]
    return tuple(dict.fromkeys(found))
