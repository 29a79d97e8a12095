"""The command line: every step of the window as a verb, over the same functions."""

from cxsurvey.cli.command import main

__all__ = ["main"]
