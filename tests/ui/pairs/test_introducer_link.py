"""Who introduced the two of a pair is a link to that person."""

from PySide6.QtCore import Qt

from mentordesk.services.pairs import pairs
from mentordesk.ui import theme


def test_the_name_of_who_introduced_them_leads_to_the_person(crossroads, frame, show_pairs) -> None:
    crossroads.pair(introduced_by_id=crossroads.people["Ruth"])
    together = show_pairs().pane.head.together
    assert "Introduced by Ruth Adelmann</a>" in together.text()
    assert theme.current().hex("accent") in together.text()

    together.linkActivated.emit("person")

    assert frame.went[-1] == ("people", crossroads.people["Ruth"])


def test_nothing_leads_anywhere_where_nobody_introduced_them(crossroads, frame, show_pairs) -> None:
    crossroads.pair()
    assert "<a" not in show_pairs().pane.head.together.text()


def test_tab_stops_at_the_line_only_where_it_has_a_link(crossroads, frame, show_pairs) -> None:
    pair_id = crossroads.pair()
    together = show_pairs().pane.head.together
    assert together.text()
    assert together.focusPolicy() is Qt.FocusPolicy.NoFocus
    crossroads.desk.do(pairs.set_introduced_by, pair_id, crossroads.people["Ruth"])
    together = show_pairs().pane.head.together
    assert together.focusPolicy() & Qt.FocusPolicy.TabFocus
