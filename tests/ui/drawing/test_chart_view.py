"""A chart on a page, used as a person does: looked at, pointed at, by keys, as a table, copied, saved."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from cxsurvey.notices import english
from tests.ui.drawing.conftest import hard_figures
from ui.widgets.chart_view import ChartView
from ui.widgets.figure_table_model import FigureTableModel


@pytest.fixture
def view(qtbot, theme, figures):
    view = ChartView(theme)
    qtbot.addWidget(view)
    view.set_figure(figures[0])
    view.resize(800, 560)
    view.show()
    qtbot.waitExposed(view)
    view.canvas.repaint()
    return view


def test_the_chart_is_told_to_screen_readers_by_name_and_finding(view, figures):
    assert view.canvas.accessibleName() == english(figures[0].head.title)
    assert view.canvas.accessibleDescription() == english(figures[0].head.description)
    assert view.canvas.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_pointing_at_a_row_tells_its_name_in_full_and_its_places(view):
    spot = view.canvas.spot_at(QPoint(view.canvas.width() // 2, 130))
    assert spot.text.splitlines()[0] in {"Low friction", "Company representatives", "Products and services"}
    assert "Customers: place" in spot.text


def test_names_in_tooltips_are_text_never_markup(view, qtbot):
    view.set_figure(hard_figures(5)[0])
    view.canvas.repaint()
    bold = next(spot for spot in view.canvas._sheet.spots if "<b>bold" in spot.text)
    point = bold.rect.center().toPoint()
    QApplication.sendEvent(view.canvas, QHelpEvent(QEvent.Type.ToolTip, point, view.canvas.mapToGlobal(point)))
    assert "&lt;b&gt;bold&lt;/b&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_down_goes_from_row_to_row_and_leaving_goes_back_to_the_finding(view, qtbot, figures):
    view.activateWindow()
    view.canvas.setFocus()
    qtbot.keyClick(view.canvas, Qt.Key.Key_Down)
    assert view.canvas.accessibleDescription().startswith("Customer service")
    qtbot.keyClick(view.canvas, Qt.Key.Key_Down)
    assert view.canvas.accessibleDescription().startswith("Low friction")
    qtbot.keyClick(view.canvas, Qt.Key.Key_Up)
    assert view.canvas.accessibleDescription().startswith("Customer service")
    view.copy_button.setFocus()
    view.canvas.clearFocus()
    assert view.canvas.accessibleDescription() == english(figures[0].head.description)
    QToolTip.hideText()


def test_the_table_shows_the_same_numbers_and_the_button_leads_back(view, qtbot):
    qtbot.mouseClick(view.table_button, Qt.MouseButton.LeftButton)
    assert view.table_view.isVisible()
    assert not view.canvas.isVisible()
    assert view.table_model.index(2, 0).data() == "Company representatives"
    assert view.table_button.text() == "Show as chart"
    qtbot.keyClick(view.table_button, Qt.Key.Key_Space)
    assert view.canvas.isVisible()


def test_copy_puts_picture_and_numbers_on_the_clipboard_and_says_so(view, qtbot):
    with qtbot.waitSignal(view.copied):
        qtbot.keyClick(view.copy_button, Qt.Key.Key_Space)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasImage()
    assert "Company representatives\t3" in mime.text()
    assert view.outcome_label.text()
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("name", "written"), [("a.svg", "a.svg"), ("b.PDF", "b.PDF"), ("c", "c.png"), ("d.v2", "d.v2.png")]
)
def test_saving_writes_the_kind_the_name_says(view, tmp_path, name, written):
    view.save(tmp_path / name)
    assert (tmp_path / written).stat().st_size > 1000
    assert written in view.outcome_label.text()


def test_a_file_that_cannot_be_written_is_told_beside_the_button(view, qtbot, tmp_path):
    with qtbot.waitSignal(view.failed):
        view.save(tmp_path / "missing" / "a.png")
    assert "could not be written" in view.outcome_label.text()


def test_rows_never_squeeze_below_their_least_height(view):
    view.set_figure(hard_figures(20)[0])
    assert view.canvas.minimumHeight() >= 20 * 28


def test_the_chart_follows_the_theme_at_once(view, theme):
    def colours():
        image = view.canvas.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(0, 800, 2) for y in range(0, 300, 2)}

    try:
        theme.set_choice("dark")
        assert theme.tokens.customers.lower() in colours()
    finally:
        theme.set_choice("light")
    assert theme.tokens.customers.lower() in colours()


def test_every_control_has_an_accessible_name(view):
    for control in (view.canvas, view.table_button, view.copy_button, view.save_button, view.table_view):
        assert control.accessibleName()


def test_nothing_to_show_hides_the_view(view):
    view.set_figure(None)
    assert not view.isVisible()


def test_the_table_model_keeps_the_rules_of_item_models(qtmodeltester, figures, qapp):
    from ui.drawing.table import figure_table

    model = FigureTableModel()
    for figure in figures:
        model.set_table(figure_table(figure, english))
        qtmodeltester.check(model)
