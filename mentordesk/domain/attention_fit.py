"""Attention items about the fit of a pair after its first meeting: asked again, or a new match. Knows no table."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentordesk.domain import attention_scores as scores
from mentordesk.domain.attention import AttentionItem, AttentionKind, Tier
from mentordesk.domain.attention_pairs import PairSubject
from mentordesk.domain.check_in_rules import is_asked_again
from mentordesk.domain.check_ins import Fit
from mentordesk.domain.dates import ago, day_month
from mentordesk.domain.health import Health
from mentordesk.domain.standing import Side


@dataclass(frozen=True, slots=True)
class FitAnswer:
    """What one side of an active pair said last about their fit, and when the pair began."""

    pair: PairSubject
    side: Side
    fit: Fit
    on: date
    started_on: date | None = None


def fits(answers: Iterable[FitAnswer], today: date) -> tuple[AttentionItem, ...]:
    """One item a pair at most. Not a good fit for a side: now, 82. A side still deciding for 14 days, while the pair is
    young: this week, 45."""
    pairs: defaultdict[int, list[FitAnswer]] = defaultdict(list)
    for answer in answers:
        pairs[answer.pair.id].append(answer)
    return tuple(item for said in pairs.values() if (item := _of_pair(said, today)) is not None)


def _of_pair(said: list[FitAnswer], today: date) -> AttentionItem | None:
    against = [answer for answer in said if answer.fit is Fit.NOT_A_FIT]
    if against:
        return _not_a_fit(against, today)
    waiting = [answer for answer in said if is_asked_again(answer.fit, answer.on, answer.started_on, today)]
    return _deciding(waiting, today) if waiting else None


def _not_a_fit(against: list[FitAnswer], today: date) -> AttentionItem:
    pair, first = against[0].pair, min(answer.on for answer in against)
    return AttentionItem(
        key=f"not_a_fit:{pair.id}:{first.isoformat()}",
        kind=AttentionKind.NOT_A_FIT,
        tier=Tier.NOW,
        score=scores.NOT_A_FIT,
        fact_on=first,
        title=f"{pair.name}: not a good fit",
        context=f"{_who(against)} said so on {day_month(first, today)}. Part without blame and find a new match?",
        action="Find a new match",
        level=Health.AT_RISK,
        pair_ids=(pair.id,),
        person_ids=pair.person_ids,
        cohort_id=pair.cohort_id,
    )


def _deciding(waiting: list[FitAnswer], today: date) -> AttentionItem:
    pair, first = waiting[0].pair, min(answer.on for answer in waiting)
    return AttentionItem(
        key=f"fit_again:{pair.id}:{first.isoformat()}",
        kind=AttentionKind.FIT_AGAIN,
        tier=Tier.THIS_WEEK,
        score=scores.STILL_DECIDING,
        fact_on=first,
        title=f"{pair.name}: still deciding whether it fits",
        context=f"{_who(waiting)} said so {ago(first, today)}. How is it now?",
        action="Ask again",
        level=Health.TOO_EARLY,
        pair_ids=(pair.id,),
        person_ids=pair.person_ids,
        cohort_id=pair.cohort_id,
    )


def _who(answers: list[FitAnswer]) -> str:
    if len(answers) > 1:
        return "Both"
    return answers[0].pair.first_name(answers[0].side)
