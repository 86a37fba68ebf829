"""The PySide that is installed keeps what Python lends it: 6.12.0 on Python 3.11 lost a reference to None a call."""

import sys
from pathlib import Path

import PySide6
from PySide6.QtWidgets import QLabel


def test_void_calls_keep_their_reference_to_none(qtbot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(500):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 100


def test_no_part_under_the_gpl_is_installed() -> None:
    folder = Path(PySide6.__file__).parent
    found = [path.name for part in ("Charts", "Graphs") for path in folder.rglob(f"*Qt*{part}*")]
    assert [name for name in found if not name.endswith((".pyi", ".xml"))] == []
