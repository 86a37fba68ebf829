"""The Matching page before the first draft, without people, of other cohorts and formats, small, read only, stopped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.questions import Suggest
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus
from mentordesk.services.desk import Desk
from mentordesk.ui import file_choice
from mentordesk.ui.matching.page import MatchingPage
from mentordesk.ui.matching.reading import Stage
from mentordesk.ui.matching.unmatched_rows import Act
from mentordesk.ui.settings import Settings
from mentordesk.ui.workplace import Target, Workplace
from tests.builders import add_cohort, add_pair, add_program
from tests.drafted import COHORT, Drafted
from tests.ui.matching.conftest import settle


@pytest.fixture
def peers(desk) -> Drafted:
    made = Drafted(desk, format=Format.PEER).found()
    for name in ("Ana", "Ben", "Cleo", "Dov", "Eva"):
        made.join(f"{name} Ek", Role.PEER, wants=("Data",), offers=("Data",), level=3)
    return made


def asked(workplace: Workplace) -> list[tuple[str, dict[str, object]]]:
    heard: list[tuple[str, dict[str, object]]] = []
    workplace.commanded.connect(lambda name, values: heard.append((name, values)))
    return heard


def test_before_the_first_draft_it_says_who_is_there(qtbot, drafted: Drafted, show) -> None:
    page = show()
    assert page._stage is Stage.FIRST
    assert page.empty.title.text() == "4 mentees, 3 mentors with 3 places"
    assert page.counts.isVisible()
    assert not page.strip.isVisible()
    page.empty.action.click()
    settle(qtbot, page)
    assert page.sheet.draft.name == "Draft 1"
    assert page.card.table.count() == 3


def test_rules_can_be_set_before_the_first_draft(qtbot, drafted: Drafted, show) -> None:
    page = show()
    settings = drafted.settings()
    page.counts.changed.emit(drafted.settings(rules=settings.rules.without("lowest_fit")), "Switch off the lowest fit")
    page.empty.action.click()
    settle(qtbot, page)
    assert not page.sheet.draft.settings.rules.is_on("lowest_fit")
    assert page.card.table.count() == 3


def test_without_a_cohort_one_is_made(desk, workplace, show) -> None:
    page, heard = show(), asked(workplace)
    assert page.empty.title.text() == "No cohort to match"
    page.empty.action.click()
    assert heard == [("new_cohort", {"program_id": None})]


def test_an_empty_side_leads_to_enrolling(desk, workplace, show) -> None:
    drafted = Drafted(desk).found()
    drafted.join("Cy Ek", Role.MENTEE)
    page, heard = show(), asked(workplace)
    assert "mentors" in page.empty.sentence.text()
    page.empty.action.click()
    assert heard == [("enroll_people", {"cohort_id": drafted.cohort})]


def test_where_all_are_matched_the_pairs_are_a_click_away(desk, show, went) -> None:
    drafted = Drafted(desk).found()
    add_pair(desk, "Ada Ek", "Cy Ek", drafted.cohort, PairStatus.ACTIVE)
    page = show()
    assert page.empty.title.text() == "All mentees have a pair"
    page.empty.action.click()
    assert (went[0].page, went[0].filters) == ("pairs", {"cohort_id": drafted.cohort})


def test_proposed_pairs_lead_to_the_answers(qtbot, desk, show) -> None:
    drafted = Drafted(desk).found()
    add_pair(desk, "Ada Ek", "Cy Ek", drafted.cohort, PairStatus.PROPOSED)
    page = show()
    assert "1 proposed pair waits" in page.empty.sentence.text()
    page.empty.action.click()
    qtbot.waitUntil(lambda: page.answers.isVisible() and page.answers.table.count() == 1)
    assert page.head.chosen_view() == "answers"


def test_another_cohort_is_chosen_at_the_path(qtbot, drafted: Drafted, show) -> None:
    later = add_cohort(drafted.desk, add_program(drafted.desk, "Other"), "Later")
    page = show()
    assert page.head.cohort.text() == COHORT
    assert page.head.choice.isVisible()
    actions = {action.text().split("   ")[0]: action for action in page.head.choice_menu.actions()}
    actions["Later"].trigger()
    settle(qtbot, page)
    assert page.sheet.cohort_id == later
    assert page.head.cohort.text() == "Later"


def test_a_link_shows_the_pair_of_a_person_or_why_there_is_none(qtbot, page: MatchingPage, drafted: Drafted) -> None:
    page.open(Target("matching", drafted.cohort, filters={"person": drafted.people["Ed"]}))
    settle(qtbot, page)
    assert page.card.table.row().mentee_name == "Ed Ek"
    page.open(Target("matching", drafted.cohort, filters={"person": drafted.people["Gus"]}))
    settle(qtbot, page)
    assert page.unmatched.list.row().name == "Gus Ek"
    assert page.why.title.text() == "Why has Gus no mentor?"


def test_stop_ends_a_long_solve_and_leaves_the_draft(qtbot, page: MatchingPage, monkeypatch, said) -> None:
    ask = page.solver.ask
    monkeypatch.setattr(page.solver, "ask", lambda question, *rest, **more: _slow(ask, question, *rest, **more))
    page.editing.pin(page.card.rows()[0].cell)
    page.solver.working.emit(True)
    assert page.working.isVisible()
    page.working.stop.click()
    page.solver.working.emit(False)
    settle(qtbot, page)
    assert not page.working.isVisible()
    assert said == ["Stopped. Nothing has changed"]
    assert not any(row.pinned for row in page.card.rows())


def _slow(ask, question, *rest, **more) -> None:
    """Questions that solve are never answered."""
    if not isinstance(question, Suggest):
        ask(question, *rest, **more)


def test_peers_have_rounds_and_one_waits(qtbot, peers: Drafted, show) -> None:
    peers.draft(peers.settings(shape=Shape.PEERS, rounds=2))
    page = show()
    assert [column.title for column in page.card.table.rows_model.columns][:2] == ["Peer", "With"]
    first = {frozenset(row.cell) for row in page.card.rows()}
    assert len(first) == 2
    assert all(row.mentee_name < row.mentor_name for row in page.card.rows()), "left is who comes first by name"
    assert page.card.round.isVisible()
    assert len(page.unmatched.list.rows_model.people) == 1
    page.card.round.choose(2)
    page.card.round.chosen.emit(2)
    second = {frozenset(row.cell) for row in page.card.rows()}
    assert second
    assert not first & second
    assert not page.card.table.may_change()


def test_circles_stand_together_with_their_mentor(qtbot, desk, show) -> None:
    drafted = Drafted(desk).found()
    drafted.join("Zoe Ek", Role.MENTOR, capacity=3, offers=("Data",))
    drafted.join("Ada Ek", Role.MENTOR, capacity=3, offers=("Data",))
    for name in ("Cy", "Di", "Ed", "Gus", "Hal"):
        drafted.join(f"{name} Ek", Role.MENTEE, wants=("Data",))
    drafted.draft(drafted.settings(shape=Shape.CIRCLES, circles=CircleSize(2, 4)))
    page = show()
    seen = page.card.table.rows_model.shown_rows()
    assert [row.circle for row in seen] == sorted(row.circle for row in seen)
    assert [row.mentor_name for row in seen] == sorted(row.mentor_name for row in seen)
    assert {row.place for row in seen} == {"circle of 2", "circle of 3"}
    assert page.card.table.horizontalScrollBar().maximum() == 0


def test_in_a_small_window_why_is_below_and_what_counts_a_drawer(qtbot, drafted: Drafted, show) -> None:
    drafted.draft()
    page = show(964, 600)
    assert page.arrangement.narrow
    assert page.why.mapTo(page, page.why.rect().topLeft()).y() > page.card.mapTo(page, page.card.rect().center()).y()
    assert not page.counts.isVisible()
    page.head.counts.click()
    assert page.counts.isVisible()
    qtbot.keyClick(page.arrangement.drawer.close_button, Qt.Key.Key_Escape)
    assert not page.counts.isVisible()
    assert page.width() == 964
    page.resize(1440, 860)
    qtbot.waitUntil(lambda: page.counts.isVisible() and not page.arrangement.narrow)


def test_a_desk_open_to_read_only_shows_and_changes_nothing(qtbot, drafted: Drafted, tmp_path) -> None:
    draft_id = drafted.draft()
    path = drafted.desk.path
    drafted.desk.close()
    desk = Desk.open(path, backups=tmp_path / "backups", read_only=True, clock=drafted.desk.clock)
    workplace = Workplace(desk, Settings(tmp_path / "read-only"))
    page = MatchingPage(workplace)
    page.resize(1440, 860)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, page)
    try:
        assert page.sheet.draft.id == draft_id
        assert page.card.table.count() == 3
        page.card.table.select([page.card.rows()[0].id])
        QTest.keyClick(page.card.table, Qt.Key.Key_P)
        settle(qtbot, page)
        assert not page.card.rows()[0].pinned
        for part in (page.head.suggest, page.head.commit):
            assert not part.isEnabled()
            assert "read only" in part.toolTip()
    finally:
        page.solver.close()
        workplace.close()
        desk.close()


def test_the_draft_is_exported_for_review(qtbot, page: MatchingPage, tmp_path, monkeypatch, said) -> None:
    path = tmp_path / "out.xlsx"
    names: list[str] = []
    monkeypatch.setattr(file_choice, "save_file", lambda *args: names.append(args[-1]) or path)
    page.export()
    qtbot.waitUntil(lambda: bool(said))
    assert names == [f"{COHORT} proposed pairs.xlsx"]
    assert path.stat().st_size > 0


def test_a_score_table_is_chosen_and_taken_off(qtbot, page: MatchingPage, drafted, tmp_path, monkeypatch) -> None:
    path = tmp_path / "scores.csv"
    path.write_text("mentor,mentee,score\nada.ek@solvane.example,di.ek@solvane.example,9\n", encoding="utf-8")
    monkeypatch.setattr(file_choice, "open_file", lambda *args: path)
    page.counts.scores_asked.emit()
    qtbot.waitUntil(lambda: page.sheet.table_name == "scores.csv")
    settle(qtbot, page)
    page.counts.scores_removed.emit()
    qtbot.waitUntil(lambda: page.sheet.table_name == "")


def test_what_is_remembered_comes_back(qtbot, page: MatchingPage, drafted: Drafted, workplace) -> None:
    page.card.table.sort_by("fit", descending=True)
    state = page.state()
    again = MatchingPage(workplace)
    qtbot.addWidget(again)
    again.restore_state(state)
    assert again._cohort_id == drafted.cohort
    assert again.card.table.save()["sort"] == ["fit", True]
    again.solver.close()


def test_nobody_left_over_is_told(qtbot, desk, show) -> None:
    drafted = Drafted(desk).found().fill()
    drafted.join("Flo Ek", Role.MENTOR, offers=("Negotiation",))
    drafted.draft()
    page = show()
    assert page.unmatched.title.text() == "Everybody is matched"
    assert page.unmatched.title.text() == "Everybody is matched"
    assert "Everybody" not in page.unmatched.facts.text()
    assert all(row.act is Act.NONE for row in page.unmatched.list.rows_model.people)
