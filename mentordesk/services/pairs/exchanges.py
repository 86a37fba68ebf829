"""The account of a pair: who gave what to whom, recorded on its own or at a contact."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.records import Exchange
from mentordesk.data.tables import Pair, Person
from mentordesk.domain import statement as statements
from mentordesk.domain.contacts import TEACHING, ExchangeForm, ExchangeKind, ExchangeRow
from mentordesk.domain.pairs import pair_name
from mentordesk.domain.scope import ALWAYS, EVERYTHING, Period, Scope
from mentordesk.domain.standing import Side
from mentordesk.domain.statement import Statement
from mentordesk.domain.wording import counted
from mentordesk.exchange.workbook import Report
from mentordesk.services.desk import name_step, now
from mentordesk.services.pairs.pair_lookup import find, names, said
from mentordesk.services.pairs.record_checks import begun, check_day, check_points, check_since, side_of, there
from mentordesk.services.scoping import CHUNK, during, within


def record(session: Session, form: ExchangeForm) -> int:
    """An entry in the account of a pair that has started; returns its id.

    Raises FieldError for `pair_id`, `giver_id`, `points` or `on`.
    """
    pair = begun(session, form.pair_id)
    exchange = Exchange(pair_id=pair.id)
    _fill(session, exchange, pair, form)
    session.add(exchange)
    session.flush()
    name_step(session, f"Record an exchange of {said(session, [pair])}")
    return exchange.id


def change(session: Session, exchange_id: int, form: ExchangeForm) -> None:
    """Change an entry; it stays with its pair. Raises FieldError as `record` does."""
    exchange = _find(session, exchange_id)
    pair = find(session, exchange.pair_id)
    _fill(session, exchange, pair, form)
    name_step(session, f"Change an exchange of {said(session, [pair])}")


def _fill(session: Session, exchange: Exchange, pair: Pair, form: ExchangeForm) -> None:
    check_day(session, form.on)
    check_since(session, pair, form.on)
    check_points(form.points)
    exchange.side = side_of(pair, form.giver_id, "giver_id")
    exchange.kind, exchange.points, exchange.day, exchange.what = form.kind, form.points, form.on, form.what.strip()
    exchange.skill = skill_of(form.kind, form.skill)


def skill_of(kind: ExchangeKind, skill: str) -> str:
    """The skill a gift is about; only advice, knowledge and skills are about one."""
    return skill.strip() if kind in TEACHING else ""


def _find(session: Session, exchange_id: int) -> Exchange:
    return there(session, Exchange, exchange_id, "exchange")


def form(session: Session, exchange_id: int) -> ExchangeForm:
    """An entry as it would be typed in. Raises NotFoundError."""
    found = _find(session, exchange_id)
    pair = find(session, found.pair_id)
    giver = pair.left_id if found.side is Side.LEFT else pair.right_id
    return ExchangeForm(pair.id, giver, found.kind, found.points, found.day, found.what, found.skill)


def remove(session: Session, ids: Sequence[int]) -> None:
    """Take entries out of the account; a contact they were given at stays."""
    for exchange_id in ids:
        session.delete(_find(session, exchange_id))
    name_step(session, f"Remove {counted(len(ids), 'exchange')}")


def rows(
    session: Session, scope: Scope = EVERYTHING, period: Period = ALWAYS, limit: int | None = None
) -> list[ExchangeRow]:
    """All entries of the pairs of a scope in a period, newest first; at most `limit` of them."""
    return list(each(session, scope, period, limit))


def each(session: Session, scope: Scope, period: Period, limit: int | None = None) -> Iterator[ExchangeRow]:
    """The same, one after the other: of decades only a few are in memory at once."""
    query = _query().where(within(Pair.cohort_id, scope), during(Exchange.day, period))
    query = query.order_by(Exchange.day.desc(), Exchange.id.desc()).limit(limit)
    return _read(session, query.execution_options(yield_per=CHUNK))


def totals(session: Session, scope: Scope, period: Period) -> dict[tuple[int, Side], tuple[int, int]]:
    """(entries, points) of each side of the pairs of a scope in a period."""
    query = select(Exchange.pair_id, Exchange.side, func.count(), func.sum(Exchange.points))
    query = query.join(Pair, Pair.id == Exchange.pair_id).where(within(Pair.cohort_id, scope))
    query = query.where(during(Exchange.day, period)).group_by(Exchange.pair_id, Exchange.side)
    return {(pair_id, side): (count, points) for pair_id, side, count, points in session.execute(query)}


def per_month(session: Session, scope: Scope, first: date, last: date) -> dict[tuple[date, Side], int]:
    """Points of each side in each month, by the month's first day; months without any are not in it."""
    month = func.substr(Exchange.day, 1, 7)
    query = select(month, Exchange.side, func.sum(Exchange.points)).join(Pair, Pair.id == Exchange.pair_id)
    query = query.where(within(Pair.cohort_id, scope), during(Exchange.day, Period(first, last)))
    found = session.execute(query.group_by(month, Exchange.side))
    return {(date.fromisoformat(f"{name}-01"), side): points for name, side, points in found}


def of_pair(session: Session, pair_id: int) -> list[ExchangeRow]:
    """All entries of one pair, oldest first: the order of a statement."""
    return list(_read(session, _query().where(Exchange.pair_id == pair_id).order_by(Exchange.day, Exchange.id)))


def statement(
    session: Session,
    pair_id: int,
    period: Period = ALWAYS,
    kinds: Collection[ExchangeKind] = (),
) -> Statement:
    """The account of a pair in a period: carried forward, rows with the balance after each, totals."""
    left, right = names(session, find(session, pair_id))
    return statements.make(left, right, of_pair(session, pair_id), period, kinds)


def statement_report(
    session: Session, pair_id: int, period: Period = ALWAYS, kinds: Collection[ExchangeKind] = ()
) -> Report:
    """The statement as a workbook of one sheet. Raises NotFoundError."""
    from mentordesk.exchange.reports import statement as layout

    made = statement(session, pair_id, period, kinds)
    format_ = find(session, pair_id).format
    return layout.build(made, format_, session.info["desk_name"], now(session), tuple(kinds))


def _query() -> Select[*tuple[Any, ...]]:
    left, right = aliased(Person), aliased(Person)
    return (
        select(
            *(Exchange.id, Exchange.pair_id, left.name, right.name, Pair.format, Exchange.side, Exchange.kind),
            *(Exchange.points, Exchange.day, Exchange.what, Exchange.contact_id, Exchange.skill),
        )
        .join(Pair, Pair.id == Exchange.pair_id)
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
    )


def _read(session: Session, query: Select[*tuple[Any, ...]]) -> Iterator[ExchangeRow]:
    return (_row(*values) for values in session.execute(query))


def _row(id_: int, pair_id: int, left: str, right: str, format_: str, side: Side, *rest: Any) -> ExchangeRow:
    giver, receiver = (left, right) if side is Side.LEFT else (right, left)
    return ExchangeRow(id_, pair_id, pair_name(left, right), format_, side, giver, receiver, *rest)
