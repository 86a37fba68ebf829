"""Reads who mentored whom: around a person, or the whole family that is tied together. Changes nothing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import Session

from mentordesk.data.tables import CareerMilestone, Pair, Person
from mentordesk.domain import lineage as rules
from mentordesk.domain.lineage import Key, Lineage, LineagePerson, LineageTie, Mentoring, ties_of
from mentordesk.domain.people import CareerKind, PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.scoping import begun

BACK, FORWARD = 2, 2
"""Generations that the card shows around a person."""
MOST = 8
"""People of a generation on the card; the rest is in the large drawing."""


def around(session: Session, person_id: int) -> Lineage:
    """Two generations of mentors and two of mentees, with all ties among them. Of a large generation the ties that are
    alive come first, then the newest; `left_out` counts the others."""
    shown, left_out = {person_id}, set[int]()
    for mentors, steps in ((True, BACK), (False, FORWARD)):
        reached = {person_id}
        for _ in range(steps):
            reached, more = _next(session, reached, shown, mentors=mentors)
            shown |= reached
            left_out |= more
    left, right = chosen(Pair.left_id, shown), chosen(Pair.right_id, shown)
    return _made(session, person_id, shown, _pairs(session, left, right), len(left_out - shown))


def _next(session: Session, people: Collection[int], shown: set[int], *, mentors: bool) -> tuple[set[int], set[int]]:
    """The mentors of these people, or their mentees, who are not shown yet: those to show, and those too many."""
    pairs = _pairs(session, chosen(Pair.right_id if mentors else Pair.left_id, people))
    pairs.sort(key=lambda pair: (not pair.alive, -(pair.started_on or date.min).toordinal(), pair.pair_id))
    found = dict.fromkeys(pair.mentor_id if mentors else pair.mentee_id for pair in pairs)
    fresh = [person for person in found if person not in shown]
    return set(fresh[:MOST]), set(fresh[MOST:])


def family(session: Session, person_id: int) -> Lineage:
    """Everybody who is tied to the person over any number of steps."""
    import rustworkx

    pairs = _pairs(session)
    graph: Any = rustworkx.PyGraph()
    ids = sorted({person for pair in pairs for person in (pair.mentor_id, pair.mentee_id)} | {person_id})
    node = dict(zip(ids, graph.add_nodes_from(ids), strict=True))
    graph.add_edges_from_no_data([(node[pair.mentor_id], node[pair.mentee_id]) for pair in pairs])
    kin = {ids[at] for at in rustworkx.node_connected_component(graph, node[person_id])}
    return _made(session, person_id, kin, [pair for pair in pairs if pair.mentor_id in kin])


def everybody(session: Session) -> Lineage:
    """Everybody on the desk who mentored or was mentored, around nobody."""
    pairs = _pairs(session)
    return _made(session, 0, {person for pair in pairs for person in (pair.mentor_id, pair.mentee_id)}, pairs)


def _pairs(session: Session, *conditions: ColumnElement[bool]) -> list[Mentoring]:
    """All pairs that tie a mentor to a mentee (DESIGN section 9), those of the conditions."""
    query = select(Pair.id, Pair.left_id, Pair.right_id, Pair.format, Pair.status, Pair.started_on)
    counts = (Pair.format != Format.PEER, begun())
    found = session.execute(query.where(*counts, *(conditions or (true(),))).order_by(Pair.id))
    return [Mentoring(*values) for values in found]


def _made(
    session: Session, person_id: int, people: Collection[int], pairs: Iterable[Mentoring], left_out: int = 0
) -> Lineage:
    ties = ties_of(pairs)
    circles, ranks, generations = _ranked(people, ties)
    ties = tuple(replace(tie, closes=True) if tie.key in circles else tie for tie in ties)
    return Lineage(person_id, _people(session, people), ties, ranks, generations, left_out)


def _ranked(people: Collection[int], ties: Sequence[LineageTie]) -> tuple[frozenset[Key], dict[int, int], int]:
    """The ties that lead back in circles, the generation of everybody, and how many there are in the longest chain."""
    import rustworkx

    ids = sorted(people)
    graph: Any = rustworkx.PyDiGraph()
    node = dict(zip(ids, graph.add_nodes_from(ids), strict=True))
    graph.add_edges_from([(node[tie.mentor_id], node[tie.mentee_id], tie) for tie in ties])
    back: set[Key] = set()
    for circle in rustworkx.strongly_connected_components(graph):
        if len(circle) > 1:
            inside = {ids[at] for at in circle}
            back |= rules.closing(tie for tie in ties if {tie.mentor_id, tie.mentee_id} <= inside)
    graph.remove_edges_from([(node[mentor], node[mentee]) for mentor, mentee in sorted(back)])
    generations = rustworkx.topological_generations(graph)
    ranks = {ids[at]: rank for rank, generation in enumerate(generations) for at in generation}
    return frozenset(back), ranks, rustworkx.dag_longest_path_length(graph) + 1


def _people(session: Session, ids: Collection[int]) -> tuple[LineagePerson, ...]:
    departure = (
        select(CareerMilestone.person_id, CareerMilestone.title, func.max(CareerMilestone.day).label("day"))
        .where(CareerMilestone.kind == CareerKind.DEPARTURE, chosen(CareerMilestone.person_id, ids))
        .group_by(CareerMilestone.person_id)
        .subquery()
    )
    columns = (Person.id, Person.name, Person.title, Person.company, Person.external, Person.status, Person.left_on)
    query = select(*columns, departure.c.title.label("words"), departure.c.day.label("gone_on"))
    joined = query.outerjoin(departure, departure.c.person_id == Person.id).where(chosen(Person.id, ids))
    return tuple(_person(found) for found in session.execute(joined.order_by(Person.name, Person.id)))


def _person(found: Any) -> LineagePerson:
    gone = found.status is PersonStatus.LEFT
    departure = (found.words, found.gone_on) if found.gone_on is not None else None
    company = found.company if found.external else ""
    return LineagePerson(found.id, found.name, rules.caption(found.title, company, gone, found.left_on, departure))
