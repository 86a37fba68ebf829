"""Introductions: asked for, made, made into a pair, declined, changed; what of it stands on Today and in mails."""

from datetime import date

import pytest

from mentordesk.domain.attention import AttentionItem
from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.introductions import IntroductionForm, IntroductionRow, RequestStatus, sentences
from mentordesk.domain.pairs import PairForm, PairStatus
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.scope import Scope
from mentordesk.services.desk import Desk
from mentordesk.services.mails import introductions as introduction_mails
from mentordesk.services.mails import items
from mentordesk.services.pairs import introductions, pairs
from mentordesk.services.people import people
from mentordesk.services.today import attention
from tests.builders import add_cohort, add_pair, add_person, enroll


@pytest.fixture
def ids(desk: Desk) -> dict[str, int]:
    return {name.split()[0]: add_person(desk, name) for name in ("Ayesha Siddiqui", "Ruth Adelmann", "Chidi Okafor")}


def ask(desk: Desk, ids: dict[str, int], through: str | None = "Chidi", **values) -> int:
    form = IntroductionForm(ids["Ayesha"], ids["Ruth"], ids[through] if through else None, **values)
    return desk.do(introductions.request, form)


def only(desk: Desk, person_id: int) -> IntroductionRow:
    (found,) = desk.read(introductions.of_person, person_id)
    return found


def test_a_request_is_read_back_and_can_be_undone(desk: Desk, ids) -> None:
    ask(desk, ids, note="  About night shifts. ")
    (found,) = desk.read(introductions.open_requests)
    assert found.wish == "Ayesha Siddiqui would like to meet Ruth Adelmann, through Chidi Okafor"
    assert (found.status, found.asked_on, found.note) == (RequestStatus.OPEN, date(2026, 6, 4), "About night shifts.")
    assert desk.undo_label() == "Ask for the introduction of Ayesha and Ruth"
    desk.undo()
    assert desk.read(introductions.open_requests) == ()


