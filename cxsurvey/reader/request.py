"""What the reader is asked, as JSON values: nothing that travels between the processes can run code."""

from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal

from cxsurvey.pillars import Pillar, Pillars, PillarText
from cxsurvey.reading.as_json import mapping_from_json, mapping_to_json
from cxsurvey.reading.wishes import NOTHING_SAID, Wishes
from cxsurvey.survey import Option, Question, QuestionKind, Survey

Task = Literal["inspect", "read", "design"]


@dataclass(frozen=True, slots=True)
class Request:
    """One file to look at or to read, or a MaxDiff design; see ``cxsurvey.reading.importing``."""

    task: Task
    copy: str  # where the private copy of the file is
    pillars: Pillars
    survey: Survey | None = None
    wishes: Wishes = NOTHING_SAID


def request_to_json(request: Request) -> dict[str, Any]:
    """The request as JSON values; ``request_from_json`` gives it back."""
    return {
        "task": request.task, "copy": request.copy,
        "pillars": [asdict(pillar) for pillar in request.pillars],
        "survey": asdict(request.survey) if request.survey else None,
        "wishes": _wishes_to_json(request.wishes),
    }  # fmt: skip


def request_from_json(data: Any) -> Request:
    """The request from JSON values."""
    return Request(
        data["task"], data["copy"], tuple(_pillar(entry) for entry in data["pillars"]),
        _survey(data["survey"]) if data["survey"] else None, _wishes(data["wishes"]),
    )  # fmt: skip


def _wishes_to_json(wishes: Wishes) -> dict[str, Any]:
    plain = {field.name: getattr(wishes, field.name) for field in fields(wishes)}
    mapping = mapping_to_json(wishes.mapping) if wishes.mapping else None
    return plain | {"mapping": mapping, "design": str(wishes.design) if wishes.design else None}


def _wishes(data: Any) -> Wishes:
    mapping = mapping_from_json(data["mapping"]) if data["mapping"] else None
    design = Path(data["design"]) if data["design"] else None
    return Wishes(**{**data, "keep_columns": tuple(data["keep_columns"]), "mapping": mapping, "design": design})


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
