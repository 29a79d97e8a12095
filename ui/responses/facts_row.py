"""What became of a file's rows, as numbers with a word each, and what was checked of careless answers."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxsurvey.notices import Notice
from cxsurvey.reading.values import ImportReport

from ..texts import notice_text, whole
from ..widgets.flow_layout import FlowLayout
from ..widgets.label import Label


class FactsRow(QWidget):
    """``FactsRow(parent=None)``; ``set_report(report)``. Read out as one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=24)

    def set_report(self, report: ImportReport) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        left_out = len(report.left_out)
        facts = (
            (report.read, self.tr("rows read"), "text"), (report.complete, self.tr("complete"), "text"),
            (report.partial, self.tr("partial"), "text"), (report.empty, self.tr("without any answer"), "text"),
            (left_out, self.tr("left out"), "warn" if left_out else "text"),
        )  # fmt: skip
        for number, words, shade in facts:
            self._flow.addWidget(_fact(whole(number), words, shade))
        self.setAccessibleName(", ".join(f"{whole(number)} {words}" for number, words, _ in facts))
        self.updateGeometry()


def _fact(number: str, words: str, shade: str) -> QWidget:
    fact = QWidget()
    row = QHBoxLayout(fact)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(Label(number, "title", shade))
    row.addWidget(Label(words, "caption", "text_2"))
    return fact


def checks_text(checks: tuple[Notice, ...]) -> str:
    """What was found of careless answers, and which checks the file does not allow."""
    return " ".join(map(notice_text, checks))
