"""Satisfaction, the would-recommend score and fit by role: counted by hand, small groups left out."""

from mentordesk.domain.check_ins import Fit
from mentordesk.domain.metrics.answers import FITS, again, fit, recommend, recommend_means, satisfaction
from mentordesk.domain.metrics.facts import Facts, Said
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.small_groups import SO_THAT
from mentordesk.domain.standing import Side
from tests.metric_facts import answers, by_key, facts, pair

FEW = "fewer than 5 people"


def six(mentors: int, mentees: int, **values: object) -> Facts:
    """Six pairs: so many mentors rate all with 5 and so many mentees all with 4."""
    pairs = [
        pair(
            number,
            number,
            number + 10,
            left_answers=answers(5, 5, 5, 5) if number <= mentors else None,
            right_answers=answers(4, 4, 4, 3) if number <= mentees else None,
        )
        for number in range(1, 7)
    ]
    asked = frozenset((number, side) for number in range(1, 7) for side in Side)
    return facts(pairs=pairs, asked=asked, **values)


def test_satisfaction_by_role_and_question() -> None:
    found = by_key(satisfaction(six(6, 6)))
    assert found["satisfaction.all"] == (4.4, 48, None, "")
    assert found["satisfaction.mentor"] == (5.0, 24, None, "")
    assert found["satisfaction.mentee"] == (3.8, 24, None, "")
    assert found["satisfaction.progress.all"] == (4.0, 12, None, "")
    assert found["satisfaction.progress.mentee"] == (3.0, 6, None, "")


def test_a_small_role_is_left_out_and_the_other_with_it() -> None:
    found = by_key(satisfaction(six(6, 2)))
    assert found["satisfaction.all"] == (4.7, 32, None, "")
    assert found["satisfaction.mentee"] == (None, None, None, FEW)
    assert found["satisfaction.mentor"] == found["satisfaction.trust.mentor"] == (None, None, None, SO_THAT)
    assert found["satisfaction.trust.mentee"] == (None, None, None, FEW)


def test_four_people_are_left_out_even_together() -> None:
    found = by_key(satisfaction(six(2, 2)))
    assert {values[:3] for values in found.values()} == {(None, None, None)}


def test_a_larger_smallest_group_leaves_out_more() -> None:
    assert by_key(satisfaction(six(6, 6, smallest=7)))["satisfaction.mentor"][0] is None
    assert by_key(satisfaction(six(6, 6, smallest=6)))["satisfaction.mentor"][0] == 5.0


def test_a_question_few_answered_is_left_out_of_the_whole_of_that_role() -> None:
    """Seven mentors answer all but progress, which three of them answer: it would follow from the rest."""
    pairs = [
        pair(
            number,
            number,
            number + 10,
            left_answers=answers(4, 4, 4, 4) if number <= 3 else answers(4, 4, 4),
            right_answers=answers(4, 4, 4, 4),
        )
        for number in range(1, 8)
    ]
    found = by_key(satisfaction(facts(pairs=pairs)))
    for key in ("satisfaction.progress.mentor", "satisfaction.mentor", "satisfaction.trust.mentor"):
        assert found[key][0] is None, key


def test_who_was_not_asked_has_no_zero() -> None:
    nothing = by_key(satisfaction(facts(pairs=[pair(1, 1, 2)])))
    assert nothing["satisfaction.all"] == nothing["satisfaction.mentor"] == (None, 0, None, "not asked")
    silent = facts(pairs=[pair(1, 1, 2)], asked=frozenset({(1, Side.LEFT)}))
    assert by_key(satisfaction(silent))["satisfaction.all"] == (None, 0, None, "no answer yet")
    assert by_key(recommend(facts(pairs=[pair(1, 1, 2)])))["recommend.mentor"] == (None, 0, None, "not asked")


def test_only_the_pairs_of_the_check_in_average_are_asked() -> None:
    """Beside active pairs a finished one does not count."""
    pairs = [pair(number, number, number + 10, left_answers=answers(4, 4, 4, 4)) for number in range(1, 7)]
    over = pair(9, 9, 19, PairStatus.COMPLETED, left_answers=answers(1, 1, 1, 1))
    assert by_key(satisfaction(facts(pairs=[*pairs, over])))["satisfaction.mentor"] == (4.0, 24, None, "")


def test_the_programs_own_questions_stand_by_themselves() -> None:
    pairs = [pair(number, number, number + 10) for number in range(1, 7)]
    own = [Said(number, Side.LEFT, "My company moved forward.", 4) for number in range(1, 7)]
    found = {it.title: it for it in satisfaction(facts(pairs=pairs, own=own))}
    assert found["My company moved forward: mentors"].value == 4.0
    assert (found["My company moved forward: mentees"].value, found["Trust: mentors"].n) == (None, 0)


def test_the_score_is_promoters_minus_detractors() -> None:
    """Mentors: 10 9 9 8 7 0 = 3 of 6 minus 1 of 6; mentees: 6 6 6 6 6 10."""
    pairs = [pair(number, number, number + 10) for number in range(1, 7)]
    mentors, mentees = (10, 9, 9, 8, 7, 0), (6, 6, 6, 6, 6, 10)
    said = [Said(at, Side.LEFT, "", answer) for at, answer in enumerate(mentors, start=1)]
    said += [Said(at, Side.RIGHT, "", answer) for at, answer in enumerate(mentees, start=1)]
    known = facts(pairs=pairs, recommends=said)
    assert by_key(recommend(known)) == {
        "recommend.all": (-17, 12, None, ""),
        "recommend.mentor": (33, 6, None, ""),
        "recommend.mentee": (-67, 6, None, ""),
    }
    assert by_key(recommend_means(known))["recommend_mean.mentor"] == (7.2, 6, None, "")


def test_one_person_in_many_pairs_is_one_person() -> None:
    """A mentor of six pairs has answered six times, and is still one."""
    pairs = [pair(number, 1, number + 10) for number in range(1, 7)]
    said = [Said(number, Side.LEFT, "", 9) for number in range(1, 7)]
    assert by_key(recommend(facts(pairs=pairs, recommends=said)))["recommend.mentor"] == (None, None, None, FEW)


def test_peers_have_one_role() -> None:
    pairs = [pair(number, number, number + 10, format=Format.PEER) for number in range(1, 4)]
    said = [Said(number, side, "", 10) for number in range(1, 4) for side in Side]
    assert by_key(recommend(facts(pairs=pairs, recommends=said))) == {
        "recommend.all": (100, 6, None, ""),
        "recommend.peer": (100, 6, None, ""),
    }


def test_fit_and_again() -> None:
    pairs = [pair(number, number, number + 10) for number in range(1, 7)]
    fits = [Said(at, Side.LEFT, "", FITS.index(Fit.GOOD if at < 6 else Fit.DECIDING)) for at in range(1, 7)]
    yes = [Said(at, Side.RIGHT, "", int(at > 3)) for at in range(1, 7)]
    known = facts(pairs=pairs, fits=fits, again=yes)
    assert by_key(fit(known))["fit_good.mentor"] == (83, 5, 6, "")
    assert by_key(fit(known))["fit_good.mentee"] == (None, 0, 0, "not asked")
    assert by_key(again(known))["match_again.mentee"] == (50, 3, 6, "")
