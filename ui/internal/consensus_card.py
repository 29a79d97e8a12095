"""What the colleagues say together: the order with its spread, agreement, the most different view, the levels."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from cxsurvey.consensus import Consensus, PillarView
from cxsurvey.headlines import consensus_sentences, different_view, levels_sentence

from ..texts import notice_text, number
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.label import Label
from ..widgets.popup import Details, DetailsPopup
from ..widgets.rows_model import Index, RowsTableModel
from ..widgets.sentences import SentenceList
from ..widgets.table_view import TableView
from .view_model import InternalViewModel

LEVELS_NAMED = 3
STRIP = 2  # column of the spread


class OrderTableModel(RowsTableModel):
    """One row a pillar in the order of all colleagues."""

    LEFT = (1, 2)
    short_names: Mapping[str, str] = MappingProxyType({})

    def headers(self) -> tuple[str, ...]:
        return self.tr("Place"), self.tr("Pillar"), self.tr("Best to worst place")

    def cells(self, value: PillarView) -> tuple[str, ...]:
        spread = (
            str(value.best_rank) if value.best_rank == value.worst_rank
            else self.tr("{0} to {1}").format(value.best_rank, value.worst_rank)
        )  # fmt: skip
        return place_text(value.place or 0), self.short_names.get(value.key, value.name), spread


class ConsensusCard(Card):
    """``ConsensusCard(theme, view_model)``: hidden until someone has ranked."""

    def __init__(self, theme: Theme, view_model: InternalViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._theme, self._view_model = theme, view_model
        self.set_title(self.tr("Together"))
        self.set_caption(self.tr("The diamond is the mean place, the line runs from the best to the worst given."))
        self.order_model = OrderTableModel(self)
        self.order_table = TableView(theme, self.tr("The colleagues’ order"))
        self.order_table.setModel(self.order_model)
        self.spread_delegate = SpreadDelegate(theme, self.order_table)
        self.order_table.setItemDelegateForColumn(STRIP, self.spread_delegate)
        self.order_table.stretch_column(STRIP)
        self.order_table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.order_table.fit_rows(20)
        self.sentence_list = SentenceList(theme)
        self.details_button = Button(theme, self.tr("How was this computed?"), kind="quiet", icon="circle-help")
        self.different_block = _Block()
        self.levels_block = _Block()
        for widget in (self.order_table, self.sentence_list):
            self.add(widget)
        row = QHBoxLayout()
        row.addWidget(self.details_button)
        row.addStretch(1)
        self.add_layout(row)
        self.add(self.different_block)
        self.add(self.levels_block)
        self.details_button.clicked.connect(self._on_details_clicked)
        view_model.consensus_changed.connect(self.refresh)
        theme.changed.connect(self._fit_names)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Shows the results there are."""
        consensus = self._view_model.consensus
        self.setVisible(consensus is not None and bool(consensus.order))
        if consensus is None or not consensus.order:
            return
        views = {view.key: view for view in consensus.pillars}
        self.spread_delegate.places = len(views)
        self.order_model.short_names = self._view_model.short_names
        self.order_model.set_rows([views[key] for key in consensus.order])
        self._fit_names()
        self.sentence_list.set_sentences(consensus_sentences(consensus)[1:])
        self.sentence_list.setVisible(len(consensus_sentences(consensus)) > 1)
        self.details_button.setVisible(consensus.w is not None)
        self._show_different(consensus, self._view_model.short_names)
        self._show_levels(consensus, self._view_model.short_names)

    @Slot()
    def _fit_names(self) -> None:
        """Long names are cut, so that the spread keeps its room."""
        most = self._theme.px(172)
        if self.order_table.columnWidth(1) > most:
            self.order_table.setColumnWidth(1, most)

    def _show_different(self, consensus: Consensus, names: Mapping[str, str]) -> None:
        told, view = different_view(consensus), consensus.most_different
        self.different_block.setVisible(told is not None)
        if told is not None and view is not None:
            self.different_block.show_rows(
                notice_text(told), ("", self.tr("Own place"), self.tr("Others’")),
                [(names[one.pillar_key], place_text(one.own_place), place_text(one.others_place))
                 for one in view.differences],
            )  # fmt: skip

    def _show_levels(self, consensus: Consensus, names: Mapping[str, str]) -> None:
        levels = consensus.levels
        self.levels_block.setVisible(levels is not None)
        if levels is not None:
            self.levels_block.show_rows(
                notice_text(levels_sentence(levels)), ("", self.tr("Leaders"), self.tr("Front line")),
                [(names[one.pillar_key], place_text(one.leaders_place), place_text(one.front_line_place))
                 for one in levels.differences[:LEVELS_NAMED] if one.leaders_place != one.front_line_place],
            )  # fmt: skip

    def details(self) -> tuple[str, str]:
        """How it was computed in plain words, and for the analyst."""
        consensus = self._view_model.consensus
        if consensus is None or consensus.w is None:
            return "", ""
        same = consensus.order in consensus.kemeny_orders
        kemeny = (
            self.tr("The order that contradicts the fewest single comparisons is the same.") if same
            else self.tr("The order that contradicts the fewest single comparisons differs: {0}.").format(
                ", ".join(self._view_model.name(key) for key in consensus.kemeny_orders[0])
            ) if consensus.kemeny_orders else ""
        )  # fmt: skip
        plain = self.tr(
            "Pillars stand by the mean of the places they were given; every colleague counts alike. "
            "W is 0 when there is no common order and 1 when all rank alike."
        )
        formula = self.tr("Borda order by mean ranks; Kemeny order; Kendall’s W = {0}").format(number(consensus.w, 2))
        if consensus.f is not None and consensus.p_value is not None:
            test = self.tr("F({0}, {1}) = {2}, p = {3}").format(
                number(consensus.df1 or 0, 2), number(consensus.df2 or 0, 2), number(consensus.f, 2),
                number(consensus.p_value, 4),
            )  # fmt: skip
            formula = f"{formula}; {test}"
        return f"{plain} {kemeny}".strip(), formula

    @Slot()
    def _on_details_clicked(self) -> None:
        plain, formula = self.details()
        details = Details(plain, formula, "kendall-w")
        DetailsPopup(self._theme, self.tr("The colleagues’ order"), details, self).show_beside(self.details_button)


