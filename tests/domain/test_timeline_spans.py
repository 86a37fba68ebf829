"""A timeline in stretches: months of the last year, then years with what happened in them."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from mentordesk.domain import timeline
from mentordesk.domain.dates import Precision
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.timeline_spans import folded_at_first, stretches


@dataclass(frozen=True)
class Happening:
    id: str
    on: date
    turn: str = ""


def contacts(year: int, number: int) -> list[Happening]:
    return [Happening(f"contact:{year}{at}", date(year, 12, 28 - at)) for at in range(number)]


def test_the_last_year_stands_by_months_and_the_years_before_by_themselves() -> None:
    days = (date(2026, 6, 2), date(2026, 5, 1), date(2025, 7, 1), date(2025, 6, 30), date(2025, 1, 2), date(2009, 3, 3))
    found = stretches([Happening(f"contact:{at}", day) for at, day in enumerate(days)])
    assert [(span.title, span.year, len(span.events)) for span in found] == [
        ("June 2026", None, 1),
        ("May", None, 1),
        ("July 2025", None, 1),
        ("Earlier in 2025", 2025, 2),
        ("2009", 2009, 1),
    ]


def test_a_pair_that_ended_long_ago_has_its_own_last_year() -> None:
    found = stretches([*contacts(2012, 1), *contacts(2011, 1)])
    assert [span.year for span in found] == [None, 2011]


def test_a_year_is_said_in_a_few_words() -> None:
    events = [
        *contacts(2026, 1),
        *contacts(2009, 14),
        *(Happening(f"exchange:{at}", date(2009, 5, 1)) for at in range(6)),
        Happening("career:1", date(2009, 4, 1), "promotion of Ines"),
        Happening("anniversary:5", date(2009, 3, 1), "5 years together"),
        Happening("check_in:1", date(2009, 2, 1)),
    ]
    year = stretches(events)[-1]
    assert year.words == "14 contacts, 6 exchanges, 1 check-in"
    assert year.turns == ("5 years together", "promotion of Ines")
    assert year.sentence() == "2009: 14 contacts, 6 exchanges, 1 check-in, 5 years together, promotion of Ines"


def test_a_few_older_events_are_not_folded() -> None:
    assert not folded_at_first(stretches([*contacts(2026, 20), *contacts(2010, 20)]))
    assert folded_at_first(stretches([*contacts(2026, 20), *contacts(2010, 20), *contacts(2009, 10)]))
    assert not folded_at_first(stretches([]))


@pytest.mark.parametrize(
    ("precision", "text"), [(Precision.YEAR, "2011"), (Precision.MONTH, "March 2011"), (Precision.DAY, "9 Mar 2011")]
)
def test_anniversaries_are_as_exact_as_the_start(pair_row: PairRow, precision: Precision, text: str) -> None:
    old = replace(pair_row, started_on=date(2001, 3, 9), status=PairStatus.ENDURING)
    found = timeline.anniversaries(old, precision, date(2016, 3, 8))
    assert [row.lead for row in found] == ["1 year together", "5 years together", "10 years together"]
    assert found[-1].on_text == text


def test_a_pair_has_no_anniversary_after_its_end_nor_before_its_start(pair_row: PairRow) -> None:
    ended = replace(pair_row, started_on=date(2001, 3, 9), status=PairStatus.COMPLETED, ended_on=date(2006, 3, 9))
    assert len(timeline.anniversaries(ended, Precision.DAY, date(2026, 6, 4))) == 2
    assert timeline.anniversaries(replace(pair_row, started_on=None), Precision.DAY, date(2026, 6, 4)) == []
