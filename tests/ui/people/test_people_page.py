"""The directory as a coordinator uses it: searching, filtering, choosing, marking, in wide and small windows."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from mentordesk.domain.cohorts import Role
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.scope import Scope
from mentordesk.services.desk import Desk
from mentordesk.services.people import people
from mentordesk.ui.people.page import PeoplePage
from mentordesk.ui.settings import Settings
from mentordesk.ui.workplace import Target, Workplace
from tests.builders import add_cohort, add_pair, add_person, enroll


@pytest.fixture
def ids(desk: Desk) -> dict[str, int]:
    """Amara mentors Jonas in Crossroads, Mateo waits, Ruth has left, Marta is a founder from outside."""
    cohort = add_cohort(desk)
    found = {
        "amara": add_person(
            desk, "Amara Okonkwo", title="VP Operations", department="Operations", offers=("Board papers",)
        ),
        "jonas": add_person(desk, "Jonas Weidmann", title="Team lead", department="Operations"),
        "mateo": add_person(desk, "Mateo Quispe", title="Analyst", department="Data", languages=("Quechua",)),
        "ruth": add_person(desk, "Ruth Adelmann", title="Site lead", status=PersonStatus.LEFT),
        "marta": add_person(desk, "Marta Vidal", title="Founder", company="Cargoloop", external=True),
    }
    found["pair"] = add_pair(desk, found["amara"], found["jonas"], cohort)
    enroll(desk, cohort, found["mateo"], Role.MENTEE)
    found["cohort"] = cohort
    return found


def names(page: PeoplePage) -> list[str]:
    return [row.name for row in page.directory.table.rows_model.shown_rows()]


def menu_words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def menu_of(page: PeoplePage, person_ids: list[int]) -> QMenu:
    page.directory.table.select(person_ids)
    page.directory.table.menu_requested.emit(person_ids, QPoint(10, 10))
    return [menu for menu in page.directory.findChildren(QMenu) if menu.isVisible()][-1]


def test_everybody_here_is_listed_by_name_with_what_they_are_today(ids, show) -> None:
    page = show()

    assert names(page) == ["Amara Okonkwo", "Jonas Weidmann", "Marta Vidal", "Mateo Quispe"]
    assert page.directory.header.facts.text() == "4 people, 1 of them external"
    model = page.directory.table.model()
    cells = [(model.index(at, 0).data(), model.index(at, 1).data()) for at in range(4)]
    assert cells[0] == ("Amara Okonkwo", "Mentor")
    assert cells[3] == ("Mateo Quispe", "To be matched")
    assert page.card.head.name.text() == "Amara Okonkwo"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("board", ["Amara Okonkwo"]),
        ("QUECHUA", ["Mateo Quispe"]),
        ("cargo", ["Marta Vidal"]),
        ("operations lead", ["Jonas Weidmann"]),
    ],
)
def test_the_search_looks_into_skills_languages_and_places(ids, show, qtbot, typed: str, found: list[str]) -> None:
    page = show()

    qtbot.keyClicks(page.directory.bar.search, typed)

    assert names(page) == found


def test_a_search_for_somebody_who_has_left_offers_to_show_them(ids, show, qtbot, settled) -> None:
    page = show()
    qtbot.keyClicks(page.directory.bar.search, "ruth")

    assert page.directory.empty.isVisible()
    assert "Ruth Adelmann has left" in page.directory.empty.sentence.text()
    qtbot.mouseClick(page.directory.empty.action, Qt.MouseButton.LeftButton)

    assert names(page) == ["Ruth Adelmann"]


def test_a_search_without_a_hit_is_cleared_with_one_click(ids, show, qtbot) -> None:
    page = show()
    qtbot.keyClicks(page.directory.bar.search, "xqz")

    assert page.directory.empty.title.text() == "No person matches “xqz”"
    qtbot.mouseClick(page.directory.empty.action, Qt.MouseButton.LeftButton)

    assert len(names(page)) == 4


def test_quick_filters_combine_and_count_live(ids, show, qtbot) -> None:
    page = show()
    chips = page.directory.bar.chips

    assert chips.chip("can_mentor").accessibleName() == "Can mentor, 1"
    assert chips.chip("wants_mentor").accessibleName() == "Wants mentor, 1"
    qtbot.mouseClick(chips.chip("external"), Qt.MouseButton.LeftButton)

    assert names(page) == ["Marta Vidal"]
    assert chips.chip("can_mentor").accessibleName() == "Can mentor, 0"
    assert not chips.chip("can_mentor").isEnabled()


def test_status_and_department_unfold_behind_the_button(ids, show, qtbot) -> None:
    page = show()
    bar = page.directory.bar
    assert not bar.status.isVisible()

    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    bar.department.setFocus()
    qtbot.keyClicks(bar.department, "Op")
    qtbot.keyClick(bar.department, Qt.Key.Key_Return)

    assert bar.department.choice() == "Operations"
    bar.department.activated.emit(bar.department.currentIndex())
    assert names(page) == ["Amara Okonkwo", "Jonas Weidmann"]
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    assert bar.department.isVisible(), "a filter that is on stays in sight"


def test_arrows_change_the_card(ids, show, qtbot, settled) -> None:
    page = show()
    page.directory.table.setFocus()

    qtbot.keyClick(page.directory.table, Qt.Key.Key_Down)
    settled()

    assert page.card.head.name.text() == "Jonas Weidmann"


def test_enter_and_f2_edit_the_person(ids, show, qtbot, commanded) -> None:
    page = show()
    page.directory.table.setFocus()

    qtbot.keyClick(page.directory.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.directory.table, Qt.Key.Key_F2)

    assert commanded == [("edit_person", {"person_id": ids["amara"]})] * 2


def test_the_menu_marks_people_as_left_with_a_toast_and_one_undo_step(ids, show, desk: Desk, said, settled) -> None:
    page = show()
    menu = menu_of(page, [ids["amara"]])

    assert menu_words(menu)[:4] == ["Edit…", "Add a career milestone…", "Find a match", "New pair…"]
    next(action for action in menu.actions() if action.text() == "Mark as left").trigger()
    settled()

    assert said == ["Amara Okonkwo marked as left. 1 active pair to look after"]
    assert "Amara Okonkwo" not in names(page)
    assert desk.undo_label() == "Mark Amara Okonkwo as left"
    desk.undo()
    settled()
    assert "Amara Okonkwo" in names(page)


def test_several_people_go_on_leave_together_and_come_back(ids, show, desk: Desk, settled) -> None:
    page = show()
    both = [ids["amara"], ids["mateo"]]
    menu = menu_of(page, both)

    assert "Edit…" not in menu_words(menu)
    next(action for action in menu.actions() if action.text() == "Mark as on leave").trigger()
    settled()
    assert [page.directory.table.row_of(it).status for it in both] == [PersonStatus.LEAVE] * 2
    assert page.card.head.status.isVisible()

    menu = menu_of(page, both)
    next(action for action in menu.actions() if action.text() == "Mark as active again").trigger()
    settled()
    assert [row.status for row in desk.read(people.rows, both)] == [PersonStatus.ACTIVE] * 2


def test_the_addresses_of_several_people_are_copied(ids, show, said) -> None:
    page = show()
    menu = menu_of(page, [ids["jonas"], ids["mateo"]])

    next(action for action in menu.actions() if action.text() == "Copy 2 e-mail addresses").trigger()

    text = "jonas.weidmann@solvane.example; mateo.quispe@solvane.example"
    assert (QApplication.clipboard().text(), said) == (text, ["2 addresses copied"])


def test_the_rail_s_program_narrows_the_directory(ids, show, workplace: Workplace, settled) -> None:
    page = show()

    workplace.set_scope(Scope(cohort_id=ids["cohort"]))
    settled()

    assert names(page) == ["Amara Okonkwo", "Jonas Weidmann", "Mateo Quispe"]
    assert page.directory.header.facts.text() == "3 people take part here"


def test_a_target_shows_a_person_even_one_outside_the_scope_or_who_has_left(
    ids, show, workplace: Workplace, settled
) -> None:
    page = show()
    page.open(Target("people", ids["ruth"]))
    settled()
    assert page.card.head.name.text() == "Ruth Adelmann"
    assert page.directory.table.selected_ids() == [ids["ruth"]]

    workplace.set_scope(Scope(cohort_id=ids["cohort"]))
    settled()
    page.open(Target("people", ids["marta"]))
    settled()
    assert page.card.head.name.text() == "Marta Vidal"
    assert page.directory.table.selected_ids() == []


def test_a_target_brings_filters_and_a_search(ids, show, settled) -> None:
    page = show()

    page.open(Target("people", filters={"wants_mentor": True}))
    settled()
    assert names(page) == ["Mateo Quispe"]
    page.open(Target("people", filters={"search": "weid"}))
    settled()

    assert (names(page), page.card.head.name.text()) == (["Jonas Weidmann"], "Jonas Weidmann")


def test_the_small_window_shows_the_list_or_a_card(ids, show, qtbot, settled) -> None:
    page = show(1024, 700)
    assert page.directory.isVisible()
    assert not page.card.isVisible()

    page.directory.table.setFocus()
    qtbot.keyClick(page.directory.table, Qt.Key.Key_Return)
    settled()
    assert not page.directory.isVisible()
    assert page.card.head.name.text() == "Amara Okonkwo"

    qtbot.mouseClick(page.card.head.back, Qt.MouseButton.LeftButton)
    assert page.directory.isVisible()
    assert not page.card.isVisible()


def test_ctrl_f_leads_to_the_search_from_a_card_too(ids, show) -> None:
    page = show(1024, 700)
    page.show_person(ids["mateo"])

    page.focus_search()

    assert page.directory.bar.search.isVisible()
    assert page.directory.bar.search.hasFocus()


def test_an_empty_desk_offers_the_first_person(show, qtbot, commanded) -> None:
    page = show()

    assert page.directory.empty.title.text() == "Nobody is here yet"
    assert page.card.empty.isVisible()
    qtbot.mouseClick(page.directory.empty.action, Qt.MouseButton.LeftButton)
    assert commanded == [("new_person", {})]


def test_a_new_person_appears_and_undo_takes_the_card_away(desk: Desk, show, settled) -> None:
    page = show()
    person = add_person(desk, "Amara Okonkwo", hired_on=date(2011, 2, 1))
    settled()
    page.show_person(person)
    settled()
    assert page.card.head.name.text() == "Amara Okonkwo"

    desk.undo()
    settled()

    assert page.card.empty.isVisible()


def test_filters_and_the_chosen_person_are_remembered(ids, show, qtbot, settled) -> None:
    page = show()
    qtbot.mouseClick(page.directory.bar.chips.chip("wants_mentor"), Qt.MouseButton.LeftButton)
    page.show_person(ids["mateo"])
    settled()
    state = page.state()

    again = show()
    again.restore_state(state)
    again.reload()
    settled()

    assert names(again) == ["Mateo Quispe"]
    assert again.card.head.name.text() == "Mateo Quispe"


def test_a_desk_open_to_read_only_shows_why_nothing_can_be_changed(ids, desk: Desk, tmp_path, qtbot) -> None:
    reading = Desk.open(desk.path, backups=tmp_path / "backups", clock=desk.clock, read_only=True)
    place = Workplace(reading, Settings(tmp_path / "other"))
    page = PeoplePage(place)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.loaded and not place.reader.pending)

    for each in (page.directory.new, page.card.head.edit, page.card.career.add):
        assert not each.isEnabled()
        assert each.toolTip() == "This desk is open to read only"
    menu = menu_of(page, [ids["amara"]])
    enabled = [action.text() for action in menu.actions() if action.text() and action.isEnabled()]
    assert enabled == ["Find a match", "Copy e-mail address", "Export this person’s data…", "Copy as a table"]
    place.close()
    reading.close()


@pytest.mark.parametrize(("width", "margin"), [(1000, 24), (1440, 16)])
def test_alone_on_the_page_the_directory_keeps_the_margin_of_a_page(ids, show, width: int, margin: int) -> None:
    directory = show(width, 700).directory
    assert directory.width() - directory.header.geometry().right() - 1 == margin
