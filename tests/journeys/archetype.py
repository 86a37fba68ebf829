"""How a coordinator looks at one pair of the sample from all sides, and what must be seen. Knows no single pair."""

from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import TimeoutError as WaitedInVain

from mentordesk.domain.check_ins import CheckInRow
from mentordesk.domain.standing import Side
from mentordesk.domain.text import fold
from mentordesk.services.pairs import contacts, exchanges, milestones, pairs, pulse
from mentordesk.services.stories import stories
from mentordesk.ui import file_choice
from mentordesk.ui.goto.palette import Palette
from mentordesk.ui.pairs.pair_tabs import KEYS
from mentordesk.ui.widgets.timeline import ITEM
from mentordesk.ui.widgets.timeline_items import TimelineItem, Year
from tests.journeys.steps import Coordinator


@dataclass
class Visit:
    """One pair on the whole page, found by Go to."""

    me: Coordinator
    pair_id: int

    @classmethod
    def begins(cls, me: Coordinator, name: str) -> "Visit":
        """Ctrl+K, the names, Enter; then the pair on the whole page."""
        go_to(me, name)
        page = me.here("pairs")
        found = next(row.id for row in me.desk.read(pairs.rows) if row.name == name)
        me.wait(lambda: page.pane.sheet is not None and page.pane.sheet.row.id == found)
        me.click(page.pane.head.full)
        me.wait(lambda: page.full.isVisible() and page.full.sheet is not None and page.full.sheet.row.id == found)
        return cls(me, found)

    @property
    def full(self) -> Any:
        return self.me.here("pairs").full

    @property
    def row(self) -> Any:
        """The pair as the service knows it."""
        return self.me.desk.read(pairs.row, self.pair_id)

    def tab(self, key: str) -> Any:
        """Click on a tab; returns what it shows."""
        bar, at = self.full.tabs.tabBar(), KEYS.index(key)
        self.me.qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())
        self.me.settle()
        assert self.full.tabs.tab() == key
        return {"milestones": self.full.tabs.goals}.get(key) or getattr(self.full.tabs, key)

    # The timeline

    def events(self, kind: str) -> list[TimelineItem]:
        """What the timeline tells of a kind, newest first, folded years included."""
        timeline = self.tab("overview").timeline
        return [item for item in timeline.items() if item.id.startswith(f"{kind}:")]

    def years(self) -> list[Year]:
        """The headings of earlier years."""
        model = self.tab("overview").timeline.model()
        listed = (model.index(at, 0).data(ITEM) for at in range(model.rowCount()))
        return [thing for thing in listed if isinstance(thing, Year)]

    def unfold(self, year: int) -> None:
        """A click on a year that is folded opens it, as the events below it show."""
        timeline = self.tab("overview").timeline
        heading = next(it for it in self.years() if it.year == year)
        assert not heading.unfolded
        before = timeline.model().rowCount()
        place = next(
            timeline.model().index(at, 0) for at in range(before) if timeline.model().index(at, 0).data(ITEM) == heading
        )
        timeline.scrollTo(place)
        self.me.qtbot.mouseClick(
            timeline.viewport(), Qt.MouseButton.LeftButton, pos=timeline.visualRect(place).center()
        )
        self.me.wait(lambda: timeline.model().rowCount() > before)

    # The account

    def whole_account(self) -> Any:
        """Give & take with all of time."""
        tab = self.tab("give_take")
        self.me.menu(tab.period.menu_of_choices(), "All time")
        return tab

    def points(self) -> tuple[int, int]:
        """What both gave in all, by the service."""
        entries = self.me.desk.read(exchanges.of_pair, self.pair_id)
        left, right = (sum(it.points for it in entries if it.side is side) for side in Side)
        return left, right

    # Check-ins

    def pulse(self, side: Side) -> list[CheckInRow]:
        """What one side has said, newest first."""
        return [it for it in self.me.desk.read(pulse.of_pair, self.pair_id) if it.side is side]

    # The story

    def export(self, path: Path, monkeypatch: Any) -> str:
        """Save the story as a document; returns what Word reads in it."""
        import docx

        monkeypatch.setattr(file_choice, "save_file_of", lambda *_: path)
        self.me.click(self.tab("story").save)
        self.me.wait(lambda: path.exists() and self.me.toast().startswith(f"Story saved as “{path.name}”"))
        self.me.comes_back()
        read = docx.Document(str(path))
        cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(line.text for line in read.paragraphs), *cells])


