"""Matching from an empty desk: weighed, fixed by hand, compared, committed, answered, and all of it taken back."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from mentordesk.domain.cohorts import Role
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pairs
from mentordesk.ui.matching.answer_dialog import AnswerDialog
from mentordesk.ui.matching.commit_dialog import CommitDialog
from mentordesk.ui.matching.draft_comparison import ComparisonDialog
from mentordesk.ui.matching.drafts_dialog import DraftsDialog
from mentordesk.ui.matching.page import MatchingPage
from mentordesk.ui.matching.proposal_rows import ProposalRow
from mentordesk.ui.widgets.empty_state import EmptyState
from tests.builders import add_cohort, add_person, add_program, enroll
from tests.journeys.steps import Coordinator

TOPICS = ("Data", "Budgets", "Negotiation", "Leading", "Safety", "Sales")
MENTORS, MENTEES = 12, 18
COHORT = "Autumn intake"


def people_come(desk: Desk) -> None:
    """Thirty people: more places than mentees, and one mentee's own manager among the mentors."""
    cohort = add_cohort(
        desk, add_program(desk, "Crossroads"), COHORT, starts_on=date(2026, 9, 1), ends_on=date(2027, 6, 30)
    )
    mentors = []
    for at in range(MENTORS):
        topic = TOPICS[at % len(TOPICS)]
        values = {"offers": (topic,), "wants": ("Digital tools",), "level": 5 + at % 2, "languages": ("English",)}
        mentors.append(add_person(desk, f"Mentor{at:02} Ek", department=f"Office {at % 4}", **values))
        enroll(desk, cohort, mentors[-1], Role.MENTOR, capacity=2 if at % 2 or not at else 1)
    for at in range(MENTEES):
        values = {"wants": (TOPICS[at % len(TOPICS)],), "offers": ("Digital tools",), "languages": ("English",)}
        manager = mentors[0] if at == 0 else None
        mentee = add_person(
            desk, f"Mentee{at:02} Ek", department="Plant", level=2 + at % 2, manager_id=manager, **values
        )
        enroll(desk, cohort, mentee, Role.MENTEE)


def quiet(me: Coordinator, page: MatchingPage) -> None:
    """Everything is read, solved and shown."""
    me.settle()
    me.wait(lambda: not (page.editing.busy or page.solver._open or page._stale or page._reading))
    me.settle()


def row_of(page: MatchingPage, mentee: str) -> ProposalRow:
    return next(row for row in page.card.rows() if row.mentee_name.startswith(mentee))


def together(page: MatchingPage) -> dict[str, str]:
    return {row.mentee_name: row.mentor_name for row in page.card.rows()}


def choose(me: Coordinator, page: MatchingPage, mentee: str) -> None:
    page.card.table.select([row_of(page, mentee).id])
    page.card.table.setFocus(Qt.FocusReason.TabFocusReason)
    quiet(me, page)


def suggest_first(me: Coordinator) -> MatchingPage:
    page: MatchingPage = me.here("matching")
    quiet(me, page)
    empty: EmptyState = page.empty
    assert empty.title.text() == f"{MENTEES} mentees, {MENTORS} mentors with 19 places"
    me.click(empty.action)
    quiet(me, page)
    assert page.sheet.draft is not None
    assert page.sheet.draft.name == "Draft 1"
    assert len(page.card.rows()) == MENTEES
    return page


def weigh(me: Coordinator, page: MatchingPage) -> None:
    """Wishes count more: a key at their slider, and the draft is solved anew in one step."""
    line = page.counts.editor.criteria.lines["wishes"]
    before, points = line.criterion.weight, line.points.text()
    me.comes_back()
    line.slider.setFocus(Qt.FocusReason.TabFocusReason)
    me.keys("Left")
    me.wait(lambda: me.desk.undo_label() != "Suggest pairs for Autumn intake")
    quiet(me, page)
    assert line.criterion.weight == before - 1
    assert int(line.points.text()) < int(points)