def test_all_three_have_it_on_their_card(desk: Desk, ids) -> None:
    ask(desk, ids)
    assert {only(desk, person).wish for person in ids.values()} == {
        "Ayesha Siddiqui would like to meet Ruth Adelmann, through Chidi Okafor"
    }


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (lambda a, r, c: IntroductionForm(a, a), "other_id"),
        (lambda a, r, c: IntroductionForm(a, r, a), "through_id"),
        (lambda a, r, c: IntroductionForm(a, r, r), "through_id"),
        (lambda a, r, c: IntroductionForm(4711, r), "person_id"),
        (lambda a, r, c: IntroductionForm(a, 4711), "other_id"),
        (lambda a, r, c: IntroductionForm(a, r, 4711), "through_id"),
        (lambda a, r, c: IntroductionForm(a, r, asked_on=date(2026, 6, 5)), "asked_on"),
        (lambda a, r, c: IntroductionForm(a, r, made_on=date(2026, 6, 5)), "made_on"),
        (lambda a, r, c: IntroductionForm(a, r, asked_on=date(2026, 6, 1), made_on=date(2026, 5, 1)), "made_on"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(desk: Desk, ids, form, field: str) -> None:
    with pytest.raises(FieldError) as caught:
        desk.do(introductions.request, form(*ids.values()))
    assert caught.value.field == field
    assert desk.read(introductions.open_requests) == ()


def test_nobody_is_asked_for_twice_at_once_and_nobody_who_has_left(desk: Desk, ids) -> None:
    ask(desk, ids)
    with pytest.raises(FieldError, match="asked for already since 4 June 2026"):
        desk.do(introductions.request, IntroductionForm(ids["Ruth"], ids["Ayesha"]))
    desk.do(people.set_status, [ids["Chidi"]], PersonStatus.LEFT)
    with pytest.raises(FieldError, match="Chidi Okafor has left"):
        desk.do(introductions.request, IntroductionForm(ids["Ayesha"], ids["Chidi"]))


def test_made_declined_and_asked_again(desk: Desk, ids, clock) -> None:
    number = ask(desk, ids)
    with pytest.raises(FieldError, match="still to come"):
        desk.do(introductions.make, number, date(2026, 6, 9))
    desk.do(introductions.make, number)
    assert (only(desk, ids["Ruth"]).status, only(desk, ids["Ruth"]).made_on) == (RequestStatus.MADE, date(2026, 6, 4))
    desk.undo()
    desk.do(introductions.decline, number)
    assert only(desk, ids["Ruth"]).status is RequestStatus.DECLINED
    clock.day = date(2026, 7, 1)
    desk.do(introductions.reopen, number)
    assert only(desk, ids["Ruth"]).asked_on == date(2026, 7, 1)


def test_an_introduction_made_long_ago_needs_no_request(desk: Desk, ids) -> None:
    ask(desk, ids, made_on=date(2014, 11, 3))
    found = only(desk, ids["Ayesha"])
    assert (found.status, found.asked_on, found.made_on) == (RequestStatus.MADE, None, date(2014, 11, 3))
    assert sentences([found], ids["Ayesha"]) == ["Chidi introduced Ayesha to Ruth."]


def test_a_pair_comes_of_it_in_one_step(desk: Desk, ids) -> None:
    number = ask(desk, ids)
    form = PairForm(ids["Ruth"], ids["Ayesha"], introduced_by_id=ids["Chidi"], status=PairStatus.ACTIVE)
    pair_id = desk.do(introductions.make_pair, number, form)
    found = only(desk, ids["Chidi"])
    assert (found.status, found.pair_id, found.made_on) == (RequestStatus.MADE, pair_id, date(2026, 6, 4))
    assert desk.read(pairs.detail, pair_id).introduced_by_id == ids["Chidi"]
    desk.undo()
    assert only(desk, ids["Chidi"]).status is RequestStatus.OPEN


def test_a_pair_of_others_does_not_come_of_it(desk: Desk, ids) -> None:
    number = ask(desk, ids)
    with pytest.raises(UserError, match="introduction of Ayesha and Ruth"):
        desk.do(introductions.make_pair, number, PairForm(ids["Ruth"], ids["Chidi"]))


def test_pair_and_introduction_name_the_same_person_in_between(desk: Desk, ids) -> None:
    number = ask(desk, ids)
    pair_id = desk.do(
        introductions.make_pair, number, PairForm(ids["Ruth"], ids["Ayesha"], introduced_by_id=ids["Chidi"])
    )
    other = add_person(desk, "Gareth Penry")
    desk.do(pairs.set_introduced_by, pair_id, other)
    assert desk.read(introductions.row, number).through == "Gareth Penry"
    desk.do(introductions.change, number, IntroductionForm(ids["Ayesha"], ids["Ruth"], ids["Chidi"]))
    assert desk.read(pairs.detail, pair_id).introduced_by_id == ids["Chidi"]
    desk.do(introductions.remove, number)
    assert desk.read(introductions.of_person, ids["Chidi"]) == ()


def test_a_pair_tells_of_its_introduction_where_nothing_else_does(desk: Desk, ids) -> None:
    pair_id = add_pair(desk, ids["Ruth"], ids["Ayesha"], introduced_by_id=ids["Chidi"])
    found = only(desk, ids["Chidi"])
    assert (found.id, found.pair_id, found.deed) == (
        None,
        pair_id,
        "Chidi Okafor introduced Ruth Adelmann to Ayesha Siddiqui",
    )
    ask(desk, ids, made_on=date(2025, 1, 1))
    assert [row.id is None for row in desk.read(introductions.of_person, ids["Chidi"])] == [False]


def test_changing_keeps_people_who_have_left_meanwhile(desk: Desk, ids) -> None:
    number = ask(desk, ids)
    desk.do(people.set_status, [ids["Ruth"]], PersonStatus.LEFT)
    desk.do(introductions.change, number, IntroductionForm(ids["Ayesha"], ids["Ruth"], None, note="Still wished for"))
    assert (only(desk, ids["Ruth"]).through, only(desk, ids["Ruth"]).note) == ("", "Still wished for")


def test_what_is_gone_is_said_so(desk: Desk) -> None:
    for act in (introductions.make, introductions.decline, introductions.remove, introductions.reopen):
        with pytest.raises(NotFoundError):
            desk.do(act, 12)
    with pytest.raises(NotFoundError):
        desk.read(introductions.row, 12)


def test_people_who_are_a_pair_already_are_noticed(desk: Desk, ids) -> None:
    two = (ids["Ayesha"], ids["Ruth"])
    assert desk.read(introductions.pair_of, *two) == ""
    pair_id = add_pair(desk, *two, started_on=date(2019, 3, 1))
    assert desk.read(introductions.pair_of, *two) == "Ayesha and Ruth are a pair already since 2019."
    desk.do(pairs.complete, [pair_id])
    assert desk.read(introductions.pair_of, *two) == "Ayesha and Ruth have been a pair before, from 2019."


def test_a_scope_has_the_requests_of_those_who_take_part(desk: Desk, ids) -> None:
    ask(desk, ids)
    cohort = add_cohort(desk)
    assert desk.read(introductions.open_requests, Scope(cohort_id=cohort)) == ()
    enroll(desk, cohort, ids["Ruth"], Role.MENTOR)
    assert len(desk.read(introductions.open_requests, Scope(cohort_id=cohort))) == 1


def item(desk: Desk) -> AttentionItem:
    return next(found for found in desk.read(attention.items) if found.kind.value == "introduction")


def test_after_a_week_today_proposes_a_mail_to_the_one_in_between(desk: Desk, ids, clock) -> None:
    ask(desk, ids, note="About night shifts.")
    assert [found.kind.value for found in desk.read(attention.items)] == []
    clock.day = date(2026, 6, 12)
    found = item(desk)
    assert (found.action, found.score) == ("Write to Chidi", 30)
    letter = desk.read(items.letter, found)
    assert letter.names == ("Chidi Okafor",)
    assert letter.draft.subject == "Would you introduce Ayesha Siddiqui and Ruth Adelmann?"
    assert "Dear Chidi," in letter.draft.body
    assert "About night shifts." in letter.draft.body
    assert "{" not in letter.draft.body + letter.draft.subject
    desk.do(attention.handle, found.key)
    assert desk.read(attention.items) == ()


def test_without_anybody_in_between_the_one_to_be_met_gets_the_mail(desk: Desk, ids, clock) -> None:
    ask(desk, ids, through=None)
    clock.day = date(2026, 6, 12)
    letter = desk.read(items.letter, item(desk))
    assert letter.names == ("Ruth Adelmann",)
    assert letter.draft.subject == "Ayesha Siddiqui would like to meet you"


def test_both_are_written_to_when_they_are_brought_together(desk: Desk, ids) -> None:
    letter = desk.read(introduction_mails.bring_together, ask(desk, ids))
    assert letter.names == ("Ayesha Siddiqui", "Ruth Adelmann")
    assert "Chidi Okafor thinks" in letter.draft.body


def test_what_was_made_is_not_asked_for_afterwards(desk: Desk, ids, clock) -> None:
    made = ask(desk, ids, asked_on=date(2026, 6, 1), made_on=date(2026, 6, 2))
    form = IntroductionForm(ids["Ayesha"], ids["Ruth"], ids["Chidi"], asked_on=date(2026, 6, 4))
    with pytest.raises(FieldError) as met:
        desk.do(introductions.change, made, form)
    assert met.value.field == "made_on"
    assert only(desk, ids["Ayesha"]).asked_on == date(2026, 6, 1)
