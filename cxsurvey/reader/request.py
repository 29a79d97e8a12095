"""What the reader is asked, as JSON values: nothing that travels between the processes can run code."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from cxsurvey.pillars import Pillar, Pillars, PillarText
from cxsurvey.reading.as_json import mapping_from_json, mapping_to_json
from cxsurvey.reading.values import Mapping
from cxsurvey.survey import Option, Question, QuestionKind, Survey

Task = Literal["inspect", "read", "design"]


@dataclass(frozen=True, slots=True)
class Request:
    """One file to look at or to read, or a MaxDiff design; see ``cxsurvey.reading.importing`` for the options."""

    task: Task
    copy: str  # where the private copy of the file is
    name: str  # what messages call the file
    pillars: Pillars
    survey: Survey | None = None
    sheet: str | None = None
    mapping: Mapping | None = None
    direction: Literal["as_is", "reversed"] | None = None
    keep_personal: bool = False
    keep_columns: tuple[str, ...] = ()
    encoding: str | None = None
    lenient: bool = False
    study: str = ""
    other_study: bool = False
    design: str = ""       # where the private copy of the MaxDiff design is, "" = none
    design_name: str = ""  # what messages call it
    counting: Literal["position", "item"] | None = None


def request_to_json(request: Request) -> dict[str, Any]:
    """The request as JSON values; ``request_from_json`` gives it back."""
    return {
        "task": request.task, "copy": request.copy, "name": request.name,
        "pillars": [asdict(pillar) for pillar in request.pillars],
        "survey": asdict(request.survey) if request.survey else None,
        "sheet": request.sheet,
        "mapping": mapping_to_json(request.mapping) if request.mapping else None,
        "direction": request.direction, "keep_personal": request.keep_personal,
        "keep_columns": request.keep_columns, "encoding": request.encoding,
        "lenient": request.lenient, "study": request.study, "other_study": request.other_study,
        "design": request.design, "design_name": request.design_name, "counting": request.counting,
    }  # fmt: skip


def request_from_json(data: Any) -> Request:
    """The request from JSON values."""
    return Request(
        data["task"], data["copy"], data["name"], tuple(_pillar(entry) for entry in data["pillars"]),
        _survey(data["survey"]) if data["survey"] else None, data["sheet"],
        mapping_from_json(data["mapping"]) if data["mapping"] else None,
        data["direction"], data["keep_personal"], tuple(data["keep_columns"]), data["encoding"], data["lenient"],
        data["study"], data["other_study"], data["design"], data["design_name"], data["counting"],
    )  # fmt: skip


def _pillar(data: Any) -> Pillar:
    return Pillar(data["key"], data["code"], tuple(PillarText(**text) for text in data["texts"]))


def _survey(data: Any) -> Survey:
    questions = tuple(_question(entry) for entry in data["questions"])
    pairs: dict[str, Any] = {name: _pairs(data[name]) for name in ("titles", "introductions")}
    tasks = tuple(tuple(str(key) for key in task) for task in data["tasks"])
    plain = {name: value for name, value in data.items() if name not in ("questions", "languages", "tasks", *pairs)}
    return Survey(languages=tuple(data["languages"]), questions=questions, tasks=tasks, **pairs, **plain)


def _question(data: Any) -> Question:
    options = tuple(Option(option["code"], _pairs(option["labels"])) for option in data["options"])
    return Question(data["code"], QuestionKind(data["kind"]), _pairs(data["texts"]), options, data["required"])


def _pairs(data: Any) -> tuple[tuple[str, str], ...]:
    return tuple((str(first), str(second)) for first, second in data)
