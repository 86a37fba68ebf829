"""How the file is read where it leaves that open: what a row is, and whether day or month comes first. Knows no row."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain import dates
from mentordesk.domain.importing import Shape
from mentordesk.domain.wording import counted
from mentordesk.exchange.roster.fields import label as field_label
from mentordesk.exchange.roster.ways import Decided
from mentordesk.ui.imports.draft import Draft
from mentordesk.ui.imports.findings import DateColumn, Findings, both_ways
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.segments import SegmentedControl

SHAPES = {
    Shape.ROSTER: "One person",
    Shape.LONG: "One fact about a person",
    Shape.WIDE: "One person, cohorts in columns",
    Shape.HISTORY: "A place in a past cohort",
    Shape.PAIRS: "A pair side by side",
}
_MEANS = {
    Shape.ROSTER: "Each row is somebody else.",
    Shape.LONG: "Rows about the same person are put together: interests, ranks.",
    Shape.WIDE: "Each column of a cohort says what the person was in it.",
    Shape.HISTORY: "Past cohorts, who was in them and what became of it. Nobody is enrolled anew.",
    Shape.PAIRS: "Mentor and mentee have columns of their own: both come in, and are made a pair.",
}
_SHOWN_COLUMNS = 3


class WaysCard(QFrame):
    """Emits a Shape, or whether the day comes first; None leaves either to the file."""

    shape_chosen = Signal(object)
    day_first_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setProperty("region", True)
        self._found = Shape.ROSTER
        self._example = ""
        self.shape = DropDown(name="What a row of the file is")
        self.shape.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.shape.chosen.connect(lambda key: self.shape_chosen.emit(None if key is self._found else key))
        self.shape_words = label("", "caption", "text2", wrap=True)
        self.dates = QWidget()
        self.order: SegmentedControl | None = None
        self.order_words = label("", "caption", "text2", wrap=True)
        self._date_title = label("", "body")
        self._beside = QHBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        title = label("A row is", "body")
        title.setBuddy(self.shape)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(title)
        first.addWidget(self.shape, 1)
        self._beside.setSpacing(8)
        self._beside.addWidget(self._date_title)
        self._beside.addStretch(1)
        below = QVBoxLayout(self.dates)
        below.setContentsMargins(0, 6, 0, 0)
        below.setSpacing(4)
        below.addLayout(self._beside)
        below.addWidget(self.order_words)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(4)
        inside.addWidget(label("How the file is read", "section"))
        inside.addSpacing(4)
        inside.addLayout(first)
        inside.addWidget(self.shape_words)
        inside.addWidget(self.dates)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.dates.hide()

    def show_ways(self, draft: Draft, shape: Shape, findings: Findings) -> None:
        """What was found, and what the coordinator has switched."""
        if draft.ways.shape is None:
            self._found = shape
        self.shape.set_choices([(key, words + self._as_found(key)) for key, words in SHAPES.items()])
        self.shape.choose(shape)
        self.shape_words.setText(_MEANS[shape])
        self.shape.setToolTip("" if shape is self._found else f"The file looks like: {SHAPES[self._found]}")
        self.dates.setVisible(bool(findings.dates))
        if findings.dates:
            self._show_dates(findings)

    def _as_found(self, shape: Shape) -> str:
        return " (found)" if shape is self._found else ""

    def _show_dates(self, findings: Findings) -> None:
        example = findings.example
        if example != self._example or self.order is None:
            self._example = example
            self._make_order(example)
        assert self.order is not None
        self._date_title.setText(f"{example} is")
        self.order.choose(findings.day_first)
        self.order_words.setText("\n".join(_said(column) for column in findings.dates[:_SHOWN_COLUMNS]))

    def _make_order(self, example: str) -> None:
        if self.order is not None:
            self._beside.removeWidget(self.order)
            self.order.hide()
            self.order.deleteLater()
        by_day, by_month = both_ways(example)
        choices = [(True, _day(by_day)), (False, _day(by_month))]
        self.order = SegmentedControl(choices, f"What {example} means", optional=True)
        self.order.setToolTip("Another order than the columns show makes the dates that show theirs need a fix")
        self.order.chosen.connect(self.day_first_chosen)
        self._beside.insertWidget(1, self.order)


def _day(day: date | None) -> str:
    return "" if day is None else dates.long(day)


def _said(column: DateColumn) -> str:
    """What a column of dates shows, in one sentence."""
    order = column.order
    first, other = ("day", "month") if order.day_first else ("month", "day")
    name = field_label(column.field)
    if order.decided is Decided.CHOSEN:
        said = f"the {first} comes first, as you chose; choose it again to leave it to the file"
    elif order.decided is Decided.SHOWN:
        shows = "date shows" if order.sure == 1 else "dates show"
        said = f"{order.sure:,} {shows} that the {first} comes first"
    elif order.decided is Decided.ELSEWHERE:
        said = f"the {first} comes first, as in the other columns"
    else:
        shown = "as many show one as the other" if order.decided is Decided.TIED else "nothing shows which comes first"
        said = f"{shown}. Read as on this computer, the {first}: please check"
    if order.against:
        has, needs = ("has", "needs") if order.against == 1 else ("have", "need")
        said += f". {counted(order.against, 'date')} {has} the {other} first and {needs} a fix"
    return f"{name}: {said}"
