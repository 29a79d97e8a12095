"""What customers were asked besides their priorities: the groups that can be compared."""

from PySide6.QtWidgets import QHeaderView, QWidget

from cxsurvey.responses import Asked

from ..texts import whole
from ..theme import Theme
from ..widgets.card import Card
from ..widgets.rows_model import RowsTableModel
from ..widgets.table_view import TableView


class AskedTableModel(RowsTableModel):
    """One row each question: its name, how many answered, the answers."""

    LEFT = (0, 2)

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Asked"), self.tr("Answered by"), self.tr("Answers"))

    def cells(self, value: Asked) -> tuple[str, ...]:
        own = {
            "birth_year": self.tr("Birth year"), "age": self.tr("Age"), "generation": self.tr("Generation"),
            "performance": self.tr("How well we do"), "satisfaction": self.tr("Satisfaction, overall"),
            "image": self.tr("Impression of the brand"), "attention": self.tr("Attention check"),
            "comment": self.tr("Comment"),
        }  # fmt: skip
        return (value.name or own.get(value.key, value.key), whole(value.answered), ", ".join(value.labels))


class AskedCard(Card):
    """``AskedCard(theme)``; ``set_asked(values)``; hidden when nothing was asked besides."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Asked besides"))
        self.set_caption(self.tr("Customers can be compared by these groups. Birth year and age give generations."))
        self.asked_model = AskedTableModel(self)
        self.asked_table = TableView(theme, self.tr("Asked besides"))
        self.asked_table.setModel(self.asked_model)
        self.asked_table.fit_rows(14)
        header = self.asked_table.horizontalHeader()
        header.setStretchLastSection(False)
        for column, mode in enumerate(("Stretch", "ResizeToContents", "Stretch")):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode[mode])
        self.add(self.asked_table)

    def set_asked(self, asked: tuple[Asked, ...]) -> None:
        self.setVisible(bool(asked))
        self.asked_model.set_rows(asked)
