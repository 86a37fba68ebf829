"""The part of the sample that grows with its people, for measuring: many cohorts with many pairs, none of them told."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, count, cycle, islice
from typing import Any

from mentordesk.data.records import Contact
from mentordesk.data.tables import Person
from mentordesk.domain import cadence
from mentordesk.domain.cohorts import Role
from mentordesk.domain.dates import add_months
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.programs import DEFAULTS, Format
from mentordesk.services.sampling import goals, lives, milestones, office, pairs, past, pulse, texts
from mentordesk.services.sampling.draft import CohortFacts, Couple, Draft, Member, ProgramFacts

CONTACTS_PER_ACTIVE = 50
"""Contacts of the whole desk for each active pair, past pairs' included: 50,000 for 1,000."""
MEASURED = 2000
"""People of the desk that speed is measured on."""
GROUP = 40
"""Pairs of one cohort."""
_OF_ACTIVE = 30
_TOLD = (200, 27)
"""People and active pairs of the part that is told."""
_FORMATS = (
    *(Format.TRADITIONAL, Format.REVERSE, Format.TRADITIONAL, Format.CROSS_COMPANY, Format.TRADITIONAL),
    *(Format.PEER, Format.TRADITIONAL, Format.REVERSE, Format.TRADITIONAL, Format.PEER),
)


@dataclass(frozen=True, slots=True)
class Size:
    """How many pairs to add: active ones, and past ones that are over."""

    active: int
    over: int

    @property
    def pairs(self) -> int:
        return self.active + self.over


