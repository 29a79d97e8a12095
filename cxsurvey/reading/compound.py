"""Compound files (OLE2), the container of old Office documents: the streams at their top.

Source: Microsoft, [MS-CFB] Compound File Binary File Format. Every chain is followed for no more steps than the file
has sectors, so a loop ends in a refusal.
"""

import mmap
import sys
from array import array
from pathlib import Path

from cxsurvey.notices import SurveyError, error
from cxsurvey.notices.reading import ReadingNotice

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER, _ENTRY = 512, 128
_FREE_FROM = 0xFFFFFFFA  # sector numbers from here on are marks: the end of a chain, a free sector
_NO_ENTRY = 0xFFFFFFFF
_SMALL_SECTOR = 64
_STREAM, _ROOT = 2, 5
_MOST_ENTRIES = 10_000


class CompoundFile:
    """The streams of an OLE2 file by name, those inside other documents left alone; ``SurveyError`` if damaged."""

    def __init__(self, source: Path | bytes, name: str) -> None:
        self.name = name
        self._data = source if isinstance(source, bytes) else _mapped(source, name)
        try:
            self._read_header()
            self._streams = self._read_directory()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Lets the file go."""
        if isinstance(self._data, mmap.mmap):
            self._data.close()

    @property
    def names(self) -> frozenset[str]:
        """The names of the streams and folders at the top, in small letters."""
        return frozenset(self._streams)

    def read(self, name: str) -> bytes:
        """A whole stream, by its name in small letters."""
        start, size = self._streams[name]
        data = self._chain(start) if size >= self._smallest_of_its_own else self._small_chain(start)
        if len(data) < size:
            raise self._damaged()
        return data[:size]

    def _read_header(self) -> None:
        head = self._data[:_HEADER]
        if len(head) < _HEADER:
            raise self._damaged()
        self._sector = 1 << _u16(head, 30)
        if self._sector not in (512, 4096) or _u16(head, 32) != 6:
            raise self._damaged()
        self._n_sectors = -(-max(0, len(self._data) - self._sector) // self._sector)
        self._smallest_of_its_own = _u32(head, 56)
        tables = _numbers(head[76:_HEADER])
        more, steps = _u32(head, 68), 0
        while more < _FREE_FROM:
            numbers = _numbers(self._at(more))
            tables.extend(numbers[:-1])
            more, steps = numbers[-1], steps + 1
            if steps > self._n_sectors:
                raise self._damaged()
        used = [place for place in tables if place < _FREE_FROM]
        if len(used) > self._n_sectors:
            raise self._damaged()
        self._next = _numbers(b"".join(self._at(place) for place in used))
        self._next_small = _numbers(self._chain(_u32(head, 60)))
        self._directory = self._chain(_u32(head, 48))

    def _read_directory(self) -> dict[str, tuple[int, int]]:
        """Name -> first sector and size, for the entries directly below the root."""
        entries = self._directory
        if len(entries) < _ENTRY or entries[66] != _ROOT:
            raise self._damaged()
        self._small = self._chain(_u32(entries, 116))
        found: dict[str, tuple[int, int]] = {}
        waiting = [_u32(entries, 76)]
        seen: set[int] = set()
        while waiting:
            number = waiting.pop()
            start = number * _ENTRY
            if number == _NO_ENTRY or number in seen:
                continue
            if start + _ENTRY > len(entries) or len(seen) > _MOST_ENTRIES:
                raise self._damaged()
            seen.add(number)
            entry = entries[start : start + _ENTRY]
            name = entry[: max(0, min(_u16(entry, 64), 64) - 2)].decode("utf-16-le", "replace").lower()
            found[name] = (_u32(entry, 116), _u32(entry, 120)) if entry[66] == _STREAM else (_NO_ENTRY, 0)
            waiting += [_u32(entry, 68), _u32(entry, 72)]
        return found

    def _chain(self, first: int) -> bytes:
        """The sectors from the first to the end of their chain, joined."""
        places = self._places(first, self._next, self._n_sectors)
        return b"".join(map(self._at, places))

    def _small_chain(self, first: int) -> bytes:
        """The same of a short stream, which lies in sectors of 64 bytes within a stream of the root's."""
        places = self._places(first, self._next_small, len(self._small) // _SMALL_SECTOR)
        return b"".join(self._small[place * _SMALL_SECTOR : (place + 1) * _SMALL_SECTOR] for place in places)

    def _places(self, first: int, following: "array[int]", most: int) -> list[int]:
        places: list[int] = []
        number = first
        while number < _FREE_FROM:
            if number >= len(following) or len(places) >= most:
                raise self._damaged()
            places.append(number)
            number = following[number]
        return places

    def _at(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        if start >= len(self._data):
            raise self._damaged()
        return self._data[start : start + self._sector]

    def _damaged(self) -> SurveyError:
        return error(ReadingNotice.FILE_INCOMPLETE, file=self.name)


def _mapped(path: Path, name: str) -> mmap.mmap:
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as fault:
        raise error(ReadingNotice.FILE_UNREADABLE, file=name) from fault


def _u16(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 2], "little")


def _u32(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 4], "little")


def _numbers(data: bytes) -> "array[int]":
    """Little-endian sector numbers; a short rest is left off."""
    numbers = array("I", data[: len(data) // 4 * 4])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
