"""Closing surveys of the sample's pairs: what each side got out of it. Knows no check-in."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from mentordesk.data.records import ClosingSurvey, SurveyAnswer, SurveyBenefit
from mentordesk.domain.closing import Benefit
from mentordesk.domain.pairs import PairStatus, Side
from mentordesk.services.sampling import ago, texts
from mentordesk.services.sampling.draft import Couple, Draft

ANSWERED = 0.85
_IN_WORDS = 0.5
ASKED_FOR_YEARS = 8
"""Older cohorts were asked on paper, if at all."""
_USUAL = {
    Side.LEFT: {
        Benefit.LEADERSHIP: 34,
        Benefit.PERSPECTIVE: 28,
        Benefit.RECOGNITION: 12,
        Benefit.NETWORK: 10,
        Benefit.WELLBEING: 9,
        Benefit.SKILL: 7,
    },
    Side.RIGHT: {
        Benefit.CONFIDENCE: 30,
        Benefit.SKILL: 22,
        Benefit.NETWORK: 20,
        Benefit.PERSPECTIVE: 12,
        Benefit.LEADERSHIP: 8,
        Benefit.RECOGNITION: 5,
        Benefit.WELLBEING: 3,
    },
}


def close(draft: Draft, couple: Couple, facts: Mapping[str, Any]) -> None:
    """The survey of a pair of a cohort that came to its end: as told, or of most sides by chance."""
    told = facts.get("survey")
    if told is not None:
        day = ago.day(told["at"], draft.today)
        for side in Side:
            own = told.get(f"{side.value}_answers")
            _add(draft, couple, side, day, told[side.value], told.get(f"{side.value}_says", ""), own)
        return
    if couple.cohort is None or couple.status not in (PairStatus.COMPLETED, PairStatus.ENDURING):
        return
    if draft.today.year - couple.cohort.ends_on.year > ASKED_FOR_YEARS:
        return
    for side in Side:
        if draft.random.random() < ANSWERED:
            day = couple.cohort.ends_on - timedelta(days=draft.random.randint(0, 9))
            _add(draft, couple, side, day, _benefits(draft, side), texts.pick(draft.random, "survey", "comments"))


def _benefits(draft: Draft, side: Side) -> list[str]:
    usual = _USUAL[side]
    found = dict.fromkeys(draft.random.choices(tuple(usual), tuple(usual.values()), k=3))
    named = [benefit.value for benefit in found]
    if draft.random.random() < 0.06:
        named.append(f"other:{texts.pick(draft.random, 'survey', 'own_words')}")
    return named


def _add(
    draft: Draft,
    couple: Couple,
    side: Side,
    day: date,
    benefits: Sequence[str],
    comment: str,
    own: Sequence[str] | None = None,
) -> None:
    """`own` are the answers to the program's own questions in their order; by chance where they are not told."""
    goes_on = couple.status is PairStatus.ENDURING or draft.random.random() < 0.45
    survey_id = draft.rows.add(
        ClosingSurvey,
        pair_id=couple.id,
        side=side,
        day=day,
        recommend=draft.random.choice((7, 8, 8, 9, 9, 10, 10)),
        go_on=goes_on,
        again=draft.random.random() < 0.92,
        comment=comment,
    )
    for named in benefits:
        benefit, _, words = named.partition(":")
        draft.rows.add(SurveyBenefit, survey_id=survey_id, benefit=Benefit(benefit), words=words)
    questions = couple.cohort.program.closing if couple.cohort else ()
    for question, answer in zip(questions, own or _words(draft, questions), strict=bool(own)):
        if answer:
            draft.rows.add(SurveyAnswer, survey_id=survey_id, question=question, answer=answer)


def _words(draft: Draft, questions: Sequence[str]) -> list[str]:
    """Half of them are left open."""
    known: dict[str, Sequence[str]] = texts.read("texts")["survey"]["answers"]
    return [draft.random.choice(known[question]) if draft.random.random() < _IN_WORDS else "" for question in questions]
