"""What the program says: coded messages with values, and their English words.

The core hands out ``Notice`` values. The window translates the template of the code (``template``) and fills the
values in the reader's locale; the command line prints ``english(notice)``. A code stands once, beside its words,
in the module of its area.
"""

from dataclasses import dataclass
from enum import StrEnum

from cxsurvey.notices import (
    adequacy,
    arrival,
    command,
    comparison,
    drivers,
    export,
    figures,
    formats,
    internal,
    kinds,
    performance,
    plan,
    reading,
    report,
    storage,
    survey,
    weighting,
    workbook,
)

Value = str | int | float | tuple[str, ...]  # a tuple: names, listed as the reader's language does


class Severity(StrEnum):
    """How much a notice asks of the reader."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell: what happened, where, and what to do now.

    ``values`` fill the braces of the template; they are plain text or numbers, never markup.
    """

    code: str
    values: tuple[tuple[str, Value], ...] = ()
    severity: Severity = Severity.WARNING

    def value(self, name: str, default: Value = "") -> Value:
        """The value of that name, or ``default``."""
        return dict(self.values).get(name, default)


class SurveyError(Exception):
    """The world or the data has a fault that ends what was asked; carries the notice to show."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(english(notice))
        self.notice = notice


def notice(code: str, severity: Severity = Severity.WARNING, **values: Value) -> Notice:
    """A notice with its values in the order given."""
    return Notice(str(code), tuple(values.items()), severity)


def error(code: str, **values: Value) -> SurveyError:
    """The exception that carries a notice of severity error: ``raise error(ReadingNotice.FILE_EMPTY, file=name)``."""
    return SurveyError(notice(code, Severity.ERROR, **values))


_AREAS = (
    survey, reading, arrival, formats, adequacy, comparison, kinds, figures, internal, performance, drivers, plan,
    storage, export, report, workbook, command, weighting,
)  # fmt: skip
TEMPLATES: dict[str, str] = {
    str(code): text
    for area in _AREAS
    for code, text in area.WORDS.items()
}


def template(code: str) -> str:
    """The English sentence of a code, with braces for the values; ``KeyError`` if the code has no words."""
    return TEMPLATES[code]


def english(told: Notice) -> str:
    """The notice as an English sentence."""
    words = {name: english_list(value) if isinstance(value, tuple) else value for name, value in told.values}
    return template(told.code).format(**words)


def english_list(names: tuple[str, ...]) -> str:
    """The names as English lists them: "A", "A and B", "A, B and C"."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
