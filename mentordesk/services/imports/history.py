"""The past that a file tells: cohorts that are over, who was in them as what, and who was paired with whom.

Plans only; `import_past_writing` does it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Enrollment, Pair, Program
from mentordesk.domain import past_cohorts
from mentordesk.domain.cohorts import EnrollmentStatus, Role, roles_of
from mentordesk.domain.dates import Precision
from mentordesk.domain.import_sides import in_words, row_of
from mentordesk.domain.pairs import TAKES_PLACE, PairStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted, listed
from mentordesk.exchange.roster.roster import PastPlace, RosterRow, RowProblem
from mentordesk.services.desk import today
from mentordesk.services.imports.finder import Finder
from mentordesk.services.imports.request import ImportRequest

EARLIER = "Earlier cohorts"
"""The program of past cohorts whose names say no program."""


@dataclass(slots=True)
class PastCohort:
    """A cohort of the past; `id` where it is in the desk. A new one is of the program `program_id`, or of a new one
    called `program`."""

    name: str
    format: Format
    dates: past_cohorts.Dates
    id: int | None = None
    program_id: int | None = None
    program: str = ""
    over: bool = True


@dataclass(frozen=True, slots=True)
class PastEnrollment:
    """Somebody's place in it; `id` where it is there and only ends otherwise."""

    cohort: PastCohort
    person: int
    role: Role
    status: EnrollmentStatus
    on: date
    id: int | None = None


@dataclass(slots=True)
class PastPair:
    """Two people who were a pair in it, mentor first, as exactly as its days are known."""

    cohort: PastCohort
    left: int
    right: int
    status: PairStatus
    first: date
    last: date
    precision: Precision = Precision.DAY


@dataclass(slots=True)
class Past:
    """Everything that a file adds to the past, and in `touched` whose past it is."""

    cohorts: list[PastCohort] = field(default_factory=list)
    enrollments: list[PastEnrollment] = field(default_factory=list)
    pairs: list[PastPair] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)
    notes: tuple[str, ...] = ()


