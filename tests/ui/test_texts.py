"""Notices as sentences of the window."""

import pytest
from PySide6.QtCore import QLocale

from cxsurvey.notices import TEMPLATES, Notice
from ui.texts import notice_text, number, percent, value_text


@pytest.fixture
def german():
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


def test_every_code_of_the_core_becomes_a_sentence(qapp):
    from string import Formatter

    for code, template in TEMPLATES.items():
        names = {name for _, name, _, _ in Formatter().parse(template) if name}
        said = notice_text(Notice(code, tuple((name, "x") for name in names)))
        assert said
        assert "{" not in said


def test_numbers_follow_the_locale_of_the_reader(qapp, german):
    assert number(4.56) == "4,6"
    assert value_text(4.5) == "4,5"
    assert value_text(12_345) == "12.345"
    assert percent(0.65) == "65\u00a0%"


def test_decimals_asked_for_by_the_words_are_kept_in_the_reader_s_locale(qapp, german, monkeypatch):
    monkeypatch.setitem(TEMPLATES, "probe", "± {margin:.1f} of {n} at {level:g} %")
    said = notice_text(Notice("probe", (("margin", 4.84), ("n", 12_345), ("level", 97.5))))
    assert said == "± 4,8 of 12.345 at 97,5 %"


def test_years_and_row_numbers_are_not_grouped(qapp, german):
    assert value_text(1985) == "1985"


def test_words_stay_as_they_are(qapp):
    assert value_text("<b>7</b>") == "<b>7</b>"
