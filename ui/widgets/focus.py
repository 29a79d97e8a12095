"""The keyboard's place, kept over a moment in which nothing can be pressed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class FocusKeeper:
    """``FocusKeeper(widget)``: call ``hold(enabled)`` before parts of it are switched, ``give_back(enabled)`` after."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._had: QWidget | None = None

    def hold(self, enabled: bool) -> None:
        focus = self._widget.focusWidget()
        if not enabled and focus is not None and focus.hasFocus():
            self._had = focus

    def give_back(self, enabled: bool) -> None:
        if enabled and self._had is not None:
            self._had.setFocus(Qt.FocusReason.OtherFocusReason)
            self._had = None
