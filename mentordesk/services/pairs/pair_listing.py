"""What the Pairs page lists and what its dialogs offer: pairs, cohorts, and people with a free place."""

from collections import defaultdict

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.records import JointProject
from mentordesk.data.tables import Cohort, Enrollment, Pair, Person, PersonTag, Program, TagKind
from mentordesk.domain.check_ins import lowest
from mentordesk.domain.cohorts import EnrollmentStatus, roles_of
from mentordesk.domain.pair_listing import Candidate, ListedPair, OpenCohort, PairChoice
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.cohort_phases import not_over
from mentordesk.services.desk import today
from mentordesk.services.pairs import pair_facts
from mentordesk.services.places import places
from mentordesk.services.scoping import begun

_SKILLS = (TagKind.OFFERS, TagKind.WANTS)


def listed(session: Session, scope: Scope = EVERYTHING) -> list[ListedPair]:
    """All pairs of a scope, those that need a hand first: by health, then days since contact, then name."""
    skills, words = _skills(session), _pair_words(session)
    found = [
        ListedPair(
            record.row,
            record.facts.balance.band(record.facts.thresholds),
            " ".join((words[record.row.id], skills[record.row.left_id], skills[record.row.right_id])),
            lowest((record.facts.left_answers, record.facts.right_answers)),
        )
        for record in pair_facts.load(session, scope)
    ]
    return sorted(found, key=_urgency)


def _urgency(pair: ListedPair) -> tuple[int, int, str]:
    return (pair.row.health.rank if pair.row.health else 9, -(pair.row.days or 0), pair.row.name)


def _skills(session: Session) -> defaultdict[int, str]:
    query = select(PersonTag.person_id, func.group_concat(PersonTag.value, " ")).where(PersonTag.kind.in_(_SKILLS))
    found: defaultdict[int, str] = defaultdict(str)
    for person_id, words in session.execute(query.group_by(PersonTag.person_id)):
        found[person_id] = words
    return found


def _pair_words(session: Session) -> defaultdict[int, str]:
    """Notes and projects of pairs, and the circles they are in."""
    found: defaultdict[int, str] = defaultdict(str)
    written = (Pair.notes != "") | (Pair.circle != "")
    for pair_id, notes, circle in session.execute(select(Pair.id, Pair.notes, Pair.circle).where(written)):
        found[pair_id] += f"{notes} {circle} "
    for pair_id, title in session.execute(select(JointProject.pair_id, JointProject.title)):
        found[pair_id] += f"{title} "
    return found


def started(session: Session) -> list[PairChoice]:
    """Every pair that has an account: active ones first, then by name."""
    left, right = aliased(Person), aliased(Person)
    query = (
        select(
            *(Pair.id, Pair.left_id, Pair.right_id, left.name, right.name),
            *(func.coalesce(Cohort.name, ""), Pair.status, Pair.circle),
        )
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .where(begun())
    )
    found = [PairChoice(*values) for values in session.execute(query)]
    return sorted(found, key=lambda pair: (pair.status is not PairStatus.ACTIVE, pair.name.casefold()))


def cohorts(session: Session) -> list[OpenCohort]:
    """The cohorts that are not over, the newest first."""
    query = (
        select(Cohort.id, Cohort.name, Program.format)
        .join(Program, Program.id == Cohort.program_id)
        .where(not_over(today(session)))
        .order_by(Cohort.starts_on.desc(), Cohort.name)
    )
    return [OpenCohort(*values) for values in session.execute(query)]


def people(session: Session) -> list[Candidate]:
    """Everybody who has not left, by name."""
    query = select(Person.id, Person.name, Person.title).where(Person.status != PersonStatus.LEFT)
    return [Candidate(*values) for values in session.execute(query.order_by(Person.name, Person.id))]


def candidates(session: Session, cohort_id: int, format_: Format, side: Side) -> list[Candidate]:
    """The accepted people of a cohort who could take this side of a pair and have a place left, by name."""
    roles = roles_of(format_)
    role = roles[0] if side is Side.LEFT else roles[-1]
    used = places(session, Cohort.id == cohort_id).used
    query = (
        select(Person.id, Person.name, Person.title, Enrollment.capacity)
        .join(Enrollment, Enrollment.person_id == Person.id)
        .where(
            Enrollment.cohort_id == cohort_id,
            Enrollment.role == role,
            Enrollment.status == EnrollmentStatus.ACCEPTED,
            Person.status != PersonStatus.LEFT,
        )
        .order_by(Person.name, Person.id)
    )
    found = (
        Candidate(id_, name, title, seats - used[cohort_id, id_, role])
        for id_, name, title, seats in session.execute(query)
    )
    return [candidate for candidate in found if (candidate.free or 0) > 0]
