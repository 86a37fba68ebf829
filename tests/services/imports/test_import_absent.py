"""Who is in the desk and not in a second export is told, and changes by nothing."""

from pathlib import Path

import pytest

from mentordesk.domain.importing import Preview
from mentordesk.domain.people import PersonStatus
from mentordesk.services.desk import Desk
from mentordesk.services.imports import importing
from mentordesk.services.imports.importing import ImportRequest
from mentordesk.services.people import people
from tests import builders

NAMES = ("Ada Ek", "Bo Li", "Cleo Orr", "Di Ng", "Eva Ruiz", "Finn Moe", "Gus Ortiz", "Hana Ito")


@pytest.fixture
def look(desk: Desk, tmp_path: Path):
    def read(*names: str, store: bool = False) -> Preview:
        file = tmp_path / "export.csv"
        lines = [f"{name},{name.split()[0].lower()}@firm.example" for name in names]
        file.write_text("\n".join(["Name,E-mail", *lines]), encoding="utf-8")
        table = importing.read_file(file)
        request = ImportRequest(table, desk.read(importing.guess, table), file=file.name)
        if store:
            desk.do(importing.apply, request)
        return desk.read(importing.preview, request)

    return read


@pytest.fixture
def staff(look) -> None:
    look(*NAMES, store=True)


def test_two_who_are_missing_are_named(desk: Desk, look, staff) -> None:
    found = look(*NAMES[:-2])
    assert found.notes == (
        "2 people of the desk are not in this file: Gus Ortiz, Hana Ito. Have they left? Say so in People",
    )
    assert {row.status for row in desk.read(people.rows)} == {PersonStatus.ACTIVE}


def test_who_has_left_or_comes_from_outside_is_not_missed(desk: Desk, look, staff) -> None:
    desk.do(people.set_status, [row.id for row in desk.read(people.rows) if row.name == "Hana Ito"], PersonStatus.LEFT)
    builders.add_person(desk, "Otto Vance", external=True)
    assert look(*NAMES[:-2]).notes == (
        "1 person of the desk is not in this file: Gus Ortiz. Have they left? Say so in People",
    )


def test_the_list_of_a_part_of_the_people_misses_nobody(look, staff) -> None:
    assert look(*NAMES[:5]).notes == ()
    assert look(*NAMES).notes == ()
