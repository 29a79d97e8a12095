"""What ``.xlsx`` and ``.xlsb`` have in common: a zip in which every sheet is a part of its own."""

from dataclasses import dataclass

from cxsurvey.notices import error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.archive import Archive
from cxsurvey.reading.places import shown
from cxsurvey.reading.sheets import SheetName

_CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet, and the part of the zip that holds its cells."""

    name: str
    hidden: bool
    part: str


class ZippedWorkbook:
    """Sheets and parts of a workbook; ``_relations`` (id: kind and part) and ``_sheets`` are read by each kind."""

    delimiter = encoding = ""

    _relations: dict[str, tuple[str, str]]
    _sheets: tuple[SheetPart, ...]

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        if archive.has(_CONTENT_TYPES):  # nothing is read from it, but a part made to do harm is refused wherever it is
            archive.parse(_CONTENT_TYPES, nothing, nothing, nothing)

    @property
    def sheets(self) -> tuple[SheetName, ...]:
        """All sheets with cells, hidden ones too, in the workbook's order."""
        return tuple(SheetName(sheet.name, sheet.hidden) for sheet in self._sheets)

    def close(self) -> None:
        """Lets the file go."""
        self._archive.close()

    def _part_of_sheet(self, name: str) -> tuple[str, int]:
        """Where the cells of that sheet are, and how many bytes they have, 1 at least."""
        part = next(entry.part for entry in self._sheets if entry.name == name)
        if not self._archive.has(part):
            raise error(ReadingNotice.PART_MISSING, file=self._archive.name, part=shown(part or name))
        return part, max(1, self._archive.size(part))

    def _part_of(self, kind: str) -> str:
        """The part of that kind, "" if there is none."""
        part = next((target for what, target in self._relations.values() if what == kind), "")
        return part if self._archive.has(part) else ""


def nothing(*_: object) -> None:
    """For the events nobody waits for."""
