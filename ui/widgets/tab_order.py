"""Tab goes through a page as it is read, also after cards came, went or moved."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget


def set_reading_order(root: QWidget) -> None:
    """Orders everything in ``root`` that takes the focus by its place in the layouts, row by row."""
    for before, after in pairwise(list(_controls(root))):
        QWidget.setTabOrder(before, after)


def _controls(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        if not isinstance(widget, QScrollArea):
            return  # what a field or a table is made of is its own affair
    if isinstance(widget, QScrollArea):
        if widget.widget() is not None:
            yield from _controls(widget.widget())
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from _controls(child)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: layout.getItemPosition(place)[:2])
    for place in places:
        item = layout.itemAt(place)
        if (widget := item.widget()) is not None:
            yield from _controls(widget)
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)
