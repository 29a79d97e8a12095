"""Notices in the page: they push content down, never cover it, never take the focus."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cxsurvey.notices import Notice, Severity

from ..texts import notice_text, severity_word
from ..theme import Theme
from .buttons import Button
from .icon_label import IconLabel
from .label import Label

LOOKS = {  # severity: icon, token
    "info": ("info", "info"),
    "ok": ("circle-check", "ok"),
    "warning": ("triangle-alert", "warn"),
    "error": ("circle-alert", "bad"),
}
AT_ONCE = 3


class NoticeBar(QFrame):
    """``NoticeBar(theme, text, severity="warning", action="", dismissible=True, parent=None)``.

    ``severity``: info, ok, warning, error. Signals: ``action_requested()``, ``dismissed()`` (it does not hide itself).
    """

    action_requested = Signal()
    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        severity: str = "warning",
        action: str = "",
        dismissible: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        icon, token = LOOKS[severity]
        self.setProperty("severity", str(severity))
        self.text_label = Label(text, wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 10, 8)
        layout.setSpacing(10)
        layout.addStrut(theme.px(30))
        layout.addWidget(IconLabel(theme, icon, token, 18))
        layout.addWidget(self.text_label, 1)
        if action:
            self.action_button = Button(theme, action, kind="quiet")
            self.action_button.clicked.connect(self.action_requested)
            layout.addWidget(self.action_button)
        if dismissible:
            self.dismiss_button = Button(theme, self.tr("Dismiss"), kind="quiet")
            self.dismiss_button.clicked.connect(self.dismissed)
            layout.addWidget(self.dismiss_button)
        word = self.tr("Done") if severity == "ok" else severity_word(Severity(severity))
        self.setAccessibleName(f"{word}: {text}")


class NoticeList(QWidget):
    """``NoticeList(theme, parent=None)``: the notices of a page, three at once, the rest behind a button.

    ``set_notices(notices, actions={})`` shows the core's notices, worst first; ``actions`` maps a code to the label of
    its button. ``tell(key, text, severity="info", action="")`` shows words of the page; ``drop(key)``, ``clear()``.
    The key of a core's notice is its code. Signals: ``action_requested(key)``, ``dismissed(key)``.
    """

    action_requested = Signal(str)
    dismissed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: list[tuple[str, str, str, str]] = []  # key, text, severity, action
        self._all = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._bars: list[QWidget] = []
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is told now."""
        return [text for _, text, _, _ in self._entries]

    def set_notices(self, notices: Sequence[Notice], actions: Mapping[str, str] | None = None) -> None:
        worst_first = sorted(notices, key=lambda one: -list(Severity).index(one.severity))
        self._entries = [
            (one.code, notice_text(one), str(one.severity), (actions or {}).get(one.code, "")) for one in worst_first
        ]
        self._all = False
        self._show()

    def tell(self, key: str, text: str, severity: str = "info", action: str = "") -> None:
        others = [entry for entry in self._entries if entry[0] != key]
        self._entries = [(key, text, severity, action), *others]
        self._show()

    def tell_notice(self, notice: Notice, action: str = "") -> None:
        """One more notice of the core, on top: as the one a ``SurveyError`` carries."""
        self.tell(notice.code, notice_text(notice), str(notice.severity), action)

    def drop(self, key: str) -> None:
        self._entries = [entry for entry in self._entries if entry[0] != key]
        self._show()

    def clear(self) -> None:
        self._entries = []
        self._show()

    def _show(self) -> None:
        for bar in self._bars:
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        shown = self._entries if self._all else self._entries[:AT_ONCE]
        self._bars = [self._bar(entry, number) for number, entry in enumerate(shown)]
        if hidden := len(self._entries) - len(shown):
            more = Button(self._theme, self.tr("Show %n more", "", hidden), kind="quiet")
            more.clicked.connect(self._on_more_clicked)
            self._bars.append(more)
        for bar in self._bars:
            self._layout.addWidget(bar)
        self.setVisible(bool(self._bars))

    def _bar(self, entry: tuple[str, str, str, str], number: int) -> NoticeBar:
        key, text, severity, action = entry
        bar = NoticeBar(self._theme, text, severity, action)
        bar.action_requested.connect(lambda: self.action_requested.emit(key))
        bar.dismissed.connect(lambda: self._on_dismissed(number))
        return bar

    def _on_dismissed(self, number: int) -> None:
        key = self._entries.pop(number)[0]
        self._show()
        self.dismissed.emit(key)

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all = True
        self._show()