class SpreadDelegate(QStyledItemDelegate):
    """Paints the best, mean and worst place of a row on a strip of all places, the words behind it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.places = 10

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: PillarView = index.model().value(index.row())
        color = self._theme.color
        rect = QRectF(option.rect).adjusted(8, 0, -8, 0)
        words = self._theme.px(48)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(color("text_2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        strip = rect.adjusted(0, 0, -words - 6, 0)
        if view.mean_rank is not None and strip.width() > self._theme.px(40):
            self._paint_strip(painter, strip, view)
        painter.setPen(QPen(color("line"), 1))
        bottom = QRectF(option.rect).bottom() - 0.5
        painter.drawLine(QPointF(option.rect.left(), bottom), QPointF(option.rect.right() + 1, bottom))
        painter.restore()

    def _paint_strip(self, painter: QPainter, strip: QRectF, view: PillarView) -> None:
        y, color = strip.center().y(), self._theme.color

        def x(place: float) -> float:
            return strip.left() + 5 + (place - 1) / max(1, self.places - 1) * (strip.width() - 10)

        painter.setPen(QPen(color("grid"), 1))
        painter.drawLine(QPointF(x(1), y), QPointF(x(self.places), y))
        painter.setPen(QPen(color("company"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(x(view.best_rank or 1), y), QPointF(x(view.worst_rank or 1), y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("company"))
        centre = x(view.mean_rank or 1)
        painter.drawPolygon(
            QPolygonF([QPointF(centre, y - 5), QPointF(centre + 5, y), QPointF(centre, y + 5), QPointF(centre - 5, y)])
        )


class _Block(QWidget):
    """A sentence, and below it a few pillars with two places each."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence_label = Label("", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.sentence_label)
        layout.addLayout(self._grid)

    def show_rows(self, sentence: str, heads: tuple[str, str, str], rows: list[tuple[str, str, str]]) -> None:
        self.sentence_label.setText(sentence)
        while (item := self._grid.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for row, cells in enumerate([heads, *rows] if rows else []):
            for column, text in enumerate(cells):
                role, shade = ("caption", "text_2") if row == 0 else ("body", "text")
                label = Label(text, role, shade, wrap=not column)
                if column:
                    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._grid.addWidget(label, row, column)


def place_text(place: float) -> str:
    """A place; a shared one has a half: 2.5."""
    return number(place, 0 if place == int(place) else 1)
