"""Words of the core's coded notices, in the reader's language; numbers in the reader's locale."""

from collections.abc import Iterable
from string import Formatter
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from cxsurvey.notices import Notice, Severity, english_list, template

MOST_DECIMALS = 2


def notice_text(notice: Notice) -> str:
    """The notice as a sentence in the reader's language, its numbers in the reader's locale."""
    words = QCoreApplication.translate("Notices", template(notice.code))
    return _LocaleFormatter().vformat(words, (), dict(notice.values))


def value_text(value: object) -> str:
    """A value as it is shown: whole numbers grouped, others with at most two decimals, words as they are."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if isinstance(value, int):
        return whole(value)
    decimals = next((places for places in range(MOST_DECIMALS) if round(value, places) == value), MOST_DECIMALS)
    return number(value, decimals)


def listed(names: Iterable[str]) -> str:
    """The names as the reader's language puts them in a sentence: "Service and Reputation"."""
    if QLocale().language() in {QLocale.Language.C, QLocale.Language.English}:
        return english_list(tuple(names))  # as the command line and the exports say it
    return QLocale().createSeparatedList(list(names))


def number(value: float, decimals: int = 1) -> str:
    """A number with that many decimals, in the reader's locale."""
    return QLocale().toString(float(value), "f", decimals)


def signed(value: float) -> str:
    """A number from -1 to 1 with two decimals and a true minus sign."""
    return number(value, 2).replace("-", "\u2212")


def whole(value: int) -> str:
    """A whole number; years and row numbers below ten thousand stay ungrouped."""
    locale = QLocale()
    if abs(value) < 10_000:
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(value)


def amount(value: int) -> str:
    """A count of people, grouped from a thousand on, as the fields show it."""
    return QLocale().toString(value)


def percent(share: float, decimals: int = 0) -> str:
    """A share of 0 to 1 as per cent, with a space that does not break."""
    return f"{number(share * 100, decimals)}\u00a0{QLocale().percent()}"


def language_name(code: str) -> str:
    """A language by its own name, as its speakers look for it."""
    name = QLocale(code).nativeLanguageName() if code != "en" else "English"  # not "American English"
    return name[:1].upper() + name[1:] if name else code


def severity_word(severity: Severity) -> str:
    """The word that goes with the severity's icon and colour."""
    if severity is Severity.ERROR:
        return QCoreApplication.translate("Severity", "Problem")
    if severity is Severity.WARNING:
        return QCoreApplication.translate("Severity", "Look here")
    return QCoreApplication.translate("Severity", "Note")


class _LocaleFormatter(Formatter):
    """``str.format`` with the reader's numbers: ``{margin:.1f}`` keeps its decimals, ``{n}`` is shown as it needs."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, tuple):
            return listed(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return str(value)
        if format_spec == ",":
            return amount(round(value))
        plain = format(value, format_spec)
        if not format_spec or format_spec[-1] not in "f%":
            return value_text(value)
        decimals = len(plain.rstrip("%").partition(".")[2])
        return percent(value, decimals) if format_spec[-1] == "%" else number(value, decimals)
