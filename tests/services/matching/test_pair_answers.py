"""What becomes of proposed pairs: accepted, declined, taken back, started; and that a declined proposal is no pair."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from mentordesk.data.tables import Pair
from mentordesk.domain.cohorts import Role
from mentordesk.domain.contacts import Channel, ContactForm, ExchangeKind, GiftForm
from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.pair_answers import AnswerRow, cost_words, points, said, waiting_words
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.person_card import PersonPairRow
from mentordesk.domain.reporting import ReportKind
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services import figures
from mentordesk.services.matching import matching, next_matches, pair_answers
from mentordesk.services.pairs import contacts, pair_listing, pairs, timeline
from mentordesk.services.people import lineage, person_card, person_roles
from mentordesk.services.programs import cohorts
from mentordesk.services.reports import reporting
from tests.crossroads import TODAY, Crossroads


def listed(crossroads: Crossroads) -> list[AnswerRow]:
    return crossroads.desk.read(pair_answers.rows, crossroads.cohort)


def decline(crossroads: Crossroads, pair_id: int, side: Side = Side.RIGHT, note: str = "", day: date = TODAY) -> None:
    crossroads.desk.do(pair_answers.decline, pair_id, side, day, note)


def accept(crossroads: Crossroads, pair_id: int, side: Side = Side.LEFT, day: date = TODAY, **how: object) -> None:
    crossroads.desk.do(pair_answers.accept, pair_id, side, day, **how)


def name_circle(session: Session, ids: list[int]) -> None:
    for pair_id in ids:
        session.get_one(Pair, pair_id).circle = "Circle 1"


def pairs_on_card(crossroads: Crossroads, name: str) -> tuple[PersonPairRow, ...]:
    return crossroads.desk.read(person_card.pairs_of, crossroads.people[name])


def test_a_proposed_pair_waits_for_both_answers_since_it_was_proposed(crossroads: Crossroads) -> None:
    crossroads.propose()
    crossroads.clock.day = TODAY + timedelta(days=5)
    (row,) = listed(crossroads)
    assert (row.name, row.left_answer, row.right_answer) == ("Amara Okonkwo & Jonas Weidmann", None, None)
    assert (row.proposed_on, row.days, waiting_words(row)) == (TODAY, 5, "5 days")
    assert said(row, crossroads.clock.day) == "Neither Amara nor Jonas has answered yet"


def test_a_pair_without_a_history_waits_since_nobody_knows_when(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    crossroads.desk.undo()
    crossroads.desk.redo()
    assert listed(crossroads)[0].proposed_on == TODAY
    assert crossroads.desk.read(pair_answers.of_pair, pair_id).days == 0


def test_each_side_accepts_on_its_day_and_both_make_the_pair_ready(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    accept(crossroads, pair_id, Side.LEFT, TODAY - timedelta(days=1))
    assert crossroads.desk.undo_label() == "Amara accepts"
    (half,) = listed(crossroads)
    assert (half.ready, half.unanswered) == (False, (Side.RIGHT,))
    assert said(half, TODAY) == "Amara accepted on 3 June, Jonas has not answered"
    accept(crossroads, pair_id, Side.RIGHT)
    (row,) = listed(crossroads)
    assert (row.ready, row.status, row.days) == (True, PairStatus.PROPOSED, None)
    assert waiting_words(row) == "Both said yes"


def test_a_pair_starts_by_itself_only_where_that_is_asked_for(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    accept(crossroads, pair_id, Side.LEFT, start=True)
    assert crossroads.desk.read(pairs.row, pair_id).status is PairStatus.PROPOSED
    accept(crossroads, pair_id, Side.RIGHT, start=True)
    assert crossroads.desk.read(pairs.row, pair_id).status is PairStatus.ACTIVE
    assert crossroads.desk.read(pair_answers.of_pair, pair_id) is None
    crossroads.desk.undo()
    assert crossroads.desk.read(pairs.row, pair_id).status is PairStatus.PROPOSED
    assert crossroads.desk.read(pair_answers.of_pair, pair_id).unanswered == (Side.RIGHT,)


def test_both_sides_of_several_pairs_accept_in_one_step(crossroads: Crossroads) -> None:
    both = [crossroads.propose(), crossroads.propose("Ruth", "Mateo")]
    crossroads.desk.do(pair_answers.accept_all, both, tuple(Side), TODAY)
    assert [row.ready for row in listed(crossroads)] == [True, True]
    assert crossroads.desk.undo_label() == "Accept 2 pairs"
    crossroads.desk.undo()
    assert [row.unanswered for row in listed(crossroads)] == [tuple(Side)] * 2


def test_a_day_still_to_come_is_refused_at_the_day(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    for act in (pair_answers.accept, pair_answers.decline):
        with pytest.raises(FieldError, match=r"5 June 2026 is still to come\. Use 4 June 2026\?") as told:
            crossroads.desk.do(act, pair_id, Side.LEFT, TODAY + timedelta(days=1))
        assert told.value.field == "day"
    assert listed(crossroads)[0].unanswered == tuple(Side)


def test_a_decline_ends_the_pair_in_one_step_that_is_undone_whole(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    accept(crossroads, pair_id)
    decline(crossroads, pair_id, note="No time this spring")
    row = crossroads.desk.read(pairs.row, pair_id)
    assert (row.status, row.end_reason, row.started_on, row.word) == (
        PairStatus.ENDED,
        EndReason.DECLINED,
        None,
        "Declined",
    )
    (found,) = listed(crossroads)
    assert (found.declined, found.right_answer.note) == (True, "No time this spring")
    assert crossroads.desk.undo_label() == "Jonas declines"
    crossroads.desk.undo()
    (before,) = listed(crossroads)
    assert (before.proposed, before.left_answer.accepted, before.right_answer) == (True, True, None)


def test_both_have_their_places_again_after_a_decline_and_the_two_are_not_proposed_again(
    crossroads: Crossroads,
) -> None:
    decline(crossroads, crossroads.propose())
    task = crossroads.desk.read(matching.task, crossroads.cohort)
    amara, jonas = crossroads.people["Amara"], crossroads.people["Jonas"]
    assert {each.id: each.capacity for each in task.mentors}[amara] == 2
    assert "has asked not to be paired" in Matching(task).why(jonas, amara).broken[0]
    assert (jonas, amara) not in {(pair.mentee, pair.mentor) for pair in Matching(task).suggest().pairs}
    assert task.before == frozenset()


def test_a_pair_that_did_not_fit_is_never_proposed_again_even_where_pairs_of_before_may_be(
    crossroads: Crossroads,
) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(pairs.end, pair_id, EndReason.NOT_A_FIT)
    task = crossroads.desk.read(matching.task, crossroads.cohort)
    again = tuple(replace(rule, on=False) if rule.key == "together_before" else rule for rule in task.rules.rules)
    free = replace(task, rules=replace(task.rules, rules=again))
    jonas, amara = crossroads.people["Jonas"], crossroads.people["Amara"]
    assert jonas in task.mentee_at
    assert Matching(free).why(jonas, amara).broken == ("Jonas or Amara has asked not to be paired with the other",)


def test_a_pair_that_a_side_declined_cannot_start(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    decline(crossroads, pair_id, Side.LEFT)
    for act in (pairs.activate, pairs.reopen):
        with pytest.raises(UserError, match=r"cannot start: Amara declined on 4 June 2026\."):
            crossroads.desk.do(act, [pair_id])


def test_an_answer_is_for_a_proposed_pair_alone(crossroads: Crossroads) -> None:
    running, declined = crossroads.pair(), crossroads.propose("Ruth", "Mateo")
    decline(crossroads, declined)
    for pair_id, status in ((running, "are active"), (declined, "were declined")):
        with pytest.raises(UserError, match=f"{status}: only a proposed pair is answered"):
            accept(crossroads, pair_id)


def test_an_answer_may_be_changed_and_taken_back(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    accept(crossroads, pair_id)
    crossroads.desk.do(pair_answers.take_back, pair_id, Side.LEFT)
    assert listed(crossroads)[0].unanswered == tuple(Side)
    assert crossroads.desk.undo_label() == "Take back the answer of Amara"
    with pytest.raises(UserError, match="Amara has not answered yet"):
        crossroads.desk.do(pair_answers.take_back, pair_id, Side.LEFT)


def test_a_no_that_is_taken_back_proposes_the_pair_again_if_both_have_a_place(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    decline(crossroads, pair_id)
    crossroads.desk.do(pair_answers.take_back, pair_id, Side.RIGHT)
    row = crossroads.desk.read(pairs.row, pair_id)
    assert (row.status, row.ended_on, row.end_reason) == (PairStatus.PROPOSED, None, None)
    decline(crossroads, pair_id)
    crossroads.propose("Ruth", "Jonas")
    with pytest.raises(UserError, match="Jonas Weidmann has no free place"):
        crossroads.desk.do(pair_answers.take_back, pair_id, Side.RIGHT)


def test_a_declined_pair_is_listed_while_one_of_the_two_is_without_a_pair_and_for_four_weeks(
    crossroads: Crossroads,
) -> None:
    pair_id = crossroads.propose()
    decline(crossroads, pair_id)
    assert listed(crossroads)[0].waiting == (crossroads.people["Jonas"], crossroads.people["Amara"])
    crossroads.propose("Ruth", "Jonas")
    (_, declined) = listed(crossroads)
    assert declined.waiting == (crossroads.people["Amara"],)
    crossroads.pair("Amara", "Mateo")
    assert [row.id for row in listed(crossroads) if row.declined] == []
    crossroads.desk.undo()
    crossroads.clock.day = TODAY + timedelta(days=29)
    assert [row.id for row in listed(crossroads) if row.declined] == []


def test_an_exchange_of_a_declined_pair_is_refused_like_that_of_a_proposed_one(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    decline(crossroads, pair_id)
    with pytest.raises(FieldError, match="were only proposed and have not started"):
        crossroads.contact(pair_id, 1)
    assert crossroads.desk.read(pair_listing.started) == []


def test_the_mail_goes_to_those_who_have_not_answered(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    both = crossroads.desk.read(pair_answers.letter, [pair_id])
    assert both.names == ("Amara Okonkwo", "Jonas Weidmann")
    assert "the pair of Amara Okonkwo and Jonas Weidmann" in both.draft.body
    assert "{" not in both.draft.subject + both.draft.body
    accept(crossroads, pair_id)
    assert crossroads.desk.read(pair_answers.letter, [pair_id]).names == ("Jonas Weidmann",)
    second = crossroads.propose("Ruth", "Mateo")
    several = crossroads.desk.read(pair_answers.letter, [pair_id, second])
    assert several.names == ("Jonas Weidmann", "Ruth Adelmann", "Mateo Quispe")
    assert "{" not in several.draft.body


# The next best


def test_the_next_best_for_both_of_a_declined_pair_are_those_with_a_place(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    decline(crossroads, pair_id)
    mentee, mentor = next_matches.best(crossroads.desk.read(next_matches.task, pair_id))
    assert (mentee.person, [one.other for one in mentee.found]) == ("Jonas Weidmann", ["Ruth Adelmann"])
    assert (mentor.person, [one.other for one in mentor.found]) == ("Amara Okonkwo", ["Mateo Quispe"])
    best = mentee.found[0]
    assert (best.mentee_id, best.mentor_id) == (crossroads.people["Jonas"], crossroads.people["Ruth"])
    assert int(points(best.fit)) <= 100
    assert cost_words(replace(best, total=-720, unmatched=0)) == "total of those who wait −7"


def test_proposing_the_next_best_makes_a_proposed_pair(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    decline(crossroads, pair_id)
    best = next_matches.best(crossroads.desk.read(next_matches.task, pair_id))[0].found[0]
    made = crossroads.desk.do(pair_answers.propose, crossroads.cohort, best.mentee_id, best.mentor_id)
    assert crossroads.desk.read(pairs.row, made).name == "Ruth Adelmann & Jonas Weidmann"
    assert crossroads.desk.undo_label() == "Propose Ruth & Jonas"
    with pytest.raises(UserError, match="are a pair in Crossroads 2025–26 already"):
        crossroads.desk.do(pair_answers.propose, crossroads.cohort, best.mentee_id, best.mentor_id)


def test_nobody_is_next_best_where_nobody_has_a_place(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    decline(crossroads, pair_id)
    crossroads.propose("Ruth", "Jonas")
    crossroads.propose("Ruth", "Mateo")
    found = next_matches.best(crossroads.desk.read(next_matches.task, pair_id))
    assert [one for each in found for one in each.found] == []


# A declined proposal is no pair


def test_a_declined_proposal_counts_nowhere_as_a_pair_that_ended(crossroads: Crossroads) -> None:
    decline(crossroads, crossroads.propose())
    row = crossroads.desk.read(cohorts.row, crossroads.cohort)
    assert (row.pairs, row.finished, row.to_match) == (0, 0, 2)
    assert crossroads.desk.read(figures.figures, Scope(cohort_id=crossroads.cohort)).check_in_asked == 0
    assert pairs_on_card(crossroads, "Jonas") == pairs_on_card(crossroads, "Amara") == ()
    assert crossroads.desk.read(lineage.around, crossroads.people["Amara"]).ties == ()


def test_a_declined_proposal_is_in_no_report(crossroads: Crossroads) -> None:
    decline(crossroads, crossroads.propose())
    found = crossroads.desk.read(
        reporting.rows, reporting.ReportRequest(ReportKind.PROGRAM, Scope(cohort_id=crossroads.cohort))
    )
    assert (found.pairs.rows, [line.pairs for line in found.cohorts]) == ([], [0])


def test_who_only_declined_a_proposal_has_mentored_nobody(crossroads: Crossroads) -> None:
    crossroads.person("Ingrid")
    pair_id = crossroads.propose("Ingrid", cohort_id=None)
    decline(crossroads, pair_id)
    assert not crossroads.desk.read(person_roles.standings).get(crossroads.people["Ingrid"], person_roles.NOTHING).role
    assert not crossroads.desk.read(person_roles.standings)[crossroads.people["Jonas"]].can_mentor


def test_the_timeline_says_that_a_declined_pair_never_began(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    decline(crossroads, pair_id)
    (line,) = crossroads.desk.read(timeline.of_pair, pair_id)
    assert (line.lead, line.rest) == ("Amara & Jonas never began", ": declined the proposal")


# Circles


def test_a_contact_of_a_circle_is_logged_for_each_active_pair_with_gifts_for_one(crossroads: Crossroads) -> None:
    first, second = crossroads.pair(), crossroads.pair("Amara", "Mateo")
    with pytest.raises(FieldError, match="are in no circle"):
        crossroads.desk.do(contacts.log_circle, ContactForm(first, Channel.MEETING, TODAY))
    crossroads.desk.do(name_circle, [first, second])
    gift = GiftForm(crossroads.people["Amara"], ExchangeKind.ADVICE, 2, "Which fights to leave alone", "")
    made = crossroads.desk.do(contacts.log_circle, ContactForm(first, Channel.MEETING, TODAY, 60, "", (gift,)))
    assert len(made) == 2
    rows = {row.id: row for row in crossroads.desk.read(pairs.rows)}
    assert {pair_id: row.last_contact_on for pair_id, row in rows.items()} == {first: TODAY, second: TODAY}
    assert (rows[first].left_points, rows[second].left_points) == (2, 0)
    assert crossroads.desk.undo_label() == "Log contact of Circle 1"
    crossroads.desk.undo()
    assert crossroads.desk.read(contacts.rows) == []


def test_a_search_finds_the_pairs_of_a_circle(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(name_circle, [pair_id])
    (found,) = crossroads.desk.read(pair_listing.listed)
    assert "Circle 1" in found.words
    assert found.row.circle == "Circle 1"


def test_a_person_in_two_roles_has_free_places_in_each(crossroads: Crossroads) -> None:
    crossroads.enroll("Amara", Role.MENTEE)
    decline(crossroads, crossroads.propose())
    assert crossroads.people["Amara"] in listed(crossroads)[0].waiting
