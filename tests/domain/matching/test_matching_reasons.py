"""Why, why not, what else: every reason in words, every effect solved again."""

from dataclasses import replace

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import UserError
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import Candidate, CircleSize, Shape
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.result import effect
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from tests.domain.matching.crowds import person, table_task


def named(id: int, name: str, role: Role, **values: object) -> Candidate:
    return replace(person(id, role, **values), name=name)


FREJA = named(
    1,
    "Freja Dahl",
    Role.MENTEE,
    wants=("Negotiation", "Budgets", "Leading remotely"),
    offers=("Data tools",),
    experience=("Parental leave",),
    languages=("English", "German", "Danish"),
    level=3,
    department="Service planning",
    place="Aarhus",
    utc_offset=1,
)
ELENI = named(
    11,
    "Eleni Markou",
    Role.MENTOR,
    offers=("Negotiation", "Budgets", "Remote teams"),
    wants=("data tools",),
    experience=("Moved country", "Parental leave"),
    languages=("German", "English", "Greek"),
    level=6,
    department="Customer Service",
    place="Patras",
    utc_offset=2,
)
WEIGHTS = {
    "wishes": 7,
    "gives_back": 4,
    "life_experience": 2,
    "level_distance": {"weight": 2, "ideal": 3},
    "department": 2,
    "place_and_time": 2,
    "language": 1,
}


def test_each_criterion_says_its_points_and_its_reason() -> None:
    why = Matching(Task((FREJA,), (ELENI,), match_rules({"criteria": WEIGHTS}))).why(1, 11)
    assert [(reason.word, reason.points, reason.most, reason.text) for reason in why.reasons] == [
        ("Wishes met", 2917, 3500, "2 of 3 wishes, 1 in part: Leading remotely"),
        ("Gives back", 2000, 2000, "Freja offers data tools, Eleni wants it"),
        ("Life experience", 1000, 1000, "Both: Parental leave"),
        ("Level distance", 1000, 1000, "Level 3 and level 6"),
        ("Other department", 400, 1000, "Service planning and Customer Service: partly the same field"),
        ("Place and time", 700, 1000, "Aarhus and Patras, 1 hour apart"),
        ("Language", 500, 500, "English, German"),
    ]
    assert why.fit == 8517
    assert why.main is not None
    assert why.main.key == "wishes"
    assert why.broken == ()


RULES = {"criteria": {"wishes": 1, "language": 1}}


def task(mentees: list[Candidate], mentors: list[Candidate], **rules: object) -> Task:
    return Task(tuple(mentees), tuple(mentors), match_rules(RULES | {"rules": rules}))


@pytest.mark.parametrize(
    ("mentee", "mentor", "rules", "said"),
    [
        ({"managers": (11,)}, {}, {}, "Eleni is Freja’s manager"),
        ({"managers": (5, 11)}, {}, {}, "Eleni is Freja’s manager’s manager"),
        ({}, {"managers": (1,)}, {}, "Freja is Eleni’s manager"),
        ({"managers": (5,)}, {"managers": (5, 6)}, {}, "Freja and Eleni have the same manager"),
        ({"vetoes": frozenset({11})}, {}, {}, "Freja or Eleni has asked not to be paired with the other"),
        (
            {"level": 5},
            {},
            {"levels_apart": {"on": True, "at_least": 2}},
            "Freja is at level 5, Eleni at level 6: at least",
        ),
        ({"languages": ("Danish",)}, {}, {"shared_language": True}, "Freja and Eleni share no language"),
        ({"utc_offset": -5}, {}, {"hours_apart": True}, "Freja and Eleni are 7 hours apart"),
        ({"department": "customer service"}, {}, {"other_department": True}, "are both in customer service"),
        ({"company": "X"}, {"company": "x"}, {"other_company": True}, "are both at X"),
        ({"wants": ()}, {}, {"lowest_fit": {"on": True, "points": 80}}, "The fit is 75, below 80"),
    ],
)
def test_a_rule_that_forbids_a_pair_is_said_with_both_names(
    mentee: dict[str, object], mentor: dict[str, object], rules: dict[str, object], said: str
) -> None:
    matching = Matching(task([replace(FREJA, **mentee)], [replace(ELENI, **mentor)], **rules))
    assert matching.suggest().pairs == ()
    assert said in matching.why(1, 11).broken[0]


def test_a_pair_that_was_before_is_forbidden_unless_allowed() -> None:
    before = frozenset({(11, 1)})
    strict = Matching(replace(task([FREJA], [ELENI]), before=before))
    assert strict.suggest().pairs == ()
    assert strict.why(1, 11).broken == ("Freja and Eleni were a pair before",)
    assert Matching(replace(task([FREJA], [ELENI], together_before=False), before=before)).suggest().cells() == {
        (1, 11)
    }


