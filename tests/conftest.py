"""For all tests: how hypothesis looks for examples."""

import os

from hypothesis import settings

# A slow machine is no fault; and a change is judged by the same examples each time, new ones are found at the desk.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
