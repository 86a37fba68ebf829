"""Attention items about people and cohorts: who is unmatched, what ends, whose career turned. Knows no table."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain import attention_scores as scores
from mentordesk.domain.attention import AttentionItem, AttentionKind, Tier
from mentordesk.domain.attention_scores import CHANGE_DAYS, CLOSING_DAYS, GOOD_NEWS_DAYS
from mentordesk.domain.career_proposal import bare_title
from mentordesk.domain.cohorts import Role
from mentordesk.domain.dates import day_month
from mentordesk.domain.health import Health
from mentordesk.domain.people import CareerKind
from mentordesk.domain.wording import counted, listed

SINGLE_UNMATCHED = 3
"""So many unmatched people of a cohort have an item each; more are one item, or a new roster would bury the rest."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """An accepted mentee (or peer) without a pair. `reason` is the tightest rule in words, if one is known."""

    person_id: int
    name: str
    cohort_id: int
    cohort: str
    enrolled_on: date
    matching_closes_on: date | None = None
    role: Role = Role.MENTEE
    reason: str = ""


def unmatched(people: Iterable[Unmatched], today: date) -> tuple[AttentionItem, ...]:
    """Now with 70 + (14 − days) where matching closes within 14 days, or has closed (as on its last day); else this
    week with 50."""
    cohorts: defaultdict[tuple[int, Role], list[Unmatched]] = defaultdict(list)
    for person in people:
        cohorts[person.cohort_id, person.role].append(person)
    groups = [group for found in cohorts.values() for group in _single_or_together(found)]
    return tuple(_unmatched(group, today) for group in groups)


def _single_or_together(people: list[Unmatched]) -> list[list[Unmatched]]:
    return [[person] for person in people] if len(people) <= SINGLE_UNMATCHED else [people]


def _unmatched(group: Sequence[Unmatched], today: date) -> AttentionItem:
    first = min(group, key=lambda person: (person.enrolled_on, person.name))
    days = (first.matching_closes_on - today).days if first.matching_closes_on else None
    near = days is not None and days <= CLOSING_DAYS
    key, title, action = _unmatched_words(group, first)
    return AttentionItem(
        key=key,
        kind=AttentionKind.UNMATCHED,
        tier=Tier.NOW if near else Tier.THIS_WEEK,
        score=scores.UNMATCHED.at(CLOSING_DAYS - (days or 0)) if near else scores.UNMATCHED_LATER,
        fact_on=first.enrolled_on,
        title=title,
        context=_unmatched_context(group, first, today),
        action=action,
        level=Health.WATCH,
        person_ids=tuple(person.person_id for person in group),
        cohort_id=first.cohort_id,
        due=first.matching_closes_on,
    )


def _unmatched_words(group: Sequence[Unmatched], first: Unmatched) -> tuple[str, str, str]:
    """Key, title and button of the item."""
    missing = "peer" if first.role is Role.PEER else "mentor"
    if len(group) == 1:
        key = f"unmatched:{first.cohort_id}:{first.person_id}"
        return key, f"{first.name} has no {missing} yet", f"Find a {missing}"
    people = counted(len(group), first.role.value)
    return f"unmatched:{first.cohort_id}:{first.role.value}", f"{people} have no {missing} yet", f"Match {people}"


def _unmatched_context(group: Sequence[Unmatched], first: Unmatched, today: date) -> str:
    closes = _closes(first.matching_closes_on, today)
    where = first.cohort if closes is None or len(group) > 1 else ""
    names = listed([person.name for person in group]) if len(group) > 1 else ""
    return ". ".join(part for part in (where, closes, names, first.reason if len(group) == 1 else "") if part)


def _closes(closes_on: date | None, today: date) -> str | None:
    if closes_on is None:
        return None
    when, on = _when(closes_on, today), day_month(closes_on, today)
    return f"Matching closed on {on}" if closes_on < today else f"Matching closes {when} ({on})"


def _when(on: date, today: date) -> str:
    """How far off a day to come is: today, tomorrow or in 11 days."""
    days = (on - today).days
    return ("today", "tomorrow")[days] if days in (0, 1) else f"in {days} days"


@dataclass(frozen=True, slots=True)
class Ending:
    """A cohort that is not closed, with its last day and its pairs that are active or paused."""

    cohort_id: int
    cohort: str
    ends_on: date
    pair_ids: tuple[int, ...]


def cohort_ends(cohorts: Iterable[Ending], today: date) -> tuple[AttentionItem, ...]:
    """Cohorts that end within 14 days, or have ended with pairs still running: this week, 50 + (14 − days), at most
    54."""
    return tuple(
        _cohort_ends(cohort, (cohort.ends_on - today).days, today)
        for cohort in cohorts
        if cohort.pair_ids and (cohort.ends_on - today).days <= CLOSING_DAYS
    )


def _cohort_ends(cohort: Ending, days: int, today: date) -> AttentionItem:
    ends = f"ended {_since(-days)}" if days < 0 else f"ends {_when(cohort.ends_on, today)}"
    ask = "Ask each pair: finish, go on together, or start a new goal"
    return AttentionItem(
        key=f"cohort_ends:{cohort.cohort_id}",
        kind=AttentionKind.COHORT_ENDS,
        tier=Tier.THIS_WEEK,
        score=scores.COHORT_ENDS.at(CLOSING_DAYS - days),
        fact_on=cohort.ends_on,
        title=f"{cohort.cohort} {ends}",
        context=f"{day_month(cohort.ends_on, today)}, {counted(len(cohort.pair_ids), 'pair')}. {ask}",
        action="Plan the close",
        level=Health.WATCH,
        pair_ids=cohort.pair_ids,
        cohort_id=cohort.cohort_id,
        due=cohort.ends_on,
    )


def _since(days: int) -> str:
    return "yesterday" if days == 1 else f"{days} days ago"


@dataclass(frozen=True, slots=True)
class CareerTurn:
    """A career milestone of someone in a pair that is alive.

    `title` is what CareerRow.title holds: of a promotion or new role the new title, of a transfer where to, of a leave
    or return which leave, of an award or anniversary its name; it may be empty. `ties` says the person's pairs:
    "With Julian Farrow in Open Door 4", "Mentor of Marta Vidal in Open Door 4, mentee of Amara Okonkwo in 2019".
    """

    id: int
    person_id: int
    person: str
    kind: CareerKind
    on: date
    title: str = ""
    ties: str = ""
    pair_ids: tuple[int, ...] = ()


_GOOD_NEWS = frozenset({CareerKind.PROMOTION, CareerKind.NEW_ROLE, CareerKind.AWARD, CareerKind.ANNIVERSARY})
_QUESTIONS = {
    CareerKind.LEAVE: "Pause, lighter rhythm or a second mentor?",
    CareerKind.TRANSFER: "Pause, lighter rhythm or a second mentor?",
    CareerKind.NEW_MANAGER: "Does the new manager know about the pair?",
    CareerKind.RETURN: "Take up the rhythm again?",
    CareerKind.DEPARTURE: "Finish, or go on together?",
}


def career_turns(turns: Iterable[CareerTurn], today: date) -> tuple[AttentionItem, ...]:
    """Leave, return, transfer, new manager and departure within 30 days: this week, 40. Promotion, new role, award and
    anniversary of the last 14 days: good news, 20."""
    return tuple(_career_turn(turn, today) for turn in turns if _is_near(turn, today))


def _is_near(turn: CareerTurn, today: date) -> bool:
    days = (turn.on - today).days
    return -GOOD_NEWS_DAYS <= days <= 0 if turn.kind in _GOOD_NEWS else abs(days) <= CHANGE_DAYS


def _career_turn(turn: CareerTurn, today: date) -> AttentionItem:
    good = turn.kind in _GOOD_NEWS
    question = _QUESTIONS.get(turn.kind, "")
    return AttentionItem(
        key=f"career:{turn.id}",
        kind=AttentionKind.GOOD_NEWS if good else AttentionKind.CAREER_CHANGE,
        tier=Tier.GOOD_NEWS if good else Tier.THIS_WEEK,
        score=scores.GOOD_NEWS if good else scores.CAREER_CHANGE,
        fact_on=turn.on,
        title=f"{turn.person} {_turn_words(turn, coming=turn.on >= today)} {day_month(turn.on, today)}",
        context=". ".join(part for part in (turn.ties, question) if part),
        action="Congratulate" if good else "Ask the pair",
        level=None if good else Health.TOO_EARLY,
        pair_ids=turn.pair_ids,
        person_ids=(turn.person_id,),
        due=turn.on,
    )


def _turn_words(turn: CareerTurn, *, coming: bool) -> str:
    """What happened or will, up to its date: "starts parental leave on", "is VP Logistics since"."""
    title = bare_title(turn.title)
    if turn.kind in (CareerKind.PROMOTION, CareerKind.NEW_ROLE):
        return f"is {title} since" if title else f"has a {turn.kind.word.lower()} since"
    before, after = {
        CareerKind.AWARD: ("", f"received {title or 'an award'} on"),
        CareerKind.ANNIVERSARY: ("", f"celebrated {title or 'an anniversary'} on"),
        CareerKind.LEAVE: (f"starts {_leave(title)} on", f"has been on {_leave(title)} since"),
        CareerKind.RETURN: (f"comes back from {_leave(title)} on", f"is back from {_leave(title)} since"),
        CareerKind.TRANSFER: (f"moves to {title or 'a new place'} on", f"moved to {title or 'a new place'} on"),
        CareerKind.NEW_MANAGER: ("gets a new manager on", "has had a new manager since"),
        CareerKind.DEPARTURE: ("leaves the company on", "left the company on"),
    }[turn.kind]
    return before if coming and before else after


def _leave(title: str) -> str:
    """Which leave, as within a sentence: "parental leave", or "leave" where the milestone does not say."""
    return title[:1].lower() + title[1:] if title else "leave"
