"""What every page is: a header that says what was found, notices, and content that scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ..theme import Theme
from .buttons import Button
from .card_row import CardRow
from .figure_card import FigureCard
from .label import Label
from .notice_list import NoticeList
from .tab_order import set_reading_order

MARGIN, TOP, BLOCKS, BETWEEN = 24, 20, 16, 12
BELOW = 8  # of the space between header and content, the part that does not scroll
MOST_ACTIONS = 2


class PageFrame(QWidget):
    """``PageFrame(theme, title, sentence="", parent=None)``; a page is a subclass or holds one.

    ``set_title(text)``, ``set_sentence(text)``: one sentence that says what was found. ``add_action(button)``: at most
    two. ``notices``: the page's ``NoticeList``. ``add(widget, stretch=0)``, ``add_row(cards, stretches=None)``,
    ``add_figures(cards)`` and ``add_stretch()`` fill the content from above; rows stack below 1100 wide.
    ``set_empty(widget)`` names what stands there instead (an ``EmptyState``, a ``DropArea``); ``show_empty(True)``
    shows it and hides the content.
    """

    def __init__(self, theme: Theme, title: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions: list[Button] = []
        self._empty: QWidget | None = None
        self.title_label = Label(title, "display", wrap=True)
        self.sentence_label = Label(sentence, "body", "text_2", wrap=True)
        self.notices = NoticeList(theme)
        self._content = QWidget()
        self.content = QVBoxLayout(self._content)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(BLOCKS)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._build_top())
        outer.addWidget(self._build_scroll(), 1)
        self._ordering = QTimer(self, interval=0, singleShot=True)
        self._ordering.timeout.connect(self._on_ordering_due)
        self.scroll_area.widget().installEventFilter(self)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        self.title_label.setText(title)
        self.setAccessibleName(title)

    def set_sentence(self, sentence: str) -> None:
        self.sentence_label.setText(sentence)
        self.sentence_label.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def add_action(self, button: Button) -> None:
        if len([one for one in self._actions if not one.isHidden()]) == MOST_ACTIONS:
            raise ValueError("add_action: needs at most two buttons in a header; hide one that waits for its state")
        self._actions.append(button)
        self._action_row.addWidget(button)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self.content.addWidget(widget, stretch)

    def add_row(self, cards: Sequence[QWidget], stretches: Sequence[int] | None = None, stretch: int = 0) -> CardRow:
        row = CardRow(self._theme, cards, stretches)
        self.content.addWidget(row, stretch)
        return row

    def add_figures(self, cards: Sequence[FigureCard]) -> CardRow:
        row = CardRow(self._theme, cards, narrow_columns=2)
        self.content.addWidget(row)
        return row

    def add_stretch(self) -> None:
        self.content.addStretch(1)

    def set_empty(self, widget: QWidget) -> None:
        self._empty = widget
        widget.hide()
        self._column.insertWidget(0, widget, 1)

    def show_empty(self, empty: bool) -> None:
        if self._empty is not None:
            self._empty.setVisible(empty)
        self._content.setVisible(not (empty and self._empty is not None))

    def scroll_to(self, widget: QWidget) -> None:
        """Brings a part of the content into sight."""
        self.scroll_area.ensureWidgetVisible(widget, 0, MARGIN)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ordering.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # something came, went or moved
            self._ordering.start()
        return False

    @Slot()
    def _on_ordering_due(self) -> None:
        set_reading_order(self)
        inner = self.scroll_area.widget()
        if inner.height() < inner.minimumSizeHint().height():
            # What came in sight while others were laid out can leave the page too low, its cards over each other.
            QCoreApplication.postEvent(self.scroll_area, QEvent(QEvent.Type.LayoutRequest))

    def _build_top(self) -> QWidget:
        # The sentence has the whole width, so that large text and long languages need few lines.
        self._action_row = QHBoxLayout()
        self._action_row.setSpacing(16)
        head = QGridLayout()
        head.setHorizontalSpacing(24)
        head.setVerticalSpacing(0)
        head.setRowMinimumHeight(0, 34)
        head.setColumnStretch(0, 1)
        head.addWidget(self.title_label, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(self._action_row, 0, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.sentence_label, 1, 0, 1, 2)
        top = QWidget()
        layout = QVBoxLayout(top)
        layout.setContentsMargins(MARGIN, TOP, MARGIN, BELOW)  # what is scrolled ends short of the words
        layout.setSpacing(BLOCKS)
        layout.addLayout(head)
        layout.addWidget(self.notices)
        return top

    def _build_scroll(self) -> QScrollArea:
        inner = _Scrolled()
        inner.setObjectName("scrolled")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(MARGIN, BLOCKS - BELOW, MARGIN, MARGIN)
        self._column.addWidget(self._content, 1)
        self.scroll_area = QScrollArea()
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(inner)
        bar = self.scroll_area.verticalScrollBar()
        bar.rangeChanged.connect(self._on_scroll_range_changed)
        return self.scroll_area

    @Slot(int, int)
    def _on_scroll_range_changed(self, least: int, most: int) -> None:
        """The scroll bar stands in the margin: cards keep their width when it comes and goes."""
        bar = self.scroll_area.verticalScrollBar().sizeHint().width() if most > least else 0
        self._column.setContentsMargins(MARGIN, BLOCKS - BELOW, MARGIN - bar, MARGIN)


class _Scrolled(QWidget):
    """As high as its content is at its width: at the least width, wrapped texts would claim far more."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.heightForWidth(self.width()))
