"""Check-ins and closing surveys of the sample's pairs: both sides, with comments. Knows no contact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mentordesk.data.records import CheckIn, CheckInAnswer
from mentordesk.domain.check_ins import Fit
from mentordesk.domain.pairs import EndReason, PairStatus, Side
from mentordesk.services.sampling import ago, surveys, texts
from mentordesk.services.sampling.draft import Couple, Draft

QUESTIONS = ("trust", "value", "balance", "progress")
LATEST_DAYS = 40
"""When a pair without a program has last been asked."""


@dataclass(frozen=True, slots=True)
class _Round:
    """A check-in of both sides: the answers told for it, and whether it is the first or the last."""

    day: date
    answers: Mapping[str, Sequence[int]]
    comments: Mapping[str, str]
    first: bool
    last: bool


def ask(draft: Draft, couple: Couple, done: Mapping[str, date], facts: Mapping[str, Any]) -> None:
    """The check-ins at the milestones that are done, those told with a date, and the survey at the end."""
    _told(draft, couple, facts)
    mood = facts.get("answers") or _mood(draft)
    days = _days(draft, couple, done, facts)
    for place, day in enumerate(days):
        last = place == len(days) - 1
        told = facts.get("answers" if last else "before", {}) if place >= len(days) - 2 else {}
        comments = facts.get("comments", {}) if last else {}
        for side in Side:
            first = place == 0 and "check_ins" not in facts
            round_ = _Round(day, told, comments, first, last and "answers" in facts)
            _answer(draft, couple, side, round_, mood)
    _parting(draft, couple, facts)
    surveys.close(draft, couple, facts)


def _days(draft: Draft, couple: Couple, done: Mapping[str, date], facts: Mapping[str, Any]) -> list[date]:
    days = sorted(day for title, day in done.items() if title.startswith("Check-in"))
    if "checked" in facts:
        days.append(draft.today - timedelta(days=facts["checked"]))
    elif not days and "answers" in facts and couple.status is PairStatus.ACTIVE:
        days.append(max(couple.started_on, draft.today - timedelta(days=LATEST_DAYS)))
    return days


def _mood(draft: Draft) -> dict[str, tuple[int, ...]]:
    """Usual answers of both sides: mostly 4, now and then 3 or 5; one pair in twenty is not well."""
    low = draft.random.random() < 0.05
    scale = (2, 3, 3, 4) if low else (3, 4, 4, 4, 5, 5)
    return {side.value: tuple(draft.random.choice(scale) for _ in QUESTIONS) for side in Side}


def _answer(draft: Draft, couple: Couple, side: Side, round_: _Round, mood: Mapping[str, Sequence[int]]) -> None:
    random = draft.random
    told = round_.answers.get(side.value)
    if not told and not round_.last and random.random() < 0.06:
        draft.rows.add(CheckIn, pair_id=couple.id, side=side, day=round_.day, skipped=True)
        return
    answers = tuple(told or (max(min(usual, 3), usual - (random.random() < 0.3)) for usual in mood[side.value]))
    comment = round_.comments.get(side.value) or (_comment(draft, answers) if random.random() < 0.35 else "")
    fit = Fit.GOOD if min(answers) > 2 else Fit.DECIDING
    _add(draft, couple, side, round_.day, answers, comment, fit if round_.first else None)


def _comment(draft: Draft, answers: Sequence[int]) -> str:
    tone = "low" if min(answers) <= 2 else "good" if sum(answers) >= 16 else "fair"
    return texts.pick(draft.random, "check_in", tone)


def _add(
    draft: Draft, couple: Couple, side: Side, day: date, answers: Sequence[int], comment: str, fit: Fit | None
) -> None:
    """`answers` are the four questions, and perhaps how likely one would recommend it."""
    four = dict(zip(QUESTIONS, answers[:4], strict=True))
    recommend = answers[4] if len(answers) > 4 else min(10, 2 * four["value"] + draft.random.randint(0, 1))
    check_in_id = draft.rows.add(
        CheckIn,
        pair_id=couple.id,
        side=side,
        day=day,
        **four,
        got=four["value"],
        gave=max(1, min(5, four["balance"] + draft.random.choice((-1, 0, 0)))),
        recommend=recommend,
        fit=fit,
        comment=comment,
    )
    for question in couple.cohort.program.pulse if couple.cohort else ():
        answer = max(1, min(5, four["progress"] + draft.random.choice((-1, 0, 0, 1))))
        draft.rows.add(CheckInAnswer, check_in_id=check_in_id, question=question, answer=answer)


def _told(draft: Draft, couple: Couple, facts: Mapping[str, Any]) -> None:
    """Check-ins with a day of their own; `fit` is what both, or the left and the right side, say of it."""
    for entry in facts.get("check_ins", ()):
        day = max(couple.started_on, ago.day(entry["at"], draft.today))
        fits = entry.get("fit", (None, None))
        for side, fit in zip(Side, (fits, fits) if isinstance(fits, str) else fits, strict=True):
            said = entry.get(f"{side.value}_says", "")
            _add(draft, couple, side, day, entry[side.value], said, Fit(fit) if fit else None)


def _parting(draft: Draft, couple: Couple, facts: Mapping[str, Any]) -> None:
    """A pair that did not fit has said so a week before it parted: one side first, the other was not sure."""
    if facts.get("reason") != EndReason.NOT_A_FIT:
        return
    day = max(couple.started_on, couple.until - timedelta(days=7))
    for side, fit in zip(Side, draft.random.sample((Fit.NOT_A_FIT, Fit.DECIDING), 2), strict=True):
        _add(draft, couple, side, day, (4, 3, 3, 3, 6), texts.pick(draft.random, "check_in", "parting"), fit)
