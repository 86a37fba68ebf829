"""A person's card: what it says, where its links lead, what is added and taken back on it."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from mentordesk.domain.cohorts import Role
from mentordesk.domain.dates import Precision
from mentordesk.domain.people import CareerKind, CustomFieldForm, FieldKind, PersonForm, PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus
from mentordesk.services import custom_fields
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pairs
from mentordesk.services.people import people
from mentordesk.ui import theme
from mentordesk.ui.people.career_dialog import CareerDialog
from mentordesk.ui.people.enroll_chosen_dialog import EnrollChosenDialog
from mentordesk.ui.people.match_dialog import MatchDialog
from mentordesk.ui.people.page import PeoplePage
from mentordesk.ui.widgets.chips import Chip
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.workplace import Target
from tests.builders import add_cohort, add_pair, add_person, add_program, enroll


@pytest.fixture
def ids(desk: Desk) -> dict[str, int]:
    """Amara with a manager, a career, an enduring mentor, a finished reverse pair and a running one."""
    found = {"gareth": add_person(desk, "Gareth Penry", title="Chief operating officer")}
    found["amara"] = add_person(
        desk,
        "Amara Okonkwo",
        title="VP Operations",
        location="Rotterdam",
        level=6,
        manager_id=found["gareth"],
        languages=("English", "Dutch", "Igbo"),
        offers=("Board papers", "Site operations"),
        wants=("Telematics",),
        notes="Prefers mornings.",
    )
    found["cohort"] = add_cohort(desk)
    enroll(desk, found["cohort"], found["amara"], Role.MENTOR, capacity=2)
    found["ruth"] = add_pair(desk, "Ruth Adelmann", found["amara"], started_on=date(2011, 3, 1))
    desk.do(pairs.endure, [found["ruth"]])
    found["mei"] = add_pair(desk, "Mei-Lin Zhao", found["amara"], started_on=date(2022, 1, 10), format=Format.REVERSE)
    desk.do(pairs.complete, [found["mei"]])
    found["jonas"] = add_pair(desk, found["amara"], "Jonas Weidmann", found["cohort"])
    found["ayesha"] = add_pair(desk, found["amara"], "Ayesha Siddiqui", status=PairStatus.PROPOSED)
    desk.do(people.add_career, found["amara"], CareerKind.PROMOTION, date(2024, 3, 1), Precision.MONTH, "To VP")
    desk.do(people.add_career, found["amara"], CareerKind.NEW_ROLE, date(2011, 2, 1), Precision.YEAR, "Joined in Lagos")
    return found


@pytest.fixture
def page(ids, show, settled) -> PeoplePage:
    shown = show()
    shown.show_person(ids["amara"])
    settled()
    return shown


def texts(widget: QWidget) -> list[str]:
    """The visible words of a widget's labels."""
    found = [it for it in widget.findChildren(QLabel) if it.isVisible() and it.text()]
    return [it.text() for it in found]


def chips(page: PeoplePage) -> list[str]:
    return [chip.text for chip in page.card.about.findChildren(Chip) if chip.isVisible()]


def test_the_head_says_who_it_is_and_leads_to_the_manager(page: PeoplePage, settled) -> None:
    head = page.card.head
    assert head.name.text() == "Amara Okonkwo"
    assert head.words.text().startswith("VP Operations in Rotterdam, level 6, reports to <a")
    assert head.languages.text() == "Speaks English, Dutch and Igbo"
    assert not head.status.isVisible()

    head.words.linkActivated.emit("manager")
    settled()

    assert head.name.text() == "Gareth Penry"
    assert head.words.text() == "Chief operating officer"


def test_offers_wants_and_places_stand_on_the_card(page: PeoplePage) -> None:
    assert chips(page) == ["Board papers", "Site operations", "Telematics"]
    assert "1 of 2 places free as mentor in Crossroads 2025–26" in texts(page.card.about)


def test_what_is_not_noted_yet_is_added_in_the_dialog(page: PeoplePage, ids, qtbot, commanded) -> None:
    add = next(it for it in page.card.about.findChildren(QWidget) if it.accessibleName() == "Add: Life experience")

    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)

    assert commanded == [("edit_person", {"person_id": ids["amara"]})]


def test_pairs_over_the_years_say_who_how_and_how_long(page: PeoplePage) -> None:
    lines = page.card.pairs.list.lines()

    assert [(it.pair.other, it.relation, it.length) for it in lines] == [
        ("Ruth Adelmann", "mentor", "15 years, enduring"),
        ("Mei-Lin Zhao", "mentor (reverse)", "4 years"),
        ("Jonas Weidmann", "mentee", "7 months"),
        ("Ayesha Siddiqui", "mentee", "proposed"),
    ]
    assert page.card.pairs.list.years.first == date(2011, 1, 1)