def fix_by_hand(me: Coordinator, page: MatchingPage) -> None:
    """One pair is pinned, one forbidden, and two exchange their mentors once the effect has been read."""
    choose(me, page, "Mentee01")
    kept = row_of(page, "Mentee01").mentor
    me.keys("P")
    quiet(me, page)
    choose(me, page, "Mentee02")
    lost = row_of(page, "Mentee02").mentor
    me.keys("F")
    quiet(me, page)
    assert row_of(page, "Mentee01").mentor == kept
    assert row_of(page, "Mentee02").mentor != lost
    first, second = row_of(page, "Mentee03").mentor, row_of(page, "Mentee04").mentor
    choose(me, page, "Mentee03")
    me.keys("S", "Down", "Return")
    me.wait(page.trying.bar.isVisible)
    assert "Swap Mentee03 and Mentee04" in page.trying.bar.words.text()
    assert row_of(page, "Mentee03").mentor == first
    me.click(page.trying.bar.do)
    quiet(me, page)
    assert (row_of(page, "Mentee03").mentor, row_of(page, "Mentee04").mentor) == (second, first)
    assert page.strip.cell("fixed").accessibleName() == "Fixed by you: 3 pinned, 1 forbidden"


def try_in_a_copy(me: Coordinator, page: MatchingPage) -> None:
    """The second draft lets a pin go; both stand side by side, and the first is gone on with."""
    first = together(page)
    page.head.copy.trigger()
    quiet(me, page)
    choose(me, page, "Mentee03")
    me.keys("P")
    quiet(me, page)
    me.click(page.head.drafts)
    drafts = me.dialog(DraftsDialog)
    drafts.table.selectAll()
    me.click(drafts.compare)
    both = me.dialog(ComparisonDialog)
    assert "Draft 1" in me.words(both)
    assert "Draft 2" in me.words(both)
    both.close()
    me.has_closed(ComparisonDialog)
    drafts.table.select([page.sheet.drafts[0].id])
    me.click(drafts.primary)
    me.has_closed(DraftsDialog)
    quiet(me, page)
    assert page.sheet.draft is not None
    assert page.sheet.draft.name == "Draft 1"
    assert together(page) == first


def commit(me: Coordinator, page: MatchingPage) -> None:
    me.click(page.head.commit)
    dialog = me.dialog(CommitDialog)
    assert dialog.title.text() == f"Commit {MENTEES} pairs?"
    me.click(dialog.primary)
    me.has_closed(CommitDialog)
    me.wait(lambda: page.head.chosen_view() == "answers" and page.answers.table.count() == MENTEES)
    quiet(me, page)


def statuses(me: Coordinator) -> list[PairStatus]:
    return [row.status for row in me.desk.read(pairs.rows)]


def answer(me: Coordinator, page: MatchingPage) -> None:
    """Two of a pair say yes; a mentee says no, and the next best is proposed in a click."""
    table, rows = page.answers.table, page.answers.table.rows_model.shown_rows()
    table.select([rows[0].id])
    table.setFocus(Qt.FocusReason.TabFocusReason)
    me.click(page.answers.bar.both)
    me.wait(lambda: page.answers.start.isEnabled())
    me.click(page.answers.start)
    me.wait(lambda: statuses(me).count(PairStatus.ACTIVE) == 1)
    me.settle()
    table.select([rows[5].id])
    me.click(page.answers.bar.decline)
    dialog = me.dialog(AnswerDialog)
    dialog.side.choose(Side.RIGHT)
    me.click(dialog.primary)
    me.has_closed(AnswerDialog)
    table.select([rows[5].id])
    me.wait(lambda: page.answers.next.lines and page.answers.next.lines[0].propose.isVisible())
    line = page.answers.next.lines[0]
    assert line.choice.choice().mentor_id != rows[5].left_id
    me.click(line.propose)
    me.wait(lambda: len(statuses(me)) == MENTEES + 1)


def take_everything_back(me: Coordinator, page: MatchingPage, last: str) -> None:
    """One step after the other, to the desk as it was before matching began: `last` is what was done before."""
    while me.desk.undo_label() != last:
        assert me.undo()
    quiet(me, page)


def test_a_cohort_is_matched_from_an_empty_desk(begin, tmp_path: Path) -> None:
    path = tmp_path / "Office.mdesk"
    Desk.create(path, backups=tmp_path / "backups").close()
    me = begin(path)
    page = me.page("matching")
    assert "No cohort to match" in me.words()
    people_come(me.desk)
    last = me.desk.undo_label()
    page = suggest_first(me)
    weigh(me, page)
    fix_by_hand(me, page)
    try_in_a_copy(me, page)
    commit(me, page)
    answer(me, page)
    take_everything_back(me, page, last)
    assert statuses(me) == []
    assert page.sheet.drafts == ()
    assert page.sheet.draft is None
    assert page.counts.editor.criteria.lines["wishes"].points.text() == "35"
