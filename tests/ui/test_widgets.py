"""The widgets do what a person does with them, by key and by mouse, and say their names."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QSpinBox, QWidget

from cxsurvey.notices import TEMPLATES, Notice, Severity
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.card_row import CardRow
from ui.widgets.chips import ChipRow
from ui.widgets.drop_area import DropArea
from ui.widgets.fields import Combo, Field, NumberBox
from ui.widgets.figure_card import FigureCard
from ui.widgets.label import Label
from ui.widgets.notice_list import NoticeList
from ui.widgets.page_frame import PageFrame
from ui.widgets.popup import DetailsPopup
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.rank_editor import RankEditor
from ui.widgets.state_mark import Light, StateMark, StepState
from ui.widgets.table_view import TableView

from .gallery import STEPS, SampleModel, gallery_window

ITEMS = [("service", "Customer service"), ("reputation", "Reputation"), ("content", "Content")]


@pytest.fixture
def editor(qtbot, theme):
    editor = RankEditor(theme, "Ranking of Marta")
    editor.set_items(ITEMS)
    qtbot.addWidget(editor)
    editor.resize(400, 200)
    editor.show()
    return editor


def choose(editor, row):
    editor.setCurrentIndex(editor.model().index(row, 0))


def test_alt_and_arrows_move_the_chosen_pillar(qtbot, editor):
    choose(editor, 1)
    with qtbot.waitSignal(editor.order_edited) as told:
        qtbot.keyClick(editor, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert told.args == [["reputation", "service", "content"]]
    qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.keys == ["service", "content", "reputation"]
    assert editor.currentIndex().row() == 2, "the row stays chosen while it moves"


def test_the_ends_of_a_ranking_hold(qtbot, editor):
    choose(editor, 0)
    with qtbot.assertNotEmitted(editor.order_edited):
        qtbot.keyClick(editor, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)


def test_arrows_alone_choose_and_move_nothing(qtbot, editor):
    choose(editor, 0)
    with qtbot.assertNotEmitted(editor.order_edited):
        qtbot.keyClick(editor, Qt.Key.Key_Down)
    assert editor.currentIndex().row() == 1


def test_a_row_says_its_name_and_place(editor):
    spoken = editor.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Reputation, 2 of 3"


def test_the_menu_moves_the_chosen_row(qtbot, editor):
    choose(editor, 2)
    actions = {action.text(): action for action in editor._menu().actions()}
    assert not actions["Move down"].isEnabled()
    with qtbot.waitSignal(editor.order_edited):
        actions["Move to the top"].trigger()
    assert editor.keys == ["content", "service", "reputation"]


def test_a_row_dropped_between_two_others_lands_there(qtbot, editor):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QDropEvent

    choose(editor, 0)
    data = editor.model().mimeData([editor.currentIndex()])
    height = editor.visualRect(editor.model().index(0, 0)).height()
    event = QDropEvent(
        QPointF(50, 2 * height), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(editor.order_edited):
        editor.dropEvent(event)
    assert editor.keys == ["reputation", "service", "content"]


def test_showing_another_order_tells_nothing_and_keeps_the_chosen_pillar(qtbot, editor):
    choose(editor, 0)
    with qtbot.assertNotEmitted(editor.order_edited):
        editor.set_items(ITEMS[::-1])
    assert editor.keys[editor.currentIndex().row()] == "service"


def test_the_model_of_the_ranking_is_sound(editor, qtmodeltester):
    qtmodeltester.check(editor.model())


def test_markup_in_a_label_is_shown_as_written(qtbot):
    label = Label("<b>Bold</b> & <a href='x'>link</a>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_an_icon_button_has_a_tooltip_and_a_name_and_is_large_enough(qtbot, theme):
    button = IconButton(theme, "settings", "Settings")
    qtbot.addWidget(button)
    assert button.toolTip() == button.accessibleName() == "Settings"
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 28


def test_buttons_are_pressed_by_space_and_grow_with_the_text(qtbot, theme):
    button = Button(theme, "Export report", kind="primary", icon="download")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    usual = button.sizeHint()
    try:
        theme.set_zoom(1.5)
        assert button.sizeHint().width() > usual.width()
    finally:
        theme.set_zoom(1.0)


def test_cards_stack_in_a_narrow_window_and_stand_side_by_side_in_a_wide_one(qtbot, theme):
    cards = [Card("One"), Card("Two")]
    row = CardRow(theme, cards, (3, 2))
    qtbot.addWidget(row)
    row.resize(1000, 300)
    row.show()
    qtbot.waitUntil(lambda: cards[0].y() == cards[1].y())
    row.resize(700, 300)
    qtbot.waitUntil(lambda: cards[1].y() > cards[0].y())
    assert row.minimumSizeHint().width() < 400


def test_a_hidden_card_leaves_its_room_to_the_others(qtbot, theme):
    cards = [Card("One"), Card("Two")]
    row = CardRow(theme, cards)
    qtbot.addWidget(row)
    row.resize(1000, 300)
    row.show()
    cards[1].hide()
    qtbot.waitUntil(lambda: cards[0].width() == 1000)
    cards[1].show()
    qtbot.waitUntil(lambda: cards[0].width() < 600)


def test_a_figure_explains_itself_by_enter(qtbot, theme):
    card = FigureCard(theme, "Agreement", "0.29", "Weak")
    card.set_details("How many pairs both sides put in the same order.", "Kendall's tau")
    qtbot.addWidget(card)
    card.show()
    with qtbot.waitSignal(card.details_requested):
        qtbot.keyClick(card, Qt.Key.Key_Return)
    (popup,) = card.findChildren(DetailsPopup)
    assert popup.isVisible()
    assert popup.text_label.text().startswith("How many pairs")
    popup.close()
    assert card.accessibleName() == "Agreement. 0.29. Weak"


def test_a_figure_without_details_is_no_control(qtbot, theme):
    card = FigureCard(theme, "Responses", "412")
    qtbot.addWidget(card)
    assert card.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_notices_stand_worst_first_and_go_when_dismissed(qtbot, theme):
    code = next(code for code, words in TEMPLATES.items() if "{" not in words)
    notices = NoticeList(theme)
    qtbot.addWidget(notices)
    notices.set_notices([Notice(code, severity=Severity.INFO), Notice(code, severity=Severity.ERROR)])
    notices.show()
    assert [bar.property("severity") for bar in notices._bars] == ["error", "info"]
    assert notices._bars[0].accessibleName().startswith("Problem: ")
    with qtbot.waitSignal(notices.dismissed) as told:
        notices._bars[0].dismiss_button.click()
    assert told.args == [code]
    assert len(notices.texts) == 1


def test_a_fourth_notice_waits_behind_a_button(qtbot, theme):
    notices = NoticeList(theme)
    qtbot.addWidget(notices)
    for number in range(5):
        notices.tell(str(number), f"Notice {number}", action="Show rows")
    assert len(notices._bars) == 4
    notices._bars[-1].click()
    assert len(notices._bars) == 5
    with qtbot.waitSignal(notices.action_requested) as told:
        notices._bars[0].action_button.click()
    assert told.args == ["4"]


def test_a_page_shows_its_empty_state_instead_of_its_content(qtbot, theme):
    page = PageFrame(theme, "Responses")
    area = DropArea(theme, "Drop a file", "or paste.", "Choose a file…")
    content = Card("Read")
    page.add(content)
    page.set_empty(area)
    qtbot.addWidget(page)
    page.show()
    page.show_empty(True)
    assert area.isVisible()
    assert not content.isVisible()
    page.show_empty(False)
    assert content.isVisible()


def drop(area, paths):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QDropEvent

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    area.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


@pytest.fixture
def area(qtbot, theme):
    area = DropArea(theme, "Drop a file", "or paste.", "Choose a file…", "Load the sample")
    qtbot.addWidget(area)
    area.show()
    return area


def test_spreadsheets_dropped_are_handed_on_and_other_files_refused(qtbot, area):
    with qtbot.waitSignal(area.files_dropped) as told:
        drop(area, ["/tmp/answers.XLSX", "/tmp/photo.png"])
    assert told.args == [["/tmp/answers.XLSX"]]
    with qtbot.waitSignal(area.refused) as told:
        drop(area, ["/tmp/photo.png"])
    assert told.args == [["photo.png"]]


def test_copied_cells_are_pasted_and_the_buttons_reached_by_key(qtbot, area):
    QGuiApplication.clipboard().setText("Customer service\tContent\n1\t2")
    with qtbot.waitSignal(area.text_pasted) as told:
        area.paste()
    assert told.args[0].startswith("Customer service")
    with qtbot.waitSignal(area.choose_requested):
        qtbot.keyClick(area.choose_button, Qt.Key.Key_Space)
    with qtbot.waitSignal(area.sample_requested):
        qtbot.keyClick(area.empty_state.sample_button, Qt.Key.Key_Space)


def test_one_chip_of_several_is_chosen(qtbot, theme):
    chips = ChipRow("Group")
    chips.set_chips([("all", "Everyone"), ("z", "Gen Z")], "all")
    qtbot.addWidget(chips)
    with qtbot.waitSignal(chips.chip_chosen) as told:
        chips._chips["z"].click()
    assert told.args == ["z"]
    assert chips.chosen == ["z"]
    with qtbot.assertNotEmitted(chips.chip_chosen):
        chips.set_chips([("all", "Everyone"), ("z", "Gen Z")], "all")
    assert chips.chosen == ["all"]


def test_several_chips_can_be_chosen_where_they_filter(qtbot, theme):
    chips = ChipRow("Shown", exclusive=False)
    chips.set_chips([("a", "Blind spots"), ("b", "Aligned")], ["a"])
    qtbot.addWidget(chips)
    with qtbot.waitSignal(chips.chips_changed) as told:
        chips._chips["b"].click()
    assert told.args == [["a", "b"]]


def test_a_state_is_a_word_as_well_as_a_shape(qtbot, theme):
    mark = StateMark(theme, StepState.LOOK)
    light = Light(theme, "amber", "n = 31 low")
    qtbot.addWidget(mark)
    qtbot.addWidget(light)
    assert mark.accessibleName() == "Look here"
    assert light.word_label.text() == light.accessibleName() == "n = 31 low"


def test_a_table_is_copied_with_its_headers(qtbot, theme):
    view = TableView(theme, "Rows left out")
    view.setModel(SampleModel(view))
    qtbot.addWidget(view)
    view.show()
    view.selectRow(1)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == ["Row\tRespondent\tReason\tPlaces given", "87\tR-0087\tNo places at all\t0"]


def test_a_combo_speaks_in_keys_and_only_of_what_a_person_chose(qtbot):
    combo = Combo("Bands")
    qtbot.addWidget(combo)
    with qtbot.assertNotEmitted(combo.key_chosen):
        combo.set_options([("pew", "Pew"), ("own", "Our own")], "own")
    assert combo.key == "own"
    with qtbot.waitSignal(combo.key_chosen) as told:
        qtbot.keyClick(combo, Qt.Key.Key_Up)
    assert told.args == ["pew"]


def test_a_number_box_tells_only_what_a_person_typed(qtbot):
    box = NumberBox("Birth year from", 1900, 2020, 1997)
    qtbot.addWidget(box)
    with qtbot.assertNotEmitted(box.number_edited):
        box.setValue(1981)
    with qtbot.waitSignal(box.number_edited) as told:
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert told.args == [1982]


def test_a_problem_is_told_beside_its_field(qtbot):
    field = Field("Name", QLineEdit(), "As the board will read it.")
    qtbot.addWidget(field)
    field.set_problem("Two pillars have this name.")
    assert field.field.accessibleDescription() == "Two pillars have this name."
    field.set_problem("")
    assert field.hint_label.text() == "As the board will read it."


def test_progress_says_what_is_done_and_stops_on_cancel(qtbot, theme):
    panel = ProgressPanel(theme)
    qtbot.addWidget(panel)
    panel.begin("Reading answers.xlsx")
    panel.set_progress(3, 10)
    assert (panel.bar.value(), panel.bar.maximum()) == (3, 10)
    with qtbot.waitSignal(panel.cancel_requested):
        panel.cancel_button.click()
    assert not panel.cancel_button.isEnabled()


CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QSpinBox)


def test_every_control_of_the_gallery_has_a_name(qtbot, theme):
    window, _ = gallery_window(theme)
    qtbot.addWidget(window)
    window.show()
    for key, _, _ in STEPS:
        window.open_step(key)
    nameless = []
    for widget in window.findChildren(QWidget):
        inside = isinstance(widget.parent(), CONTROLS) or widget.objectName().startswith("qt_")
        inside = inside or widget.window() is not window  # the list of a combo box
        is_control = isinstance(widget, CONTROLS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
        if is_control and not inside and not named:
            nameless.append(widget)
    assert nameless == []
    assert isinstance(window.sidebar.steps_view.model(), QAbstractItemModel)
    assert window.childAt(QPoint(20, 300)) is not None