def test_a_click_or_enter_opens_a_pair(page: PeoplePage, ids, qtbot, went: list[Target]) -> None:
    view = page.card.pairs.list
    place = view.visualRect(view.model().index(2, 0)).center()

    qtbot.mouseMove(view.viewport(), place)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Return)

    assert [(target.page, target.id) for target in went] == [("pairs", ids["jonas"]), ("pairs", ids["mei"])]


def test_the_bars_are_blue_for_mentoring_and_orange_for_being_mentored(page: PeoplePage) -> None:
    view = page.card.pairs.list
    picture = view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()

    def colors(row: int) -> set[str]:
        y = round(view.visualRect(view.model().index(row, 0)).center().y() * ratio)
        return {picture.pixelColor(x, y).name().upper() for x in range(picture.width())}

    look = theme.current()
    assert look.hex("right_tint") in colors(0)
    assert look.hex("right") in colors(1)
    assert look.hex("left") in colors(2)
    assert not {look.hex("left"), look.hex("right")} & colors(3)


def test_a_pair_s_line_is_read_out_whole_and_shown_as_tip(page: PeoplePage) -> None:
    view = page.card.pairs.list
    index = view.model().index(0, 0)

    said = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == "Ruth Adelmann, mentor, since 1 Mar 2011, 15 years, enduring"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == said
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
    )


def test_an_enrollment_leads_to_its_cohort(page: PeoplePage, ids, went: list[Target]) -> None:
    words = texts(page.card.enrollments)
    assert "Mentor, 1 of 2" in words
    link = next(it for it in page.card.enrollments.findChildren(QLabel) if "Crossroads" in it.text())

    link.linkActivated.emit("cohort")

    assert [(target.page, target.id) for target in went] == [("cohorts", ids["cohort"])]


def test_the_details_have_the_desk_s_own_fields_and_the_notes(page: PeoplePage, ids, desk: Desk, qtbot) -> None:
    field = desk.do(custom_fields.save, CustomFieldForm("Grade", FieldKind.ORDERED, ("A", "B", "C")))
    form = desk.read(people.form, ids["amara"])
    desk.do(people.save, PersonForm(**{**_fields(form), "custom": {field: ("B",)}}), ids["amara"])
    qtbot.waitUntil(lambda: "Grade" in texts(page.card.details))

    words = texts(page.card.details)
    assert words[words.index("Grade") + 1] == "2 of 3: B"
    assert words[words.index("Notes") + 1] == "Prefers mornings."


def _fields(form: PersonForm) -> dict:
    return {name: getattr(form, name) for name in form.__dataclass_fields__}


# Career


def career(page: PeoplePage) -> list[str]:
    return [line.row.title for line in page.card.career.lines]


def test_the_career_is_listed_newest_first_with_short_dates(page: PeoplePage) -> None:
    days = [line.findChildren(ElidedLabel)[0].text() for line in page.card.career.lines]

    assert list(zip(days, career(page), strict=True)) == [("Mar 2024", "To VP"), ("2011", "Joined in Lagos")]


def test_a_career_milestone_is_added_with_its_month(page: PeoplePage, qtbot, desk: Desk, settled) -> None:
    qtbot.mouseClick(page.card.career.add, Qt.MouseButton.LeftButton)
    dialog = page.findChild(CareerDialog)
    assert not dialog.until.isVisible()
    dialog.kind.choose(CareerKind.LEAVE)
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    qtbot.keyClicks(dialog.kind_title, "Parental leave")
    dialog.day.set_value(date(2019, 11, 4))
    dialog.until.set_value(date(2020, 7, 1))
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    settled()

    assert career(page) == ["To VP", "Parental leave", "Joined in Lagos"]
    assert page.card.career.lines[1].row.on_text == "2019–20"
    assert desk.undo_label() == "Add leave of Amara Okonkwo"


def test_an_end_before_the_beginning_is_told_at_its_field(page: PeoplePage, qtbot) -> None:
    qtbot.mouseClick(page.card.career.add, Qt.MouseButton.LeftButton)
    dialog = page.findChild(CareerDialog)
    dialog.kind.choose(CareerKind.LEAVE)
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    dialog.day.set_value(date(2020, 7, 1))
    dialog.until.set_value(date(2019, 11, 4))

    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    assert dialog.isVisible()
    assert dialog.form.box("until").problem() == "The end comes before the beginning."
    dialog.day.set_value(None)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.form.box("day").problem() == "Say when it was."


def test_del_takes_a_career_milestone_back_and_undo_returns_it(page: PeoplePage, qtbot, desk: Desk, settled) -> None:
    line = page.card.career.lines[0]
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert line.remove.isVisible()

    qtbot.keyClick(line, Qt.Key.Key_Delete)
    settled()
    assert career(page) == ["Joined in Lagos"]

    desk.undo()
    settled()
    assert career(page) == ["To VP", "Joined in Lagos"]


