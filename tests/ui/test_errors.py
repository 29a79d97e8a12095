"""What nobody expected is written down, and told in plain words."""

import sys

import pytest
from PySide6.QtGui import QGuiApplication

from ui.errors import ErrorDialog, ErrorHook


@pytest.fixture
def hook(qapp, tmp_path):
    before = sys.excepthook
    hook = ErrorHook(tmp_path / "logs")
    hook.install()
    yield hook
    hook.uninstall()
    sys.excepthook = before


def test_an_unexpected_exception_is_logged_and_told(qtbot, hook):
    with qtbot.waitSignal(hook.caught) as told:
        try:
            raise ZeroDivisionError("no respondents")
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert "ZeroDivisionError: no respondents" in told.args[0]
    assert "no respondents" in (hook.folder / "cxsurvey.log").read_text(encoding="utf-8")


def test_the_failure_of_a_job_is_told_the_same_way(qtbot, hook):
    with qtbot.waitSignal(hook.caught) as told:
        hook.report(LookupError("a bug"))
    assert "LookupError: a bug" in told.args[0]


def test_the_dialog_says_that_the_work_is_safe_and_gives_the_details(qtbot, theme, tmp_path):
    dialog = ErrorDialog(theme, "Traceback: details", tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Traceback: details"
    dialog.close_button.click()
    assert not dialog.isVisible()
