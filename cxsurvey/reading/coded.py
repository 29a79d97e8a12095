"""A column's texts as distinct texts and codes: answers come again and again, so each is read once, not once a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

_FEW = 4  # a part this many times smaller than its distinct texts is not worth a table of all of them


class CodedTexts(Sequence[str]):
    """Texts top to bottom: ``distinct[codes[i]]``. Made by ``coded`` or by a reader that finds codes on its own.

    distinct : all different, each used at least once; codes : (n,) whole numbers
    """

    __slots__ = ("codes", "distinct")

    def __init__(self, distinct: Sequence[str], codes: NDArray[Any]) -> None:
        self.distinct = distinct
        self.codes = codes

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> CodedTexts: ...
    def __getitem__(self, place: int | slice) -> str | CodedTexts:
        if isinstance(place, slice):
            return self.part(place)
        text: str = self.distinct[self.codes[place]]
        return text

    def __iter__(self) -> Iterator[str]:
        return map(self.distinct.__getitem__, self.codes.tolist())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and not isinstance(other, str) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"CodedTexts({len(self)} texts, {len(self.distinct)} of them distinct)"

    def part(self, rows: slice | NDArray[Any]) -> CodedTexts:
        """The texts of these rows only."""
        codes = self.codes[rows]
        if len(codes) * _FEW < len(self.distinct):
            used, codes = np.unique(codes, return_inverse=True)
        else:
            counts = np.bincount(codes, minlength=len(self.distinct))
            if counts.all():
                return CodedTexts(self.distinct, codes)
            used = np.flatnonzero(counts)
            renumbered = np.zeros(len(counts), np.int32)
            renumbered[used] = np.arange(len(used), dtype=np.int32)
            codes = renumbered[codes]
        return CodedTexts(list(map(self.distinct.__getitem__, used.tolist())), codes)

    def each(self, meaning: Callable[[str], float], kind: type[np.generic]) -> NDArray[Any]:
        """What each text means as a number, (n,); ``meaning`` is asked once for each distinct text."""
        meanings: NDArray[Any] = np.array([meaning(text) for text in self.distinct], kind)
        return meanings[self.codes] if len(meanings) else meanings

    def counts(self) -> dict[str, int]:
        """How often each text comes."""
        return dict(zip(self.distinct, np.bincount(self.codes, minlength=len(self.distinct)).tolist(), strict=True))


def coded(texts: Sequence[str]) -> CodedTexts:
    """The texts as distinct texts and codes."""
    if isinstance(texts, CodedTexts):
        return texts
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    codes = np.fromiter(map(places.__getitem__, texts), np.int32, len(texts))
    return CodedTexts(list(places), smallest(codes, len(places)))


def smallest(codes: NDArray[Any], n_distinct: int) -> NDArray[Any]:
    """The codes in as few bytes as their number needs, not writeable."""
    kind = np.uint8 if n_distinct <= 1 << 8 else np.uint16 if n_distinct <= 1 << 16 else np.int32
    narrow = codes.astype(kind, copy=False)
    narrow.flags.writeable = False
    return narrow
