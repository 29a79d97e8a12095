"""How long work tells how far it is, and how it is told to stop."""

from typing import Protocol


class Cancelled(Exception):
    """The person pressed Cancel; raised out of a progress call, and passed through by all work."""


class Progress(Protocol):
    """Called every batch as ``progress(done, total)``; raises ``Cancelled`` when the work shall stop."""

    def __call__(self, done: int, total: int, /) -> None: ...


def silent(done: int, total: int, /) -> None:
    """Progress that nobody watches."""
