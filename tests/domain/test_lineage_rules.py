"""Lineage in words: ties, circles, the sentence, marks on lines, captions of people."""

from datetime import date

import pytest

from mentordesk.domain.lineage import (
    Lineage,
    LineagePerson,
    LineageTie,
    Mentoring,
    caption,
    closing,
    mark,
    person_sentence,
    sentence,
    tie_sentence,
    ties_of,
)
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus

NAMES = {1: "Ruth Adelmann", 2: "Amara Okonkwo", 3: "Mei-Lin Zhao", 4: "Jonas Weidmann"}


def pair(number: int, mentor: int, mentee: int, year: int | None, **values) -> Mentoring:
    values = {"format": Format.TRADITIONAL, "status": PairStatus.COMPLETED, **values}
    return Mentoring(number, mentor, mentee, started_on=date(year, 3, 1) if year else None, **values)


def tie(mentor: int, mentee: int, *years: int, alive: bool = False, reverse: bool = False) -> LineageTie:
    return LineageTie(mentor, mentee, (1,), years, alive, reverse)


def lineage(*ties: LineageTie, generations: int = 2) -> Lineage:
    people = tuple(LineagePerson(id_, name, "VP") for id_, name in NAMES.items())
    return Lineage(2, people, ties, {}, generations)


def test_two_pairs_of_the_same_two_are_one_tie_that_lives_while_one_of_them_does() -> None:
    pairs = [pair(1, 1, 2, 2019), pair(2, 1, 2, 2025, status=PairStatus.ENDURING), pair(3, 2, 1, 2022)]
    first, second = ties_of(pairs)
    assert (first.key, first.year_text, first.pair_ids, first.alive) == ((1, 2), "2019, 2025", (1, 2), True)
    assert (second.key, second.alive) == ((2, 1), False)


@pytest.mark.parametrize(
    ("status", "alive"),
    [
        (status, status in (PairStatus.ACTIVE, PairStatus.PAUSED, PairStatus.ENDURING))
        for status in list(PairStatus)[1:]
    ],
)
def test_a_tie_is_alive_while_active_paused_or_enduring(status: PairStatus, alive: bool) -> None:
    assert ties_of([pair(1, 1, 2, 2020, status=status)])[0].alive is alive


def test_of_two_who_mentored_each_other_the_later_tie_leads_back() -> None:
    assert closing([tie(2, 1, 2022), tie(1, 2, 2011)]) == {(2, 1)}


def test_a_reverse_tie_leads_back_even_if_it_is_older() -> None:
    assert closing([tie(2, 1, 2001, reverse=True), tie(1, 2, 2011)]) == {(2, 1)}


def test_a_circle_of_three_is_opened_once() -> None:
    assert closing([tie(1, 2, 2001), tie(2, 3, 2005), tie(3, 1, 2009)]) == {(3, 1)}


def test_ties_without_a_year_come_last() -> None:
    assert closing([tie(1, 2), tie(2, 1, 2015)]) == {(1, 2)}


def test_the_sentence_says_generations_since_when_and_how_many_are_alive() -> None:
    ties = (tie(1, 2, 1989, alive=True), tie(3, 2, 2022), tie(2, 4, 2025, alive=True))
    assert sentence(lineage(*ties, generations=5)) == "5 generations since 1989, 2 of 3 ties are still alive"


@pytest.mark.parametrize(
    ("ties", "said"),
    [
        ((), ""),
        ((tie(1, 2, 2011, alive=True),), "2 generations since 2011, the tie is still alive"),
        ((tie(1, 2),), "2 generations, the tie has come to its end"),
        ((tie(1, 2), tie(1, 4)), "2 generations, none of 2 ties is still alive"),
        ((tie(1, 2, alive=True), tie(1, 4)), "2 generations, 1 of 2 ties is still alive"),
        ((tie(1, 2, alive=True), tie(1, 4, alive=True)), "2 generations, all 2 ties are still alive"),
    ],
)
def test_the_sentence_in_its_small_cases(ties: tuple[LineageTie, ...], said: str) -> None:
    assert sentence(lineage(*ties)) == said


def test_a_line_has_its_year_and_where_it_is_not_plain_who_mentored_whom() -> None:
    assert mark(tie(1, 2, 2011), NAMES) == "2011"
    assert mark(tie(3, 2, 2022, reverse=True), NAMES) == "2022, reverse: Mei-Lin mentored Amara"
    assert mark(tie(3, 2, reverse=True), NAMES) == "Reverse: Mei-Lin mentored Amara"
    assert mark(tie(3, 2, 2026, reverse=True, alive=True), NAMES) == "2026, reverse: Mei-Lin mentors Amara"
    back = LineageTie(2, 1, (1,), (2022,), alive=False, reverse=False, closes=True)
    assert mark(back, NAMES) == "2022: Amara mentored Ruth"


def test_ties_and_people_are_said_whole() -> None:
    ties = (tie(1, 2, 2011, alive=True), tie(3, 2, 2022, reverse=True), tie(2, 4, 2025, alive=True))
    assert tie_sentence(ties[0], NAMES) == "Ruth Adelmann has mentored Amara Okonkwo since 2011"
    assert tie_sentence(ties[1], NAMES) == "Mei-Lin Zhao mentored Amara Okonkwo from 2022 (reverse)"
    said = person_sentence(lineage(*ties), 2)
    assert said == "Amara Okonkwo, VP. Mentored by Ruth Adelmann and Mei-Lin Zhao. Mentor of Jonas Weidmann"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (("VP Operations", "", False, None, None), "VP Operations"),
        (("Founder", "Cargoloop", False, None, None), "Founder, Cargoloop"),
        (("Chair", "", True, None, ("Retired", date(2014, 6, 30))), "retired 2014"),
        (("Chair", "", True, date(2021, 1, 1), None), "left 2021"),
        (("Chair", "", True, None, ("Departure", date(2020, 1, 1))), "left 2020"),
        (("Chair", "", True, None, None), "has left"),
    ],
)
def test_the_second_line_of_a_person(values: tuple, said: str) -> None:
    assert caption(*values) == said
