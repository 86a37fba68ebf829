"""The Matching page as a coordinator uses it: pairs fixed by click and by key, swapped, dropped, committed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from mentordesk.domain.cohorts import Role
from mentordesk.domain.pairs import PairStatus
from mentordesk.services.matching import drafts
from mentordesk.services.pairs import pairs
from mentordesk.services.people import people
from mentordesk.ui.matching.commit_dialog import CommitDialog
from mentordesk.ui.matching.page import MatchingPage
from mentordesk.ui.matching.proposal_cells import Change
from mentordesk.ui.matching.proposal_table import mentor_mime
from mentordesk.ui.matching.why_panel import STOPPED
from tests.drafted import Drafted
from tests.ui.matching.conftest import settle
from tests.ui.matching.on_matching import click, mentors, row_id, row_of


def choose(qtbot, page: MatchingPage, mentee: str) -> None:
    page.card.table.select([row_of(page, mentee).id])
    page.card.table.setFocus()
    settle(qtbot, page)


def drop(page: MatchingPage, mentee: str, mentor: int, source: tuple[int, int] = (-1, 0)) -> None:
    mime = mentor_mime(mentor, "", source)
    table = page.card.table
    at = table.rows_model.position_of(row_of(page, mentee).id)
    place = QPointF(table.visualRect(table.rows_model.index(at, 0)).center())
    how = Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(place.toPoint(), *how),
        QDragMoveEvent(place.toPoint(), *how),
        QDropEvent(place, *how),
    ):
        QApplication.sendEvent(table.viewport(), event)


def test_the_draft_is_shown_with_figures_reasons_and_who_is_left(page: MatchingPage) -> None:
    assert mentors(page) == {"Cy": "Ada", "Di": "Bo", "Ed": "Flo"}
    assert page.head.cohort.text() == "Crossroads 2026–27"
    assert page.head.header.facts.text().startswith("Crossroads 2026–27, draft 1. Nobody sees this draft")
    assert page.head.commit.text() == "Commit 3 pairs…"
    assert page.strip.cell("unmatched").accessibleName() == "Unmatched mentees: 1 of 4"
    assert [row.name for row in page.unmatched.list.rows_model.people] == ["Gus Ek"]
    assert page.unmatched.list.rows_model.people[0].reason
    assert all(row.reason for row in page.card.rows())
    assert page.why.title.text() == "Why Cy & Ada?"


def test_a_click_pins_in_one_step_that_undo_takes_back(qtbot, page: MatchingPage, drafted: Drafted, said) -> None:
    click(qtbot, page, "Di", Change.PIN)
    settle(qtbot, page)
    assert row_of(page, "Di").pinned
    assert page.card.table.row().mentee_name == "Di Ek"
    assert page.strip.cell("fixed").accessibleName() == "Fixed by you: 1 pinned"
    assert said == ["Di & Bo pinned: the same total"]
    assert drafted.desk.undo_label() == "Pin Di & Bo"
    drafted.desk.undo()
    settle(qtbot, page)
    assert not row_of(page, "Di").pinned


def test_a_second_click_lets_the_pair_go(qtbot, page: MatchingPage, drafted: Drafted) -> None:
    for _ in range(2):
        click(qtbot, page, "Di", Change.PIN)
        settle(qtbot, page)
    assert not row_of(page, "Di").pinned
    assert drafted.desk.undo_label() == "Unpin Di & Bo"


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_Delete])
def test_keys_forbid_and_the_focus_stays_with_the_mentee(qtbot, page: MatchingPage, key) -> None:
    choose(qtbot, page, "Cy")
    qtbot.keyClick(page.card.table, key)
    settle(qtbot, page)
    assert mentors(page).get("Cy") != "Ada"
    assert page.editing.fixed.forbids == {(row_id(page, "Cy"), row_id(page, "Ada"))}
    assert page.card.table.hasFocus()


def test_a_forbidden_pair_is_allowed_again_from_its_figure(qtbot, page: MatchingPage) -> None:
    choose(qtbot, page, "Cy")
    qtbot.keyClick(page.card.table, Qt.Key.Key_F)
    settle(qtbot, page)
    page.strip.cell("fixed").click()
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text() == "Allow Cy && Ada again").trigger()
    menu.close()
    settle(qtbot, page)
    assert mentors(page)["Cy"] == "Ada"


def test_quick_edits_build_on_each_other(qtbot, page: MatchingPage, drafted: Drafted) -> None:
    for mentee in ("Cy", "Di", "Ed"):
        click(qtbot, page, mentee, Change.PIN)
    settle(qtbot, page)
    assert {row.mentee_name for row in page.card.rows() if row.pinned} == {"Cy Ek", "Di Ek", "Ed Ek"}
    assert drafted.desk.undo_label() == "Pin Ed & Flo"
    drafted.desk.undo()
    settle(qtbot, page)
    assert {row.mentee_name for row in page.card.rows() if row.pinned} == {"Cy Ek", "Di Ek"}


def test_a_swap_by_keys_shows_its_effect_before_it_is_done(qtbot, page: MatchingPage, drafted: Drafted) -> None:
    choose(qtbot, page, "Cy")
    qtbot.keyClick(page.card.table, Qt.Key.Key_S)
    assert page.card.hint.isVisible()
    qtbot.keyClick(page.card.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.card.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.trying.bar.isVisible)
    assert "Swap Cy and Di:" in page.trying.bar.words.text()
    assert mentors(page)["Cy"] == "Ada"
    qtbot.keyClick(page.trying.bar.do, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert mentors(page) == {"Cy": "Bo", "Di": "Ada", "Ed": "Flo"}
    assert drafted.desk.undo_label() == "Swap Cy and Di"
    assert {row.mentee_name for row in page.card.rows() if row.pinned} == {"Cy Ek", "Di Ek"}
    assert page.card.table.hasFocus()


def test_escape_leaves_a_swap_and_a_trial(qtbot, page: MatchingPage, drafted: Drafted) -> None:
    before = drafted.desk.undo_label()
    choose(qtbot, page, "Cy")
    qtbot.keyClick(page.card.table, Qt.Key.Key_S)
    qtbot.keyClick(page.card.table, Qt.Key.Key_Escape)
    assert not page.card.hint.isVisible()
    click(qtbot, page, "Cy", Change.SWAP)
    click(qtbot, page, "Ed", Change.SWAP)
    qtbot.waitUntil(page.trying.bar.isVisible)
    qtbot.keyClick(page.trying.bar.do, Qt.Key.Key_Escape)
    assert not page.trying.bar.isVisible()
    settle(qtbot, page)
    assert mentors(page) == {"Cy": "Ada", "Di": "Bo", "Ed": "Flo"}
    assert drafted.desk.undo_label() == before


def test_a_mentor_dropped_on_another_row_is_swapped(qtbot, page: MatchingPage) -> None:
    source = row_of(page, "Ed")
    drop(page, "Cy", source.mentor, source.id)
    qtbot.waitUntil(page.trying.bar.isVisible)
    assert "Swap Ed and Cy:" in page.trying.bar.words.text()
    page.trying.bar.do.click()
    settle(qtbot, page)
    assert (mentors(page)["Cy"], mentors(page)["Ed"]) == ("Flo", "Ada")


def test_a_free_mentor_dropped_on_a_row_takes_the_mentee(qtbot, drafted: Drafted, show) -> None:
    free = drafted.join("Ida Ek", Role.MENTOR, offers=("Sewing",))
    drafted.draft()
    page = show()
    assert (free, True) in [row.id for row in page.unmatched.list.rows_model.people]
    drop(page, "Cy", free)
    qtbot.waitUntil(page.trying.bar.isVisible)
    page.trying.bar.do.click()
    settle(qtbot, page)
    assert mentors(page)["Cy"] == "Ida"
    assert row_of(page, "Cy").pinned


def test_nothing_else_can_be_dropped(qtbot, page: MatchingPage) -> None:
    own = row_of(page, "Cy")
    drop(page, "Cy", own.mentor, own.id)
    settle(qtbot, page)
    assert not page.trying.bar.isVisible()


def test_what_counts_changes_the_draft_in_one_step(qtbot, page: MatchingPage, drafted: Drafted) -> None:
    settings = page.editing.settings
    page.counts.changed.emit(drafted.settings(rules=settings.rules.without("lowest_fit")), "Switch off the lowest fit")
    settle(qtbot, page)
    assert not page.sheet.draft.settings.rules.is_on("lowest_fit")
    assert drafted.desk.undo_label() == "Switch off the lowest fit"
    drafted.desk.undo()
    settle(qtbot, page)
    assert page.counts.settings().rules.is_on("lowest_fit")


def test_suggesting_again_says_so_where_nothing_changed(qtbot, page: MatchingPage, said) -> None:
    page.head.suggest.click()
    settle(qtbot, page)
    assert said == ["Nothing has changed since draft 1: same data, same result."]
    assert len(page.sheet.drafts) == 1


def test_another_choice_is_tried_in_a_copy_and_the_first_draft_stays(qtbot, page: MatchingPage, drafted) -> None:
    actions = []
    page.workplace.said.connect(lambda saying: actions.append((saying.action, saying.on_action)))
    page.head.suggest.click()
    qtbot.waitUntil(lambda: bool(actions))
    assert actions[0][0] == "Go on in a copy"
    actions[0][1]()
    settle(qtbot, page)
    assert page.sheet.draft.name == "Draft 2"
    choose(qtbot, page, "Cy")
    qtbot.keyClick(page.card.table, Qt.Key.Key_F)
    settle(qtbot, page)
    first, second = (drafted.kept(row.id).draft for row in page.sheet.drafts)
    assert (len(first.fixed.forbids), len(second.fixed.forbids)) == (0, 1)
    page.head.copy.trigger()
    settle(qtbot, page)
    assert page.sheet.draft.name == "Draft 3"
    assert page.editing.fixed.forbids == second.fixed.forbids


def test_a_pair_with_the_own_manager_is_made_only_when_the_coordinator_says_so(qtbot, drafted: Drafted, show) -> None:
    """However it is asked for: the rule is named before the pair is made, and in the figures after."""
    form = drafted.desk.read(people.form, drafted.people["Gus"])
    drafted.desk.do(people.save, replace(form, manager_id=drafted.people["Flo"]), drafted.people["Gus"])
    drafted.draft()
    page = show()
    page.unmatched.list.choose(drafted.people["Gus"])
    settle(qtbot, page)
    ask(qtbot, page, "Flo")
    assert (page.why.title.text(), page.why.foot.pin.text()) == ("Why Gus & Flo?", "Pin pair")
    assert page.why.note.text() == "Asked about by you: these two are not proposed"
    assert "Rule broken: Flo is Gus’s manager" in [row.accessibleName() for row in page.why.parts.broken.rows()]
    qtbot.mouseClick(page.why.foot.pin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.trying.bar.isVisible)
    assert "Pair Gus &amp; Flo:" in page.trying.bar.words.text()
    assert "Rule broken: Flo is Gus’s manager" in [row.accessibleName() for row in page.trying.bar.broken.rows()]
    assert "Gus" not in mentors(page)
    qtbot.keyClick(page.trying.bar.do, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert mentors(page)["Gus"] == "Flo"
    assert "Flo is Gus’s manager" in row_of(page, "Gus").broken
    assert not page.strip.cell("broken").accessibleName().startswith("Rules broken: 0")
    assert page.card.table.row().mentee_name == "Gus Ek"
    assert "Pinned against" in page.why.parts.broken.rows()[0].accessibleName()


def ask(qtbot, page: MatchingPage, name: str) -> None:
    """Types a name into the field for anybody else, and takes the first that is found."""
    field = page.why.parts.ask.focusProxy()
    field.setFocus()
    qtbot.keyClicks(field, name)
    qtbot.keyClick(QApplication.activePopupWidget() or field, Qt.Key.Key_Return)
    settle(qtbot, page)


def test_anybody_is_asked_about_and_emptied_the_field_goes_back(qtbot, page: MatchingPage, drafted: Drafted) -> None:
    ask(qtbot, page, "flo")
    assert page.why.title.text() == "Why Cy & Flo?"
    assert page.why.fit.text()
    assert page.why.parts.reasons.rows()
    assert drafted.desk.undo_label() != "Pin Cy & Flo"
    page.why.parts.ask.focusProxy().setFocus()
    page.why.parts.ask.focusProxy().selectAll()
    qtbot.keyClick(page.why.parts.ask.focusProxy(), Qt.Key.Key_Backspace)
    settle(qtbot, page)
    assert page.why.title.text() == "Why Cy & Ada?"


def test_stop_leaves_no_card_waiting(qtbot, page: MatchingPage) -> None:
    page.counts.goal.compare.click()
    assert page.counts.goal.compare.text() == "Comparing…"
    page.card.table.select([row_of(page, "Di").id])
    page.stop()
    assert page.counts.goal.compare.text() == "Compare goals"
    assert page.counts.goal.compare.isEnabled()
    assert page.why.hint.text() == STOPPED


def test_the_process_ends_with_the_desk(qtbot, page: MatchingPage, workplace) -> None:
    process = page.solver._worker._process
    assert process is not None
    assert process.is_alive()
    workplace.close()
    qtbot.waitUntil(lambda: not process.is_alive())
    assert page.solver._worker._process is None


def test_a_stale_draft_says_what_changed_and_the_next_one_keeps_pins(qtbot, page: MatchingPage, drafted) -> None:
    click(qtbot, page, "Di", Change.PIN)
    settle(qtbot, page)
    drafted.join("Jo Ek", Role.MENTEE, wants=("Data",))
    settle(qtbot, page)
    assert page.stale.isVisible()
    assert "Jo" in page.stale.words.text()
    page.stale.again.click()
    settle(qtbot, page)
    assert not page.stale.isVisible()
    assert page.sheet.draft.name == "Draft 2"
    assert row_of(page, "Di").pinned
    assert page.strip.cell("total").toolTip().count("draft 1")


def test_commit_makes_the_pairs_and_shows_the_answers(qtbot, page: MatchingPage, drafted, tmp_path, said) -> None:
    page.workplace.settings.backup_folder = tmp_path / "backups"
    page.head.commit.click()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, CommitDialog) and w.isVisible())
    assert dialog.table.count() == 3
    assert "Without a pair: Gus Ek" in dialog.left.text()
    assert dialog.primary.text() == "Commit 3 pairs"
    dialog.primary.click()
    qtbot.waitUntil(lambda: "3 pairs proposed" in said)
    settle(qtbot, page)
    made = drafted.desk.read(pairs.rows)
    assert {pair.status for pair in made} == {PairStatus.PROPOSED}
    assert len(made) == 3
    qtbot.waitUntil(lambda: page.answers.isVisible() and page.answers.table.count() == 3)
    assert drafted.desk.undo_label() == "Commit 3 pairs"
    drafted.desk.undo()
    settle(qtbot, page)
    assert drafted.desk.read(pairs.rows) == []


def test_the_menu_of_a_row_does_the_same(qtbot, page: MatchingPage) -> None:
    menu = page.menu(row_of(page, "Cy"))
    assert [action.text() for action in menu.actions()][:3] == ["Pin", "Forbid", "Swap with…"]
    menu.actions()[0].trigger()
    settle(qtbot, page)
    assert row_of(page, "Cy").pinned


def test_another_draft_is_opened(qtbot, page: MatchingPage, drafted: Drafted) -> None:
    drafted.join("Jo Ek", Role.MENTEE, wants=("Data",))
    drafted.draft()
    settle(qtbot, page)
    first = page.sheet.drafts[0].id
    assert page.sheet.draft.id == first
    page.show_draft(page.sheet.drafts[1].id)
    settle(qtbot, page)
    assert page.sheet.draft.name == "Draft 2"
    drafted.desk.do(drafts.remove, page.sheet.draft.id)
    settle(qtbot, page)
    assert page.sheet.draft.id == first


def test_the_space_bar_pins_the_chosen_pair_and_lets_it_go(qtbot, page: MatchingPage) -> None:
    assert page.card.show_person(row_of(page, "Di").mentee)
    for pinned in (True, False):
        qtbot.keyClick(page.card.table, Qt.Key.Key_Space)
        settle(qtbot, page)
        assert row_of(page, "Di").pinned is pinned


def test_the_first_suggestion_by_key_leaves_the_focus_on_the_pairs(qtbot, drafted: Drafted, show) -> None:
    page = show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.empty.action.setFocus()
    qtbot.keyClick(page.empty.action, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.sheet.draft is not None)
    settle(qtbot, page)
    qtbot.waitUntil(page.card.table.hasFocus)
