"""Paints figures with QPainter: one function a chart kind, for screen, PNG, SVG, PDF and clipboard alike.

Each chart module lays out marks first (``lay_out``), so that tests can look for labels that meet; ``marks`` then
paints them on any device. What the command line asks for stands here.
"""

from .files import write_charts
from .report import write_report

__all__ = ["write_charts", "write_report"]
