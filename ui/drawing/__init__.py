"""Paints figures with QPainter: one function a chart kind, for screen, PNG, SVG, PDF and clipboard alike.

Each chart module lays out marks first (``lay_out``), so that tests can look for labels that meet; ``marks`` then
paints them on any device.
"""

from .files import write_charts

__all__ = ["write_charts"]
