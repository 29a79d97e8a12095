"""What a person corrects in the file that is looked at. Each correction is one step of undo, of its own list."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from cxsurvey.progress import Progress
from cxsurvey.project import Project
from cxsurvey.reading.meanings import with_label
from cxsurvey.reading.places import column_letter, shown
from cxsurvey.reading.values import Mapping, Role

from .columns_file import read_by_columns
from .corrected import alike, with_best_end, with_role, with_scale
from .review import (
    Counting,
    Review,
    decode_review,
    forget_columns,
    found_again,
    read_file,
    with_design_of,
    with_headings_at,
)

if TYPE_CHECKING:
    from cxsurvey.reader import WarmReader

MOST_STEPS = 30  # each keeps the answers as they were read
LONGEST = 30

Work = Callable[[Progress], object]


class Desk(Protocol):
    """Where the file lies that is corrected: the view model of the page."""

    review: Review | None

    @property
    def project(self) -> Project | None: ...

    def show(self, review: Review | None) -> None: ...

    def start(self, work: Work, then: Callable[[object], None], reading: str = "") -> None: ...

    def stop(self) -> None: ...


class Corrections(QObject):
    """``Corrections(desk, warm=None, parent=None)``: each wish reads the cells again beside the window and shows them.

    ``undo_stack`` takes corrections back while the file is looked at; nothing of them is in the study yet.
    """

    def __init__(self, desk: Desk, warm: "WarmReader | None" = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._warm = desk, warm
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_STEPS)

    # --- columns and values ---

    def set_role(self, column: int, role: Role, pillar: str = "", place: int = 0, answer: str = "") -> None:
        """Reads a column as something else."""
        text = self.tr("Read column {0} as something else").format(column_letter(column))
        self._map(text, lambda mapping: with_role(mapping, column, role, pillar, place, answer))

    def set_label(self, column: int, value: str, read_as: str | None) -> None:
        """Says what a value means, in this column and in all that are read alike; None: as it stands in the file."""
        text = self.tr("Say what “{0}” means").format(shown(value, LONGEST))
        self._map(text, lambda mapping: with_label(mapping, alike(mapping, column), value, read_as))

    def set_scale(self, column: int, scale: str) -> None:
        """Says the scale of a question, the worst end first: "1-7", or "7-1" where 1 is the best."""
        text = self.tr("Say the scale of column {0}").format(column_letter(column))
        self._map(text, lambda mapping: with_scale(mapping, column, scale))

    def set_best_end(self, role: Role, is_lowest: bool) -> None:
        """Says which end of the ratings of pillars is the best."""
        self._map(self.tr("Say which rating is the best"), lambda mapping: with_best_end(mapping, role, is_lowest))

    def set_reversed(self, is_reversed: bool) -> None:
        """Says which way the ranks run; afterwards the direction counts as known."""
        text = self.tr("Say which end is the most important")
        self._map(text, lambda mapping: replace(mapping, reversed=is_reversed), by_person=True)

    # --- the whole sheet ---

    def set_headings(self, last_row: int) -> None:
        """Says in which row of the sheet the headings end, 0 for none; the columns are found anew."""
        self._work(self.tr("Say where the headings end"), lambda review, project: partial(
            with_headings_at, review, last_row, project
        ))  # fmt: skip

    @Slot()
    def find_anew(self) -> None:
        """Reads the columns as the program finds them, without what was chosen for these headers before."""
        if self._desk.review is not None:
            forget_columns(self._desk.review)
        self._work(self.tr("Find the columns anew"), lambda review, project: partial(found_again, review, project))

    def load_columns(self, path: Path) -> None:
        """Reads the file by columns that were written before; ``failed`` if they are not for these headers."""
        self._work(self.tr("Load columns"), lambda review, project: partial(read_by_columns, review, path, project))

    def read_letters(self, encoding: str) -> None:
        """Reads the file again, its letters as of that encoding."""
        self._read(self.tr("Read the letters otherwise"), "", encoding)

    def read_sheet(self, sheet: str) -> None:
        """Reads another sheet of the file."""
        self._read(self.tr("Read sheet {0}").format(shown(sheet, LONGEST)), sheet, "")

    def take_design(self, path: Path | None, counting: Counting | None = None) -> None:
        """Reads the cells again, with what their MaxDiff tasks showed, as that file says.

        ``counting``: what numbers in the answers count, places on the screen or pillars of the list.
        """
        if path is not None:
            self._work(self.tr("Say what the tasks showed"), lambda review, project: partial(
                with_design_of, review, path, counting, project, self._warm
            ))  # fmt: skip

    def count_as(self, counting: Counting) -> None:
        """Says what the numbers in MaxDiff answers count."""
        if self._desk.review is not None:
            self.take_design(self._desk.review.design, counting)

    # --- reading again ---

    def read_for(self, project: Project) -> None:
        """The pillars have changed: reads the cells for them. That is no correction, and those before fit no more."""
        review = self._desk.review
        if review is not None:
            self.undo_stack.clear()
            self._desk.start(partial(decode_review, review, review.imported.mapping, project, False), self._desk.show)

    def _map(self, text: str, change: Callable[[Mapping], Mapping], by_person: bool = False) -> None:
        self._work(text, lambda review, project: partial(
            decode_review, review, change(review.imported.mapping), project, by_person
        ))  # fmt: skip

    def _read(self, text: str, sheet: str, encoding: str) -> None:
        review = self._desk.review
        if review is not None and review.path is not None:
            path, design = review.path, review.design
            self._work(text, lambda _, project: partial(
                read_file, path, project, sheet, encoding, design, self._warm
            ), path.name)  # fmt: skip

    def _work(self, text: str, work: Callable[[Review, Project], Work], reading: str = "") -> None:
        """Reads beside the window; what comes of it is a step of undo."""
        review, project = self._desk.review, self._desk.project
        if review is not None and project is not None:
            self._desk.start(work(review, project), partial(self._on_read, text, review), reading)

    def _on_read(self, text: str, before: Review, after: Review) -> None:
        self.undo_stack.push(_Correction(self._desk, text, before, after))


class _Correction(QUndoCommand):
    """One reading in the place of another: both are there, so undo and redo read nothing."""

    def __init__(self, desk: Desk, text: str, before: Review, after: Review) -> None:
        super().__init__(text)
        self._desk, self._before, self._after = desk, before, after

    def redo(self) -> None:
        self._put(self._after)

    def undo(self) -> None:
        self._put(self._before)

    def _put(self, review: Review) -> None:
        self._desk.stop()  # what is being read still would come over it
        self._desk.show(review)
