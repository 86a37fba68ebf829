"""Whether a draft is still what it was made from: the people it met, kept with it, and how they stand now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Enrollment, Pair, Person
from mentordesk.domain.cohorts import EnrollmentStatus, Role, roles_of
from mentordesk.domain.matching import draft_stale
from mentordesk.domain.matching.draft import DraftSettings
from mentordesk.domain.matching.draft_stale import Prints, Standing
from mentordesk.domain.matching.people import Shape
from mentordesk.domain.matching.task import Cell
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus
from mentordesk.services.matching import matching
from mentordesk.services.matching import people as matching_people
from mentordesk.services.matching.draft_rows import ASKED, PRINTS, TABLE, KeptDraft
from mentordesk.services.matching.people import Enrolled
from mentordesk.services.matching.score_rows import StoredScores, stored

_OUT = {
    EnrollmentStatus.WITHDRAWN: "has withdrawn",
    EnrollmentStatus.WAITLISTED: "has been put on the waiting list",
    EnrollmentStatus.APPLIED: "has gone back to applied",
    EnrollmentStatus.COMPLETED: "has completed the program",
}
_LEFT = "has left"
_GONE = "has been taken out of the cohort"


@dataclass(frozen=True, slots=True)
class CohortPairs:
    """The pairs of a cohort as (mentee, mentor), of peers both ways round: `made` are one, or were one until they were
    completed; of those that ended, `declined` never began."""

    made: frozenset[Cell]
    ended: frozenset[Cell]
    declined: frozenset[Cell]


@dataclass(frozen=True, slots=True)
class SeatRow:
    """An enrollment with the person's own status."""

    person_id: int
    role: Role
    status: EnrollmentStatus
    person_status: PersonStatus

    @property
    def out(self) -> str:
        """What somebody did who takes no longer part; empty for who does."""
        return _LEFT if self.person_status is PersonStatus.LEFT else _OUT.get(self.status, "")


def seats(session: Session, cohort_id: int) -> list[SeatRow]:
    """Everybody enrolled in a cohort, whatever the status."""
    query = select(Enrollment.person_id, Enrollment.role, Enrollment.status, Person.status)
    query = query.join(Person, Person.id == Enrollment.person_id).where(Enrollment.cohort_id == cohort_id)
    return [SeatRow(*row) for row in session.execute(query)]


def pairs(session: Session, cohort_id: int, peers: bool) -> CohortPairs:
    """The pairs of a cohort, in one statement."""
    query = select(Pair.left_id, Pair.right_id, Pair.status, Pair.end_reason).where(Pair.cohort_id == cohort_id)
    made, ended, declined = set[Cell](), set[Cell](), set[Cell]()
    for left, right, status, reason in session.execute(query):
        ways = {(right, left), (left, right)} if peers else {(right, left)}
        if status is not PairStatus.ENDED:
            made |= ways
            continue
        ended |= ways
        if reason is EndReason.DECLINED:
            declined |= ways
    return CohortPairs(frozenset(made), frozenset(ended), frozenset(declined))


def people(session: Session, cohort_id: int, facts: matching.CohortFacts, settings: DraftSettings) -> Enrolled:
    """Who is to be matched for settings: for rounds of peers, people who have a pair take part as well."""
    rounds = settings.shape is Shape.PEERS and settings.rounds > 1
    return matching_people.read(session, cohort_id, facts.starts_on, settled_too=rounds)


def beside(session: Session, cohort_id: int, settings: DraftSettings) -> dict[str, Any]:
    """What a draft keeps beside its settings when it is written."""
    facts = matching.cohort(session, cohort_id)
    enrolled = people(session, cohort_id, facts, settings)
    table = stored(session, cohort_id)
    asking = roles_of(facts.format)[-1]
    return {
        PRINTS: draft_stale.as_mapping(prints(enrolled, pairs(session, cohort_id, facts.peers), facts.format)),
        TABLE: table.mark if table and uses_table(settings) else "",
        ASKED: sum(each.capacity > 0 for each in enrolled.candidates[asking]),
    }


def prints(enrolled: Enrolled, pairs: CohortPairs, format_: Format) -> Prints:
    """The prints of everybody who is to be matched."""
    candidates = {role: enrolled.candidates[role] for role in roles_of(format_)}
    return draft_stale.prints(candidates, pairs.ended, enrolled.company)


def uses_table(settings: DraftSettings) -> bool:
    return settings.table_alone or settings.rules.criterion("score_table").counts


def sentences(
    kept: KeptDraft,
    now: Prints,
    listed: Iterable[SeatRow],
    pairs: CohortPairs,
    names: Mapping[int, str],
    table: StoredScores | None,
) -> tuple[str, ...]:
    """What has changed since a draft was kept, in at most four sentences."""
    seats_ = {(each.role, each.person_id): each.out for each in listed}
    then = kept.prints
    out = {
        (role, person): seats_.get((role, person), _GONE)
        for role, met in then.items()
        for person in met
        if seats_.get((role, person), _GONE)
    }
    standing = Standing(now, names, out, pairs.made, pairs.declined)
    cells = [(pair.mentee, pair.mentor) for pair in kept.draft.pairs]
    return draft_stale.sentences(then, cells, standing, _of_table(kept, seats_, standing, table))


def _of_table(
    kept: KeptDraft, seats_: Mapping[tuple[Role, int], str], standing: Standing, table: StoredScores | None
) -> Iterable[str]:
    settings = kept.draft.settings
    if not uses_table(settings):
        return
    if table is None:
        if settings.table_alone:
            yield "The score table this draft goes by has been removed. Choose one, or let the criteria count."
        return
    if kept.kept.get(TABLE) not in (table.mark, None):
        yield "The score table has changed since this draft was made."
    there = {person for (_, person), out in seats_.items() if not out}
    gone = standing.said((table.mentors | table.mentees) - there)
    if gone:
        who = f"{gone[0]}, who takes" if len(gone) == 1 else f"{len(gone)} people who take"
        yield f"The score table has {who} no longer part."
