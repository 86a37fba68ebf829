"""The form of a cohort as it comes back: everybody has answered, one of them wrongly."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl

from tests.answered import add, answer, save

SECRET = "It is not easy for me to say this"


def fill(file: Path, mine: list[Any], on: date) -> Path:
    """Both sides of every pair answer, one of them wrongly; each pair was in touch and gave both ways."""
    book = openpyxl.load_workbook(file)
    for at, pair in enumerate(mine):
        for who in (pair.left, pair.right):
            trust = 9 if who == mine[-1].right else 4
            given = {"I can say": trust, "It is worth": 5, "I give": 4, "We move": 4, "Comment": SECRET}
            answer(book["Check-in"], who, {"Answered": on - timedelta(days=2)} | given)
        day = on - timedelta(days=3 + at)
        name = f"{pair.left} & {pair.right}"
        add(book["Contacts"], at + 1, {"Pair": name, "Date": day, "How": "Coffee", "Minutes": 30})
        for side, who in enumerate((pair.left, pair.right)):
            gift = {"Pair": name, "Who": who, "Date": day, "What": "Advice", "How much": 2 + side}
            add(book["Exchanges"], 2 * at + side + 1, gift)
    return save(book, file.with_name("back.xlsx"), on)
