"""The frame of the window: steps by key and click, pages made when first needed, the foot, the menus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.main_window import MainWindow, Step
from ui.shell_view_model import ShellViewModel
from ui.widgets.state_mark import StepState


class Page(QWidget):
    def __init__(self):
        super().__init__()
        self.name_edit = QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.name_edit)


@pytest.fixture
def shell(qtbot, theme):
    built = []

    def factory(key):
        built.append(key)
        return Page()

    view_model = ShellViewModel()
    names = {"pillars": "Pillars", "internal": "Our view", "survey": "Survey"}
    steps = [Step(key, "circle", lambda key=key: names[key], lambda key=key: factory(key)) for key in names]
    window = MainWindow(theme, view_model, steps)
    window.built = built
    window.open_step("pillars")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window, view_model


def test_a_page_is_built_when_it_is_first_opened_and_kept(shell):
    window, _ = shell
    assert window.built == ["pillars"]
    window.open_step("survey")
    window.open_step("pillars")
    assert window.built == ["pillars", "survey"]


def test_arrow_keys_in_the_list_open_steps_and_enter_goes_into_the_page(qtbot, shell):
    window, _ = shell
    steps = window.sidebar.steps_view
    steps.setFocus()
    with qtbot.waitSignal(window.step_opened) as told:
        qtbot.keyClick(steps, Qt.Key.Key_Down)
    assert told.args == ["internal"]
    qtbot.keyClick(steps, Qt.Key.Key_Return)
    assert window.page("internal").name_edit.hasFocus()


def test_control_and_a_digit_open_a_step(qtbot, shell):
    window, _ = shell
    with qtbot.waitSignal(window.step_opened):
        qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.current_step == "survey"
    assert window.sidebar.steps_view.currentIndex().row() == 2


def test_a_step_says_its_name_and_state(shell):
    window, view_model = shell
    view_model.set_states({"internal": StepState.LOOK})
    model = window.sidebar.steps_view.model()
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Our view, Look here"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Pillars, Not started"


def test_the_title_has_the_study_and_a_star_while_it_is_not_saved(shell):
    window, view_model = shell
    view_model.set_project("Spring survey", "Sample company · 10 pillars")
    view_model.set_saved("All changes kept", modified=True)
    assert window.windowTitle().startswith("Spring survey[*]")
    assert window.isWindowModified()
    assert window.sidebar.caption_label.text() == "Sample company · 10 pillars"


def test_long_work_is_shown_at_the_foot_with_a_cancel(qtbot, shell):
    window, view_model = shell
    view_model.begin_work("Reading answers.xlsx")
    view_model.set_progress(2, 4)
    assert window.foot.work_bar.isVisible()
    assert window.foot.work_bar.value() == 2
    with qtbot.waitSignal(view_model.cancel_requested):
        window.foot.cancel_button.click()
    view_model.end_work()
    assert not window.foot.cancel_button.isVisible()


def test_undo_and_redo_follow_the_stack(shell):
    window, _ = shell
    stack = QUndoStack()
    window.actions_table.set_undo_stack(stack)
    undo, redo = window.actions_table["undo"], window.actions_table["redo"]
    assert not undo.isEnabled()
    stack.push(QUndoCommand("Rename pillar"))
    assert undo.isEnabled()
    assert "Rename pillar" in undo.text()
    undo.trigger()
    assert redo.isEnabled()


def test_no_two_actions_share_a_shortcut(shell):
    window, _ = shell
    used = [key.toString() for action in window.actions() for key in action.shortcuts()]
    used += [f"Ctrl+{digit}" for digit in range(10)]
    assert sorted(used) == sorted(set(used))


def test_the_window_stays_open_when_the_answer_is_to_go_on(shell):
    window, _ = shell
    window.may_close = lambda: False
    assert not window.close()
    window.may_close = lambda: True
    assert window.close()


def test_pages_thrown_away_are_built_again(shell):
    window, _ = shell
    window.open_step("survey")
    window.rebuild_pages()
    assert window.built == ["pillars", "survey", "survey"]
    assert window.current_step == "survey"


def test_the_window_fits_a_small_screen(shell):
    window, _ = shell
    window.resize(1024, 640)
    assert (window.width(), window.height()) == (1024, 640)
