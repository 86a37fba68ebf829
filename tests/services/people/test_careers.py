"""Career milestones: noted, changed and taken back, as exactly as they are known; on the timeline of the pairs."""

from datetime import date

import pytest

from mentordesk.domain.dates import Precision
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.people import CareerKind
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import timeline
from mentordesk.services.people import careers
from tests.builders import add_pair, add_person


def test_a_milestone_is_changed_in_every_part(desk: Desk) -> None:
    amara = add_person(desk, "Amara Okonkwo")
    number = desk.do(careers.add_career, amara, CareerKind.PROMOTION, date(2024, 3, 1), Precision.MONTH, "VP")
    desk.do(careers.change_career, number, CareerKind.LEAVE, date(2019, 11, 1), Precision.YEAR, "", date(2020, 7, 1))
    (found,) = desk.read(careers.career, amara)
    assert (found.kind, found.title, found.on_text) == (CareerKind.LEAVE, "Leave", "2019–20")
    assert (found.precision, found.until) == (Precision.YEAR, date(2020, 7, 1))
    assert desk.undo_label() == "Change leave of Amara Okonkwo"
    desk.undo()
    (found,) = desk.read(careers.career, amara)
    assert (found.kind, found.title, found.on_text, found.until) == (CareerKind.PROMOTION, "VP", "March 2024", None)


def test_only_a_leave_has_an_end_and_that_comes_after_its_beginning(desk: Desk) -> None:
    amara = add_person(desk, "Amara Okonkwo")
    number = desk.do(careers.add_career, amara, CareerKind.LEAVE, date(2024, 3, 1))
    for kind, until in ((CareerKind.AWARD, date(2025, 1, 1)), (CareerKind.LEAVE, date(2024, 2, 1))):
        with pytest.raises(FieldError) as caught:
            desk.do(careers.change_career, number, kind, date(2024, 3, 1), until=until)
        assert caught.value.field == "until"
    assert desk.read(careers.career, amara)[0].until is None


def test_a_milestone_that_is_gone_is_said_so(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        desk.do(careers.change_career, 12, CareerKind.AWARD, date(2024, 3, 1))


@pytest.mark.parametrize("kind", list(CareerKind))
def test_each_kind_stands_on_the_timeline_of_each_pair(desk: Desk, kind: CareerKind) -> None:
    amara = add_person(desk, "Amara Okonkwo")
    both = [add_pair(desk, amara, "Jonas Weidmann"), add_pair(desk, "Ruth Adelmann", amara)]
    desk.do(careers.add_career, amara, kind, date(2026, 3, 1), Precision.MONTH, "Something new")
    for pair_id in both:
        rows = [row for row in desk.read(timeline.of_pair, pair_id) if row.kind.value == "career"]
        assert [(row.on_text, row.rest) for row in rows] == [
            ("March 2026", f" Amara, {kind.word.lower()}: Something new")
        ]


def test_careers_of_several_people_come_in_one_list(desk: Desk) -> None:
    one, other = add_person(desk, "Amara Okonkwo"), add_person(desk, "Jonas Weidmann")
    desk.do(careers.add_career, one, CareerKind.AWARD, date(2024, 3, 1))
    desk.do(careers.add_career, other, CareerKind.AWARD, date(2025, 3, 1))
    assert [row.person for row in desk.read(careers.career, one, other)] == ["Jonas Weidmann", "Amara Okonkwo"]
