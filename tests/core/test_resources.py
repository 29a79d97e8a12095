import json
import shutil

import pytest

from cxsurvey import resources


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A made-up place of installation, with the module believing it lives there."""
    folder = tmp_path / "site" / "cxsurvey"
    folder.mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", folder)
    return folder


def ship(folder):
    (folder / "pillars").mkdir(parents=True)
    (folder / "pillars" / "cx.json").write_text(json.dumps({"name": "Zażółć"}), encoding="utf-8")
    (folder / "pillars" / ".hidden").touch()
    (folder / "pillars" / "a.txt").write_text("ไทย", encoding="utf-8")
    (folder / "pillars" / "inner").mkdir()


def test_a_checkout_has_its_data_beside_the_package(package):
    ship(package.parent / "resources")
    assert resources.read_json("pillars", "cx.json") == {"name": "Zażółć"}


def test_a_wheel_has_its_data_inside_the_package(package):
    ship(package / "resources")
    assert resources.read_text("pillars", "a.txt") == "ไทย"


def test_the_data_inside_the_package_comes_first(package):
    ship(package.parent / "resources")
    shutil.copytree(package.parent / "resources", package / "resources")
    assert package / "resources" in resources.resource_path("pillars").parents


def test_names_are_the_visible_files_in_order(package):
    ship(package / "resources")
    assert resources.list_names("pillars") == ("a.txt", "cx.json")


def test_what_was_not_shipped_is_named(package):
    ship(package / "resources")
    with pytest.raises(FileNotFoundError, match=r"pillars/none\.json"):
        resources.read_json("pillars", "none.json")


def test_every_shipped_json_file_can_be_read():
    root = resources.resources_folder()
    for path in root.rglob("*.json"):
        assert resources.read_json(*path.relative_to(root).parts) is not None, path
