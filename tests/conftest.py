"""For all tests: how hypothesis looks for examples, and a home that is nobody's."""

import os

import pytest
from hypothesis import settings

# A slow machine is no fault; and a change is judged by the same examples each time, new ones are found at the desk.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home(tmp_path_factory):
    """No test meets the person's own studies and settings, nor those of a test in another process."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CXSURVEY_HOME", str(home))
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        patch.setenv("XDG_DATA_HOME", str(home / "data"))
        yield
