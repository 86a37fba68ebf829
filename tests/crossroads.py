"""The mentoring that tests of pairs happen in: one program with a plan, one running cohort, and four people in it."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from mentordesk.data.base import Base
from mentordesk.data.records import CheckIn
from mentordesk.data.tables import CareerMilestone, Cohort, Enrollment, Person, PlanStep, Program
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.contacts import Channel, ContactForm, ExchangeForm, ExchangeKind
from mentordesk.domain.pairs import PairForm
from mentordesk.domain.people import CareerKind
from mentordesk.domain.programs import Format, StepOwner
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import contacts, exchanges, pairs

TODAY = date(2026, 6, 4)
START = date(2025, 10, 6)
STEPS = (("Kick-off", 4, StepOwner.BOTH), ("Goals set", 39, StepOwner.MENTEE), ("Story, close", 263, StepOwner.MENTOR))


@dataclass
class Clock:
    """The desk's clock; a test may set another day."""

    day: date = TODAY

    def __call__(self) -> datetime:
        return datetime.combine(self.day, datetime.min.time().replace(hour=9, minute=41)).astimezone()


def add(session: Session, row: Base) -> int:
    session.add(row)
    session.flush()
    return row.id


@dataclass
class Crossroads:
    """A desk with the cohort Crossroads: Amara and Ruth are mentors with two places, Jonas and Mateo are mentees."""

    desk: Desk
    clock: Clock
    people: dict[str, int] = field(default_factory=dict)
    program: int = 0
    cohort: int = 0

    def found(self) -> "Crossroads":
        self.program = self.desk.do(add, Program(name="Crossroads", format=Format.TRADITIONAL))
        for title, days, owner in STEPS:
            self.desk.do(add, PlanStep(program_id=self.program, title=title, days_after=days, owner=owner))
        dates = {"starts_on": START, "ends_on": date(2026, 7, 3)}
        self.cohort = self.desk.do(add, Cohort(program_id=self.program, name="Crossroads 2025–26", **dates))
        for name, role in (
            ("Amara", Role.MENTOR),
            ("Ruth", Role.MENTOR),
            ("Jonas", Role.MENTEE),
            ("Mateo", Role.MENTEE),
        ):
            self.person(name)
            self.enroll(name, role, capacity=2 if role is Role.MENTOR else 1)
        return self

    def person(self, name: str, **columns: Any) -> int:
        self.people[name] = self.desk.do(add, Person(name=f"{name} {SURNAMES.get(name, 'Ek')}", **columns))
        return self.people[name]

    def enroll(
        self, name: str, role: Role, capacity: int = 1, status: EnrollmentStatus = EnrollmentStatus.ACCEPTED
    ) -> int:
        who = {"cohort_id": self.cohort, "person_id": self.people[name], "role": role}
        return self.desk.do(add, Enrollment(**who, capacity=capacity, status=status, enrolled_on=START))

    def propose(self, left: str = "Amara", right: str = "Jonas", **form: Any) -> int:
        form.setdefault("cohort_id", self.cohort)
        return self.desk.do(pairs.create, PairForm(self.people[left], self.people[right], **form))

    def pair(self, left: str = "Amara", right: str = "Jonas", started_on: date = START, **form: Any) -> int:
        """An active pair, of the first day of the cohort unless said otherwise."""
        form.setdefault("status", PairStatus.ACTIVE)
        return self.propose(left, right, started_on=started_on, **form)

    def contact(self, pair_id: int, days_ago: int, channel: Channel = Channel.VIDEO, **form: Any) -> int:
        return self.desk.do(contacts.log, ContactForm(pair_id, channel, self.ago(days_ago), **form))

    def gift(self, pair_id: int, giver: str, points: int, days_ago: int = 1, **form: Any) -> int:
        form.setdefault("kind", ExchangeKind.ADVICE)
        who = {"pair_id": pair_id, "giver_id": self.people[giver]}
        return self.desk.do(exchanges.record, ExchangeForm(**who, points=points, on=self.ago(days_ago), **form))

    def check_in(self, pair_id: int, side: Side, days_ago: int, *four: int, **columns: Any) -> int:
        answers = dict(zip(("trust", "value", "balance", "progress"), four, strict=False))
        return self.desk.do(add, CheckIn(pair_id=pair_id, side=side, day=self.ago(days_ago), **answers, **columns))

    def turn(self, name: str, kind: CareerKind, days_ago: int, title: str = "Team lead") -> int:
        day = self.ago(days_ago)
        return self.desk.do(add, CareerMilestone(person_id=self.people[name], kind=kind, day=day, title=title))

    def ago(self, days: int) -> date:
        return self.clock.day - timedelta(days=days)


SURNAMES = {"Amara": "Okonkwo", "Ruth": "Adelmann", "Jonas": "Weidmann", "Mateo": "Quispe"}
