"""From the draft to what comes after it: rounds of peers one by one, circles that meet, a cohort that is over."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus
from mentordesk.services.pairs import pairs
from mentordesk.services.programs import cohorts
from mentordesk.ui.matching.commit_dialog import CommitDialog
from mentordesk.ui.matching.page import MatchingPage
from mentordesk.ui.pairs.contact_dialog import log_contact
from tests.drafted import COHORT, Drafted
from tests.ui.matching.conftest import settle


def commit(qtbot, page: MatchingPage, number: int = 1) -> None:
    """Commit a round, and go back to the draft."""
    page.head.commit.click()
    qtbot.waitUntil(lambda: any(isinstance(each, CommitDialog) for each in QApplication.topLevelWidgets()))
    dialog = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, CommitDialog) and each.isVisible()
    )
    dialog.round.choose(number)
    dialog.round.chosen.emit(number)
    dialog.primary.click()
    qtbot.waitUntil(lambda: page.head.chosen_view() == "answers")
    settle(qtbot, page)
    assert page.head.header.facts.text() == f"{COHORT}. Proposed pairs wait here until both have said yes"
    assert not page.head.commit.isVisible()


def made(drafted: Drafted, status: PairStatus) -> dict[int, frozenset[int]]:
    rows = drafted.desk.read(pairs.rows)
    return {row.id: frozenset((row.left_id, row.right_id)) for row in rows if row.status is status}


def test_peers_meet_somebody_else_in_each_round(qtbot, desk, show) -> None:
    drafted = Drafted(desk, format=Format.PEER).found()
    for name in ("Ada", "Bo", "Cy", "Di"):
        drafted.join(f"{name} Ek", Role.PEER, offers=("Data",), wants=("Data",), level=3)
    drafted.draft(drafted.settings(rounds=2))
    page = show()
    commit(qtbot, page)
    first = made(drafted, PairStatus.PROPOSED)
    assert len(first) == 2
    drafted.desk.do(pairs.activate, list(first))
    drafted.desk.do(pairs.complete, list(first))
    settle(qtbot, page)
    page.show_view("draft")
    settle(qtbot, page)
    assert page.card.isVisible()
    assert not page.stale.isVisible(), page.stale.words.text()
    assert page.card.round.choice() == 2
    commit(qtbot, page, 2)
    second = made(drafted, PairStatus.PROPOSED)
    assert len(second) == 2
    assert not set(first.values()) & set(second.values())
    assert set().union(*second.values()) == set(drafted.people.values())


def test_a_circle_that_was_committed_is_logged_once_for_all(qtbot, desk, show, workplace) -> None:
    drafted = Drafted(desk).found()
    drafted.join("Ada Ek", Role.MENTOR, capacity=4, offers=("Data",))
    for name in ("Cy", "Di", "Ed", "Gus"):
        drafted.join(f"{name} Ek", Role.MENTEE, wants=("Data",))
    drafted.draft(drafted.settings(shape=Shape.CIRCLES, circles=CircleSize(2, 4)))
    page = show()
    assert {row.place for row in page.card.rows()} == {"circle of 4"}
    commit(qtbot, page)
    proposed = made(drafted, PairStatus.PROPOSED)
    assert {row.circle for row in page.answers.table.rows_model.rows()} == {"Circle of Ada Ek"}
    drafted.desk.do(pairs.activate, list(proposed))
    asked = log_contact(workplace, page, next(iter(proposed)))
    assert asked.circle.isVisible()
    assert asked.circle.text() == "Log for the whole circle (4 pairs)"


def test_a_cohort_that_is_over_is_matched_only_when_asked_for_and_says_so(qtbot, drafted: Drafted, show) -> None:
    form = drafted.desk.read(cohorts.form, drafted.cohort)
    over = replace(form, starts_on=date(2025, 1, 1), ends_on=date(2025, 12, 31))
    drafted.desk.do(cohorts.save, over, drafted.cohort)
    page = show()
    assert page.empty.title.text() == "No cohort to match"
    page.show_cohort(drafted.cohort)
    settle(qtbot, page)
    said = f"{COHORT} ended on 31 December 2025: whoever is paired here now begins after its end"
    assert page.head.header.facts.text() == said
    assert page.empty.title.text() == "4 mentees, 3 mentors with 3 places"
