"""Helps to declare verbs: their common options and the kinds of values that options take."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxsurvey.quality import MODES

OFF, MEAN = "off", "mean"  # words that take a setting back

if TYPE_CHECKING:
    from cxsurvey.cli.desk import Desk


@dataclass(frozen=True, slots=True)
class Verbs:
    """Where verbs are added; all take the common options."""

    parsers: Any  # argparse's sub-parsers, whose class is private
    common: ArgumentParser

    def add(self, name: str, run: "Callable[[Desk], int | None]", told: str) -> ArgumentParser:
        """A new verb, said in one sentence, run by that function."""
        parser: ArgumentParser = self.parsers.add_parser(
            name, parents=[self.common], help=told, description=told, allow_abbrev=False
        )
        parser.set_defaults(run=run)
        return parser


def add_study(parser: ArgumentParser) -> None:
    """The study file, which most verbs begin with."""
    parser.add_argument("study", type=Path, metavar="STUDY.cxs", help="the study file")


def add_by(parser: ArgumentParser) -> None:
    """How respondents are grouped."""
    parser.add_argument(
        "--by", metavar="GROUPING", help="generation, age, or the key of a question of your own (default: the study's)"
    )


def add_counting(parser: ArgumentParser) -> None:
    """Who counts and how much; for this run only, the study keeps its own settings."""
    parser.add_argument(
        "--quality", choices=MODES,
        help="who counts: everyone, default (not with two or more signs of carelessness), strict (with none)",
    )
    add_weights(parser)


def add_weights(parser: ArgumentParser) -> None:
    """``--weights``: make-ups of all customers, one or several at once."""
    parser.add_argument(
        "--weights", action="append", metavar="FILE.json|off",
        help="shares of all customers to weigh by, several at once where given again; or off",
    )


def share(text: str) -> float:
    """A share above 0 and below 1, as 0.05 or 5%."""
    number = _number(text.rstrip("% ")) / (100 if text.rstrip().endswith("%") else 1)
    if not 0 < number < 1:
        raise ArgumentTypeError(f"“{text}” is no share between 0 and 1, such as 0.05 or 5%")
    return number


def rate(text: str) -> float:
    """A share above 0, up to 1."""
    return 1.0 if text.strip() in ("1", "1.0", "100%") else share(text)


def add_target(parser: ArgumentParser) -> None:
    """``--target``: the performance aimed at."""
    parser.add_argument(
        "--target", type=target, metavar="RATING|mean",
        help="where the quadrants meet: a performance aimed at, above 1 and below 5, or the mean of the pillars",
    )


def target(text: str) -> float | str:
    """A rating between 1 and 5, such as 4 or 4.2, or ``mean``."""
    if text == MEAN:
        return MEAN
    number = _number(text)
    if not 1 < number < 5:
        raise ArgumentTypeError(f"“{text}” is no rating between 1 and 5, such as 4.0, and not “{MEAN}”")
    return number


def count(text: str) -> int:
    """A whole number from 1."""
    if not re.fullmatch(r"\d{1,12}", text) or int(text) < 1:
        raise ArgumentTypeError(f"“{text}” is no whole number from 1")
    return int(text)


def positive(text: str) -> float:
    """A number above 0."""
    number = _number(text)
    if not 0 < number < float("inf"):
        raise ArgumentTypeError(f"“{text}” is no number above 0")
    return number


def taken_back(word: str, kind: Callable[[str], Any]) -> Callable[[str], Any]:
    """A value of that kind, or the word that takes it back."""
    return lambda text: word if text == word else kind(text)


def day(text: str) -> str:
    """A date as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no date such as 2026-03-31") from None


def names(text: str) -> tuple[str, ...]:
    """Names with commas between them."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no number") from None
