"""Bytes of a text file to characters: which encoding it is, and what to tell about it."""

import codecs
from dataclasses import dataclass

from cxsurvey.notices import Notice, Severity, error, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.places import shown

# What a person may choose from when the guess is wrong.
ENCODINGS = (
    "utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp874", "mac-roman", "iso-8859-15", "shift_jis", "gb18030",
    "big5", "euc-kr", "cp1253", "cp1254", "cp1255", "cp1256",
)  # fmt: skip
_MARKS = (  # the longer first: UTF-32's little-endian mark starts like UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 8192
_WINDOWS = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and the encoding it was read by."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode_text(data: bytes, file: str, encoding: str = "") -> Decoded:
    """The text of a file: by its mark, by the pattern of its NULs, as UTF-8, else as Windows-1252, and that is told.

    ``encoding`` is a person's choice and wins; ``SurveyError`` if it is unknown.
    """
    if encoding:
        return _by_choice(data, file, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _by_name(data[len(mark) :], file, name)
    wide = _wide_without_mark(data[:_SAMPLE])
    if wide:
        return _by_name(data, file, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _by_lines(data, file)


def _by_choice(data: bytes, file: str, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
    except LookupError as fault:
        known = ", ".join(ENCODINGS)
        raise error(ReadingNotice.ENCODING_UNKNOWN, encoding=shown(encoding), known=known) from fault
    for mark, marked in _MARKS:
        if data.startswith(mark) and marked.startswith(name):
            data = data[len(mark) :]
            break
    return _by_name(data, file, name)


def _by_name(data: bytes, file: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        told = notice(ReadingNotice.BYTES_REPLACED, file=file, encoding=name, line=line)
        return Decoded(data.decode(name, errors="replace"), name, (told,))
    except (LookupError, UnicodeError) as fault:  # a codec that is not for texts
        raise error(ReadingNotice.ENCODING_UNKNOWN, encoding=shown(name), known=", ".join(ENCODINGS)) from fault


def _wide_without_mark(sample: bytes) -> str:
    """UTF-16 or UTF-32 without its mark: NULs stand at the same places of every character."""
    if sample.count(0) * 5 < len(sample) or len(sample) < 4:
        return ""
    zeros = [sample[place::4].count(0) / max(1, len(sample[place::4])) for place in range(4)]
    high = [share > 0.6 for share in zeros]
    return {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }.get((high[0], high[1], high[2], high[3]), "")


def _by_lines(data: bytes, file: str) -> Decoded:
    """Not UTF-8 throughout: lines that are keep being read so, the others as Windows-1252; all of it is told."""
    lines = data.split(b"\n")
    faulty = [number for number, line in enumerate(lines, 1) if not _is_utf8(line)]
    honest = sum(not line.isascii() for line in lines) - len(faulty)
    first = faulty[0]
    if honest:
        told = notice(ReadingNotice.ENCODING_MIXED, file=file, n=len(faulty), line=first)
        wrong = set(faulty)
        text = "\n".join(
            _windows(line) if number in wrong else line.decode("utf-8") for number, line in enumerate(lines, 1)
        )
        return Decoded(text, "utf-8", (told,))
    told = notice(ReadingNotice.ENCODING_GUESSED, Severity.INFO, file=file, encoding="Windows-1252", line=first)
    return Decoded(_windows(data), "cp1252", (told,))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _windows(data: bytes) -> str:
    """Windows-1252, its five undefined bytes as the control characters they are in Latin-1."""
    return codecs.charmap_decode(data, "strict", _WINDOWS)[0]
