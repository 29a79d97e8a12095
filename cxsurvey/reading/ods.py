"""OpenDocument spreadsheets (.ods): all sheets stand in one part, which is read as a stream.

Source: OASIS, Open Document Format for Office Applications 1.3, part 3, chapters 6, 9 and 19.
"""

from collections.abc import Callable

from cxsurvey.notices import error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.reading.archive import Archive, Attributes
from cxsurvey.reading.ods_scan import read_plain
from cxsurvey.reading.ods_sheets import CONTENT, OpenDocumentHandler
from cxsurvey.reading.sheets import SheetName, SheetRead
from cxsurvey.reading.xml_text import Declined

_MANIFEST, _KIND = "META-INF/manifest.xml", "mimetype"
_ENCRYPTED = "encrypted-package"  # all parts in one, since LibreOffice 24.8
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_LONGEST_KIND = 10_000


def is_open_document(archive: Archive) -> bool:
    """Whether the archive says that it is a spreadsheet (or the template of one)."""
    if not archive.has(_KIND) or not (archive.has(CONTENT) or archive.has(_ENCRYPTED)):
        return False
    return archive.size(_KIND) < _LONGEST_KIND and archive.read(_KIND, _LONGEST_KIND).startswith(_SPREADSHEET)


class OpenDocument:
    """The sheets of an ``.ods`` file, all of them read when it is opened."""

    delimiter = encoding = ""

    def __init__(self, archive: Archive, progress: Progress) -> None:
        self._archive = archive
        self._check_open()
        total = max(1, archive.size(CONTENT))
        handler = _read(archive, lambda done: progress(min(done, total), total))
        if not handler.sheets:
            raise error(ReadingNotice.NO_SHEETS, file=archive.name)
        self.sheets: tuple[SheetName, ...] = tuple(handler.sheets)
        self._read = handler.read

    def close(self) -> None:
        """Lets the file go."""
        self._archive.close()

    def read(self, sheet: str, progress: Progress) -> SheetRead:
        """The cells of one sheet."""
        return self._read[sheet]

    def _check_open(self) -> None:
        """``SurveyError`` if a password is needed: the manifest then says how each part is encrypted."""

        def start(tag: str, attributes: Attributes) -> None:
            if tag == "encryption-data":
                raise error(ReadingNotice.PASSWORD_PROTECTED, file=self._archive.name)

        if self._archive.has(_ENCRYPTED):
            raise error(ReadingNotice.PASSWORD_PROTECTED, file=self._archive.name)
        if self._archive.has(_MANIFEST):
            # OpenOffice.org 2 and its kin name the manifest's document type, which is not fetched.
            self._archive.parse(_MANIFEST, start, _nothing, _nothing, may_name_doctype=True)


def _read(archive: Archive, on_piece: Callable[[int], None]) -> OpenDocumentHandler:
    """All sheets, the fast way where the XML allows it."""
    try:
        return read_plain(archive, on_piece)
    except Declined:
        return read_elements(archive, on_piece)


def read_elements(archive: Archive, on_piece: Callable[[int], None]) -> OpenDocumentHandler:
    """All sheets, element by element."""
    handler = OpenDocumentHandler(archive.name)
    archive.parse(CONTENT, handler.start, handler.end, handler.text, on_piece, guarded=False)
    return handler


def _nothing(*_: object) -> None:
    """For the events nobody waits for."""
