"""Those left over in Matching, the ways on for them, and how one finds somebody in the lists."""

from PySide6.QtCore import Qt

from mentordesk.domain.cohorts import Role
from mentordesk.ui import reading_order
from mentordesk.ui.matching.page import MatchingPage
from mentordesk.ui.matching.proposal_cells import Change
from mentordesk.ui.matching.proposal_columns import FIT
from mentordesk.ui.matching.unmatched_list import button_rect
from mentordesk.ui.matching.unmatched_rows import Act
from tests.drafted import Drafted
from tests.ui.matching.conftest import settle
from tests.ui.matching.on_matching import click, mentors, row_id


def test_the_figures_lead_to_their_rows(qtbot, page: MatchingPage) -> None:
    page.strip.cell("lowest").click()
    lowest = page.showing.proposal.lowest_pair
    assert page.card.table.row().mentee == lowest.mentee
    page.strip.cell("unmatched").click()
    assert page.unmatched.list.hasFocus()
    click(qtbot, page, "Di", Change.PIN)
    settle(qtbot, page)
    page.strip.cell("fixed").click()
    assert [row.mentee_name for row in page.card.table.rows_model.shown_rows()] == ["Di Ek"]
    page.strip.cell("fixed").click()
    assert page.card.table.count() == 3


def test_search_finds_names_and_says_where_there_is_none(qtbot, page: MatchingPage) -> None:
    assert not page.card.search.isVisible()
    page.focus_search()
    qtbot.keyClicks(page.card.search, "flo")
    assert [row.mentee_name for row in page.card.table.rows_model.shown_rows()] == ["Ed Ek"]
    qtbot.keyClicks(page.card.search, "x")
    assert page.card.empty.title.text() == "No pair matches “flox”"
    page.card.empty.action.click()
    assert page.card.table.count() == 3


def test_headings_sort(page: MatchingPage) -> None:
    table = page.card.table
    table.sort_by(FIT)
    fits = [row.fit for row in table.rows_model.shown_rows()]
    assert fits == sorted(fits)


def test_somebody_without_a_pair_is_explained(qtbot, page: MatchingPage) -> None:
    page.unmatched.list.choose(row_id(page, "Gus"))
    settle(qtbot, page)
    assert page.why.title.text() == "Why has Gus no mentor?"
    assert page.card.table.selected_ids() == []


def test_a_full_mentor_is_asked_for_a_place(qtbot, drafted: Drafted, show) -> None:
    drafted.join("Hal Ek", Role.MENTEE, wants=("Data",))
    drafted.draft()
    page = show()
    letters: list[tuple[str, object]] = []
    page.acting._show_letter = lambda name, letter: letters.append((name, letter))
    at, row = next(found for found in enumerate(page.unmatched.list.rows_model.people) if found[1].act is Act.ASK)
    place = button_rect(page.unmatched.list.visualRect(page.unmatched.list.rows_model.index(at)), row).center()
    qtbot.mouseClick(page.unmatched.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: bool(letters))
    name, letter = letters[0]
    assert name.split()[0] in ("Ada", "Bo", "Flo")
    assert f"room for {row.name}" in letter.draft.subject
    assert "{" not in letter.draft.subject + letter.draft.body


def test_a_rule_is_relaxed_from_the_ways_on(qtbot, drafted: Drafted, show) -> None:
    drafted.join("Ida Ek", Role.MENTOR, offers=("Sewing",))
    drafted.draft()
    page = show()
    page.unmatched.list.choose(row_id(page, "Gus"))
    page.unmatched.list.setFocus()
    qtbot.keyClick(page.unmatched.list, Qt.Key.Key_Return)
    settle(qtbot, page)
    way = next(row for row in page.why.parts.ways.rows() if "fit of 50" in row.accessibleName())
    way.button.click()
    settle(qtbot, page)
    assert not page.sheet.draft.settings.rules.is_on("lowest_fit")
    assert "fit of 50" in drafted.desk.undo_label()
    assert mentors(page)["Gus"] == "Ida"


def test_a_place_more_is_given_from_the_ways_on(qtbot, drafted: Drafted, show) -> None:
    drafted.join("Hal Ek", Role.MENTEE, wants=("Data",))
    drafted.draft()
    page = show()
    left = next(row for row in page.unmatched.list.rows_model.people if row.act is Act.ASK)
    page.unmatched.list.choose(left.person)
    settle(qtbot, page)
    way = next(row for row in page.why.parts.ways.rows() if "One more place" in row.accessibleName())
    way.button.click()
    settle(qtbot, page)
    assert mentors(page)[left.name.split()[0]] == "Ada"
    assert {row.place for row in page.card.rows() if row.mentor_name == "Ada Ek"} == {"place 1/2", "place 2/2"}
    assert not page.stale.isVisible()


def test_tab_to_those_left_over_chooses_one_and_shows_it(qtbot, page: MatchingPage) -> None:
    page.unmatched.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert [index.row() for index in page.unmatched.list.selectionModel().selectedIndexes()] == [0]
    assert page.unmatched.list.shows_ring()


def test_tab_from_the_pairs_comes_to_why_first_and_esc_goes_back(qtbot, page: MatchingPage) -> None:
    order = list(reading_order.stops(page))
    assert order.index(page.why.foot.pin) > order.index(page.card.table)
    assert order.index(page.why.foot.pin) < order.index(page.unmatched.list)
    for chosen in (page.card.table, page.unmatched.list):
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
        settle(qtbot, page)
        inside = next(stop for stop in reading_order.stops(page.why))
        inside.setFocus()
        qtbot.keyClick(inside, Qt.Key.Key_Escape)
        assert chosen.hasFocus()
