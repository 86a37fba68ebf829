"""The timeline of a pair: everything that happened, newest first, in words, without what is confidential."""

from mentordesk.domain.contacts import Channel, ExchangeKind, GiftForm
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.people import CareerKind
from mentordesk.domain.standing import Side
from mentordesk.domain.timeline import TimelineRow
from mentordesk.services.pairs import milestones, pairs, timeline
from tests.crossroads import Crossroads


def lines(crossroads: Crossroads, pair_id: int) -> list[str]:
    return [row.lead + row.rest for row in crossroads.desk.read(timeline.of_pair, pair_id)]


def test_everything_that_happened_is_there_newest_first(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair(introduced_by_id=crossroads.people["Ruth"])
    gift = GiftForm(crossroads.people["Jonas"], ExchangeKind.FEEDBACK, 2, "On her note")
    crossroads.contact(pair_id, 2, Channel.VIDEO, minutes=45, gifts=(gift,))
    kick_off = crossroads.desk.read(milestones.of_pair, pair_id)[0]
    crossroads.desk.do(milestones.mark_done, [kick_off.id], kick_off.due_on)
    crossroads.check_in(pair_id, Side.LEFT, 27, 5, 4, 4, 4, comment="For the coordinator alone")
    crossroads.check_in(pair_id, Side.RIGHT, 27, 5, 5, 4, 5)
    crossroads.turn("Jonas", CareerKind.PROMOTION, 37, "Night-shift lead")
    crossroads.turn("Mateo", CareerKind.AWARD, 3)
    assert lines(crossroads, pair_id) == [
        "Video call, 45 min",
        "Jonas gave feedback, 2 points",
        "Check-in: both rate value 4 or 5, balance 4",
        "Career: Jonas, promotion: Night-shift lead",
        "Kick-off done on time",
        "Amara & Jonas began, introduced by Ruth Adelmann",
    ]


def test_comments_of_check_ins_are_not_in_it(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.check_in(pair_id, Side.LEFT, 27, 5, 4, 4, 4, comment="For the coordinator alone")
    rows = crossroads.desk.read(timeline.of_pair, pair_id)
    assert not any("alone" in text for row in rows for text in (row.lead, row.rest, row.note))


def test_rows_point_to_their_records_and_sides(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair(cohort_id=None)
    contact = crossroads.contact(pair_id, 2, Channel.COFFEE, note="In Rotterdam")
    entry = crossroads.gift(pair_id, "Amara", 1, days_ago=2, kind=ExchangeKind.INTRODUCTION)
    first, second, _ = crossroads.desk.read(timeline.of_pair, pair_id)
    assert (first.id, first.record_id, first.channel, first.note) == (
        f"contact:{contact}",
        contact,
        Channel.COFFEE,
        "In Rotterdam",
    )
    assert (second.id, second.side, second.exchange) == (f"exchange:{entry}", Side.LEFT, ExchangeKind.INTRODUCTION)


def test_the_end_of_a_pair_is_on_top(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair(cohort_id=None)
    crossroads.contact(pair_id, 0)
    crossroads.desk.do(pairs.end, pair_id, EndReason.NO_TIME)
    rows: tuple[TimelineRow, ...] = crossroads.desk.read(timeline.of_pair, pair_id)
    assert rows[0].lead + rows[0].rest == "Amara & Jonas ended: no time at present"
    assert [row.on for row in rows] == sorted((row.on for row in rows), reverse=True)