def size(people: int) -> Size:
    """Half as many active pairs as people where there are 2,000; beyond that one for every eight people more."""
    told_people, told_pairs = _TOLD
    growing = max(0, min(people, MEASURED) - told_people)
    active = growing * (MEASURED // 2 - told_pairs) / (MEASURED - told_people) + max(0, people - MEASURED) / 8
    return Size(round(active), round(active * 0.6))


def fill(draft: Draft, more: Size) -> None:
    """Running cohorts, past ones, and one in preparation for whoever is left."""
    seats = _Seats(draft)
    target = CONTACTS_PER_ACTIVE * (more.active + _TOLD[1]) - len(draft.rows.of(Contact))
    each = max(8, round((target - _OF_ACTIVE * more.active) / max(1, more.over)))
    for number, pairs_ in enumerate(_groups(more.active)):
        cohort = _cohort(draft, number, years_back=0)
        for left, right in islice(seats.two(cohort), pairs_):
            _active(draft, pairs.add(draft, left, right, cohort))
    for number, pairs_ in enumerate(_groups(more.over)):
        cohort = _cohort(draft, number, years_back=1 + number % 4)
        for left, right in islice(seats.two(cohort), pairs_):
            _over(draft, left, right, cohort, each)
    _prepare(draft)


def _groups(number: int) -> Iterator[int]:
    for first in range(0, number, GROUP):
        yield min(GROUP, number - first)


def _cohort(draft: Draft, number: int, years_back: int) -> CohortFacts:
    """One more cohort of a program, named after a place; a running one began some time in the last months."""
    format_ = _FORMATS[number % len(_FORMATS)]
    program = next(program for program in draft.programs.values() if program.format is format_)
    length = round(program.length_months * 30.4)
    starts_on = add_months(draft.today - timedelta(days=draft.random.randint(45, length - 20)), -12 * years_back)
    name = _free_name(draft, program, starts_on, number)
    lead = texts.read("cohorts")["programs"][program.name]["lead"]
    draft.cohorts[name] = office.add(draft, program, name, starts_on, lead)
    return draft.cohorts[name]


def _free_name(draft: Draft, program: ProgramFacts, starts_on: date, number: int) -> str:
    places = list(texts.read("company")["places"])
    years = office.years(starts_on, office.last_day(program, starts_on))
    name = f"{program.name} {years} {places[number % len(places)]}"
    taken = {cohort.name for cohort in draft.cohorts.values()}
    more = (f"{name} {group}" for group in count(2))
    return next(free for free in chain((name,), more) if free not in taken)


class _Seats:
    """Hands out two people who fit a cohort; those who have waited longest come first."""

    def __init__(self, draft: Draft) -> None:
        told = set(texts.read("cast"))
        self._draft = draft
        self._lines = {row["id"]: row["manager_id"] for row in draft.rows.of(Person)}
        self._everyone = [member for name, member in draft.members.items() if name not in told]
        self._used: Counter[int] = Counter()

    def two(self, cohort: CohortFacts) -> Iterator[tuple[Member, Member]]:
        """Pairs of the cohort without end, as long as there are people; nobody is in two pairs on the same side but
        mentors."""
        format_ = cohort.program.format
        there = [member for member in self._everyone if past.was_there(member, cohort)]
        there.sort(key=lambda member: self._used[member.id])
        rights = [member for member in there if past.mentees(format_, member)]
        lefts = cycle([member for member in there if past.mentors(format_, member)])
        seated: set[int] = set()
        for right in rights:
            if right.id in seated:
                continue
            for left in islice(lefts, 60):
                if self._may(format_, left, right, seated):
                    seated.update((right.id, left.id) if format_ is Format.PEER else (right.id,))
                    self._used.update((left.id, right.id))
                    yield left, right
                    break

    def _may(self, format_: Format, left: Member, right: Member, seated: set[int]) -> bool:
        if format_ is Format.PEER and left.id in seated:
            return False
        return past.may_pair(self._draft, format_, left, right, self._lines)


def _active(draft: Draft, couple: Couple) -> None:
    """An active pair: three in four are well, the others slip in one way or another."""
    limits = cadence.limits(couple.rhythm_days, DEFAULTS)
    days = draft.random.choices(
        (draft.random.randint(0, limits.watch - 2), limits.watch + 1, limits.risk + draft.random.randint(1, 20)),
        (80, 11, 9),
    )[0]
    _live(draft, couple, _about(draft, _OF_ACTIVE), {"last": days})


def _over(draft: Draft, left: Member, right: Member, cohort: CohortFacts, contacts: int) -> None:
    early = draft.random.random() < 0.08
    facts: dict[str, Any] = past.ended(draft, cohort) if early else {"status": "completed"}
    if cohort.ends_on >= draft.today:
        facts = {"status": "active"}
    _live(draft, pairs.add(draft, left, right, cohort, facts), _about(draft, contacts), facts)


def _about(draft: Draft, number: int) -> int:
    return round(number * draft.random.uniform(0.6, 1.4))


def _live(draft: Draft, couple: Couple, contacts: int, facts: dict[str, Any]) -> None:
    done = milestones.lay_out(draft, couple, facts)
    last = lives.last_contact(draft, couple, facts)
    share = draft.random.choices((draft.random.uniform(0.4, 0.65), 0.92), (93, 7))[0]
    stretch = lives.Stretch(couple.started_on, last, contacts, share)
    lives.talk_and_give(draft, couple, [stretch], last, facts, often=1.0)
    pulse.ask(draft, couple, done, facts)
    if couple.status is not PairStatus.ENDED:
        goals.set_goals(draft, couple, facts)


def _prepare(draft: Draft) -> None:
    """Up to 500 mentees and 300 mentors who wait to be matched: whoever has no pair that runs."""
    program = draft.programs["Crossroads"]
    running = {member.id for couple in draft.couples if couple.alive for member in (couple.left, couple.right)}
    starts_on = draft.today + timedelta(days=60)
    name = f"{program.name} {office.years(starts_on, office.last_day(program, starts_on))} all sites"
    lead = texts.read("cohorts")["programs"][program.name]["lead"]
    cohort = office.add(draft, program, name, starts_on, lead, draft.today + timedelta(days=30))
    draft.cohorts[name] = cohort
    free = [member for member in draft.members.values() if member.left_on is None and not member.external]
    mentees = [member for member in free if 1 <= (member.level or 0) <= 3 and member.id not in running]
    mentors = [member for member in free if 4 <= (member.level or 0) <= 6]
    for member in mentees[:500]:
        pairs.enroll(draft, cohort, member, Role.MENTEE)
    for member in mentors[:300]:
        pairs.enroll(draft, cohort, member, Role.MENTOR)
