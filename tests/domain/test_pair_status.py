"""The states a pair goes through, its sides, and its names."""

from dataclasses import replace

import pytest

from mentordesk.domain.errors import UserError
from mentordesk.domain.pairs import (
    ALIVE,
    FINISHED,
    TAKES_PLACE,
    EndReason,
    PairRow,
    check_change,
    may_become,
    order_sides,
    short_name,
)
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus, Side

STATUS = PairStatus


def test_a_pair_begins_as_proposed_and_nothing_leads_back_there() -> None:
    assert not any(may_become(status, STATUS.PROPOSED) for status in STATUS)
    assert {then for then in STATUS if may_become(STATUS.PROPOSED, then)} == {STATUS.ACTIVE, STATUS.ENDED}


@pytest.mark.parametrize(
    ("now", "then", "may"),
    [
        (STATUS.ACTIVE, STATUS.PAUSED, True),
        (STATUS.PAUSED, STATUS.ACTIVE, True),
        (STATUS.ACTIVE, STATUS.COMPLETED, True),
        (STATUS.COMPLETED, STATUS.ENDURING, True),
        (STATUS.COMPLETED, STATUS.ENDED, False),
        (STATUS.COMPLETED, STATUS.PAUSED, False),
        (STATUS.ENDURING, STATUS.PAUSED, False),
        (STATUS.ENDED, STATUS.ACTIVE, True),
        (STATUS.ENDED, STATUS.COMPLETED, False),
        (STATUS.ACTIVE, STATUS.ACTIVE, False),
    ],
)
def test_which_status_follows_which(now: PairStatus, then: PairStatus, may: bool) -> None:
    assert may_become(now, then) is may


def test_an_impossible_change_is_told_about_the_pair() -> None:
    with pytest.raises(UserError, match="Amara & Jonas are ended and cannot become paused"):
        check_change("Amara & Jonas", STATUS.ENDED, STATUS.PAUSED)
    check_change("Amara & Jonas", STATUS.ACTIVE, STATUS.PAUSED)


def test_every_way_out_of_a_status_is_known() -> None:
    assert all(any(may_become(now, then) for then in STATUS) for now in STATUS)


def test_alive_finished_and_places() -> None:
    assert {STATUS.ACTIVE, STATUS.PAUSED, STATUS.ENDURING} == ALIVE
    assert {STATUS.PROPOSED, STATUS.ACTIVE, STATUS.PAUSED} == TAKES_PLACE
    assert {STATUS.COMPLETED, STATUS.ENDED} == FINISHED


def test_peers_stand_by_name_and_all_others_as_given() -> None:
    zofia, ben = ("zofia Kamińska", 1), ("Ben Achterberg", 2)
    assert order_sides(Format.PEER, zofia, ben) == order_sides(Format.PEER, ben, zofia) == (2, 1)
    assert order_sides(Format.TRADITIONAL, zofia, ben) == (1, 2)
    assert order_sides(Format.REVERSE, ben, zofia) == (2, 1)


def test_peers_of_the_same_name_stand_by_number() -> None:
    assert order_sides(Format.PEER, ("Ben", 9), ("Ben", 4)) == (4, 9)


def test_sides_face_each_other() -> None:
    assert Side.LEFT.other is Side.RIGHT
    assert Side.RIGHT.other is Side.LEFT


def test_words_of_status_and_reasons() -> None:
    assert [status.word for status in STATUS] == ["Proposed", "Active", "Paused", "Completed", "Enduring", "Ended"]
    assert EndReason.NOT_A_FIT.word == "Not a good fit"
    assert all(reason.word for reason in EndReason)


def test_a_pair_is_named_in_full_and_in_short(pair_row: PairRow) -> None:
    assert pair_row.name == "Amara Okonkwo & Jonas Weidmann"
    assert pair_row.short == short_name(pair_row.left, pair_row.right) == "Amara & Jonas"


def test_a_pair_was_introduced_where_somebody_is_named(pair_row: PairRow) -> None:
    assert not pair_row.introduced
    assert replace(pair_row, introduced_by="Ruth Adelmann").introduced
