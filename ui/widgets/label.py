"""Text of the window: always plain, in a type role and a colour token."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Label(QLabel):
    """A text. ``Label(text="", role="body", shade="text", wrap=False, parent=None)``.

    ``role``: display, figure, title, section, body, strong, caption. ``shade``: a token of text: text, text_2,
    text_3, accent_text, ok, warn, bad, info. ``set_shade(token)`` changes the colour. Markup is shown as written.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        shade: str = "text",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", str(role))
        self.setProperty("shade", shade)
        self.setText(text)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_shade(self, shade: str) -> None:
        """Another colour token, at once."""
        if self.property("shade") != shade:
            self.setProperty("shade", shade)
            self.style().unpolish(self)
            self.style().polish(self)
