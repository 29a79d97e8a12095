"""A small study, and its responses page on the screen."""

import pytest

from ui.document import Document
from ui.responses.page import ResponsesPage
from ui.responses.view_model import ResponsesViewModel
from ui.shell_view_model import ShellViewModel

from ..studies import small_study


@pytest.fixture
def document(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("CXSURVEY_HOME", str(tmp_path / "home"))
    document = Document()
    document.new(small_study())
    yield document
    document.close()


@pytest.fixture
def view_model(document):
    return ResponsesViewModel(document, ShellViewModel())


@pytest.fixture
def page(qtbot, theme, view_model):
    page = ResponsesPage(theme, view_model)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    return page
