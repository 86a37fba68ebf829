"""How items are ranked: the rules as a table, in the words of the coordinator."""

from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.label import label

RULES = (
    ("No contact for so long that the pair is at risk", "Now", "90 + days beyond the limit, at most 99"),
    ("Trust or value rated 2 or lower", "Now", "84 + 3 × (4 − answer)"),
    (
        "Somebody has no mentor or peer yet",
        "Now if matching closes within 14 days, else This week",
        "70 + (14 − days left); later: 50",
    ),
    (
        "A milestone is overdue by more than 7 days",
        "This week; Now over 30 days",
        "60 + days overdue, at most 69; the same milestone of one cohort is one item",
    ),
    ("Give and take are one-sided", "This week", "55"),
    ("A cohort ends within 14 days", "This week", "50 + (14 − days left), at most 54"),
    ("Leave, return, move or departure within 30 days", "This week", "40"),
    ("Promotion, new role, award or anniversary of the last 14 days", "Good news", "20"),
)
"""DESIGN section 9, attention ranking: what, in which group, with which score."""


class RankingDialog(Dialog):
    """Reading only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("How items are ranked", parent, primary="Close", cancel="", width=720)
        words = (
            "Higher score first, then the older fact, then the name. An item that was acted on stays away for 14 days "
            "and comes back if its reason still holds. Programs may set other limits."
        )
        self.body.addWidget(label(words, "body", "text2", wrap=True))
        self.table = QTextBrowser()
        self.table.setAccessibleName("Rules of the ranking")
        self.table.setHtml(_html())
        self.table.setMinimumHeight(theme.current().line() * 25)
        self.body.addWidget(self.table)


def _html() -> str:
    look = theme.current()
    head = "".join(f"<th align='left'>{title}</th>" for title in ("Item", "Group", "Score"))
    cells = ["".join(f"<td>{escape(text)}</td>" for text in rule) for rule in RULES]
    style = f"border-collapse:collapse; border:1px solid {look.hex('border')}"
    rows = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<table width='100%' cellpadding='6' border='1' style='{style}'><tr>{head}</tr>{rows}</table>"
