"""Mappings, inspections and reports as plain JSON values: for files, the command line and the reader's process."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from cxsurvey.notices import Notice, Severity, english, error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.places import column_letter
from cxsurvey.reading.values import (
    ColumnRole,
    Design,
    FirstRespondent,
    ImportReport,
    Inspection,
    LeftOut,
    Mapping,
    Role,
    SheetFound,
    ValueLabel,
)
from cxsurvey.responses import OPTION_MARK

# Roles whose columns make one question together -> how the question's answers are encoded.
_TOGETHER = {
    Role.RANK_OF_PILLAR: "rank_per_pillar", Role.PILLAR_AT_PLACE: "pillar_per_place",
    Role.IMPORTANCE: "rating_per_pillar", Role.PERFORMANCE: "rating_per_pillar", Role.POINTS: "points_per_pillar",
    Role.PILLAR_AT_STEP: "pillar_per_step", Role.BEST: "pillar_per_task", Role.WORST: "pillar_per_task",
}  # fmt: skip
_ALONE = {Role.RANKED_LIST: "ranked_list", Role.SEVERAL: "options_in_one_cell"}


@dataclass(frozen=True, slots=True)
class QuestionFound:
    """The columns that one question became."""

    role: Role
    encoding: str  # "rank_per_pillar", "pillar_per_place", "ranked_list", "points_per_pillar" ... or "one_column"
    columns: tuple[ColumnRole, ...]


def questions_of(mapping: Mapping) -> tuple[QuestionFound, ...]:
    """The mapping's columns by question, in the order of the sheet; ignored columns left out."""
    found: list[QuestionFound] = []
    done: set[Role | str] = set()
    for role in mapping.roles:
        question, is_option, _ = role.key.partition(OPTION_MARK)
        if role.role is Role.IGNORED or role.role in done or (role.role is Role.SEVERAL and question in done):
            continue
        if role.role in _TOGETHER:
            done.add(role.role)
            columns = tuple(other for other in mapping.roles if other.role is role.role)
            found.append(QuestionFound(role.role, _TOGETHER[role.role], columns))
        elif role.role is Role.SEVERAL and is_option:
            done.add(question)
            columns = tuple(
                other for other in mapping.roles
                if other.role is Role.SEVERAL and other.key.startswith(question + OPTION_MARK)
            )  # fmt: skip
            found.append(QuestionFound(role.role, "option_per_column", columns))
        else:
            found.append(QuestionFound(role.role, _ALONE.get(role.role, "one_column"), (role,)))
    return tuple(found)


def mapping_to_json(mapping: Mapping) -> dict[str, Any]:
    """The mapping as JSON values; ``mapping_from_json`` gives it back."""
    return {"cxsurvey_mapping": 1, **asdict(mapping)}


def mapping_from_json(data: Any) -> Mapping:
    """The mapping from JSON values; ``SurveyError`` says what is wrong with them."""
    try:
        roles = tuple(_role_from_json(entry) for entry in data["roles"])
        return Mapping(
            str(data["sheet"]), str(data["platform"]), _whole(data["header_rows"]), roles,
            bool(data.get("reversed", False)), str(data.get("delimiter", "")), str(data.get("encoding", "")),
            tuple(
                ValueLabel(_whole(entry["column"]), str(entry["value"]), str(entry["read_as"]))
                for entry in data.get("labels", ())
            ),
            design_from_json(data.get("design", ())),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise error(ReadingNotice.MAPPING_SHAPE, reason=str(fault)[:80]) from fault


def _role_from_json(entry: Any) -> ColumnRole:
    return ColumnRole(
        _whole(entry["column"]), str(entry.get("header", "")), Role(entry["role"]), str(entry.get("pillar", "")),
        _place(entry.get("place", 0)), str(entry.get("key", "")), float(entry.get("score", 100.0)),
    )  # fmt: skip


def _place(value: Any) -> int:
    """A place; steps of a guided sort count back from the last one, too."""
    return -_whole(-int(value)) if int(value) < 0 else _whole(value)


def design_from_json(data: Any) -> Design:
    """A MaxDiff design from JSON values."""
    return tuple(tuple(tuple(str(key) for key in task) for task in version) for version in data)


def _whole(value: Any) -> int:
    number = int(value)
    if not 0 <= number <= 2_000_000:
        raise ValueError(f"{number} is out of range")
    return number


def inspection_to_json(found: Inspection) -> dict[str, Any]:
    """What ``cxsurvey inspect --json`` prints."""
    return {
        "file": found.file,
        "sheets": sheets_to_json(found.sheets),
        "chosen": found.chosen,
        "first_respondent": asdict(found.first_respondent) if found.first_respondent else None,
        "direction_known": found.direction_known,
        "notices": notices_to_json(found.notices),
        "ranked_things": list(found.ranked_things),
    }


def sheets_to_json(sheets: Sequence[SheetFound]) -> list[dict[str, Any]]:
    """The sheets of a file; ``sheet_from_json`` gives each back."""
    return [_sheet_to_json(sheet) for sheet in sheets]


def _sheet_to_json(sheet: SheetFound) -> dict[str, Any]:
    mapping = sheet.mapping
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "rows": sheet.n_rows,
        "platform": sheet.platform,
        "confidence": sheet.confidence,
        "header_rows": mapping.header_rows if mapping else 0,
        "questions": [_question_to_json(question) for question in questions_of(mapping)] if mapping else [],
        "mapping": mapping_to_json(mapping) if mapping else None,
    }


