"""What has changed among the people of a draft: the weightiest first, at most four sentences, and no false alarm."""

from dataclasses import replace

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching import draft_stale
from mentordesk.domain.matching.draft_stale import Prints, Standing
from mentordesk.domain.matching.people import Candidate
from tests.domain.matching.crowds import person

MENTOR = person(1, Role.MENTOR, capacity=2, offers=("Data",), wishes={9: 1, 5: 2}, vetoes=frozenset({4, 7}))
MENTEE = person(2, Role.MENTEE, wants=("Data", "Budgets"), custom={"Track": ("Tech",), "Clubs": ("Chess",)})
OTHER = person(3, Role.MENTEE, company="Lumen")
NAMES = {1: "Ada Ek", 2: "Cy Bo", 3: "Di Lund", **{at: f"Person {at}" for at in range(4, 20)}}


def prints(*people: Candidate, declined: tuple[tuple[int, int], ...] = (), company: str = "our company") -> Prints:
    by_role = {role: [each for each in people if each.role is role] for role in Role}
    return draft_stale.prints(by_role, declined, company)


def said(then: Prints, now: Prints, *pairs: tuple[int, int], **values: object) -> tuple[str, ...]:
    return draft_stale.sentences(then, pairs, Standing(now, NAMES, **values))  # type: ignore[arg-type]


THEN = prints(MENTOR, MENTEE, OTHER)


def test_prints_are_kept_and_read_again() -> None:
    assert draft_stale.read_prints(draft_stale.as_mapping(THEN)) == THEN


@pytest.mark.parametrize("values", [None, 7, [], {"mentee": 3}, {"mentee": {"x": ["a", 1], "2": 4, "3": ["a", "b"]}}])
def test_prints_from_elsewhere_are_not_there(values: object) -> None:
    assert draft_stale.read_prints(values) == {}


def test_the_order_in_which_things_were_entered_is_no_change() -> None:
    again = replace(MENTOR, wishes={5: 2, 9: 1}, vetoes=frozenset({7, 4}))
    other = replace(MENTEE, custom={"Clubs": ("Chess",), "Track": ("Tech",)})
    assert said(THEN, prints(again, other, OTHER)) == ()


@pytest.mark.parametrize(
    "change",
    [
        *({"offers": ("Data",)}, {"wants": ("Data",)}, {"level": 3}, {"department": "IT"}, {"company": "Lumen"}),
        *({"utc_offset": 2.0}, {"managers": (8,)}, {"wishes": {1: 1}}, {"vetoes": frozenset({1})}),
        *({"custom": {}}, {"measures": {"Years": 2.0}}, {"languages": ("Dutch",)}, {"place": "Aarhus"}),
    ],
)
def test_everything_matching_looks_at_is_a_change(change: dict[str, object]) -> None:
    changed = replace(MENTEE, **change)  # type: ignore[arg-type]
    found = said(THEN, prints(MENTOR, changed, OTHER))
    assert found == ("What is on record about Cy Bo has changed since this draft was made.",)


def test_another_name_or_title_is_no_change() -> None:
    assert said(THEN, prints(MENTOR, replace(MENTEE, name="Cy Lee", title="Buyer"), OTHER)) == ()


def test_another_name_for_the_own_company_is_no_change_of_everybody() -> None:
    then, now = (
        prints(*(replace(each, company=name) for each in (MENTOR, MENTEE)), OTHER, company=name)
        for name in ("Solvane", "Solvane Group")
    )
    assert said(then, now) == ()


def test_a_declined_pair_is_no_change_of_the_two() -> None:
    apart = replace(MENTEE, vetoes=frozenset({1})), replace(MENTOR, vetoes=MENTOR.vetoes | {2})
    now = prints(*apart, OTHER, declined=((2, 1),))
    assert said(THEN, now, (2, 1), declined=frozenset({(2, 1)})) == (
        "Cy & Ada has been declined: suggest again for another choice.",
    )


def test_places_taken_by_the_draft_itself_are_no_change() -> None:
    now = prints(replace(MENTOR, capacity=1), OTHER)
    assert said(THEN, now, (2, 1), (3, 1), made=frozenset({(2, 1)})) == ("Cy and Ada are a pair already.",)


def test_places_taken_or_given_otherwise_are_told() -> None:
    def with_places(places: int) -> tuple[str, ...]:
        return said(THEN, prints(replace(MENTOR, capacity=places), MENTEE, OTHER))

    assert with_places(1) == ("Ada Ek has 1 free place left.",)
    assert with_places(0) == ("Ada Ek has no place left.",)
    assert with_places(3) == ("Ada Ek has 3 free places now.",)


def test_who_went_and_who_has_another_pair() -> None:
    out = {(Role.MENTEE, 2): "has withdrawn", (Role.MENTOR, 1): "has left"}
    assert said(THEN, prints(), out=out) == (
        "Ada Ek has left since this draft was made.",
        "Cy Bo has withdrawn since this draft was made.",
        "Di Lund has another pair by now.",
    )
    gone = dict.fromkeys(((Role.MENTEE, 2), (Role.MENTEE, 3)), "has withdrawn")
    assert said(THEN, prints(MENTOR), out=gone) == (
        "2 people have withdrawn since this draft was made: Cy Bo and Di Lund.",
    )


def test_many_are_counted_beyond_the_first_names() -> None:
    new = [person(at, Role.MENTEE, company="x") for at in range(4, 12)]
    assert said(THEN, prints(MENTOR, MENTEE, OTHER, *new))[-1].startswith("8 people are new: Person 10, ")
    assert said(THEN, prints(MENTOR, MENTEE, OTHER, *new))[-1].endswith(" and 5 more.")


def test_more_than_four_sentences_are_three_and_a_count() -> None:
    now = prints(replace(MENTOR, level=5, capacity=5), person(9, Role.MENTEE))
    out = {(Role.MENTEE, 2): "has withdrawn"}
    values = {"out": out, "made": frozenset({(3, 1)}), "declined": frozenset({(2, 1)})}
    found = said(THEN, now, (2, 1), (3, 1), (9, 1), **values)
    assert found[:3] == (
        "Di and Ada are a pair already.",
        "Cy & Ada has been declined: suggest again for another choice.",
        "Cy Bo has withdrawn since this draft was made.",
    )
    assert found[3] == "3 more things have changed."


def test_a_draft_without_prints_says_only_what_its_pairs_tell() -> None:
    assert said({}, THEN, (2, 1), made=frozenset({(2, 1)})) == ("Cy and Ada are a pair already.",)


def test_all_pairs_made_and_some() -> None:
    made = frozenset({(2, 1), (3, 1)})
    assert said({}, {}, (2, 1), (3, 1), made=made) == ("All 2 pairs of this draft have been made.",)
    assert said({}, {}, (2, 1), (3, 1), (4, 5), made=made) == (
        "2 pairs of this draft have been made: Cy & Ada and Di & Ada.",
    )
