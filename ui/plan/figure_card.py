"""A chart in a card: its finding above, what else is to say below, and how it was computed."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxsurvey.figures import Figure
from cxsurvey.notices import Notice

from ..texts import notice_text
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.chart_view import ChartView
from ..widgets.label import Label
from ..widgets.popup import Details, DetailsPopup
from ..widgets.sentences import SentenceList


class FigureCardView(Card):
    """A card around one chart, with its caption, its finding, ``controls`` above it, and "How was this computed?"."""

    def __init__(
        self, theme: Theme, title: str, details: Details, controls: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title, parent=parent)
        self._theme = theme
        self._details = details
        self.details_button = Button(theme, self.tr("How was this computed?"), kind="quiet", icon="circle-help")
        self.details_button.setAccessibleName(self.tr("How was this computed: {0}").format(title))
        self.finding_label = Label("", "strong", wrap=True)
        self.chart_view = ChartView(theme)
        self.sentence_list = SentenceList(theme)
        row = QHBoxLayout()
        row.addWidget(self.details_button)
        row.addStretch(1)
        self.add(self.finding_label)
        if controls is not None:
            self.add(controls)
        self.add(self.chart_view, 1)
        self.add(self.sentence_list)
        self.add_layout(row)
        self.details_button.clicked.connect(self._on_details_clicked)

    def set_figure(self, figure: Figure | None, sentences: Sequence[Notice] = ()) -> None:
        """The chart with its finding, how to read it, and what else is to say; hidden where there is neither."""
        self.setVisible(figure is not None or bool(sentences))
        self.chart_view.setVisible(figure is not None)
        self.chart_view.set_figure(figure)
        self.finding_label.setVisible(figure is not None)
        self.sentence_list.set_sentences(sentences)
        self.sentence_list.setVisible(bool(sentences))
        if figure is not None:
            self.finding_label.setText(notice_text(figure.head.description))
            self.set_caption(notice_text(figure.head.caption))

    @Slot()
    def _on_details_clicked(self) -> None:
        popup = DetailsPopup(self._theme, self.title_label.text(), self._details, self)
        popup.show_beside(self.details_button)