def sees(me: Coordinator, inside: QWidget, *texts: str) -> None:
    """Wait until all of these stand on screen in a widget; says which do not."""
    missing: list[str] = []

    def all_there() -> bool:
        said = unescape(me.words(inside))
        missing[:] = [text for text in texts if text not in said]
        return not missing

    try:
        me.wait(all_there)
    except WaitedInVain:
        raise AssertionError(f"Not on screen: {missing}. There is: {me.words(inside)}") from None


def go_to(me: Coordinator, name: str) -> None:
    """Ctrl+K, a name without its accents, Enter: opens the pair or person of this name."""
    me.command("Ctrl+K")
    palette = me.dialog(Palette)
    me.types(fold(name))
    me.wait(lambda: palette.list.currentIndex().data() == name)
    me.keys("Return")
    me.has_closed(Palette)


def lineage_of(me: Coordinator, name: str) -> tuple[list[tuple[str, str]], str]:
    """Go to a person: who mentored whom in the drawing, and the words beside its heading."""
    go_to(me, name)
    card = me.here("people").card
    me.wait(lambda: card.sheet is not None and card.sheet.card.row.name == name)
    assert card.lineage.isVisible()
    drawn = card.lineage.view.table()
    return [(mentor, mentee) for mentor, mentee, *_ in drawn.rows], card.lineage.facts.text()


def walks_all_tabs(visit: Visit) -> None:
    """What is on the six tabs and in the head is what the services say."""
    me, full = visit.me, visit.full
    detail = me.desk.read(pairs.detail, visit.pair_id)
    row = detail.row
    sees(me, full.header, row.name, detail.account_words)
    assert full.bar.accessibleName().startswith(_bar_words(row))
    _sees_timeline(visit)
    _sees_account(visit)
    meetings = visit.tab("meetings")
    number = len(me.desk.read(contacts.of_pair, visit.pair_id))
    assert meetings.count.text() == f"{number} contacts"
    assert len(meetings.list.items()) == number
    assert detail.next_meeting is not None
    sees(me, meetings.next, *detail.next_meeting.points)
    _sees_goals(visit, detail)
    _sees_check_ins(visit)
    _sees_story(visit)


def _bar_words(row: Any) -> str:
    left, right = row.left.split()[0], row.right.split()[0]
    return f"{left} gave {row.left_points}, {right} gave {row.right_points}"


def _sees_timeline(visit: Visit) -> None:
    turns = visit.me.desk.read(pairs.detail, visit.pair_id).career
    since = {turn.id for turn in turns if turn.on >= visit.row.started_on}
    shown = {int(item.id.partition(":")[2]) for item in visit.events("career")}
    assert since <= shown
    assert len(visit.events("exchange")) == len(visit.me.desk.read(exchanges.of_pair, visit.pair_id))
    assert visit.events("check_in")


def _sees_account(visit: Visit) -> None:
    tab, (left, right) = visit.whole_account(), visit.points()
    assert tab.table.count() == len(visit.me.desk.read(exchanges.of_pair, visit.pair_id))
    assert tab.table.totals.points == (left, right)
    assert f": {left}, " in tab.table.totals.accessibleName()
    last = tab.table.rows_model.row_at(tab.table.count() - 1)
    assert last.balance.net == left - right
    assert tab.table.totals.balance == last.words == visit.full.account.text()


def _sees_goals(visit: Visit, detail: Any) -> None:
    steps = visit.me.desk.read(milestones.of_pair, visit.pair_id)
    assert detail.goals
    sees(visit.me, visit.tab("milestones"), *(it.title for it in (*detail.goals, *detail.projects, *steps)))


def _sees_check_ins(visit: Visit) -> None:
    tab = visit.tab("check_ins")
    assert len(tab.lines) == sum(len(visit.pulse(side)) for side in Side)
    for side in Side:
        newest = visit.pulse(side)[0]
        assert tab.recommend[side].text() == str(newest.recommend)


def _sees_story(visit: Visit) -> None:
    story, today = visit.me.desk.read(stories.of_pair, visit.pair_id), visit.me.desk.clock().date()
    answers = [answer.text for question in story.questions for answer in question.answers]
    sees(visit.me, visit.tab("story"), story.quote, *answers, *(side.words(today) for side in story.sides))
