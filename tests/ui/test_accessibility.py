"""Every page of the real program with the sample study: named, reached by keys, in plain text, nothing cut."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.ui.programs import LONG
from ui.app import Program
from ui.errors import ErrorHook
from ui.settings import Settings
from ui.translations import load_translations
from ui.widgets.chart_canvas import ChartCanvas

STEPS = (
    "start", "pillars", "internal", "survey", "responses", "adequacy", "comparison", "generations", "plan", "report",
)  # fmt: skip
CONTROLS = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QTextEdit, QPlainTextEdit, QAbstractItemView, ChartCanvas,
)  # fmt: skip
WIDE = (1280, 800)


class Flashes(QObject):
    """Notes windows that show up beside the program's own: a widget shown before it has a parent is one."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture(scope="module")
def program(qapp, theme, tmp_path_factory):
    """The program as it runs, with the sample study open and its results computed."""
    patch = pytest.MonkeyPatch()
    home = tmp_path_factory.mktemp("home")
    patch.setenv("CXSURVEY_HOME", str(home))
    translators = load_translations(qapp)
    program = Program(qapp, Settings(home / "settings.ini"), theme, ErrorHook(home))
    program.window.resize(*WIDE)
    program.window.show()
    program.flashes = Flashes()
    qapp.installEventFilter(program.flashes)
    yield program
    qapp.removeEventFilter(program.flashes)
    program.shut_down()
    program.window.deleteLater()
    for translator in translators:
        qapp.removeTranslator(translator)
    patch.undo()


@pytest.fixture(params=STEPS)
def page(request, qtbot, program):
    """Each step's page, its results there."""
    if program.document.project is None:
        program.files.open_sample()
    qtbot.waitUntil(lambda: program.results.analysis is not None and not program.results.is_busy, timeout=LONG)
    program.window.open_step(request.param)
    qtbot.waitExposed(program.window)
    qtbot.wait(50)  # a turn of the event loop lays the page out
    return program.window.page(request.param)


def controls(page):
    """What a person can use: not the parts that Qt's own widgets are made of."""
    for kind in CONTROLS:
        for widget in page.findChildren(kind):
            inside = isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox, QAbstractItemView))
            popup = widget.window() is not page.window()
            if widget.isVisibleTo(page) and not inside and not popup and widget.objectName() != "qt_toolbar_ext_button":
                yield widget


def called(widget):
    """What a screen reader says: the name, the words on it, or the label tied to it."""
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    if words:
        return words
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def path_of(widget):
    """Where a widget is, for the message of a failing test."""
    steps = []
    while widget is not None and len(steps) < 4:
        steps.append(type(widget).__name__)
        widget = widget.parentWidget()
    return " in ".join(steps)


def test_no_window_flashes_while_a_page_is_built(page, program):
    seen, program.flashes.seen = program.flashes.seen, []
    assert not seen


def test_every_control_has_a_name(page):
    assert not [path_of(widget) for widget in controls(page) if not called(widget).strip()]


def test_every_control_is_reached_by_tab(page):
    policies = Qt.FocusPolicy.TabFocus
    lost = [
        f"{path_of(widget)}: {called(widget)}"
        for widget in controls(page)
        if widget.isEnabled() and not widget.focusPolicy() & policies and not _is_one_of_a_group(widget)
    ]
    assert not lost


def _is_one_of_a_group(widget):
    """Of chips of which one is chosen the keyboard reaches the chosen one, and arrows the others."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive()


def test_every_text_is_plain(page):
    assert not [
        f"{path_of(label)}: {label.text()[:40]}" for label in page.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
    ]  # fmt: skip


def test_no_text_is_cut(page):
    cut = []
    for label in page.findChildren(QLabel):
        if not label.isVisibleTo(page) or label.wordWrap() or not label.text():
            continue
        wanted = QFontMetrics(label.font()).boundingRect(label.text()).width()
        if wanted > label.width() + 2:
            cut.append(f"{path_of(label)}: {label.text()[:60]} ({wanted} in {label.width()})")
    assert not cut


def test_no_wrapped_text_is_cut(page):
    cut = []
    for label in page.findChildren(QLabel):
        if label.isVisibleTo(page) and label.wordWrap() and label.text():
            wanted = label.heightForWidth(label.width())
            if wanted > label.height() + 2:
                cut.append(f"{path_of(label)}: {label.text()[:60]} ({wanted} in {label.height()})")
    assert not cut


def test_a_page_needs_no_sideways_scrolling_in_a_small_window(page, program, qtbot):
    program.window.resize(1024, 640)
    qtbot.wait(50)
    inner: QWidget = page.scroll_area.widget()
    width = inner.minimumSizeHint().width()
    program.window.resize(*WIDE)
    qtbot.wait(20)
    assert width <= page.scroll_area.viewport().width()
