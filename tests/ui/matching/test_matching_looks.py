"""How Matching looks where room is short: titles beside places, the list of other mentors, the table of pairs to be."""

import pytest
from PySide6.QtCore import QPoint

from mentordesk.ui.matching.commit_dialog import CommitDialog
from mentordesk.ui.matching.page import MatchingPage
from mentordesk.ui.matching.proposal_cells import OtherCell, caption_in
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