class History:
    """Compares the past that rows tell with that of the desk."""

    def __init__(self, session: Session, request: ImportRequest, rows: Sequence[RosterRow]) -> None:
        self._request, self._today = request, today(session)
        self._cohorts: dict[str, PastCohort] = {}
        self._stored: dict[str, PastCohort] = {}
        self._past = Past()
        self._seen: set[tuple[int, int, Role]] = set()
        self._pairs: dict[tuple[int, int, int], PastPair] = {}
        self._strangers: dict[str, None] = {}
        self._rows: dict[int, int] = {}
        self._here: PastCohort | None = None
        if any(row.enrollments for row in rows):
            self._read(session)

    def _read(self, session: Session) -> None:
        query = select(Cohort.id, Cohort.name, Cohort.starts_on, Cohort.ends_on, Cohort.program_id, Program.format)
        for row in session.execute(query.join(Program, Program.id == Cohort.program_id)):
            days = past_cohorts.Dates(row.starts_on, row.ends_on)
            over = row.ends_on < self._today
            self._stored[fold(row.name)] = PastCohort(row.name, row.format, days, row.id, row.program_id, over=over)
        programs = select(Program.id, Program.name, Program.format).order_by(Program.id)
        self._programs = [(id_, fold(name), format_) for id_, name, format_ in session.execute(programs)]
        asked = [cohort for cohort in self._stored.values() if cohort.id == self._request.cohort_id]
        self._home = asked[0].program_id if asked else None
        today_alone = past_cohorts.Dates(self._today, self._today)
        self._here = asked[0] if asked else PastCohort("", Format.TRADITIONAL, today_alone, over=False)
        self._enrolled = self._read_enrollments(session)
        self._paired = self._read_pairs(session)

    def _read_enrollments(self, session: Session) -> dict[tuple[int, int, Role], tuple[int, EnrollmentStatus]]:
        own = Enrollment.__table__.c
        query = select(own.cohort_id, own.person_id, own.role, own.id, own.status)
        return {(row[0], row[1], row[2]): (row[3], row[4]) for row in session.execute(query)}

    def _read_pairs(self, session: Session) -> set[tuple[int | None, frozenset[int]]]:
        """The pairs of each cohort; as those of none all that there are, for people who are a pair somewhere."""
        query = select(Pair.cohort_id, Pair.left_id, Pair.right_id)
        found = [(cohort_id, frozenset((left, right))) for cohort_id, left, right in session.execute(query)]
        return {*found, *((None, both) for _cohort_id, both in found)}

    def problems(self, row: RosterRow) -> list[RowProblem]:
        """Where the file does not say what somebody was, or the cohort does not know it."""
        return [problem for place in row.enrollments if (problem := self._problem(row, place)) is not None]

    def _problem(self, row: RosterRow, place: PastPlace) -> RowProblem | None:
        if not place.cohort:
            return None
        place = self._among_peers(place)
        where = "" if place.row in (0, row.number) else f"{in_words(place.row).capitalize()}: "
        stored = self._stored.get(fold(place.cohort))
        fitting = roles_of(stored.format) if stored else ()
        if place.role is None and fitting != (Role.PEER,):
            words = f"{where}the role in {place.cohort} is empty. Choose mentor or mentee"
            return RowProblem("role", words[0].upper() + words[1:], row=row_of(place.row) or None)
        if place.role is not None and fitting and place.role not in fitting:
            wanted = " or ".join(role.value for role in fitting)
            words = f"{where}role must be {wanted} in {place.cohort}"
            return RowProblem("role", words[0].upper() + words[1:], fitting[0].value, row=row_of(place.row) or None)
        return None

    def _among_peers(self, place: PastPlace) -> PastPlace:
        """Two who stand side by side as mentor and mentee are peers in a cohort of peers."""
        stored = self._stored.get(fold(place.cohort))
        peers = stored is not None and stored.format is Format.PEER
        return replace(place, role=Role.PEER) if peers and place.beside else place

    def plan(self, people: Sequence[tuple[int, RosterRow]], finder: Finder, gone: Collection[int] = ()) -> Past:
        """What is added to the past by these people: an id each, or a number below zero for somebody new. `gone` are
        those who have left: no pair of theirs begins."""
        told = [(person, self._among_peers(place)) for person, row in people for place in row.enrollments]
        by_cohort: dict[str, list[PastPlace]] = {}
        for person, place in told:
            self._rows[place.row] = person
            if place.cohort:
                by_cohort.setdefault(fold(place.cohort), []).append(place)
        for key, places in by_cohort.items():
            self._cohorts[key] = self._stored.get(key) or self._new_cohort(places)
        for person, place in told:
            self._enroll(self._cohort_of(place), person, place.role or Role.PEER, place)
        for person, place in told:
            self._pair_beside(person, place, gone)
        here = {person for person, _row in people}
        for person, place in told:
            for text in filter(None, (part.strip() for part in place.partner.replace("\n", ";").split(";"))):
                found = {one for one in finder.find(text) if one != person and (one > 0 or one in here)}
                if len(found) == 1:
                    self._pair(self._cohorts[fold(place.cohort)], person, found.pop(), place)
                else:
                    self._strangers[text] = None
        self._past.pairs = list(self._pairs.values())
        self._past.cohorts = [cohort for cohort in self._cohorts.values() if cohort.id is None]
        self._past.notes = tuple(self._notes())
        return self._past

    def _cohort_of(self, place: PastPlace) -> PastCohort:
        """The cohort that the file names; else the one that it is imported into, or none."""
        found = self._cohorts[fold(place.cohort)] if place.cohort else self._here
        assert found is not None, "read where a row has a place"
        return found

    def _pair_beside(self, person: int, place: PastPlace, gone: Collection[int]) -> None:
        """The pairs with those who stand beside somebody, as far as their rows are imported."""
        cohort = self._cohort_of(place)
        lives = self._pair_status(cohort, place) in TAKES_PLACE
        for number in place.beside:
            partner = self._rows.get(number, person)
            if partner != person and not (lives and {person, partner} & set(gone)):
                self._pair(cohort, person, partner, place)

    def _new_cohort(self, places: Sequence[PastPlace]) -> PastCohort:
        name = places[0].cohort.strip()
        peers = all(place.role is Role.PEER for place in places)
        firsts = [place.first for place in places if place.first]
        lasts = [place.last for place in places if place.last]
        days = past_cohorts.dates(name, firsts, lasts, self._today)
        cohort = PastCohort(name, Format.PEER if peers else Format.TRADITIONAL, days)
        cohort.over = days.last < self._today
        self._find_program(cohort)
        return cohort

    def _find_program(self, cohort: PastCohort) -> None:
        """The program that the name begins with; else that of the cohort asked for; else the only one, or a new one."""
        named = past_cohorts.program_in(cohort.name)
        peers = cohort.format is Format.PEER
        fitting = [program for program in self._programs if (program[2] is Format.PEER) == peers]
        wanted = [program for program in fitting if named and program[1] == fold(named)]
        if not wanted and not named:
            wanted = [program for program in fitting if program[0] == self._home] or fitting
            wanted = wanted if len(wanted) == 1 else []
        if wanted:
            cohort.program_id, _name, cohort.format = wanted[0]
        else:
            cohort.program = named or EARLIER

    def _enroll(self, cohort: PastCohort, person: int, role: Role, place: PastPlace) -> None:
        key = (id(cohort), person, role)
        if not place.cohort:
            # Who is imported into a cohort is enrolled there with all other rows.
            return
        status = place.status or (EnrollmentStatus.COMPLETED if cohort.over else EnrollmentStatus.ACCEPTED)
        there = self._enrolled.get((cohort.id, person, role)) if cohort.id is not None else None
        ends_otherwise = there is not None and place.status is not None and there[1] is not place.status
        if key in self._seen or (there is not None and (not ends_otherwise or self._request.only_empty)):
            return
        self._seen.add(key)
        on = min(place.first or cohort.dates.first, self._today)
        made = PastEnrollment(cohort, person, role, status, on, there[0] if there else None)
        self._past.enrollments.append(made)
        self._past.touched.add(person)

    def _pair(self, cohort: PastCohort, person: int, partner: int, place: PastPlace) -> None:
        """The pair with a partner, who was there too even where the file has no place of them."""
        role = place.role or Role.PEER
        left, right = (partner, person) if role is Role.MENTEE else (person, partner)
        if (cohort.id, frozenset((left, right))) in self._paired:
            return
        other = {Role.MENTOR: Role.MENTEE, Role.MENTEE: Role.MENTOR, Role.PEER: Role.PEER}[role]
        self._enroll(cohort, partner, other, PastPlace(place.cohort, other, None, place.first, place.last))
        self._add_pair(cohort, (left, right), place)
        self._past.touched |= {person, partner}

    def _add_pair(self, cohort: PastCohort, sides: tuple[int, int], place: PastPlace) -> None:
        """Both may tell of it: what one of them did not finish, the pair did not."""
        key = (id(cohort), min(sides), max(sides))
        status = self._pair_status(cohort, place)
        first = place.first or cohort.dates.first
        last = max(place.last or cohort.dates.last, first)
        by_name = cohort.dates.by_name and place.first is None
        precision = Precision.YEAR if by_name else Precision.DAY
        made = self._pairs.setdefault(key, PastPair(cohort, *sides, status, first, last, precision))
        if status is PairStatus.ENDED:
            made.status = status

    def _pair_status(self, cohort: PastCohort, place: PastPlace) -> PairStatus:
        if place.status is EnrollmentStatus.WITHDRAWN:
            return PairStatus.ENDED
        if place.status in (EnrollmentStatus.APPLIED, EnrollmentStatus.WAITLISTED) and not cohort.over:
            return PairStatus.PROPOSED
        goes_on = place.status is EnrollmentStatus.ACCEPTED or (place.status is None and not cohort.over)
        if not goes_on:
            return PairStatus.COMPLETED
        return PairStatus.PAUSED if place.paused else PairStatus.ACTIVE

    def _notes(self) -> Iterable[str]:
        made = self._past.cohorts
        if made:
            names = [cohort.name for cohort in made]
            yield f"{counted(len(made), 'past cohort')} {_is(made)} made: {listed(names, 8)}"
            programs = list(dict.fromkeys(cohort.program for cohort in made if cohort.program_id is None))
            if programs:
                yield f"{counted(len(programs), 'program')} for them {_is(programs)} made: {listed(programs, 8)}"
            guessed = [cohort.name for cohort in made if cohort.dates.by_name]
            if guessed:
                yield f"The file has no days of {listed(guessed, 8)}: the years of the names are taken"
        here = [pair for pair in self._past.pairs if pair.cohort is self._here]
        past = [pair for pair in self._past.pairs if pair.cohort is not self._here]
        if past:
            yield f"{counted(len(past), 'pair')} of the past {_is(past)} made"
        if here:
            yield f"{counted(len(here), 'pair')} {_is(here)} made{_where(here[0].cohort)}"
        if self._strangers:
            names = list(self._strangers)
            yield f"{counted(len(names), 'partner')} {_is(names)} not in the desk, and without a pair: {listed(names)}"


def _where(cohort: PastCohort) -> str:
    return f" in {cohort.name}" if cohort.name else ", of no cohort"


def _is(things: Sequence[object]) -> str:
    return "is" if len(things) == 1 else "are"
