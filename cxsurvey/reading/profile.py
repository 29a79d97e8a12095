"""What the cells of a column look like, as far as that tells its role."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from cxsurvey.reading.answers import age_years, band_bounds, birth_year, doubled_rank, is_no_answer, is_tick, rating
from cxsurvey.reading.coded import coded
from cxsurvey.reading.money import is_account, is_card
from cxsurvey.reading.values import CellKind, Column

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,255}\.[A-Za-z]{2,24}\Z")
_IP = re.compile(r"(\d{1,3}\.){3}\d{1,3}\Z|[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){4,7}\Z")
_PHONE = re.compile(r"\+?[\d ()./-]{9,20}\Z")
_PHONE_START = re.compile(r"\+|00|0\d|\(")
_MOMENT = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T,].*)?\Z")
# Comments and ids are all different; a share among this many is good to about one percent.
_MOST_LOOKED_AT = 5_000


@dataclass(frozen=True)
class Profile:
    """The distinct answers of a column and how often each came; blanks and "no answer" are not answers.

    Of very many different ones it has some from all over the column.
    """

    counts: Counter[str]
    n_rows: int
    no_answers: Counter[str] = field(default_factory=Counter)  # such as "n/a", not blanks

    @cached_property
    def n(self) -> int:
        """Cells with an answer."""
        return sum(self.counts.values())

    @property
    def n_distinct(self) -> int:
        """Different answers."""
        return len(self.counts)

    def share(self, test: Callable[[str], bool]) -> float:
        """Share of the answers that pass; 0 if there are none."""
        return sum(n for text, n in self.counts.items() if test(text)) / self.n if self.n else 0.0

    @cached_property
    def ranks(self) -> float:
        return self.share(lambda text: doubled_rank(text) is not None)

    @cached_property
    def ratings(self) -> float:
        return self.share(lambda text: (value := rating(text)) is not None and 0 <= value <= 10)

    def years(self, this_year: int) -> float:
        """Share that are birth years."""
        return self.share(lambda text: birth_year(text, this_year) is not None and not _MOMENT.match(text))

    @cached_property
    def ages(self) -> float:
        return self.share(lambda text: age_years(text) is not None)

    @cached_property
    def age_bands(self) -> float:
        return self.share(lambda text: (ends := band_bounds(text)) is not None and ends[0] < 130)

    @cached_property
    def year_bands(self) -> float:
        return self.share(lambda text: (ends := band_bounds(text)) is not None and 1900 <= ends[0] < 2100)

    @cached_property
    def moments(self) -> float:
        return self.share(lambda text: bool(_MOMENT.match(text)))

    @cached_property
    def personal(self) -> float:
        """Share of e-mail and network addresses, of telephones and bank accounts."""
        return self.share(
            lambda text: bool(_EMAIL.match(text) or _IP.match(text))
            or bool(_PHONE.match(text) and _PHONE_START.match(text) and sum(map(str.isdigit, text)) >= 9)
            or is_account(text)
        )

    @cached_property
    def cards(self) -> float:
        """Share of numbers of payment cards; one in ten of any long numbers looks like one."""
        return self.share(is_card)

    @cached_property
    def highest_band(self) -> int:
        """The highest age that a band label names."""
        ends = [found for text in self.counts if (found := band_bounds(text)) is not None]
        return max((high if high < 130 else low for low, high in ends), default=0)

    def are_ticks(self, header: str) -> bool:
        """Whether the cells only say that a choice was ticked: yes, 1, or the choice's own label."""
        return self.n > 0 and all(is_tick(text) or text in header for text in self.counts)

    @cached_property
    def mean_length(self) -> float:
        return sum(len(text) * n for text, n in self.counts.items()) / self.n if self.n else 0.0


def profile(column: Column, header_rows: int) -> Profile:
    """The column's answers below its header; error cells are not answers."""
    kinds = np.asarray(column.kinds)[header_rows:]
    texts = coded(column.texts)
    codes = texts.codes[header_rows:][kinds != CellKind.ERROR]
    counts = np.bincount(codes, minlength=len(texts.distinct))
    used = np.flatnonzero(counts)
    some = used[:: 1 + len(used) // _MOST_LOOKED_AT]
    answers: dict[str, int] = {}
    no_answers: dict[str, int] = {}
    for code, n in zip(some.tolist(), counts[some].tolist(), strict=True):
        answer = texts.distinct[code].strip()
        if not is_no_answer(answer):
            answers[answer] = answers.get(answer, 0) + n
        elif answer:
            no_answers[answer] = no_answers.get(answer, 0) + n
    return Profile(Counter(answers), len(codes), Counter(no_answers))
