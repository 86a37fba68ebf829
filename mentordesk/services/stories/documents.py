"""Puts a story into the order of its page. Changes nothing."""

from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Pair, Person, Program
from mentordesk.domain.cohorts import Role
from mentordesk.domain.dates import Precision, known, long
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import Side
from mentordesk.domain.stories import ConsentRow, StoryRow
from mentordesk.domain.story_document import Passage, Portrait, Said, StoryDocument


def compose(session: Session, pair: Pair, row: StoryRow) -> StoryDocument:
    """The page of a pair's story, without the questions that nobody has answered."""
    left, right = (Role.PEER, Role.PEER) if pair.format is Format.PEER else (Role.MENTOR, Role.MENTEE)
    passages = (
        Passage(it.question, tuple(Said(said.side, row.speaker(said.side), said.text) for said in it.answers))
        for it in row.questions
        if it.answers
    )
    return StoryDocument(
        kicker=_kicker(session, pair),
        title=row.title,
        left=_portrait(session.get_one(Person, pair.left_id), Side.LEFT, left),
        right=_portrait(session.get_one(Person, pair.right_id), Side.RIGHT, right),
        facts=_facts(session, pair),
        quote=row.quote,
        passages=tuple(passages),
        footer=" ".join(map(_agreed, row.sides)),
    )


def _portrait(person: Person, side: Side, role: Role) -> Portrait:
    company = person.company if person.external else ""
    place = ", ".join(part for part in (company, person.location) if part)
    return Portrait(side, person.name, role.word, person.title, place)


def _kicker(session: Session, pair: Pair) -> str:
    words = f"{pair.format.word} mentoring"
    cohort = session.get(Cohort, pair.cohort_id) if pair.cohort_id else None
    return f"{words} · {session.get_one(Program, cohort.program_id).name}" if cohort else words


def _facts(session: Session, pair: Pair) -> str:
    said = []
    if pair.started_on is not None:
        exact = pair.started_precision is Precision.DAY
        since = long(pair.started_on) if exact else known(pair.started_on, pair.started_precision)
        said.append(f"Together since {since}.")
    if pair.introduced_by_id is not None:
        said.append(f"Introduced by {session.get_one(Person, pair.introduced_by_id).name}.")
    return " ".join(said)


def _agreed(side: ConsentRow) -> str:
    """Dates on paper have their year."""
    if side.agreed_on is None:
        return f"{side.name} has not agreed yet."
    return f"{side.name} agreed on {long(side.agreed_on)}."
