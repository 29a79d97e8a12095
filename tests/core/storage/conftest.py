"""Every test here has a private folder of its own."""

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    folder = tmp_path / "home"
    monkeypatch.setenv("CXSURVEY_HOME", str(folder))
    return folder
