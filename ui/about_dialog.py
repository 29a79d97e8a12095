"""About: what this is, its version, what it is built on."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from cxsurvey import __version__

from .dialogs import PlainDialog
from .theme import Theme
from .widgets.label import Label


class AboutDialog(PlainDialog):
    """Version, promise, and the libraries with their licences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent, width=460)
        self.setWindowTitle(self.tr("About cxsurvey"))
        self.add(Label(self.tr("cxsurvey {0}").format(__version__), "title"))
        self.add(
            Label(
                self.tr(
                    "Finds out what customers care about, and where the company believes otherwise. "
                    "It works offline: no account, no network, nothing leaves this computer."
                ),
                wrap=True,
            )
        )
        self.add(
            Label(
                self.tr(
                    "Built on Qt {0} and PySide6 (LGPL), NumPy and SciPy (BSD), openpyxl and RapidFuzz (MIT), "
                    "XlsxWriter (BSD); fonts Inter and Noto Sans Thai (OFL), icons by Lucide (ISC)."
                ).format(qVersion()),
                "caption", "text_2", wrap=True,
            )
        )
