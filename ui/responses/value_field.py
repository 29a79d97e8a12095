"""Saying what one value of a column means."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxsurvey.reading.meanings import Meaning
from cxsurvey.reading.places import shown

from ..widgets.fields import Combo, Field
from ..widgets.label import Label

NO_ANSWER, AS_IT_STANDS = "\0no answer", "\0as it stands"
LONGEST = 40


class ValueField(QWidget):
    """``ValueField()``: ``set_value(meaning, options, is_free)``, None for no value: then it asks to choose one.

    ``is_free``: anything may be typed. Signal, when a person has said it: ``label_said(value, read_as)``, where
    ``read_as`` is "" for no answer and None for the value as it stands in the file.
    """

    label_said = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Meaning | None = None
        self.hint_label = Label("", "caption", "text_2", wrap=True)
        self.hint_label.setText(self.tr("Choose a value to say what it means."))
        self.combo = Combo(self.tr("Read as"))
        self.combo.setInsertPolicy(Combo.InsertPolicy.NoInsert)
        self.field = Field(self.tr("Read as"), self.combo)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.hint_label)
        layout.addWidget(self.field)
        self.combo.key_chosen.connect(self._on_key_chosen)
        self.set_value(None)

    @property
    def value(self) -> str:
        """The value that is spoken of; empty if none is."""
        return "" if self._value is None else self._value.value

    def set_value(self, value: Meaning | None, options: list[tuple[str, str]] | None = None,
                  is_free: bool = False) -> None:  # fmt: skip
        self._value = value
        self.field.setVisible(value is not None)
        self.hint_label.setVisible(value is None)
        if value is None:
            return
        label = self.tr("“{0}” is read as").format(shown(value.value, LONGEST))
        self.field.label.setText(label)
        self.combo.setAccessibleName(label)
        own = [(NO_ANSWER, self.tr("no answer"))]
        if value.by_person:
            own.append((AS_IT_STANDS, self.tr("as it stands in the file")))
        self._set_free(is_free)
        chosen = NO_ANSWER if value.read_as == "" else value.read_as or ""
        self.combo.set_options([*(options or ()), *own], chosen)
        if is_free and self.combo.currentIndex() < 0:
            self.combo.setEditText(value.read_as or "")

    def _set_free(self, is_free: bool) -> None:
        if self.combo.isEditable() == is_free:
            return
        self.combo.setEditable(is_free)
        if is_free:
            self.combo.lineEdit().editingFinished.connect(self._on_typed)

    @Slot(str)
    def _on_key_chosen(self, key: str) -> None:
        if key == AS_IT_STANDS:
            self._say(None)
        elif key:
            self._say("" if key == NO_ANSWER else key)

    @Slot()
    def _on_typed(self) -> None:
        text = self.combo.currentText().strip()
        if text and self.combo.findText(text) < 0:
            self._say(text)

    def _say(self, read_as: str | None) -> None:
        if self._value is not None and (read_as is None or read_as != self._value.read_as):
            self.label_said.emit(self._value.value, read_as)
