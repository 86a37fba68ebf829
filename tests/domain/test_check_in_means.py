"""Means of the latest answers, a side and a question at a time, and the pairs behind the lowest."""

from mentordesk.domain.check_ins import LatestCheckIn, PairAnswers
from mentordesk.domain.health import Answers


def test_means_are_rounded_half_up_and_leave_out_who_has_not_answered() -> None:
    found = LatestCheckIn(
        (
            PairAnswers(1, "Amara & Jonas", Answers(5, 4, 4, 4), Answers(4, 4, 3, None)),
            PairAnswers(2, "Ruth & Mateo", Answers(4, 4, 3, 5), None),
            PairAnswers(3, "Linh & Oskar", Answers(4, 4, 4, 4), Answers(4, 5, 2, 4)),
            PairAnswers(4, "Hana & Luca", Answers(4, 5, 4, 4), None),
        )
    )
    trust, value, balance, progress = found.means
    assert (trust.left, trust.right) == (4.3, 4.0)
    assert (value.left, value.right) == (4.3, 4.5)
    assert (balance.left, balance.right) == (3.8, 2.5)
    assert (progress.left, progress.right) == (4.3, 4.0)
    assert (found.lowest(0), found.lowest(1)) == ("balance", "balance")
    assert [pair.pair for pair in found.with_low_answer()] == ["Amara & Jonas", "Ruth & Mateo", "Linh & Oskar"]


def test_two_questions_that_share_the_last_place_are_not_named() -> None:
    found = LatestCheckIn((PairAnswers(1, "Amara & Jonas", Answers(3, 3, 4, 4), None),))
    assert found.lowest(0) is None
    assert found.lowest(1) is None


def test_nobody_asked_yet_has_no_means() -> None:
    assert LatestCheckIn((PairAnswers(1, "Amara & Jonas", None, None),)).means == ()
