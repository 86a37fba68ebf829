"""Since when a pair is together: as exactly as it is known, never in the future or after what is on record."""

from datetime import date

import pytest

from mentordesk.domain.dates import Precision
from mentordesk.domain.errors import FieldError
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pair_start, pairs, timeline
from tests.builders import add_cohort, add_pair
from tests.crossroads import Crossroads
from tests.services.matching.test_matching_service import statements


def test_a_pair_of_decades_without_a_cohort_is_made_by_hand(crossroads: Crossroads) -> None:
    form = {"cohort_id": None, "status": PairStatus.ENDURING, "started_precision": Precision.YEAR}
    pair_id = crossroads.propose(started_on=date(1998, 1, 1), **form)
    row = crossroads.desk.read(pairs.row, pair_id)
    assert (row.started_text, row.cohort_id, row.health) == ("1998", None, None)
    lines = [(line.lead, line.on_text) for line in crossroads.desk.read(timeline.of_pair, pair_id)]
    assert lines[0] == ("25 years together", "2023")
    assert lines[-1] == ("Amara & Jonas began", "1998")


def test_an_enduring_pair_cannot_begin_in_the_future(crossroads: Crossroads) -> None:
    with pytest.raises(FieldError) as met:
        crossroads.propose(cohort_id=None, status=PairStatus.ENDURING, started_on=crossroads.ago(-1))
    assert met.value.field == "started_on"


def test_the_start_is_corrected_in_one_step_and_taken_back(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair(cohort_id=None)
    crossroads.desk.do(pair_start.change, pair_id, date(1994, 3, 1), Precision.MONTH)
    assert crossroads.desk.read(pairs.row, pair_id).started_text == "March 1994"
    assert crossroads.desk.read(pairs.detail, pair_id).started_precision is Precision.MONTH
    crossroads.desk.undo()
    assert crossroads.desk.read(pairs.row, pair_id).started_text == "6 Oct 2025"


@pytest.mark.parametrize(
    ("days_ago", "words"), [(-1, "still to come"), (5, "in touch on 25 May 2026"), (None, "a year")]
)
def test_a_start_that_cannot_be_is_refused_at_its_field(
    crossroads: Crossroads, days_ago: int | None, words: str
) -> None:
    pair_id = crossroads.pair(cohort_id=None)
    crossroads.contact(pair_id, 10)
    on = None if days_ago is None else crossroads.ago(days_ago)
    with pytest.raises(FieldError, match=words) as met:
        crossroads.desk.do(pair_start.change, pair_id, on, Precision.DAY)
    assert met.value.field == "started_on"
    assert crossroads.desk.read(pairs.row, pair_id).started_text == "6 Oct 2025"


def test_a_proposed_pair_has_no_start_to_correct(crossroads: Crossroads) -> None:
    with pytest.raises(FieldError, match="not begun"):
        crossroads.desk.do(pair_start.change, crossroads.propose(), date(2020, 1, 1), Precision.DAY)


def test_a_pair_does_not_begin_after_what_the_two_have_answered(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair(cohort_id=None)
    crossroads.check_in(pair_id, Side.LEFT, 20, 4)
    with pytest.raises(FieldError, match="15 May 2026") as met:
        crossroads.desk.do(pair_start.change, pair_id, crossroads.ago(5), Precision.DAY)
    assert met.value.proposal == crossroads.ago(20)


def test_many_pairs_are_started_by_as_many_questions_about_plans_as_one(desk: Desk) -> None:
    cohort = add_cohort(desk)

    def asked(names: str) -> int:
        made = [add_pair(desk, f"{name} Ek", f"{name} Lind", cohort, PairStatus.PROPOSED) for name in names]
        about = [each for each in statements(desk, lambda: desk.do(pairs.activate, made)) if "plan_step" in each]
        return len(about)

    assert asked("ABCDEF") == asked("G") == 1
