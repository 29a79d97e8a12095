"""PySide6 6.12.0 on Python 3.11 gives away a reference to None at each void call, until the process dies."""

import sys

from PySide6.QtWidgets import QLabel

CALLS = 1000


def test_calls_of_qt_keep_their_references_to_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("a")
    assert before - sys.getrefcount(None) < CALLS / 10
