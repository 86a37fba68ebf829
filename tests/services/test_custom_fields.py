"""The desk's own attributes of people: added, changed with the values people have, merged, removed, undone."""

import pytest

from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.people import CustomFieldForm, FieldKind, PersonForm
from mentordesk.services import custom_fields
from mentordesk.services.desk import Desk
from mentordesk.services.people import people

STAGES = ("Starts", "Leads", "Leads leaders")


def add(desk: Desk, name: str = "Career stage", kind: FieldKind = FieldKind.ORDERED, *choices: str) -> int:
    return desk.do(custom_fields.save, CustomFieldForm(name, kind, choices or STAGES))


def person(desk: Desk, name: str, field: int, *values: str) -> int:
    return desk.do(people.save, PersonForm(name, custom={field: values}))


def values_of(desk: Desk, person_id: int) -> tuple[str, ...]:
    return next(iter(desk.read(people.form, person_id).custom.values()), ())


def test_fields_are_listed_in_the_order_they_were_made_with_how_many_people_have_one(desk: Desk) -> None:
    stage = add(desk)
    add(desk, "Cost center", FieldKind.TEXT)
    person(desk, "Amara", stage, "Leads leaders")
    person(desk, "Ben", stage)
    found = desk.read(custom_fields.rows)
    assert [(row.name, row.kind, row.choices, row.filled) for row in found] == [
        ("Career stage", FieldKind.ORDERED, STAGES, 1),
        ("Cost center", FieldKind.TEXT, (), 0),
    ]
    assert desk.read(custom_fields.people_counted) == 2


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (CustomFieldForm(" "), "name"),
        (CustomFieldForm("CAREER STAGE"), "name"),
        (CustomFieldForm("Site", FieldKind.CHOICE, (" ",)), "choices"),
    ],
)
def test_what_is_missing_is_said(desk: Desk, form: CustomFieldForm, field: str) -> None:
    add(desk)
    with pytest.raises(FieldError) as caught:
        desk.do(custom_fields.save, form)
    assert caught.value.field == field
    assert len(desk.read(custom_fields.rows)) == 1


def test_a_field_keeps_its_values_when_renamed_and_reordered(desk: Desk) -> None:
    stage = add(desk)
    amara = person(desk, "Amara", stage, "Leads")
    form = CustomFieldForm("Stage", FieldKind.ORDERED, STAGES[::-1], hidden_in_reports=True, id=stage)
    assert desk.do(custom_fields.save, form) == stage
    (row,) = desk.read(custom_fields.rows)
    assert (row.name, row.choices, row.hidden_in_reports) == ("Stage", STAGES[::-1], True)
    assert values_of(desk, amara) == ("Leads",)


def test_a_choice_somebody_has_is_not_dropped(desk: Desk) -> None:
    stage = add(desk)
    person(desk, "Amara", stage, "Leads")
    with pytest.raises(FieldError, match="1 person has “Leads”"):
        desk.do(custom_fields.save, CustomFieldForm("Career stage", FieldKind.ORDERED, ("Starts",), id=stage))
    assert desk.read(custom_fields.rows)[0].choices == STAGES


def test_text_becomes_a_choice_where_all_values_are_in_the_list(desk: Desk) -> None:
    site = add(desk, "Site", FieldKind.TEXT)
    amara = person(desk, "Amara", site, "rotterdam")
    form = CustomFieldForm("Site", FieldKind.CHOICE, ("Rotterdam", "Lagos"), id=site)
    desk.do(custom_fields.save, form)
    assert values_of(desk, amara) == ("Rotterdam",)


def test_a_kind_that_cannot_hold_the_values_is_refused(desk: Desk) -> None:
    site = add(desk, "Site", FieldKind.TEXT)
    person(desk, "Amara", site, "Rotterdam")
    with pytest.raises(FieldError, match="1 person has “Rotterdam”, which the kind “Number” cannot hold"):
        desk.do(custom_fields.save, CustomFieldForm("Site", FieldKind.NUMBER, id=site))


def test_many_values_do_not_become_one(desk: Desk) -> None:
    tools = add(desk, "Tools", FieldKind.CHOICES, "Excel", "Python")
    amara = person(desk, "Amara", tools, "Excel", "Python")
    with pytest.raises(FieldError, match="1 person has more than one value"):
        desk.do(custom_fields.save, CustomFieldForm("Tools", FieldKind.CHOICE, ("Excel", "Python"), id=tools))
    assert values_of(desk, amara) == ("Excel", "Python")


def test_a_choice_is_renamed_for_everyone(desk: Desk) -> None:
    stage = add(desk)
    amara = person(desk, "Amara", stage, "Leads")
    desk.do(custom_fields.rename_choice, stage, "Leads", "Leads a team")
    assert desk.read(custom_fields.rows)[0].choices == ("Starts", "Leads a team", "Leads leaders")
    assert values_of(desk, amara) == ("Leads a team",)
    assert desk.undo_label() == "Rename choice Leads"


def test_two_choices_are_merged_and_nobody_has_one_twice(desk: Desk) -> None:
    tools = add(desk, "Tools", FieldKind.CHOICES, "Excel", "Spreadsheets", "Python")
    both, one = person(desk, "Amara", tools, "Excel", "Spreadsheets"), person(desk, "Ben", tools, "Spreadsheets")
    desk.do(custom_fields.rename_choice, tools, "Spreadsheets", "excel")
    assert desk.read(custom_fields.rows)[0].choices == ("Excel", "Python")
    assert (values_of(desk, both), values_of(desk, one)) == (("Excel",), ("Excel",))
    desk.undo()
    assert values_of(desk, both) == ("Excel", "Spreadsheets")


@pytest.mark.parametrize(("old", "new"), [("Leads", " "), ("Retired", "Gone")])
def test_a_choice_needs_a_name_and_must_be_there(desk: Desk, old: str, new: str) -> None:
    stage = add(desk)
    with pytest.raises(FieldError):
        desk.do(custom_fields.rename_choice, stage, old, new)


def test_a_removed_field_takes_its_values_and_undo_brings_both_back(desk: Desk) -> None:
    stage = add(desk)
    amara = person(desk, "Amara", stage, "Leads")
    assert desk.do(custom_fields.remove, stage) == 1
    assert desk.read(custom_fields.rows) == []
    assert values_of(desk, amara) == ()
    desk.undo()
    assert values_of(desk, amara) == ("Leads",)


def test_a_field_that_is_gone_is_said_so(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        desk.do(custom_fields.remove, 9)
