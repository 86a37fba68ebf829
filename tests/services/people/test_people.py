"""People: added, changed, found, marked as left, with their lists and their card."""

from datetime import date

import pytest

from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.dates import Precision
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import CareerKind, CustomFieldForm, FieldKind, PersonForm, PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.services import custom_fields
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pairs
from mentordesk.services.people import people
from tests.builders import add_cohort, add_pair, add_person, add_program, enroll

AMARA = PersonForm(
    name="Amara Okonkwo",
    email="amara.okonkwo@solvane.example",
    employee_number="E-104",
    title="VP Operations",
    department="Operations",
    location="Rotterdam",
    company="Solvane",
    level=6,
    hired_on=date(2011, 2, 1),
    notes="Speaks at the spring forum.",
    languages=("English", "Dutch", "Igbo"),
    offers=("Leading through change", "Budgets and P&L"),
    wants=("Dashboards", "Telematics"),
    experience=("Moved country",),
)


def names(desk: Desk) -> list[str]:
    return [row.name for row in desk.read(people.rows)]


def test_a_person_is_read_back_as_typed_in(desk: Desk) -> None:
    amara = desk.do(people.save, AMARA)
    assert desk.read(people.form, amara) == AMARA
    assert desk.undo_label() == "Add Amara Okonkwo"


def test_blanks_and_capitals_of_an_e_mail_do_not_count(desk: Desk) -> None:
    amara = desk.do(people.save, PersonForm("  Amara   Okonkwo ", email=" Amara@Solvane.Example "))
    form = desk.read(people.form, amara)
    assert (form.name, form.email) == ("Amara Okonkwo", "amara@solvane.example")


def test_a_word_given_twice_is_kept_once_as_first_spelled(desk: Desk) -> None:
    amara = desk.do(people.save, PersonForm("Amara", offers=("Negotiation", " ", "negotiation", "P&L")))
    assert desk.read(people.form, amara).offers == ("Negotiation", "P&L")


def test_only_what_changed_is_in_the_step(desk: Desk) -> None:
    amara = desk.do(people.save, AMARA)
    desk.do(people.save, AMARA, amara)
    assert desk.undo_label() == "Add Amara Okonkwo"


def test_a_changed_list_keeps_its_new_order(desk: Desk) -> None:
    amara = desk.do(people.save, AMARA)
    changed = PersonForm("Amara Okonkwo", offers=("Site operations", "Leading through change"))
    desk.do(people.save, changed, amara)
    assert desk.read(people.form, amara).offers == ("Site operations", "Leading through change")
    desk.undo()
    assert desk.read(people.form, amara) == AMARA


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (PersonForm("  "), "name"),
        (PersonForm("Ben", email="ben at solvane"), "email"),
        (PersonForm("Ben", email="AMARA.okonkwo@solvane.example"), "email"),
        (PersonForm("Ben", employee_number="e-104"), "employee_number"),
        (PersonForm("Ben", level=8), "level"),
        (PersonForm("Ben", manager_id=4711), "manager_id"),
    ],
)
def test_what_cannot_be_saved_is_said_at_its_field(desk: Desk, form: PersonForm, field: str) -> None:
    desk.do(people.save, AMARA)
    with pytest.raises(FieldError) as caught:
        desk.do(people.save, form)
    assert caught.value.field == field
    assert names(desk) == ["Amara Okonkwo"]


def test_the_same_e_mail_names_who_has_it(desk: Desk) -> None:
    desk.do(people.save, AMARA)
    with pytest.raises(FieldError, match="Amara Okonkwo has this e-mail already"):
        desk.do(people.save, PersonForm("A. Okonkwo", email=AMARA.email))


def test_people_without_e_mail_and_number_do_not_clash(desk: Desk) -> None:
    desk.do(people.save, PersonForm("Amara"))
    desk.do(people.save, PersonForm("Ben"))
    assert names(desk) == ["Amara", "Ben"]


def test_nobody_below_can_be_the_manager(desk: Desk) -> None:
    boss = add_person(desk, "Gareth Penry")
    middle = add_person(desk, "Amara Okonkwo", manager_id=boss)
    lower = add_person(desk, "Jonas Weidmann", manager_id=middle)
    assert desk.read(people.people_below, boss) == {boss, middle, lower}
    for manager in (boss, middle, lower):
        with pytest.raises(FieldError) as caught:
            desk.do(people.save, PersonForm("Gareth Penry", manager_id=manager), boss)
        assert caught.value.field == "manager_id"
    assert desk.read(people.form, boss).manager_id is None


