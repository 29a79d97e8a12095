"""One file of answers that is in the study: what became of its rows."""

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from cxsurvey.notices import Notice
from cxsurvey.reading.values import ImportedFile

from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.label import Label
from .facts_row import FactsRow, checks_text


class ImportCard(Card):
    """``ImportCard(theme, imported, checks)``; ``checks`` is what was looked for on arrival: ``set_checks(checks)``.

    Signals: ``columns_requested(key)``, ``remove_requested(key)``.
    """

    columns_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(
        self, theme: Theme, imported: ImportedFile, checks: tuple[Notice, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(imported.name, parent=parent)
        report = imported.report
        when = QDateTime.fromString(imported.imported_on, Qt.DateFormat.ISODate)
        taken_in = QLocale().toString(when, QLocale.FormatType.ShortFormat)
        sheet = imported.table.sheet
        self.set_caption(
            self.tr("Taken in {0}").format(taken_in) if sheet == imported.name
            else self.tr("Sheet {0} · taken in {1}").format(sheet, taken_in)
        )
        self.facts_row = FactsRow()
        self.facts_row.set_report(report)
        self.add(self.facts_row)
        self.imported = imported
        self.checks_label = Label("", "caption", "text_2", wrap=True)
        self.add(self.checks_label)
        self.set_checks(checks)
        self.columns_button = Button(theme, self.tr("Change columns…"), kind="quiet", icon="table")
        self.columns_button.setAccessibleName(self.tr("Change columns of {0}").format(imported.name))
        self.remove_button = Button(theme, self.tr("Remove"), kind="quiet", icon="trash-2")
        self.remove_button.setAccessibleName(self.tr("Remove {0}").format(imported.name))
        self.columns_button.clicked.connect(lambda: self.columns_requested.emit(imported.key))
        self.remove_button.clicked.connect(lambda: self.remove_requested.emit(imported.key))
        self.add_action(self.columns_button)
        self.add_action(self.remove_button)

    def set_checks(self, checks: tuple[Notice, ...]) -> None:
        """What was found of careless answers; nothing yet while they are looked for."""
        self.checks_label.setText(checks_text(checks))
        self.checks_label.setVisible(bool(checks))
