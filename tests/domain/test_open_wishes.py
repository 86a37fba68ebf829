"""Wishes that are still open: what one side wants, the other offers, and nobody has given yet."""

from datetime import date

import pytest

from mentordesk.domain.contacts import ExchangeKind, ExchangeRow
from mentordesk.domain.open_wishes import OpenWish, SideSkills, find
from mentordesk.domain.standing import Side

AMARA = SideSkills(offers=("Reading a P&L", "Negotiation"), wants=("Telematics",))
JONAS = SideSkills(offers=("telematics", "Shift planning"), wants=("reading a p&l", "Spanish"))


def gift(side: Side, kind: ExchangeKind, skill: str) -> ExchangeRow:
    names = ("Amara", "Jonas") if side is Side.LEFT else ("Jonas", "Amara")
    return ExchangeRow(
        1, 1, "Amara & Jonas", "traditional", side, *names, kind, 2, date(2026, 6, 1), "words", None, skill
    )


def test_a_wish_is_open_where_the_other_offers_it_however_it_is_written() -> None:
    assert find(AMARA, JONAS, []) == (OpenWish(Side.RIGHT, "reading a p&l"), OpenWish(Side.LEFT, "Telematics"))


@pytest.mark.parametrize("kind", [ExchangeKind.ADVICE, ExchangeKind.KNOWLEDGE, ExchangeKind.SKILL])
def test_it_has_come_up_once_the_other_gave_advice_knowledge_or_skill_with_it(kind: ExchangeKind) -> None:
    given = [gift(Side.LEFT, kind, "Reading a P&L")]
    assert find(AMARA, JONAS, given) == (OpenWish(Side.LEFT, "Telematics"),)


@pytest.mark.parametrize(
    "given",
    [
        gift(Side.RIGHT, ExchangeKind.KNOWLEDGE, "Reading a P&L"),
        gift(Side.LEFT, ExchangeKind.SUPPORT, "Reading a P&L"),
        gift(Side.LEFT, ExchangeKind.KNOWLEDGE, "Negotiation"),
        gift(Side.LEFT, ExchangeKind.KNOWLEDGE, ""),
    ],
)
def test_it_stays_open_where_another_gave_another_kind_or_another_skill(given: ExchangeRow) -> None:
    assert OpenWish(Side.RIGHT, "reading a p&l") in find(AMARA, JONAS, [given])


def test_nobody_wants_what_nobody_offers() -> None:
    assert find(SideSkills(), JONAS, []) == ()
    assert find(AMARA, SideSkills(wants=("Spanish",)), []) == ()


def test_the_wish_is_said_about_both_and_put_on_an_agenda() -> None:
    wish = OpenWish(Side.RIGHT, "reading a P&L")
    assert wish.sentence("Amara", "Jonas") == "Jonas wants “reading a P&L”, Amara offers it. It has not come up yet."
    assert wish.agenda_line("Amara", "Jonas") == "Reading a P&L (Jonas)"
    assert OpenWish(Side.LEFT, "Telematics").sentence("Amara", "Jonas").startswith("Amara wants “Telematics”, Jonas")
    assert wish.is_on(["Night shift", "Reading a P&L (Jonas)"])
    assert not wish.is_on(["Night shift"])