def test_who_left_is_still_there_and_may_come_back(desk: Desk) -> None:
    amara, ben = add_person(desk, "Amara Okonkwo"), add_person(desk, "Ben Achterberg")
    desk.do(people.set_status, [amara, ben], PersonStatus.LEFT)
    assert desk.undo_label() == "Mark 2 people as left"
    assert [row.status for row in desk.read(people.rows)] == [PersonStatus.LEFT] * 2
    desk.do(people.set_status, [amara], PersonStatus.ACTIVE)
    assert desk.read(people.form, amara).status is PersonStatus.ACTIVE
    with pytest.raises(UserError, match="Nobody is chosen"):
        desk.do(people.set_status, [], PersonStatus.LEFT)


def test_a_person_that_is_gone_is_said_so(desk: Desk) -> None:
    for read in (people.form, people.card):
        with pytest.raises(NotFoundError, match="not in the desk any more"):
            desk.read(read, 12)


def test_the_directory_sorts_by_name_as_people_do(desk: Desk) -> None:
    for name in ("Zofia Lis", "Élise Roy", "adaeze Eze", "Ödön Kis", "Fatma Ak"):
        add_person(desk, name, email="")
    assert names(desk) == ["adaeze Eze", "Élise Roy", "Fatma Ak", "Ödön Kis", "Zofia Lis"]


def test_a_line_of_the_directory(desk: Desk) -> None:
    amara = desk.do(people.save, AMARA)
    (row,) = desk.read(people.rows)
    assert (row.id, row.title, row.level, row.external) == (amara, "VP Operations", 6, False)
    assert (row.email, row.employee_number) == ("amara.okonkwo@solvane.example", "E-104")
    assert row.languages == ("Dutch", "English", "Igbo")
    assert (row.offers, row.wants) == (("Budgets and P&L", "Leading through change"), ("Dashboards", "Telematics"))
    assert (row.role_now, row.active_pairs, row.can_mentor, row.wants_mentor) == ("", 0, False, False)


def role(desk: Desk, person_id: int) -> str:
    return next(row.role_now for row in desk.read(people.rows) if row.id == person_id)


def test_the_role_of_today_comes_from_pairs_and_cohorts(desk: Desk) -> None:
    cohort = add_cohort(desk)
    amara, jonas, mateo, ruth = (add_person(desk, name) for name in ("Amara", "Jonas", "Mateo", "Ruth"))
    add_pair(desk, amara, jonas, cohort)
    enroll(desk, cohort, mateo, Role.MENTEE)
    enroll(desk, cohort, ruth, Role.MENTOR)
    assert [role(desk, who) for who in (amara, jonas, mateo, ruth)] == ["Mentor", "Mentee", "To be matched", "Mentor"]


def test_a_person_may_be_mentor_and_mentee_at_once(desk: Desk) -> None:
    chidi = add_person(desk, "Chidi Okafor")
    add_pair(desk, "Amara Okonkwo", chidi)
    add_pair(desk, chidi, "Bukola Sani")
    assert role(desk, chidi) == "Mentor and mentee"
    (row,) = desk.read(people.rows, [chidi])
    assert row.active_pairs == 2


def test_peers_are_peers(desk: Desk) -> None:
    cohort = add_cohort(desk, add_program(desk, "Side by Side", Format.PEER), "Side by Side 2026")
    clara = add_person(desk, "Clara Dubois")
    add_pair(desk, clara, "Ewa Nowak", cohort)
    assert role(desk, clara) == "Peer"
    waiting = add_person(desk, "Piotr Zając")
    enroll(desk, cohort, waiting, Role.PEER)
    assert role(desk, waiting) == "To be matched"


def test_early_success_needs_no_other_mentor(desk: Desk) -> None:
    cohort = add_cohort(desk)
    nadia, lena = add_person(desk, "Nadia Haddad"), add_person(desk, "Lena Vogt")
    done, ended = add_pair(desk, "Margaret Oyelaran", nadia, cohort), add_pair(desk, "Hélène Garnier", lena, cohort)
    desk.do(pairs.complete, [done])
    desk.do(pairs.end, ended, pairs.EndReason.NOT_A_FIT)
    assert role(desk, nadia) == "Mentee"
    assert role(desk, lena) == "To be matched"


