"""Long columns as pieces of about 1 MiB: numbers plain, text deflated. Small pieces allow reading text late."""

import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

PIECE = 1 << 20            # bytes of numbers, or characters of text, in one piece
MOST_IN_PIECE = 256 << 20  # bytes that a piece may unpack to; a hostile one could claim any size
DTYPES = {"i1": "<i1", "i2": "<i2", "i4": "<i4", "u1": "<u1"}


def number_pieces(values: NDArray[Any], kind: str) -> Iterator[bytes]:
    """A one-dimensional array in pieces, little-endian; ``ValueError`` if a value does not fit the kind."""
    raw = np.ascontiguousarray(values).astype(DTYPES[kind], copy=False)
    if raw.dtype != values.dtype and not np.array_equal(raw, values):
        raise ValueError(f"values: do not fit {kind}")
    step = PIECE // raw.dtype.itemsize
    for start in range(0, len(raw), step):
        yield raw[start : start + step].tobytes()


def numbers_from(pieces: Sequence[bytes], kind: str, n: int) -> NDArray[Any]:
    """The array of ``n`` values, not writeable; ``ValueError`` if the pieces hold another number of them."""
    dtype = np.dtype(DTYPES[kind])
    values = np.frombuffer(b"".join(pieces), dtype).astype(dtype.newbyteorder("="), copy=False)
    if len(values) != n:
        raise ValueError(f"{n} values expected, got {len(values)}")
    values.flags.writeable = False
    return values


def text_pieces(texts: Sequence[str]) -> Iterator[bytes]:
    """Texts in pieces: deflated, each a count, the length of every text in characters, and their UTF-8."""
    if isinstance(texts, StoredTexts):
        yield from texts.pieces  # as they are: neither read nor packed again
        return
    n = len(texts)
    ends = np.cumsum(np.fromiter(map(len, texts), np.int64, n) + 4)  # 4: what a length takes
    cuts = (np.flatnonzero(np.diff(ends // PIECE)) + 1).tolist() if n else []
    for start, end in pairwise(dict.fromkeys((0, *cuts, n))):
        yield _packed(list(texts[start:end]))


def texts_from(pieces: Sequence[bytes], n: int) -> tuple[str, ...]:
    """The ``n`` texts; ``ValueError`` if the pieces are not whole."""
    texts: list[str] = []
    for text, ends in map(_unpacked, pieces):
        bounds = ends.tolist()
        texts += [text[start:end] for start, end in zip([0, *bounds], bounds, strict=False)]
    if len(texts) != n:
        raise ValueError(f"{n} texts expected, got {len(texts)}")
    return tuple(texts)


class StoredTexts(Sequence[str]):
    """A column of text as it was stored, unpacked when first looked at: most are never looked at.

    ``ValueError`` if the pieces do not say that they hold ``n`` texts; and when looked at, if they are not whole, which
    no damage can bring about that the digests let pass.
    """

    __slots__ = ("_n", "_texts", "pieces")

    def __init__(self, pieces: tuple[bytes, ...], n: int) -> None:
        if (found := sum(map(_count, pieces))) != n:
            raise ValueError(f"{n} texts expected, got {found}")
        self.pieces = pieces
        self._n = n
        self._texts: tuple[str, ...] | None = None

    def _all(self) -> tuple[str, ...]:
        if self._texts is None:
            self._texts = texts_from(self.pieces, self._n)
        return self._texts

    def __len__(self) -> int:
        return self._n

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...
    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        return self._all()[at]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and not isinstance(other, str) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())


def clean(text: str) -> str:
    """The text with halves of surrogate pairs replaced: they are no characters, and no file can hold them."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _packed(texts: list[str]) -> bytes:
    try:
        raw = "".join(texts).encode("utf-8")
    except UnicodeEncodeError:
        texts = [clean(text) for text in texts]
        raw = "".join(texts).encode("utf-8")
    return zlib.compress(np.array([len(texts), *map(len, texts)], "<u4").tobytes() + raw, 1)


def _count(piece: bytes) -> int:
    """How many texts a piece says that it holds: its first four bytes."""
    return int.from_bytes(zlib.decompressobj().decompress(piece, 4), "little")


def _unpacked(piece: bytes) -> tuple[str, NDArray[np.int64]]:
    """All texts of a piece as one, and where each ends."""
    stream = zlib.decompressobj()
    raw = stream.decompress(piece, MOST_IN_PIECE)
    head = 4 * (int.from_bytes(raw[:4], "little") + 1)
    if not stream.eof or len(raw) < head:
        raise ValueError("a piece of text is not whole")
    text = raw[head:].decode("utf-8")
    ends = np.cumsum(np.frombuffer(raw[4:head], "<u4"), dtype=np.int64)
    if (int(ends[-1]) if len(ends) else 0) != len(text):
        raise ValueError("a piece of text is not whole")
    return text, ends