def test_a_manager_three_steps_up_is_no_line_of_ones_own() -> None:
    assert Matching(task([replace(FREJA, managers=(5, 6, 11))], [ELENI])).suggest().cells() == {(1, 11)}


def test_a_gap_in_the_data_forbids_nothing() -> None:
    gaps = replace(FREJA, level=None, languages=(), utc_offset=None, department="")
    on = {"levels_apart": True, "shared_language": True, "hours_apart": True, "other_department": True}
    assert Matching(task([gaps], [ELENI], **on)).suggest().cells() == {(1, 11)}


def test_all_who_offer_a_wish_are_full() -> None:
    mentors = [named(at, f"Mentor {at}", Role.MENTOR, offers=("Negotiation",)) for at in (11, 12, 13)]
    julian = named(14, "Julian Farrow", Role.MENTOR)
    others = [named(at, f"Mentee {at}", Role.MENTEE, wants=("Negotiation",), managers=(14,)) for at in (2, 3, 4)]
    mateo = named(5, "Mateo Quispe", Role.MENTEE, wants=("Negotiation", "Budgets"), managers=(14,))
    matching = Matching(task([*others, mateo], [*mentors, julian]))
    proposal = matching.suggest()
    assert proposal.unmatched_mentees == (5,)
    assert proposal.free == ((14, 1),)
    found = matching.why_not(proposal, 5)
    assert found.key == "places"
    assert found.text == "All 3 mentors who offer negotiation are full; Julian is Mateo’s manager"
    way = found.ways[0]
    assert (way.key, way.matched, way.helps) == ("places", 1, True)
    again = matching.changed(
        mentors=tuple(replace(each, capacity=1 + (each.id == way.mentor)) for each in matching.task.mentors)
    )
    assert again.suggest().total - proposal.total == way.total


def test_the_rule_that_forbids_everybody_is_named_and_relaxed() -> None:
    mentors = [replace(ELENI, id=at, name=f"Mentor {at}", languages=("Greek",)) for at in (11, 12)]
    matching = Matching(task([FREJA], mentors, shared_language=True))
    proposal = matching.suggest()
    found = matching.why_not(proposal, 1)
    assert found.text == "“One shared language” forbids all 2 mentors"
    assert found.barred == (("shared_language", 2),)
    assert [(way.key, way.matched, way.helps) for way in found.ways] == [("shared_language", 1, True)]
    assert found.ways[0].total == matching.why(1, 11).fit
    assert matching.why_no_mentee(proposal, 12).text == "“One shared language” forbids 1 of 1 mentee"


def test_a_must_is_relaxed_too() -> None:
    rules = match_rules({"criteria": {"wishes": 1, "language": "must"}})
    matching = Matching(Task((FREJA,), (replace(ELENI, languages=("Greek",)),), rules))
    proposal = matching.suggest()
    assert matching.remarks() == (
        "The rules forbid every pair. Ask why for one person: it names the rule that forbids most.",
        "“Language” is a must, and no pair meets it. Make it a weight, or look at the data.",
    )
    assert matching.why_not(proposal, 1).text == "“Language” is a must and not met"
    assert matching.why_not(proposal, 1).ways[0].helps


def test_other_mentors_with_what_the_whole_would_lose() -> None:
    scores = {(1, 11): 90, (1, 12): 85, (2, 11): 70, (2, 12): 40, (1, 13): 10}
    matching = Matching(table_task(scores, {1: 1, 2: 1}, {11: 1, 12: 1, 13: 1}))
    proposal = matching.suggest()
    assert proposal.cells() == {(1, 12), (2, 11)}
    first, second = matching.others(proposal, 1)
    assert (first.mentor, first.fit, first.total, first.moved) == (11, 9000, 13000 - 15500, (2,))
    assert (second.mentor, second.total, second.moved) == (13, 8000 - 15500, ())


def test_another_mentor_whom_a_rule_forbids_is_shown_with_the_rule() -> None:
    boss = replace(ELENI, id=12, name="Gareth Penry")
    matching = Matching(task([replace(FREJA, managers=(12,))], [ELENI, boss]))
    (other,) = matching.others(matching.suggest(), 1)
    assert (other.mentor, other.broken) == (12, ("Gareth is Freja’s manager",))
    assert other.fit == matching.why(1, 12).fit


