"""A zip archive judged by its directory before anything is unpacked, and its XML parts parsed with care."""

import io
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from cxsurvey.notices import error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.places import shown

MOST_ENTRIES = 10_000
LARGEST_PART, LARGEST_ALL = 2 * 1024**3, 3 * 1024**3
# Deflate ends near 1,030 : 1; the highest ratio of an honest part over 1 MiB that was seen is 141 : 1.
HIGHEST_RATIO, RATIO_FROM = 200, 1024**2
DEEPEST, MOST_ATTRIBUTES = 64, 100
_PIECE = 1 << 18
_ENCRYPTED_FLAG = 0x1
_LOCAL_HEADER = 30
# What Expat reads itself; for others it asks Python's codecs, which raise what they like.
_XML_ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii", "iso-8859-1"})

Attributes = dict[str, str]


class Archive:
    """A checked zip: part names, and parts as bytes or as XML events. Nothing is ever unpacked to disk."""

    def __init__(self, source: Path | bytes, name: str) -> None:
        self.name = name
        with self._faults("the archive"):
            self._zip = ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
        try:
            self._parts = self._checked()
            self._spelled = {_alike(name): name for name in self._parts}
        except BaseException:
            self._zip.close()
            raise

    def close(self) -> None:
        """Lets the file go."""
        self._zip.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names, as written."""
        return tuple(self._parts)

    def has(self, part: str) -> bool:
        """Whether there is such a part; the case of its letters and the way its slashes lean make no difference."""
        return part in self._parts or _alike(part) in self._spelled

    def size(self, part: str) -> int:
        """Unpacked size as the directory has it."""
        return self._entry(part).file_size

    def read(self, part: str, most: int) -> bytes:
        """A whole part; ``SurveyError`` if it is larger than ``most``, damaged or not there."""
        if self._entry(part).file_size > most:
            raise error(ReadingNotice.PART_TOO_LARGE, file=self.name, part=shown(part), limit=most // 1_000_000)
        return b"".join(self.pieces(part))

    def pieces(self, part: str) -> Iterator[bytes]:
        """A part piece by piece; its checksum is checked at its end."""
        entry = self._entry(part)
        with self._faults(part), self._zip.open(entry) as stream:
            while piece := stream.read(_PIECE):
                yield piece

    def parse(
        self,
        part: str,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None],
        text: Callable[[str], None],
        on_piece: Callable[[int], None] = lambda done: None,
        *,
        guarded: bool = True,
        may_name_doctype: bool = False,
        pieces: Iterable[bytes] | None = None,
    ) -> None:
        """Feeds a part's elements to the handlers, names without their prefix.

        Handlers of sheets, which have millions of elements, look after prefixes and depth themselves: ``guarded``
        is false for them. ``may_name_doctype`` lets a DOCTYPE pass that declares nothing itself; the file it names is
        never opened. ``pieces`` is for a part of which some has been read already.

        ``SurveyError`` at a DOCTYPE (Office files have none), at endless nesting, and where the XML is not whole.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        depth = 0

        def on_start(tag: str, attributes: Attributes) -> None:
            nonlocal depth
            depth += 1
            check_depth(depth, attributes, self.name, part)
            start(tag if ":" not in tag else tag.rpartition(":")[2], attributes)

        def on_end(tag: str) -> None:
            nonlocal depth
            depth -= 1
            end(tag if ":" not in tag else tag.rpartition(":")[2])

        def on_declaration(version: str, encoding: str | None, standalone: int) -> None:
            if encoding and encoding.lower() not in _XML_ENCODINGS:
                raise error(ReadingNotice.PART_DAMAGED, file=self.name, part=shown(part))

        def on_doctype(name: str, system_id: str | None, public_id: str | None, declares: int) -> None:
            if declares or not may_name_doctype:
                raise error(ReadingNotice.XML_DOCTYPE, file=self.name, part=shown(part))

        parser.XmlDeclHandler = on_declaration
        parser.StartElementHandler = on_start if guarded else start
        parser.EndElementHandler = on_end if guarded else end
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = on_doctype
        done = 0
        try:
            for piece in self.pieces(part) if pieces is None else pieces:
                parser.Parse(piece, False)
                done += len(piece)
                on_piece(done)
            parser.Parse(b"", True)
        except expat.ExpatError as fault:
            raise error(ReadingNotice.PART_DAMAGED, file=self.name, part=shown(part)) from fault

    def _entry(self, part: str) -> ZipInfo:
        entry = self._parts.get(part) or self._parts.get(self._spelled.get(_alike(part), ""))
        if entry is None:
            raise error(ReadingNotice.PART_MISSING, file=self.name, part=shown(part))
        return entry

    def _checked(self) -> dict[str, ZipInfo]:
        """The directory's entries by name, if sizes, packing and places are those of an honest file."""
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        if len(entries) > MOST_ENTRIES:
            raise error(ReadingNotice.TOO_MANY_PARTS, file=self.name, n=len(entries), limit=MOST_ENTRIES)
        for entry in entries:
            self._check_entry(entry)
        if sum(entry.file_size for entry in entries) > LARGEST_ALL:
            raise error(ReadingNotice.PART_TOO_LARGE, file=self.name, part="all parts", limit=LARGEST_ALL // 10**6)
        by_place = sorted(entries, key=lambda entry: entry.header_offset)
        for before, after in pairwise(by_place):
            if before.header_offset + _LOCAL_HEADER + before.compress_size > after.header_offset:
                raise error(ReadingNotice.PARTS_OVERLAP, file=self.name, part=shown(after.filename))
        parts = {entry.filename: entry for entry in entries}
        if len(parts) < len(entries):
            raise error(ReadingNotice.PARTS_OVERLAP, file=self.name, part=_doubled(entries))
        return parts

    def _check_entry(self, entry: ZipInfo) -> None:
        part = shown(entry.filename)
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise error(ReadingNotice.PASSWORD_PROTECTED, file=self.name)
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise error(ReadingNotice.PACKING_UNKNOWN, file=self.name, part=part)
        if entry.file_size > LARGEST_PART:
            raise error(ReadingNotice.PART_TOO_LARGE, file=self.name, part=part, limit=LARGEST_PART // 10**6)
        if entry.file_size > RATIO_FROM and entry.file_size > HIGHEST_RATIO * max(1, entry.compress_size):
            raise error(ReadingNotice.PACKED_TOO_TIGHTLY, file=self.name, part=part, limit=HIGHEST_RATIO)

    @contextmanager
    def _faults(self, part: str) -> Iterator[None]:
        """Turns what a broken archive raises into one sentence."""
        try:
            yield
        except (BadZipFile, EOFError, zlib.error, NotImplementedError, ValueError, OverflowError) as fault:
            code = ReadingNotice.FILE_INCOMPLETE if part == "the archive" else ReadingNotice.PART_DAMAGED
            raise error(code, file=self.name, part=shown(part)) from fault
        except RuntimeError as fault:  # zipfile's word for an encrypted entry
            raise error(ReadingNotice.PASSWORD_PROTECTED, file=self.name) from fault
        except OSError as fault:
            raise error(ReadingNotice.FILE_UNREADABLE, file=self.name) from fault


def check_depth(depth: int, attributes: Attributes, file: str, part: str) -> None:
    """``SurveyError`` for elements nested or attributed beyond what any honest workbook has."""
    if depth > DEEPEST or len(attributes) > MOST_ATTRIBUTES:
        raise error(ReadingNotice.XML_TOO_DEEP, file=file, part=shown(part))


def _alike(part: str) -> str:
    """How the parts of an Office file are compared; some exporters write ``xl\\Workbook.xml``."""
    return part.replace("\\", "/").lower()


def _doubled(entries: list[ZipInfo]) -> str:
    seen: set[str] = set()
    for entry in entries:
        if entry.filename in seen:
            return shown(entry.filename)
        seen.add(entry.filename)
    return ""
