"""One pillar: as managers call it, as customers read it, what belongs to it; opened, its fields."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from cxsurvey.pillars import Pillar

from ..theme import Theme
from ..widgets.buttons import Button, IconButton
from ..widgets.card import Card
from ..widgets.fields import Field
from ..widgets.icon_label import IconLabel
from ..widgets.label import Label
from .view_model import PillarsViewModel


class PillarCard(Card):
    """``PillarCard(theme, view_model, key)``; ``show_pillar(pillar, number, n)``.

    Alt+Up and Alt+Down move the pillar, F2 opens its fields, Esc or Enter closes them. Signals: ``moved(key)``,
    ``remove_requested(key)``.
    """

    moved = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, theme: Theme, view_model: PillarsViewModel, key: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._theme, self._view_model, self._key = theme, view_model, key
        self._number, self._n = 1, 1
        self._build_head()
        self._build_words()
        self._build_form()
        for keys, slot in (("Alt+Up", self._on_up_clicked), ("Alt+Down", self._on_down_clicked)):
            shortcut = QShortcut(QKeySequence(keys), self)  # a button would keep the arrow keys to itself
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    @property
    def is_open(self) -> bool:
        return not self.form.isHidden()

    @property
    def controls(self) -> list[QWidget]:
        """All that Tab reaches, in reading order."""
        buttons = [self.up_button, self.down_button, self.edit_button, self.menu_button]
        return [*buttons, *(field.field for field in self.fields.values()), self.done_button]

    def show_pillar(self, pillar: Pillar, number: int, n: int) -> None:
        self._number, self._n = number, n
        text = self._view_model.text(pillar)
        self.number_label.setText(str(number))
        self.set_title(text.name)
        self.setAccessibleName(self.tr("{0}, {1} of {2}").format(text.name, number, n))
        self.sentence_label.setText(self.tr("“{0}”").format(text.customer_sentence))
        self.covers_label.setText(text.covers)
        self.covers_label.setVisible(bool(text.covers))
        self._show_notes(pillar)
        for name, field in self.fields.items():
            if " ".join(field.field.text().split()) != getattr(text, name):
                field.field.setText(getattr(text, name))
                field.field.setCursorPosition(0)
            field.set_problem("")
        self._show_buttons(text.name)
        self._set_open(self._view_model.edited == self._key)

    def refuse(self, field: str, text: str) -> None:
        """Says below a field why its words were not taken."""
        self.fields[field].set_problem(text)

    def start_editing(self) -> None:
        """Puts the caret into the name, its words chosen."""
        edit = self.fields["name"].field
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and not self.is_open:
            self._on_edit_clicked()
        elif event.key() == Qt.Key.Key_Escape and self.is_open:
            self._on_done()
        else:
            super().keyPressEvent(event)

    def _build_head(self) -> None:
        self.number_label = Label("", "title", "accent_text")
        self.number_label.setMinimumSize(self._theme.px(24), self._theme.px(28))  # in one line with name and buttons
        self._head.insertWidget(0, self.number_label, 0, Qt.AlignmentFlag.AlignTop)
        self.up_button = IconButton(self._theme, "arrow-up", "")
        self.down_button = IconButton(self._theme, "arrow-down", "")
        self.edit_button = IconButton(self._theme, "pencil", "")
        self.menu_button = IconButton(self._theme, "ellipsis", "")
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in (self.up_button, self.down_button, self.edit_button, self.menu_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(row)
        self.up_button.clicked.connect(self._on_up_clicked)
        self.down_button.clicked.connect(self._on_down_clicked)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.menu_button.clicked.connect(self._on_menu_clicked)

    def _build_words(self) -> None:
        self.words = QWidget()
        self.sentence_label = Label("", wrap=True)
        self.sentence_label.setToolTip(self.tr("As customers read it"))
        self.covers_label = Label("", "caption", "text_2", wrap=True)
        self.translation_label = Label(self.tr("Not yet in this language; shown as in the study’s own."), "caption",
                                       "warn", wrap=True)  # fmt: skip
        self.confused_label = Label("", "caption", "warn", wrap=True)
        grid = QGridLayout(self.words)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, self._theme.px(24))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        grid.addWidget(IconLabel(self._theme, "message-square", "text_3", 16), 0, 0, top)
        grid.addWidget(self.sentence_label, 0, 1)
        grid.addWidget(self.covers_label, 1, 1)
        self._marks = {}
        for row, label in ((2, self.translation_label), (3, self.confused_label)):
            self._marks[label] = IconLabel(self._theme, "triangle-alert", "warn", 16)
            grid.addWidget(self._marks[label], row, 0, top)
            grid.addWidget(label, row, 1)
        self.add(self.words)

    def _build_form(self) -> None:
        self.form = QWidget()
        layout = QVBoxLayout(self.form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.fields = {
            "name": Field(self.tr("Name, as you say it"), QLineEdit()),
            "short": Field(self.tr("Short name for charts"), QLineEdit()),
            "customer_sentence": Field(self.tr("As customers read it"), QLineEdit()),
            "question": Field(self.tr("Question of the self-assessment"), QLineEdit()),
            "covers": Field(self.tr("What belongs to it"), QLineEdit()),
        }
        names = QHBoxLayout()
        names.setSpacing(12)
        names.addWidget(self.fields["name"], 3)
        names.addWidget(self.fields["short"], 2)
        layout.addLayout(names)
        for name, field in self.fields.items():
            if name not in ("name", "short"):
                layout.addWidget(field)
            field.field.textEdited.connect(partial(self._on_text_edited, name))
            field.field.editingFinished.connect(self._on_text_finished)
            field.field.returnPressed.connect(self._on_done)
        self.done_button = Button(self._theme, self.tr("Done"), icon="check")
        self.done_button.clicked.connect(self._on_done)
        layout.addWidget(self.done_button)
        self.form.hide()
        self.add(self.form)
        self.add_stretch()

    def _show_notes(self, pillar: Pillar) -> None:
        confused = self._view_model.confused_with(self._key)
        if confused:
            self.confused_label.setText(
                self.tr("Customers may confuse it with “{0}”. Word them further apart, or join the two.").format(
                    ", ".join(confused)
                )
            )
        for label, shown in ((self.translation_label, not self._view_model.is_translated(pillar)),
                             (self.confused_label, bool(confused))):  # fmt: skip
            label.setVisible(shown)
            self._marks[label].setVisible(shown)

    def _show_buttons(self, name: str) -> None:
        self.up_button.set_name(self.tr("Move {0} up").format(name))
        self.down_button.set_name(self.tr("Move {0} down").format(name))
        self.edit_button.set_name(self.tr("Edit {0}").format(name))
        self.menu_button.set_name(self.tr("More about {0}").format(name))
        # A button that greys under the hand would lose the focus: the ends are told by doing nothing.
        self.up_button.setEnabled(self._number > 1 or self.up_button.hasFocus())
        self.down_button.setEnabled(self._number < self._n or self.down_button.hasFocus())

    def _set_open(self, shown: bool) -> None:
        self.form.setVisible(shown)
        self.words.setVisible(not shown)
        self.edit_button.setVisible(not shown)

    def _move_to(self, position: int) -> None:
        self._view_model.move(self._key, position)
        self.moved.emit(self._key)

    def menu(self) -> QMenu:
        """Everything that can be done with the pillar."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        at, last = self._number - 1, self._n - 1
        for text, target in (
            (self.tr("Move up"), at - 1), (self.tr("Move down"), at + 1),
            (self.tr("Move to the top"), 0), (self.tr("Move to the bottom"), last),
        ):  # fmt: skip
            action = menu.addAction(text)
            action.setEnabled(0 <= target <= last and target != at)
            action.triggered.connect(lambda _checked=False, target=target: self._move_to(target))
        menu.addSeparator()
        restore = menu.addAction(self.tr("Restore the shipped words"))
        restore.setEnabled(self._view_model.has_shipped_words(self._key))
        restore.triggered.connect(self._on_restore)
        menu.addSeparator()
        remove = menu.addAction(self._theme.icon("trash-2"), self.tr("Remove"))
        remove.triggered.connect(self._on_remove)
        return menu

    @Slot()
    def _on_up_clicked(self) -> None:
        self._move_to(self._number - 2)

    @Slot()
    def _on_down_clicked(self) -> None:
        self._move_to(self._number)

    @Slot()
    def _on_edit_clicked(self) -> None:
        self._view_model.open_editor(self._key)
        self.start_editing()

    @Slot()
    def _on_menu_clicked(self) -> None:
        self.menu().popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    @Slot()
    def _on_restore(self) -> None:
        self._view_model.restore_words(self._key)

    @Slot()
    def _on_remove(self) -> None:
        self.remove_requested.emit(self._key)

    def _on_text_edited(self, field: str, text: str) -> None:
        self.fields[field].set_problem("")
        self._view_model.set_text(self._key, field, text)

    @Slot()
    def _on_text_finished(self) -> None:
        """What was refused gives way to what the study holds."""
        if any(field.hint_label.text() for field in self.fields.values()):
            self._view_model.open_editor(self._view_model.edited)

    @Slot()
    def _on_done(self) -> None:
        if self.is_open:
            self._view_model.open_editor("")
            self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)