def test_those_whom_the_rules_allow_come_first_and_two_of_the_others_after_them() -> None:
    """However well those fit whom a rule forbids, the next best choice is to be seen."""
    bosses = [replace(ELENI, id=20 + each, name=f"Boss {each}", managers=(1,)) for each in range(6)]
    weak = [replace(ELENI, id=30 + each, name=f"Weak {each}", offers=()) for each in range(3)]
    full = replace(ELENI, id=40, name="Full", capacity=0)
    matching = Matching(task([FREJA], [ELENI, *bosses, *weak, full]))
    found = matching.others(matching.suggest(), 1, limit=2)
    assert [each.mentor for each in found if not each.broken] == [30, 31]
    assert [each.mentor for each in found if each.broken] == [20, 21]
    assert [bool(each.broken) for each in found] == [False, False, True, True]
    forbidden = matching.edited((), {(1, 30)})
    assert [each.mentor for each in forbidden.others(forbidden.suggest(), 1, limit=2)][:2] == [31, 32]


def test_of_peers_a_forbidden_pair_is_barred_whoever_is_named_first() -> None:
    people = tuple(replace(FREJA, id=each, name=f"Peer {each}", role=Role.PEER) for each in range(1, 5))
    made = Task(people, (), match_rules({"criteria": {"wishes": 1}}), shape=Shape.PEERS, forbids=frozenset({(3, 1)}))
    matching = Matching(made)
    others = matching.others(matching.evaluate([(1, 2)]), 1)
    assert {each.mentor: bool(each.broken) for each in others} == {3: True, 4: False}


def test_somebody_who_has_left_is_a_sentence() -> None:
    with pytest.raises(UserError, match="no longer takes part"):
        Matching(task([FREJA], [ELENI])).why(7, 11)


def test_an_odd_peer_and_a_circle_without_room_are_told() -> None:
    rules = match_rules({"criteria": {"wishes": 1}})
    three = Matching(Task(tuple(person(at, Role.PEER) for at in (1, 2, 3)), (), rules, shape=Shape.PEERS, trio=False))
    proposal = three.suggest()
    assert "odd number" in three.why_not(proposal, proposal.unmatched_mentees[0]).text
    few = tuple(person(at, Role.MENTEE) for at in (1, 2))
    size = CircleSize(smallest=3)
    circles = Matching(Task(few, (person(11, Role.MENTOR, capacity=8),), rules, shape=Shape.CIRCLES, circles=size))
    assert circles.why_not(circles.suggest(), 1).text == "No circle of 3 to 8 has room: 1 mentor may be asked"


def test_teams_kept_apart_are_the_reason_where_every_circle_with_a_place_has_one_of_the_team() -> None:
    team = tuple(person(at, Role.MENTEE, managers=(99,)) for at in range(1, 4))
    mentees = (*team, person(4, Role.MENTEE))
    mentors = tuple(person(at, Role.MENTOR, capacity=4) for at in (11, 12))
    rules = match_rules({"criteria": {"wishes": 1}})
    made = Task(mentees, mentors, rules, shape=Shape.CIRCLES, circles=CircleSize(smallest=1, largest=4))
    circles = Matching(made)
    proposal = circles.suggest()
    (left,) = proposal.unmatched_mentees
    why = circles.why_not(proposal, left)
    assert (why.key, why.text) == ("team_apart", "All 2 circles with a place have somebody of the same team")
    best = why.ways[0]
    assert (best.key, best.text, best.matched, best.helps) == ("team_apart", "Without “Keep teams apart”", 1, True)


def test_the_effect_of_an_edit() -> None:
    matching = Matching(table_task({(1, 11): 90, (1, 12): 80, (2, 11): 70}, {1: 1, 2: 1}, {11: 1, 12: 1}))
    before, after = matching.suggest(), matching.edited({(1, 11)}, ()).suggest()
    change = effect(before, after)
    assert (change.total, change.lowest, change.unmatched, change.moved) == (-6000, 2000, 1, (1, 2))


@pytest.mark.parametrize(
    ("mentees", "mentors", "said"),
    [
        ([], [ELENI], "There are no mentees yet"),
        ([FREJA], [], "There are no mentors yet"),
        ([FREJA], [replace(ELENI, capacity=0)], "No mentor has a place left"),
        ([FREJA], [replace(ELENI, capacity=9)], "9 places for 1 mentee: most mentors will have nobody"),
        ([replace(FREJA, id=at, name=f"M {at}") for at in range(3)], [ELENI], "3 mentees for 1 place"),
        ([replace(FREJA, languages=())], [ELENI], "“Language” has no effect: no mentee has it on record"),
    ],
)
def test_bad_input_is_remarked_on_and_still_answered(
    mentees: list[Candidate], mentors: list[Candidate], said: str
) -> None:
    matching = Matching(task(mentees, mentors))
    assert any(said in remark for remark in matching.remarks())
    for goal in Goal:
        assert len(matching.suggest(goal).pairs) == min(len(mentees), sum(each.capacity for each in mentors))


def test_no_remark_where_all_is_well() -> None:
    assert Matching(task([FREJA], [ELENI])).remarks() == ()
