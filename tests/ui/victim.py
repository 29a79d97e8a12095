"""A person at work in the program, in a process that a test kills: types, imports and saves, and writes a diary.

Called with a folder. Each line of ``diary.txt`` was brought to disk after the window had taken what it tells of:
the number of the last title typed, how many files were taken in, and the last title saved.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cxsurvey.project import with_study
from ui.document import Document
from ui.responses.view_model import ResponsesViewModel
from ui.shell_view_model import ShellViewModel

from .studies import ORDERS, SAYS_DIRECTION, small_study, write_ranks

ROWS = 200
ANSWERS = ORDERS * (ROWS // len(ORDERS))


class Victim:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.typed = self.taken = 0
        self.saved = -1
        self.diary = os.open(folder / "diary.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self.document = Document()
        self.document.new(small_study("0"))
        self.responses = ResponsesViewModel(self.document, ShellViewModel())
        self.responses.review_changed.connect(self.take_in)
        self.timer = QTimer(interval=10, timeout=self.type)
        self.timer.start()
        self.read()

    def note(self) -> None:
        os.write(self.diary, f"{self.typed} {self.taken} {self.saved}\n".encode())
        os.fsync(self.diary)

    def type(self) -> None:
        if self.document._storing.is_busy:
            return
        self.typed += 1
        project = self.document.project
        study = replace(project.study, title=str(self.typed))
        self.document.edit("Rename", with_study(project, study), "title" if self.typed % 3 else "")
        self.note()
        if self.typed % 8 == 0 and self.document.save_as(self.folder / "study.cxs"):
            self.saved = self.typed
            self.note()

    def read(self) -> None:
        self.responses.take_files([str(write_ranks(self.folder / "answers.csv", SAYS_DIRECTION, ANSWERS))])

    def take_in(self) -> None:
        """The first answers come through the reader; the same come again and again as further files."""
        review = self.responses.review
        if review is not None:
            self.responses.accept()
            self.taken += 1
            self.note()
            again = replace(review.imported, key=f"again {self.taken}")
            QTimer.singleShot(30, lambda: self.responses._show(replace(review, imported=again)))


if __name__ == "__main__":
    app = QApplication(["cxsurvey"])
    victim = Victim(Path(sys.argv[1]))
    sys.exit(app.exec())