def test_who_can_mentor_and_who_wants_a_mentor(desk: Desk) -> None:
    cohort = add_cohort(desk)
    past = add_cohort(
        desk, add_program(desk, "Upstream"), "Upstream 2019", starts_on=date(2019, 1, 7), ends_on=date(2019, 9, 30)
    )
    mentor, mentee, asks, waits, withdrawn, before = (add_person(desk, name) for name in "ABCDEF")
    add_pair(desk, mentor, mentee, cohort)
    enroll(desk, cohort, asks, Role.MENTEE, status=EnrollmentStatus.APPLIED)
    enroll(desk, cohort, waits, Role.MENTEE)
    enroll(desk, cohort, withdrawn, Role.MENTEE, status=EnrollmentStatus.WITHDRAWN)
    enroll(desk, past, before, Role.MENTEE)
    rows = {row.id: row for row in desk.read(people.rows)}
    assert [who for who in rows if rows[who].can_mentor] == [mentor]
    assert [who for who in rows if rows[who].wants_mentor] == [asks, waits]
    desk.do(people.set_status, [mentor, waits], PersonStatus.LEFT)
    rows = {row.id: row for row in desk.read(people.rows)}
    assert [who for who in rows if rows[who].can_mentor or rows[who].wants_mentor] == [asks]


def test_one_person_is_judged_like_all(desk: Desk) -> None:
    cohort = add_cohort(desk)
    add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", cohort)
    enroll(desk, cohort, add_person(desk, "Mateo Quispe"), Role.MENTEE)
    everybody = desk.read(people.rows)
    assert [desk.read(people.rows, [row.id]) for row in everybody] == [[row] for row in everybody]


def test_known_values_for_completion_come_most_frequent_first(desk: Desk) -> None:
    desk.do(people.save, PersonForm("A", offers=("Budgets", "Negotiation"), department="Operations"))
    desk.do(people.save, PersonForm("B", offers=("Negotiation",), wants=("Coaching",), department="Data"))
    desk.do(people.save, PersonForm("C", department="Operations"))
    assert desk.read(people.tag_values, "offers") == ["Negotiation", "Budgets"]
    assert desk.read(people.tag_values, "wants") == ["Coaching"]
    assert desk.read(people.tag_values, "department") == ["Operations", "Data"]


@pytest.mark.parametrize(
    ("form", "found"),
    [
        (PersonForm("Somebody", email="Amara.Okonkwo@solvane.example"), True),
        (PersonForm("amara OKONKWO"), True),
        (PersonForm("A. Okonkwo", department="operations"), True),
        (PersonForm("A. Okonkwo", department="Finance"), False),
        (PersonForm("A. Okonkwo"), False),
        (PersonForm("Amara Eze", department="Operations"), False),
        (PersonForm(""), False),
    ],
)
def test_a_likely_duplicate_is_noticed(desk: Desk, form: PersonForm, found: bool) -> None:
    desk.do(people.save, AMARA)
    assert [row.name for row in desk.read(people.duplicates, form)] == (["Amara Okonkwo"] if found else [])


def test_not_the_same_is_remembered_for_both(desk: Desk) -> None:
    first, second = add_person(desk, "Kofi Darko"), add_person(desk, "Kofi Darko", email="k.darko@solvane.example")
    form = desk.read(people.form, second)
    assert [row.id for row in desk.read(people.duplicates, form, second)] == [first]
    desk.do(people.not_same, second, first)
    assert desk.read(people.duplicates, form, second) == []
    assert desk.read(people.duplicates, desk.read(people.form, first), first) == []


def test_custom_fields_of_a_person(desk: Desk) -> None:
    stage = desk.do(
        custom_fields.save, CustomFieldForm("Career stage", FieldKind.ORDERED, ("Starts", "Leads", "Leads leaders"))
    )
    amara = desk.do(people.save, PersonForm("Amara", custom={stage: ("leads leaders",)}))
    assert desk.read(people.form, amara).custom == {stage: ("Leads leaders",)}
    assert desk.read(people.card, amara).custom == (("Career stage", "3 of 3: Leads leaders"),)
    with pytest.raises(FieldError) as caught:
        desk.do(people.save, PersonForm("Amara", custom={stage: ("Retired",)}), amara)
    assert caught.value.field == f"custom:{stage}"
    desk.do(people.save, PersonForm("Amara", custom={stage: ()}), amara)
    assert desk.read(people.form, amara).custom == {}


