"""What a file is, told by its content and never by its name, and whether it may be opened at all."""

import os
import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cxsurvey.notices import error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.compound import SIGNATURE
from cxsurvey.reading.places import shown

LARGEST_FILE = 500_000_000
_HEAD = 4096
# FILE_ATTRIBUTE_OFFLINE, _RECALL_ON_OPEN, _RECALL_ON_DATA_ACCESS of winnt.h; SF_DATALESS of sys/stat.h.
_WINDOWS_PLACEHOLDER, _MACOS_DATALESS = 0x1000 | 0x40000 | 0x400000, 0x40000000

# First bytes -> what the file is called in the message.
_FOREIGN = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM\x00", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"BZh", "an archive"),
    (b"\xfd7zXZ", "an archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database or a cxsurvey study"),
    (b"{\\rtf", "a text document"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# Workbooks of Excel 2 to 4, and later ones without their container.
_BARE_EXCEL = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_EXCEL_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_OWNER_FILE = "~$"


class Kind(StrEnum):
    """What can be read further."""

    ZIP = "zip"
    COMPOUND = "compound"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Container:
    """A file that may be read: where it is, what to call it, what it is."""

    path: Path
    name: str  # as messages show it
    kind: Kind


def open_container(path: Path, name: str = "") -> Container:
    """Looks at a file's kind; ``SurveyError`` when it cannot hold a table, saying what it is and what to do."""
    name = shown(name or path.name)
    check_regular(path, name)
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as fault:
        raise error(ReadingNotice.FILE_UNREADABLE, file=name) from fault
    return Container(path, name, kind_of(head, name))


def check_regular(path: Path, name: str) -> os.stat_result:
    """The file's data if it is an ordinary file of a size we read; ``SurveyError`` else.

    Looked at before opening: a pipe or a device blocks every reader for ever.
    """
    try:
        found = path.stat()
    except FileNotFoundError as fault:
        raise error(ReadingNotice.FILE_NOT_FOUND, file=name) from fault
    except (OSError, ValueError) as fault:
        raise error(ReadingNotice.FILE_UNREADABLE, file=name) from fault
    if stat.S_ISDIR(found.st_mode):
        raise error(ReadingNotice.IS_FOLDER, file=name)
    if not stat.S_ISREG(found.st_mode):
        raise error(ReadingNotice.NOT_A_FILE, file=name)
    if _is_elsewhere(found):
        raise error(ReadingNotice.FILE_NOT_FETCHED, file=name)
    if found.st_size == 0:
        raise error(ReadingNotice.FILE_EMPTY, file=name)
    if found.st_size > LARGEST_FILE:
        raise error(ReadingNotice.FILE_TOO_LARGE, file=name, limit=LARGEST_FILE // 1_000_000)
    return found


def _is_elsewhere(found: os.stat_result) -> bool:
    """Whether only a cloud drive's placeholder is here (Windows, macOS): to read it would wait for a network."""
    on_windows = getattr(found, "st_file_attributes", 0) & _WINDOWS_PLACEHOLDER
    return bool(on_windows or getattr(found, "st_flags", 0) & _MACOS_DATALESS)


def kind_of(head: bytes, name: str) -> Kind:
    """What begins with these bytes; ``SurveyError`` for what cannot hold a table."""
    if head.startswith(_ZIP):
        return Kind.ZIP
    if head.startswith(SIGNATURE):
        return Kind.COMPOUND
    if head.startswith(_BARE_EXCEL):
        raise error(ReadingNotice.OLD_EXCEL, file=name)
    if name.startswith(_OWNER_FILE) and len(head) < _HEAD:
        raise error(ReadingNotice.OWNER_FILE, file=name)
    for start, what in _FOREIGN:
        if head.startswith(start):
            raise error(ReadingNotice.FOREIGN_FILE, file=name, what=what)
    if _is_markup(head):
        what = "XML of Excel 2003" if _EXCEL_2003 in head else "a web page or XML"
        raise error(ReadingNotice.FOREIGN_FILE, file=name, what=what)
    return Kind.TEXT


def _is_markup(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith((b"<!doctype", b"<html", b"<?xml", b"<table", b"<head", b"<meta", b"<script", b"<svg"))

