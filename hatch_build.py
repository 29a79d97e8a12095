"""Puts the window and the shipped data inside the package, so that no ``ui`` lands in site-packages."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CarryWindowAndData(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        # An editable install runs from the checkout, where all of it stands beside the package.
        if version == "standard":
            carried = {
                "ui": "cxsurvey/ui",
                "resources": "cxsurvey/resources",
                "docs/methods.md": "cxsurvey/resources/docs/methods.md",
            }
            build_data["force_include"].update(carried)
