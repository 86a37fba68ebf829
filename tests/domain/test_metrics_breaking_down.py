"""Breakdowns by a field of people: counted by hand, and what is left out can never be computed from the rest."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.cohorts import Role
from mentordesk.domain.metrics.answers import recommend
from mentordesk.domain.metrics.breaking_down import breakdowns
from mentordesk.domain.metrics.facts import Facts, FieldFact, Said
from mentordesk.domain.metrics.grouping import bands
from mentordesk.domain.metrics.model import Breakdown
from mentordesk.domain.metrics.taking_part import match_rates, participation
from mentordesk.domain.small_groups import SO_THAT
from mentordesk.domain.standing import Side
from tests.metric_facts import GENDER, facts, pair, person, place, said

FEW = "fewer than 5 people"


def office(groups: dict[str, tuple[int, int, int]], **values: object) -> Facts:
    """By gender: people, those of them enrolled as mentees, and those of these matched, each with a mentor "X"."""
    people, places, pairs = [], [], []
    for at, (gender, (number, enrolled, matched)) in enumerate(groups.items(), start=1):
        for id_ in range(1000 * at, 1000 * at + number):
            people.append(person(id_, gender))
            places += [place(id_)] if id_ - 1000 * at < enrolled else []
            pairs += [pair(id_, 99, id_)] if id_ - 1000 * at < matched else []
    return facts(people=people, places=places, pairs=pairs, fields=(GENDER,), **values)


def column(found: Breakdown, key: str) -> dict[str, tuple[object, ...]]:
    at = [measure.key for measure in found.rows[0].measures].index(key)
    return {row.value: said(row.measures[at]) for row in found.rows}


def test_participation_and_match_rate_by_gender() -> None:
    (found,) = breakdowns(office({"Female": (40, 20, 10), "Male": (30, 12, 6)}))
    assert (found.field, found.title, found.remark) == ("gender", "Gender", "")
    assert column(found, "participation") == {"Female": (50, 20, 40, ""), "Male": (40, 12, 30, "")}
    assert column(found, "match_rate.all") == {"Female": (50, 10, 20, ""), "Male": (50, 6, 12, "")}


def test_a_small_group_is_left_out_and_the_next_with_it() -> None:
    (found,) = breakdowns(office({"Female": (40, 20, 10), "Male": (30, 12, 6), "Other": (3, 3, 3)}))
    assert column(found, "participation") == {
        "Female": (50, 20, 40, ""),
        "Male": (None, None, None, SO_THAT),
        "Other": (None, None, None, FEW),
    }
    assert column(found, "match_rate.all")["Male"] == (None, None, None, SO_THAT)


def test_few_who_do_not_take_part_are_a_small_group_too() -> None:
    (found,) = breakdowns(office({"Female": (40, 38, 20), "Male": (30, 12, 6), "Other": (50, 20, 10)}))
    assert {value[0] for value in column(found, "participation").values()} == {None, 40}
    assert column(found, "participation")["Female"] == (None, None, None, FEW)


def test_people_without_a_value_are_a_group_of_their_own() -> None:
    (found,) = breakdowns(office({"Female": (40, 20, 10), "": (30, 12, 6)}))
    assert [row.value for row in found.rows] == ["Female", "Not given"]
    assert found.remark == "“Not given”: nothing on record."


def test_a_field_that_tells_nobody_apart_is_no_breakdown() -> None:
    assert breakdowns(office({"Female": (40, 20, 10)})) == ()


def test_values_follow_the_order_of_the_field() -> None:
    ages = FieldFact("gender", "Gender", ("Male", "Female"))
    known = office({"Female": (40, 20, 10), "Male": (30, 12, 6), "Any": (30, 12, 6)})
    (found,) = breakdowns(facts(people=known.people.values(), places=known.places, pairs=known.pairs, fields=(ages,)))
    assert [row.value for row in found.rows] == ["Male", "Female", "Any"]


def test_who_may_have_several_values_counts_in_each() -> None:
    field = FieldFact("network", "Networks", ("Parents", "Pride"), several=True)
    groups = [("Parents",), ("Parents", "Pride"), ("Pride",)]
    people = [person(10 * at + id_, groups={"network": groups[at]}) for at in range(3) for id_ in range(6)]
    places, pairs = [place(it.id) for it in people], [pair(it.id, 99, it.id) for it in people]
    (found,) = breakdowns(facts(people=people, places=places, pairs=pairs, fields=(field,)))
    assert column(found, "participation") == {"Parents": (100, 12, 12, ""), "Pride": (100, 12, 12, "")}
    assert found.remark == "A person may have several of these and is counted in each."


def test_recommendations_by_gender_and_role() -> None:
    """Six mentors of each gender; six female mentees and two male ones."""
    known = _recommending({("Female", Side.LEFT): 6, ("Male", Side.LEFT): 6}, {"Female": 6, "Male": 2})
    (found,) = breakdowns(known)
    assert column(found, "recommend.mentee")["Male"] == (None, None, None, FEW)
    assert column(found, "recommend.mentee")["Female"] == (None, None, None, SO_THAT)
    assert column(found, "recommend.mentor")["Female"] == (None, None, None, SO_THAT)
    assert column(found, "recommend.all") == {"Female": (100, 12, None, ""), "Male": (100, 8, None, "")}


def _recommending(mentors: dict[tuple[str, Side], int], mentees: dict[str, int], **values: object) -> Facts:
    people, pairs, given_ = [], [], []
    wanted = [*((gender, side, number) for (gender, side), number in mentors.items())]
    wanted += [(gender, Side.RIGHT, number) for gender, number in mentees.items()]
    for gender, side, number in wanted:
        for _ in range(number):
            id_ = len(people) + 1
            people.append(person(id_, gender))
            pairs.append(pair(id_, id_, 900 + id_) if side is Side.LEFT else pair(id_, 900 + id_, id_))
            given_.append(Said(id_, side, "recommend", 10))
    return facts(people=people, pairs=pairs, recommends=given_, fields=(GENDER,), **values)


COUNT = st.integers(0, 14)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(COUNT, COUNT, COUNT), min_size=2, max_size=5), st.integers(3, 10))
def test_no_group_follows_from_the_totals(rows: list[tuple[int, int, int]], smallest: int) -> None:
    """Totals are shown beside: the sum of what is left out is never about one group or about few people."""
    groups = {f"Group {at}": tuple(sorted(row, reverse=True)) for at, row in enumerate(rows)}
    known = office(groups, smallest=smallest)
    total = {"participation": participation(known), "match_rate.all": match_rates(known)[0]}
    for found in breakdowns(known):
        for key, measure in total.items():
            shown = column(found, key)
            hidden = [value for value, cell in shown.items() if cell[2] is None]
            for cell in shown.values():
                assert cell[2] in (None, 0) or cell[2] >= smallest
                assert cell[1] is None or cell[2] == 0 or cell[1] >= smallest
            if hidden:
                rest = (measure.of or 0) - sum(cell[2] or 0 for cell in shown.values())
                assert len(hidden) > 1
                assert rest == 0 or rest >= smallest or all(cell[2] in (None, 0) for cell in shown.values())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(COUNT, COUNT), min_size=2, max_size=5), st.integers(3, 10))
def test_no_answers_of_a_group_follow_from_the_totals(rows: list[tuple[int, int]], smallest: int) -> None:
    mentors = {(f"Group {at}", Side.LEFT): row[0] for at, row in enumerate(rows)}
    mentees = {f"Group {at}": row[1] for at, row in enumerate(rows)}
    known = _recommending(mentors, mentees, smallest=smallest)
    total = {measure.key: measure.n for measure in recommend(known)}
    for found in breakdowns(known):
        for key in (measure.key for measure in found.rows[0].measures if measure.term == "recommend"):
            cells = column(found, key)
            hidden = [value for value, cell in cells.items() if cell[1] is None]
            assert all(cell[1] in (None, 0) or cell[1] >= smallest for cell in cells.values())
            if hidden and total.get(key) is not None:
                rest = total[key] - sum(cell[1] or 0 for cell in cells.values())
                assert len(hidden) > 1
                assert rest >= smallest
        for row in found.rows:
            every, *by_role = (cell for cell in row.measures if cell.term == "recommend")
            parts = [cell for cell in by_role if cell.n is None]
            assert every.n is None or len(parts) != 1


def test_bands_are_of_a_width_people_count_in() -> None:
    ages = bands({22.0, 34.0, 39.0, 40.0, 64.0})
    assert list(ages.values()) == ["20 to 29", "30 to 39", "30 to 39", "40 to 49", "60 to 69"]
    assert set(bands({1.0, 2.0, 7.0}).values()) == {"1", "2", "7"}
    assert list(bands({0.5, 1.0}).values()) == ["0 to under 1", "1 to under 2"]
    assert list(bands({-5.0, 5.0}).values()) == ["-6 to -5", "4 to 5"]
    assert bands(set()) == {}


def test_mentors_are_matched_too() -> None:
    known = facts(
        people=[person(at, "Female" if at < 10 else "Male") for at in range(1, 20)],
        places=[place(at, Role.MENTOR) for at in range(1, 20)],
        pairs=[pair(at, at, 100 + at) for at in range(1, 20)],
        fields=(GENDER,),
    )
    (found,) = breakdowns(known)
    assert column(found, "match_rate.all") == {"Female": (100, 9, 9, ""), "Male": (100, 10, 10, "")}


def test_few_people_in_two_roles_are_few_all_the_same() -> None:
    """Three who answered as mentors and as mentees are no six."""
    rest = range(10, 30)
    people = [*(person(id_, "Female") for id_ in (1, 2, 3)), *(person(id_, "Male") for id_ in rest)]
    pairs = [pair(1, 1, 2), pair(2, 2, 3), pair(3, 3, 1), *(pair(id_, id_, id_ + 10) for id_ in range(10, 20))]
    recommends = [Said(it.id, side, "recommend", 9) for it in pairs for side in Side]
    (found,) = breakdowns(facts(people=people, pairs=pairs, fields=(GENDER,), recommends=recommends))
    assert column(found, "recommend.all")["Female"] == (None, None, None, FEW)
    assert column(found, "recommend.all")["Male"][0] is None
    few = facts(people=people, pairs=pairs[:3], recommends=recommends[:6])
    assert {measure.value for measure in recommend(few)} == {None}


def test_what_follows_for_the_hidden_ones_together_is_not_few_either() -> None:
    """Of Other 4 take part and of None none: together 4 of 44 would follow from the total."""
    groups = {"Female": (60, 30, 15), "Male": (60, 30, 15), "Other": (34, 4, 4), "Unsaid": (10, 0, 0)}
    (found,) = breakdowns(office(groups))
    hidden = [value for value, shown in column(found, "participation").items() if shown[0] is None]
    assert sum(groups[value][1] for value in hidden) >= 5
    assert sum(value[0] is not None for value in column(found, "participation").values()) == 1
