"""Settings come back with the type they were given, from the file alone."""

import pytest

from ui.settings import DEFAULTS, MOST_RECENT, Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.ini"


def test_every_setting_has_its_default_before_anything_was_chosen(qapp, path):
    settings = Settings(path)
    assert {key: settings.value(key) for key in DEFAULTS} == DEFAULTS


def test_a_setting_comes_back_from_the_file_with_its_type(qapp, path):
    settings = Settings(path)
    settings.set_value("window/maximized", False)
    settings.set_value("look/zoom", 1.25)
    settings.set_value("files/recent", ["/tmp/one.cxs"])
    settings.sync()
    again = Settings(path)
    assert again.value("window/maximized") is False
    assert again.value("look/zoom") == 1.25
    assert again.value("files/recent") == ["/tmp/one.cxs"]


def test_false_is_not_true_after_a_restart(qapp, path):
    settings = Settings(path)
    settings.set_value("window/maximized", True)
    settings.set_value("window/maximized", False)
    settings.sync()
    assert Settings(path).value("window/maximized") is False


def test_a_value_of_another_type_or_an_unknown_key_is_refused(qapp, path):
    settings = Settings(path)
    with pytest.raises(TypeError):
        settings.set_value("look/zoom", "large")
    with pytest.raises(KeyError):
        settings.value("look/colour")


def test_a_spoiled_value_counts_as_not_set(qapp, path):
    path.write_text("[look]\nzoom=wide\n", encoding="utf-8")
    assert Settings(path).value("look/zoom") == 1.0


def test_recent_files_are_newest_first_and_few(qapp, path):
    settings = Settings(path)
    for count in range(MOST_RECENT + 3):
        settings.remember_file(f"/tmp/{count}.cxs")
    settings.remember_file("/tmp/5.cxs")
    recent = settings.recent_files()
    assert recent[0] == "/tmp/5.cxs"
    assert len(recent) == len(set(recent)) == MOST_RECENT
