"""Puts the window and the shipped data inside the package, so that no ``ui`` lands in site-packages."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CarryWindowAndData(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if (
            version == "standard"
        ):  # an editable install runs from the checkout, where both stand beside the package
            build_data["force_include"].update({"ui": "cxsurvey/ui", "resources": "cxsurvey/resources"})