def test_older_turns_unfold(ids, desk: Desk, show, settled, qtbot) -> None:
    for year in range(2012, 2018):
        desk.do(people.add_career, ids["amara"], CareerKind.AWARD, date(year, 5, 1), Precision.YEAR, f"Award {year}")
    page = show()
    page.show_person(ids["amara"])
    settled()
    assert len(page.card.career.lines) == 6

    more = next(it for it in page.card.career.findChildren(QWidget) if it.property("text") == "Show 2 older")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)

    assert len(page.card.career.lines) == 8


# Enrolling and pairing


def test_a_person_is_enrolled_from_the_card(page: PeoplePage, desk: Desk, qtbot, settled, said) -> None:
    peers = add_cohort(desk, add_program(desk, "Circles", Format.PEER), "Circles 2026")
    settled()

    qtbot.mouseClick(page.card.enrollments.enroll, Qt.MouseButton.LeftButton)
    dialog = page.findChild(EnrollChosenDialog)
    dialog.cohort.choose(peers)
    dialog.cohort.activated.emit(dialog.cohort.currentIndex())
    assert [dialog.role.itemData(at) for at in range(dialog.role.count())] == [Role.PEER]
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Peer, 0 of 1" in texts(page.card.enrollments))

    assert said == ["Amara Okonkwo enrolled in Circles 2026"]


def test_without_a_cohort_the_dialog_says_so(desk: Desk, show, settled, qtbot) -> None:
    add_person(desk, "Amara Okonkwo")
    page = show()

    qtbot.mouseClick(page.card.enrollments.enroll, Qt.MouseButton.LeftButton)

    dialog = page.findChild(EnrollChosenDialog)
    assert any("No cohort is running" in words for words in texts(dialog))
    assert not dialog.primary.isEnabled()


def entry(page: PeoplePage, words: str) -> QAction:
    """An entry of the card's More menu."""
    page.card.head.menu.aboutToShow.emit()
    return next(action for action in page.card.head.menu.actions() if action.text() == words)


def test_a_new_pair_begins_with_the_person_on_the_fitting_side(page: PeoplePage, ids, commanded) -> None:
    entry(page, "New pair…").trigger()

    assert commanded == [("new_pair", {"mentor_id": ids["amara"]})]


def test_find_a_match_leads_to_matching_of_the_only_cohort(page: PeoplePage, ids, qtbot, went) -> None:
    qtbot.mouseClick(page.card.head.match, Qt.MouseButton.LeftButton)

    assert went[-1] == Target("matching", ids["cohort"], filters={"person": ids["amara"]})


def test_of_several_cohorts_one_is_chosen_to_find_a_match_in(page: PeoplePage, ids, desk, qtbot, settled, went) -> None:
    second = add_cohort(desk, add_program(desk, "Open Door", Format.REVERSE), "Open Door 5")
    enroll(desk, second, ids["amara"], Role.MENTEE)
    settled()

    entry(page, "Find a match").trigger()
    dialog = page.findChild(MatchDialog)
    offered = {dialog.cohort.itemText(at) for at in range(dialog.cohort.count())}
    assert offered == {"Crossroads 2025–26", "Open Door 5"}
    dialog.cohort.choose(second)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    assert went[-1] == Target("matching", second, filters={"person": ids["amara"]})


def test_who_is_in_no_cohort_is_enrolled_before_a_match_is_found(page: PeoplePage, ids, qtbot, settled, went) -> None:
    page.show_person(ids["gareth"])
    settled()

    qtbot.mouseClick(page.card.head.match, Qt.MouseButton.LeftButton)
    dialog = page.findChild(EnrollChosenDialog)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    assert went[-1] == Target("matching", ids["cohort"], filters={"person": ids["gareth"]})


def test_who_has_left_is_neither_paired_nor_enrolled(page: PeoplePage, ids, desk: Desk, settled) -> None:
    desk.do(people.set_status, [ids["amara"]], PersonStatus.LEFT)
    settled()
    page.show_person(ids["amara"])
    settled()

    assert page.card.head.status.text == "Left"
    for each in (page.card.head.match, page.card.enrollments.enroll):
        assert not each.isEnabled()
        assert each.toolTip() == "Amara Okonkwo has left"


def test_a_person_without_anything_has_a_whole_card(desk: Desk, show, settled) -> None:
    add_person(desk, "Ek", email="")
    page = show(1280, 800)

    assert page.card.pairs.nothing.text() == "Ek has not been in a pair yet."
    assert not page.card.pairs.list.isVisible()
    assert not any(mark.isVisible() for mark in page.card.pairs.legend)
    assert "In no cohort now" in texts(page.card.about)
    assert "None noted" in texts(page.card.details)
    assert not page.card.head.words.isVisible()
