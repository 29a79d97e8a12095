"""Texts of old Excel workbooks (BIFF5 to BIFF8), also those that run on from one record into the next."""

from collections.abc import Sequence

_WIDE, _SPOKEN, _RICH = 0x01, 0x04, 0x08
_CODE_PAGES = {1200: "utf-16-le", 10000: "mac_roman", 10007: "mac_cyrillic", 10029: "mac_latin2", 0x8000: "mac_roman"}


class Cut(Exception):
    """The record ends within a text."""


class Texts:
    """The texts of a record and of the records that continue it, one after another.

    encoding : of one-byte texts in workbooks older than Excel 97; empty for the newer ones
    """

    def __init__(self, parts: Sequence[bytes], encoding: str = "") -> None:
        self._parts, self._encoding = parts, encoding
        self._part = self._place = 0

    def skip(self, n_bytes: int) -> None:
        """Passes over bytes."""
        self._bytes(n_bytes)

    def number(self) -> int:
        """The next four bytes as a number."""
        return int.from_bytes(self._bytes(4), "little")

    def text(self, length_bytes: int) -> str:
        """The next text, whose length stands before it in one or two bytes; ``Cut`` if it is not whole."""
        n_letters = int.from_bytes(self._bytes(length_bytes), "little")
        if self._encoding:
            return clean(self._bytes(n_letters).decode(self._encoding, "replace"))
        flags = self._bytes(1)[0]
        n_runs = int.from_bytes(self._bytes(2), "little") if flags & _RICH else 0
        n_spoken = self.number() if flags & _SPOKEN else 0
        text = self._letters(n_letters, flags)
        if n_runs or n_spoken:
            self._bytes(4 * n_runs + n_spoken)
        return clean(text)

    def _letters(self, wanted: int, flags: int) -> str:
        """Letters of one or two bytes; each continuing record says anew which."""
        pieces: list[str] = []
        while wanted:
            if self._place >= len(self._parts[self._part]):
                flags = self._next_part()[0]
                self._place = 1
            wide = 2 if flags & _WIDE else 1
            part = self._parts[self._part]
            here = min(wanted, (len(part) - self._place) // wide)
            end = self._place + here * wide
            letters = part[self._place : end]
            pieces.append(letters.decode("utf-16-le", "replace") if wide == 2 else letters.decode("latin-1"))
            wanted -= here
            self._place = end
            if wanted and end < len(part):  # half a letter at the end of a record
                self._place = len(part)
        return "".join(pieces)

    def _bytes(self, wanted: int) -> bytes:
        part, start = self._parts[self._part], self._place
        if start + wanted <= len(part):
            self._place = start + wanted
            return part[start : start + wanted]
        pieces = [part[start:]]
        missing = wanted - len(pieces[0])
        while missing:
            part = self._next_part()
            pieces.append(part[:missing])
            self._place = len(pieces[-1])
            missing -= self._place
        return b"".join(pieces)

    def _next_part(self) -> bytes:
        self._part += 1
        self._place = 0
        if self._part >= len(self._parts) or not self._parts[self._part]:
            raise Cut
        return self._parts[self._part]


def clean(text: str) -> str:
    """The text as the other workbooks' texts are: a NUL stands as its mark, half characters as U+FFFD."""
    return text.replace("\0", "_x0000_") if "\0" in text else text


def encoding_of(code_page: int) -> str:
    """The name of a code page's encoding; the western one for a page that is not known."""
    name = _CODE_PAGES.get(code_page) or f"cp{code_page}"
    try:
        b"".decode(name)
    except LookupError:
        return "cp1252"
    return name
