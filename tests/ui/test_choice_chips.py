"""One of many: a few chips, the rest behind a search."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.widgets.choice_chips import MORE, Choice, ChoiceChips
from ui.widgets.choice_popup import HEADING, KEY_ROLE, ChoiceModel

ALONE = [Choice(f"k{n}", f"Question {n}") for n in range(4)]
OPTIONS = [Choice(f"c:{name}", name, "Channels") for name in ("Phone", "Shop", "Web")]


@pytest.fixture
def chips(qtbot, theme):
    chips = ChoiceChips(theme, "Group by", "Find a question", most=2)
    qtbot.addWidget(chips)
    chips.show()
    return chips


def shown(chips):
    return [chip.text() for chip in chips._chips.values()]


def test_options_have_no_chip_of_their_own_before_they_are_chosen(chips):
    chips.set_choices([*ALONE, *OPTIONS], "k0")
    assert shown(chips) == ["Question 0", "Question 1", "5 more…"]
    chips.set_choices([*ALONE, *OPTIONS], "c:Shop")
    assert shown(chips) == ["Question 0", "Question 1", "Channels: Shop", "4 more…"]
    assert chips.chosen == ["c:Shop"]


def test_what_fits_is_shown_without_a_list(chips):
    chips.set_choices(ALONE[:3], "k2")
    assert shown(chips) == ["Question 0", "Question 1", "Question 2"]


def test_long_texts_are_cut_on_the_chip_and_said_in_full(chips):
    text = "Do you consider yourself to be a fan of the franchise?"
    chips.set_choices([Choice("long", text), ALONE[0]], "k0")
    chip = chips._chips["long"]
    assert chip.text().endswith("…")
    assert (chip.toolTip(), chip.accessibleName()) == (text, f"Group by: {text}")


def test_a_choice_is_found_by_its_words_and_taken_by_keys(qtbot, chips):
    chips.set_choices([*ALONE, *OPTIONS], "k0")
    with qtbot.assertNotEmitted(chips.chip_chosen):
        chips._chips[MORE].click()
    assert chips.chosen == ["k0"]
    popup = chips.popup
    QTest.keyClicks(popup.find_edit, "chan we")
    assert [popup.model.index(row).data(KEY_ROLE) for row in range(popup.model.rowCount())] == [HEADING, "c:Web"]
    with qtbot.waitSignal(chips.chip_chosen) as told:
        QTest.keyClick(popup.find_edit, Qt.Key.Key_Return)
    assert told.args == ["c:Web"]


def test_arrows_pass_headings_over_and_words_that_nothing_has_say_so(qtbot, chips):
    chips.set_choices([*ALONE[:1], *OPTIONS], "k0")
    chips._chips[MORE].click()
    popup = chips.popup
    QTest.keyClick(popup.find_edit, Qt.Key.Key_Down)
    assert popup.list_view.currentIndex().data(KEY_ROLE) == "c:Phone"
    QTest.keyClick(popup.find_edit, Qt.Key.Key_Up)
    assert popup.list_view.currentIndex().data(KEY_ROLE) == "k0"
    QTest.keyClicks(popup.find_edit, "zzz")
    assert popup.none_label.isVisible()
    with qtbot.assertNotEmitted(chips.chip_chosen):
        QTest.keyClick(popup.find_edit, Qt.Key.Key_Return)
    popup.close()


def test_the_list_is_an_item_model(qtmodeltester):
    model = ChoiceModel()
    model.set_choices([(one.key, one.text, one.section) for one in (*ALONE, *OPTIONS)])
    qtmodeltester.check(model)
    assert model.rowCount() == len(ALONE) + 1 + len(OPTIONS)
    assert not model.flags(model.index(len(ALONE))) & Qt.ItemFlag.ItemIsSelectable
