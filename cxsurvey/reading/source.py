"""Opens whatever was chosen: a workbook of any kind, a text file, or a zip that holds one of these."""

from pathlib import Path, PurePosixPath

from cxsurvey.notices import error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress, silent
from cxsurvey.reading.archive import Archive
from cxsurvey.reading.compound import CompoundFile
from cxsurvey.reading.container import LARGEST_FILE, Kind, kind_of, open_container
from cxsurvey.reading.json_answers import LARGEST as LARGEST_JSON
from cxsurvey.reading.json_answers import JsonAnswers, JsonFile, answers_in
from cxsurvey.reading.ods import OpenDocument, is_open_document
from cxsurvey.reading.places import shown
from cxsurvey.reading.sheets import Source
from cxsurvey.reading.text_table import LONGEST_LINE, TextFile
from cxsurvey.reading.xls import STREAMS, OldWorkbook, what_else
from cxsurvey.reading.xlsb import BINARY_WORKBOOK, BinaryWorkbook
from cxsurvey.reading.xlsx import Workbook, workbook_part

_SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_HEAD = 4096
_PIECE = 1 << 20
_WIDEST = 4  # bytes of a character, in UTF-32
# A part that tells what another zip is -> what the message calls it.
_FOREIGN = (
    ("word/document.xml", "a Word document"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("content.xml", "an OpenDocument file of another kind"),
    ("Index/Document.iwa", "a Numbers or Pages document"),
    ("META-INF/MANIFEST.MF", "a program"),
)


def open_source(path: Path, name: str = "", encoding: str = "", progress: Progress = silent) -> Source:
    """The file as a source of sheets; ``SurveyError`` says what it is if it is no table.

    name : what messages call the file, its own name if empty
    encoding : of a text file, where the guess was wrong
    progress : told while a file is opened that must be read whole for it
    """
    container = open_container(path, name)
    if container.kind is Kind.TEXT:
        return _text(_bytes(path, container.name), container.name, encoding)
    if container.kind is Kind.COMPOUND:
        return _old_workbook(CompoundFile(path, container.name))
    archive = Archive(path, container.name)
    try:
        return _workbook(archive, progress) or _zipped(archive, encoding, progress)
    except BaseException:
        archive.close()
        raise


def _workbook(archive: Archive, progress: Progress) -> Source | None:
    """The workbook that the archive is, if it is one."""
    if workbook_part(archive):
        return Workbook(archive)
    if archive.has(BINARY_WORKBOOK):
        return BinaryWorkbook(archive)
    return OpenDocument(archive, progress) if is_open_document(archive) else None


def _old_workbook(container: CompoundFile) -> OldWorkbook:
    """The workbook of a compound file; new ones lie in such a file when a password protects them."""
    try:
        if "encryptedpackage" in container.names:
            raise error(ReadingNotice.PASSWORD_PROTECTED, file=container.name)
        if not container.names.intersection(STREAMS):
            raise error(ReadingNotice.FOREIGN_FILE, file=container.name, what=what_else(container.names))
        return OldWorkbook(container)
    except BaseException:
        container.close()
        raise


def _text(data: bytes, name: str, encoding: str, sheet: str = "") -> Source:
    """A text as a table of answers in JSON, or of records."""
    answers = answers_in(data) if len(data) <= LARGEST_JSON else ()
    if answers:
        return JsonAnswers([JsonFile(name, answers)], name, sheet or name)
    return TextFile(data, name, encoding, sheet)


def _zipped(archive: Archive, encoding: str, progress: Progress) -> Source:
    """The one table that an archive holds, a text or a workbook; an archive within the archive is not opened."""
    for part, what in _FOREIGN:
        if archive.has(part):
            raise error(ReadingNotice.FOREIGN_FILE, file=archive.name, what=what)
    names = [name for name in archive.names if not PurePosixPath(name).name.startswith((".", "__MACOSX"))]
    tables = [name for name in names if name.lower().endswith(_SUFFIXES) and not name.startswith("__MACOSX")]
    answers = [name for name in names if name.lower().endswith(".json") and not name.startswith("__MACOSX")]
    if answers and not tables:
        return _zipped_json(archive, answers)
    if len(tables) != 1:
        code = ReadingNotice.ZIP_WITHOUT_TABLE if not tables else ReadingNotice.ZIP_OF_SEVERAL
        raise error(code, file=archive.name, n=len(tables))
    data = archive.read(tables[0], LARGEST_FILE)
    archive.close()
    if not data:
        raise error(ReadingNotice.FILE_EMPTY, file=archive.name)
    kind = kind_of(data[:_HEAD], archive.name)
    if kind is Kind.TEXT:
        return _text(data, archive.name, encoding, shown(PurePosixPath(tables[0]).name))
    if kind is Kind.COMPOUND:
        return _old_workbook(CompoundFile(data, archive.name))
    workbook = _workbook(Archive(data, archive.name), progress)
    if workbook is None:
        raise error(ReadingNotice.ZIP_WITHOUT_TABLE, file=archive.name, n=0)
    return workbook


def _zipped_json(archive: Archive, names: list[str]) -> JsonAnswers:
    """A file for each respondent, in the order of their names."""
    files, left = [], LARGEST_JSON
    for name in sorted(names):
        data = archive.read(name, left)
        left -= len(data)
        files.append(JsonFile(PurePosixPath(name).stem, answers_in(data)))
    archive.close()
    if not any(file.answers for file in files):
        raise error(ReadingNotice.ZIP_WITHOUT_TABLE, file=archive.name, n=0)
    return JsonAnswers(files, archive.name, archive.name)


def _bytes(path: Path, name: str) -> bytes:
    """All of a text file; ``SurveyError`` as soon as a line has no end, before it fills the memory."""
    pieces: list[bytes] = []
    lines = since = 0
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                pieces.append(piece)
                end = max(piece.rfind(b"\n"), piece.rfind(b"\r"))
                since = since + len(piece) if end < 0 else len(piece) - end
                lines += piece.count(b"\n")
                if since > LONGEST_LINE * _WIDEST:
                    limit = LONGEST_LINE // 1_000_000
                    raise error(ReadingNotice.LINE_TOO_LONG, file=name, line=lines + 1, limit=limit)
        return b"".join(pieces)
    except OSError as fault:
        raise error(ReadingNotice.FILE_UNREADABLE, file=name) from fault
