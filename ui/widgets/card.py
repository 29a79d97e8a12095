"""A card: one line round it, a title that says the measure, a caption that says how to read it, the content."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from .label import Label

INSIDE = 16


class Card(QFrame):
    """``Card(title="", caption="", parent=None)``.

    ``add(widget, stretch=0)`` and ``add_layout(layout)`` put content below the head; ``add_action(widget)`` puts a
    small button to the right of the title; ``set_title(text)``, ``set_caption(text)``. ``body`` is the layout.
    """

    def __init__(self, title: str = "", caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title_label = Label(title, "title", wrap=True)
        self.caption_label = Label(caption, "caption", "text_2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title_label)
        words.addWidget(self.caption_label)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addLayout(words, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(INSIDE, 14, INSIDE, INSIDE)
        layout.setSpacing(12)
        layout.addLayout(self._head)
        layout.addLayout(self.body, 1)
        self.set_title(title)
        self.set_caption(caption)

    def set_title(self, title: str) -> None:
        self.title_label.setText(title)
        self.title_label.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_caption(self, caption: str) -> None:
        self.caption_label.setText(caption)
        self.caption_label.setVisible(bool(caption))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        self.body.addLayout(layout, stretch)

    def add_stretch(self) -> None:
        self.body.addStretch(1)

    def add_action(self, widget: QWidget) -> None:
        self._head.addWidget(widget)
