"""A draft committed and compared: proposed pairs in one step, all or none, circles by name, settings in words."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from mentordesk.data.tables import Pair
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.errors import UserError
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.pairs import PairForm, PairStatus
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.services.desk import Desk
from mentordesk.services.matching import drafts
from mentordesk.services.pairs import pairs
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts
from tests.builders import add_cohort
from tests.drafted import Drafted


@pytest.fixture
def drafted(desk: Desk) -> Drafted:
    return Drafted(desk).found().fill()


@pytest.fixture
def circled(desk: Desk) -> Drafted:
    """Two mentors for circles, six mentees."""
    made = Drafted(desk).found()
    for name in ("Ada Ek", "Bo Ek"):
        made.join(name, Role.MENTOR, capacity=6)
    for name in ("Cy", "Di", "Ed", "Flo", "Gus", "Hal"):
        made.join(f"{name} Ek", Role.MENTEE)
    return made


def all_pairs(desk: Desk) -> list[tuple[int, int, PairStatus, str]]:
    """(mentee, mentor, status, circle) of every pair of the desk."""

    def read(session: Session) -> list[tuple[int, int, PairStatus, str]]:
        found = session.query(Pair).order_by(Pair.id)
        return [(pair.right_id, pair.left_id, pair.status, pair.circle) for pair in found]

    return desk.read(read)


def test_commit_makes_the_proposed_pairs_in_one_step(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    made = drafted.desk.do(drafts.commit, draft_id)
    found = all_pairs(drafted.desk)
    assert {(mentee, mentor) for mentee, mentor, _, _ in found} == drafted.pairs(draft_id)
    assert {(status, circle) for *_, status, circle in found} == {(PairStatus.PROPOSED, "")}
    assert len(made) == 2
    assert drafted.desk.undo_label() == "Commit 2 pairs"
    assert len(drafted.sheet().drafts) == 1
    drafted.desk.undo()
    assert all_pairs(drafted.desk) == []


def test_forbidden_pairs_and_pins_that_are_none_are_not_made(drafted: Drafted) -> None:
    fixed = Fixed(forbids=frozenset({drafted.cell("Cy", "Ada"), drafted.cell("Ed", "Ada")}))
    draft_id = drafted.draft(fixed=fixed)
    drafted.desk.do(drafts.commit, draft_id)
    assert not {(mentee, mentor) for mentee, mentor, *_ in all_pairs(drafted.desk)} & fixed.forbids


def test_the_pairs_of_a_circle_share_a_name_that_is_only_theirs(circled: Drafted) -> None:
    settings = circled.settings(shape=Shape.CIRCLES, circles=CircleSize(2, 3))
    circled.join("Old Ek", Role.MENTEE)
    old = circled.desk.do(pairs.create, PairForm(circled.people["Ada"], circled.people["Old"], circled.cohort))

    def name(session: Session) -> None:
        session.get_one(Pair, old).circle = "Circle of Ada Ek"

    circled.desk.do(name)
    draft_id = circled.draft(settings)
    circled.desk.do(drafts.commit, draft_id)
    by_name: dict[str, set[int]] = {}
    for _, mentor, _, circle in all_pairs(circled.desk)[1:]:
        by_name.setdefault(circle, set()).add(mentor)
    assert by_name == {"Circle of Ada Ek 2": {circled.people["Ada"]}, "Circle of Bo Ek": {circled.people["Bo"]}}
    assert circled.desk.undo_label() == "Commit 6 pairs"


def test_a_round_of_peers_is_committed_when_the_one_before_is_over(desk: Desk) -> None:
    drafted = Drafted(desk, format=Format.PEER).found()
    for name in ("Cy", "Di", "Ed", "Flo"):
        drafted.join(f"{name} Ek", Role.PEER)
    draft_id = drafted.draft(drafted.settings(rounds=2))
    first = desk.do(drafts.commit, draft_id)
    assert desk.undo_label() == "Commit 2 pairs of round 1"
    with pytest.raises(UserError, match="has no free place"):
        desk.do(drafts.commit, draft_id, 2)
    desk.do(pairs.activate, first)
    desk.do(pairs.complete, first)
    desk.do(drafts.commit, draft_id, 2)
    found = all_pairs(desk)
    assert len({frozenset(pair[:2]) for pair in found}) == 4
    with pytest.raises(UserError, match="“Draft 1” has no pairs in round 3 to commit"):
        desk.do(drafts.commit, draft_id, 3)


def withdrawn(drafted: Drafted) -> None:
    rows = {row.name: row.id for row in drafted.desk.read(cohorts.enrollments, drafted.cohort)}
    drafted.desk.do(cohorts.set_enrollment_status, [rows["Cy Ek"]], EnrollmentStatus.WITHDRAWN)


def taken(drafted: Drafted) -> None:
    drafted.desk.do(pairs.create, PairForm(drafted.people["Bo"], drafted.people["Cy"], drafted.cohort))


def left(drafted: Drafted) -> None:
    drafted.desk.do(people.set_status, [drafted.people["Ada"]], PersonStatus.LEFT)


def done(drafted: Drafted) -> None:
    drafted.desk.do(pairs.create, PairForm(drafted.people["Ada"], drafted.people["Cy"], drafted.cohort))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (withdrawn, "Cy Ek & Ada Ek cannot be made a pair. Cy Ek is withdrawn as mentee"),
        (taken, "Cy Ek & Ada Ek cannot be made a pair. Cy Ek has no free place"),
        (left, "Cy Ek & Ada Ek cannot be made a pair. Ada Ek has left"),
        (done, "Cy Ek & Ada Ek cannot be made a pair. Cy Ek and Ada Ek are a pair|Ada Ek and Cy Ek are a pair"),
    ],
)
def test_what_cannot_be_made_any_more_is_a_sentence(
    drafted: Drafted, spoil: Callable[[Drafted], None], words: str
) -> None:
    draft_id = drafted.draft()
    spoil(drafted)
    before = all_pairs(drafted.desk)
    with pytest.raises(UserError, match=words) as told:
        drafted.desk.do(drafts.commit, draft_id)
    assert "suggest again" in told.value.advice
    assert told.value.safe == "No pair was made."
    assert all_pairs(drafted.desk) == before


def test_a_draft_without_pairs_is_not_committed(drafted: Drafted) -> None:
    cells = [drafted.cell(mentee, mentor) for mentee in ("Cy", "Di", "Ed") for mentor in ("Ada", "Bo")]
    draft_id = drafted.draft(fixed=Fixed(forbids=frozenset(cells)))
    with pytest.raises(UserError, match="“Draft 1” has no pairs to commit"):
        drafted.desk.do(drafts.commit, draft_id)


def test_two_drafts_are_compared_person_by_person(drafted: Drafted) -> None:
    first = drafted.draft()
    settings = drafted.settings()
    rules = replace(settings.rules, goal=Goal.FAIRNESS)
    weights = {"wishes": 3, "language": 0}
    rules = replace(
        rules, criteria=tuple(replace(each, weight=weights.get(each.key, each.weight)) for each in rules.criteria)
    )
    fixed = Fixed(frozenset({drafted.cell("Ed", "Ada")}))
    second = drafted.draft(replace(settings, rules=rules), fixed)
    found = drafted.desk.read(drafts.comparison, first, second)
    assert (found.first.name, found.second.name, found.same) == ("Draft 1", "Draft 2", 1)
    assert [(row.person, row.first, row.second, row.round) for row in found.pairs] == [
        ("Cy Ek", "Ada Ek", "", 0),
        ("Ed Ek", "", "Ada Ek", 0),
    ]
    assert found.pairs[0].second_fit is None
    assert found.pairs[0].first_fit == drafted.kept(first).draft.pairs[0].fit
    said = {row.word: (row.first, row.second) for row in found.settings}
    assert said == {
        "Goal": ("Participation", "Fairness"),
        "Wishes met": ("Weight 7", "Weight 3"),
        "Language": ("Weight 1", "Does not count"),
    }


def test_a_draft_is_the_same_as_itself(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    found = drafted.desk.read(drafts.comparison, draft_id, draft_id)
    assert (found.pairs, found.settings, found.same) == ((), (), 2)


def test_drafts_of_two_cohorts_are_not_compared(drafted: Drafted) -> None:
    first = drafted.draft()
    other = Drafted(drafted.desk, add_cohort(drafted.desk, drafted.sheet().program_id, "Another"))
    other.join("Xe Ek", Role.MENTOR)
    other.join("Yo Ek", Role.MENTEE)
    with pytest.raises(UserError, match="two cohorts"):
        drafted.desk.read(drafts.comparison, first, other.draft())


def test_peers_compared_have_a_line_each(desk: Desk) -> None:
    drafted = Drafted(desk, format=Format.PEER).found()
    for name in ("Cy", "Di", "Ed", "Flo"):
        drafted.join(f"{name} Ek", Role.PEER)
    first = drafted.draft(drafted.settings(rounds=1))
    cells = drafted.pairs(first)
    second = drafted.draft(fixed=Fixed(forbids=frozenset(cells)))
    found = desk.read(drafts.comparison, first, second)
    assert [row.person for row in found.pairs] == ["Cy Ek", "Di Ek", "Ed Ek", "Flo Ek"]
    assert all(row.first and row.second and row.first != row.second for row in found.pairs)
    assert found.same == 0