def test_custom_values_that_are_not_named_stay(desk: Desk) -> None:
    field = desk.do(custom_fields.save, CustomFieldForm("Cost center"))
    amara = desk.do(people.save, PersonForm("Amara", custom={field: ("4711",)}))
    desk.do(people.save, PersonForm("Amara", title="VP"), amara)
    assert desk.read(people.form, amara).custom == {field: ("4711",)}


def test_the_career_is_listed_newest_first_as_exactly_as_it_is_known(desk: Desk) -> None:
    amara = add_person(desk, "Amara Okonkwo")
    for kind, day, precision, title, until in (
        (CareerKind.LEAVE, date(2019, 9, 1), Precision.MONTH, "Parental leave", date(2020, 2, 1)),
        (CareerKind.PROMOTION, date(2024, 3, 1), Precision.MONTH, "Promoted to VP Operations", None),
        (CareerKind.AWARD, date(2016, 9, 5), Precision.DAY, " ", None),
    ):
        desk.do(people.add_career, amara, kind, day, precision, title, until)
    found = [(row.on_text, row.title) for row in desk.read(people.career, amara)]
    assert found == [
        ("March 2024", "Promoted to VP Operations"),
        ("2019–20", "Parental leave"),
        ("5 Sep 2016", "Award"),
    ]
    desk.do(people.remove_career, desk.read(people.career, amara)[0].id)
    assert desk.undo_label() == "Remove promotion of Amara Okonkwo"
    assert len(desk.read(people.card, amara).career) == 2


def test_a_leave_cannot_end_before_it_begins(desk: Desk) -> None:
    amara = add_person(desk, "Amara Okonkwo")
    with pytest.raises(FieldError, match="end comes before"):
        desk.do(
            people.add_career,
            amara,
            CareerKind.LEAVE,
            date(2026, 7, 1),
            Precision.DAY,
            "Leave",
            date(2026, 6, 30),
        )


def test_the_card_tells_everything(desk: Desk) -> None:
    cohort = add_cohort(desk)
    boss = add_person(desk, "Gareth Penry")
    amara = desk.do(people.save, PersonForm("Amara Okonkwo", manager_id=boss, notes="Kind.", offers=("P&L", "Change")))
    ruth = add_pair(
        desk, "Ruth Adelmann", amara, status=PairStatus.ENDURING, started_on=date(2011, 5, 2), format=Format.TRADITIONAL
    )
    jonas = add_pair(desk, amara, "Jonas Weidmann", cohort)
    card = desk.read(people.card, amara)
    assert (card.manager, card.notes, card.row.offers) == ("Gareth Penry", "Kind.", ("P&L", "Change"))
    assert [(pair.id, pair.other, pair.role, pair.length) for pair in card.pairs] == [
        (ruth, "Ruth Adelmann", Role.MENTEE, "15 years, enduring"),
        (jonas, "Jonas Weidmann", Role.MENTOR, "7 months"),
    ]
    assert card.pairs[0].program_until == date(2011, 5, 2)
    assert [(row.cohort, row.role, row.places_used) for row in card.enrollments] == [
        ("Crossroads 2025–26", Role.MENTOR, 1)
    ]


def test_a_pair_that_goes_on_left_its_program_with_the_cohort(desk: Desk) -> None:
    past = add_cohort(desk, name="Crossroads 2018", starts_on=date(2018, 1, 8), ends_on=date(2018, 9, 28))
    amara = add_person(desk, "Amara Okonkwo")
    pair = add_pair(desk, amara, "Chidi Okafor", past, started_on=date(2018, 1, 8))
    desk.do(pairs.endure, [pair])
    (found,) = desk.read(people.card, amara).pairs
    assert (found.program_until, found.until, found.length) == (date(2018, 9, 28), None, "8 years, enduring")


def test_the_card_takes_few_statements_whatever_the_number_of_pairs(desk: Desk) -> None:
    from sqlalchemy import event

    amara = add_person(desk, "Amara Okonkwo")
    for n in range(6):
        add_pair(desk, amara, f"Mentee {n}")
    seen: list[str] = []
    event.listen(desk.database.engine, "before_cursor_execute", lambda *call: seen.append(call[2]))
    assert len(desk.read(people.card, amara).pairs) == 6
    assert len(seen) <= 14
    seen.clear()
    assert len(desk.read(people.rows)) == 7
    assert len(seen) <= 6
