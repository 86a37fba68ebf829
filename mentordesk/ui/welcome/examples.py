"""Small pictures of what one gets: three pairs of the sample, and two lines of a roster. They only show."""

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets.avatar import PairAvatars
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.give_take_bar import BarBalance, GiveTakeBar
from mentordesk.ui.widgets.label import card, line

_PAIRS = (
    ("Amara Okonkwo", "Jonas Weidmann", "Amara & Jonas", 13, 16),
    ("Hélène Garnier", "Tariq Nasser", "Hélène & Tariq", 12, 7),
    ("Hana Kobayashi", "Luca Ferrante", "Hana & Luca", 14, 6),
)
_ROSTER = (
    ("Name", "Title", "Wants to learn"),
    ("Tendai Moyo", "Planner", "budgets"),
    ("Aiko Hirano", "Lab lead", "negotiation"),
)


def pairs() -> QFrame:
    """Three pairs with what each side gave."""
    frame = card("sunken")
    grid = QGridLayout(frame)
    grid.setContentsMargins(12, 8, 12, 8)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    for number, (left, right, name, gave, got) in enumerate(_PAIRS):
        grid.addWidget(PairAvatars(left, right, 24), number, 0)
        grid.addWidget(ElidedLabel(name, "caption"), number, 1)
        first, second = name.split(" & ")
        bar = GiveTakeBar(BarBalance(gave, got, first, second, scale=20))
        bar.setFixedWidth(theme.current().wide(92))
        grid.addWidget(bar, number, 2)
    grid.setColumnStretch(1, 1)
    return _still(frame)


def roster() -> QFrame:
    """The head and two rows of a list of people."""
    frame = card("sunken")
    grid = QGridLayout(frame)
    grid.setContentsMargins(1, 4, 1, 4)
    grid.setHorizontalSpacing(0)
    grid.setVerticalSpacing(3)
    for number, cells in enumerate(_ROSTER):
        for column, text in enumerate(cells):
            words = ElidedLabel(
                text, "strong_caption" if number == 0 else "caption", "text2" if number == 0 else "text"
            )
            grid.addWidget(_indented(words), 2 * number, column)
        if number < len(_ROSTER) - 1:
            grid.addWidget(line(), 2 * number + 1, 0, 1, 3)
    for column, share in enumerate((8, 6, 9)):
        grid.setColumnStretch(column, share)
    return _still(frame)


def _indented(words: QWidget) -> QWidget:
    holder = QFrame()
    inside = QGridLayout(holder)
    inside.setContentsMargins(10, 0, 2, 0)
    inside.addWidget(words)
    return holder


def _still(frame: QFrame) -> QFrame:
    frame.setAccessibleName("An example")
    return frame
