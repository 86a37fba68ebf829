"""How Matching looks where room is short: titles beside places, the list of other mentors, the table of pairs to be."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from mentordesk.domain.cohorts import Role
from mentordesk.ui import theme
from mentordesk.ui.matching.commit_dialog import CommitDialog
from mentordesk.ui.matching.page import MatchingPage
from mentordesk.ui.matching.proposal_cells import OtherCell, caption_in
from mentordesk.ui.matching.proposal_columns import MENTEE, MENTOR
from mentordesk.ui.matching.unmatched_list import button_rect
from mentordesk.ui.matching.unmatched_rows import Act, UnmatchedRow
from mentordesk.ui.widgets import painting

LEAST_SEEN = 20


@pytest.mark.parametrize(
    ("place", "room", "told"),
    [
        ("place 1/8", "Plant director, place 1/8", ("Plant director", ", place 1/8")),
        ("place 1/8", "Plant director, 1/8", ("Plant director", ", 1/8")),
        ("place 1/1", "Plant director", ("Plant director", "")),
    ],
)
def test_the_word_place_goes_before_the_title_is_cut(qapp, place: str, room: str, told: tuple[str, str]) -> None:
    cell = OtherCell("Fiifi Baidoo", "Plant director", place, "left")
    assert caption_in(cell, painting.text_width(room, "caption") + 1) == told


@pytest.mark.parametrize("height", range(560, 700, 10))
def test_no_sliver_of_a_row_stands_above_the_foot_of_why(qtbot, drafted, show, height: int) -> None:
    drafted.draft()
    page: MatchingPage = show(1440, height)
    panel = page.why

    def seen_of_the_last() -> list[int]:
        rows = [*panel.parts.others.rows(), panel.parts.ask]
        body = panel._body.viewport()
        tops = [(each.mapTo(panel._body.content, QPoint(0, 0)).y(), each.height()) for each in rows]
        return [body.height() - top for top, high in tops if top < body.height() < top + high]

    qtbot.waitUntil(lambda: bool(panel.parts.others.rows()))
    qtbot.waitUntil(lambda: all(seen >= LEAST_SEEN for seen in seen_of_the_last()))


def test_the_table_of_pairs_to_be_ends_with_its_last_row(qtbot, page: MatchingPage) -> None:
    page.commit()
    dialog = next(each for each in page.findChildren(CommitDialog) if each.isVisible())
    table = dialog.table
    assert table.count() == 3
    assert not table.horizontalScrollBar().isVisible()
    assert table.viewport().height() == table.count() * table.verticalHeader().defaultSectionSize()


def test_every_entry_of_the_menu_of_a_pair_has_an_icon(page: MatchingPage) -> None:
    entries = [each for each in page.menu(page.card.rows()[0]).actions() if not each.isSeparator()]
    assert [each.text() for each in entries if each.icon().isNull()] == []


def test_a_reason_without_a_pair_is_whole_in_the_smallest_window(qtbot, drafted, show) -> None:
    drafted.draft()
    page: MatchingPage = show(1024, 640)
    people = [
        UnmatchedRow(9, False, "Gus Ek", "No circle of 4 to 8 has room: 12 mentors may be asked", Act.RELAX),
        UnmatchedRow(8, True, "Flo Ek", "1 free place", Act.NONE),
    ]
    listed = page.unmatched.list
    page.unmatched.show_people(people, "1 mentee")
    qtbot.waitUntil(lambda: listed.visualRect(listed.model().index(0, 0)).height() > 0)
    place = listed.visualRect(listed.model().index(0, 0))
    room = button_rect(place, people[0]).left() - 8 - 49
    lines = painting.lines_of(people[0].reason, room, "caption")
    assert place.height() >= theme.current().row("table", 1 + lines)


def test_a_draft_without_pairs_is_not_committed(qtbot, page: MatchingPage, said) -> None:
    page.showing.rounds = (replace(page.showing.rounds[0], pairs=()),)
    page.commit()
    assert not [each for each in page.findChildren(CommitDialog) if each.isVisible()]
    assert said == ["There is no pair to commit. Suggest pairs first."]


def test_a_round_without_pairs_cannot_be_committed(qtbot, page: MatchingPage) -> None:
    full = page.showing.rounds[0]
    dialog = CommitDialog(page, page.sheet, (full, replace(full, pairs=())), 1)
    qtbot.addWidget(dialog)
    assert dialog.primary.isEnabled()
    dialog.round.choose(2)
    dialog.round.chosen.emit(2)
    assert dialog.title.text() == "No pair of round 2 to commit"
    assert not dialog.primary.isEnabled()
    assert dialog.primary.toolTip() == "There is no pair to commit"


def test_the_longer_of_the_two_people_has_more_of_the_table(qtbot, drafted, show) -> None:
    drafted.join("Hal Ek", Role.MENTOR, offers=("Welding",), title="President, Southern and Eastern Europe Operations")
    drafted.draft()
    table = show(1440, 860).card.table
    mentee, mentor = (table.columnWidth(table.rows_model.column_of(key)) for key in (MENTEE, MENTOR))
    assert mentor > mentee + 20
    assert table.horizontalHeader().length() == table.viewport().width()