def _question_to_json(question: QuestionFound) -> dict[str, Any]:
    return {
        "role": question.role.value,
        "encoding": question.encoding,
        "columns": [
            {
                "column": column_letter(role.column), "header": role.header, "pillar": role.pillar,
                "place": role.place, "key": role.key, "score": role.score,
            }
            for role in question.columns
        ],
    }  # fmt: skip


def report_to_json(report: ImportReport) -> dict[str, Any]:
    """What ``cxsurvey import --json`` prints of one file."""
    return {
        "platform": report.platform,
        "read": report.read,
        "complete": report.complete,
        "partial": report.partial,
        "empty": report.empty,
        "left_out": [_left_out_to_json(entry) for entry in report.left_out],
        "corrected": [_left_out_to_json(entry) for entry in report.corrected],
        "notices": notices_to_json(report.notices),
    }


def _left_out_to_json(entry: LeftOut) -> dict[str, Any]:
    return {
        "sheet": entry.sheet, "row": entry.row, "column": entry.column, "value": entry.value,
        "code": entry.reason.code, "reason": english(entry.reason),
    }  # fmt: skip


def notices_to_json(notices: Sequence[Notice]) -> list[dict[str, Any]]:
    """Notices with their values and their English sentence."""
    return [{**notice_to_json(told), "text": english(told)} for told in notices]


def notice_to_json(told: Notice) -> dict[str, Any]:
    """A notice without its words; ``notice_from_json`` gives it back."""
    return {"code": told.code, "severity": told.severity.value, "values": [list(pair) for pair in told.values]}


def notice_from_json(data: Any) -> Notice:
    """A notice from JSON values."""
    pairs = [(str(name), value) for name, value in data["values"]]
    values = tuple((name, value if isinstance(value, int | float) else str(value)) for name, value in pairs)
    return Notice(str(data["code"]), values, Severity(data["severity"]))


def sheet_from_json(data: Any) -> SheetFound:
    """A sheet from what ``inspection_to_json`` made of it."""
    mapping = mapping_from_json(data["mapping"]) if data["mapping"] else None
    return SheetFound(
        str(data["name"]), bool(data["hidden"]), int(data["rows"]), str(data["platform"]), str(data["confidence"]),
        mapping,
    )  # fmt: skip


def inspection_from_json(data: Any) -> Inspection:
    """An inspection from what ``inspection_to_json`` made of it."""
    first = data["first_respondent"]
    return Inspection(
        str(data["file"]), tuple(sheet_from_json(sheet) for sheet in data["sheets"]), str(data["chosen"]),
        FirstRespondent(int(first["row"]), tuple(first["first"]), str(first["last"]), str(first["cohort"]),
                        str(first["kind"]))
        if first else None,
        bool(data["direction_known"]), tuple(notice_from_json(told) for told in data["notices"]),
        tuple(data["ranked_things"]),
    )  # fmt: skip


def left_out_to_json(entry: LeftOut) -> dict[str, Any]:
    """A row or cell with its reason; ``left_out_from_json`` gives it back."""
    return {
        "sheet": entry.sheet, "row": entry.row, "column": entry.column, "value": entry.value,
        "reason": notice_to_json(entry.reason),
    }  # fmt: skip


def left_out_from_json(data: Any) -> LeftOut:
    """A row or cell from JSON values."""
    reason = notice_from_json(data["reason"])
    return LeftOut(str(data["sheet"]), int(data["row"]), str(data["column"]), str(data["value"]), reason)
