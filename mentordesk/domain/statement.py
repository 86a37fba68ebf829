"""The account statement of a pair: what each side gave in a period, with the balance after each row. Knows no table."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mentordesk.domain import dates
from mentordesk.domain.balance import NOTHING, Balance, net_words, of_entries, running
from mentordesk.domain.contacts import ExchangeKind, ExchangeRow
from mentordesk.domain.people import first_name
from mentordesk.domain.scope import Period

_LONG_MONTHS = 24
"""An account this old is shown by years where all of it is asked for."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One exchange and the balance after it, of all kinds and all time. `words` says it: "Amara +4"."""

    exchange: ExchangeRow
    balance: Balance
    words: str

    @property
    def id(self) -> int:
        return self.exchange.id


@dataclass(frozen=True, slots=True)
class MonthPoints:
    """Points each side gave in a month (`month` is its first day) and the balance at its end."""

    month: date
    points: Balance
    balance: Balance


@dataclass(frozen=True, slots=True)
class Statement:
    """`carried` and `closing` count every exchange before the period and up to its end; `totals` and `kinds` only the
    rows shown, so they follow the filter of kinds (DESIGN 10.3). `months` are of all time and all kinds."""

    left: str
    right: str
    period: Period
    carried: Balance
    rows: tuple[StatementRow, ...]
    totals: Balance
    closing: Balance
    months: tuple[MonthPoints, ...]
    kinds: tuple[tuple[ExchangeKind, Balance], ...]

    def words(self, balance: Balance) -> str:
        """ "Amara +4", "Even" or "Jonas +2"."""
        return net_words(balance.net, first_name(self.left), first_name(self.right))

    @property
    def carried_words(self) -> str:
        """ "Carried forward from 2025: 7 to 3"; empty where the period begins with the account itself."""
        if self.period.first is None:
            return ""
        last = self.period.first - timedelta(days=1)
        when = f"from {last.year}" if (last.month, last.day) == (12, 31) else f"up to {dates.long(last)}"
        return f"Carried forward {when}: {self.carried.left} to {self.carried.right}"


def period_words(period: Period, today: date) -> str:
    """ "1 January to 4 June 2026", "12 May 2025 to 4 June 2026", "Since 3 May 2026", "Until 3 May 2026", "All time"."""
    first, last = period.first, period.last
    if first is None or last is None:
        if first is None and last is None:
            return "All time"
        return f"Since {dates.long(first)}" if first else f"Until {dates.long(last or today)}"
    if first == last:
        return dates.long(first)
    return f"{dates.day_month(first, last)} to {dates.long(last)}"


def short_period_words(period: Period, today: date) -> str:
    """What a heading says of a period: "2026" for this year so far or a whole year, else its days; empty for all."""
    first, last = period.first, period.last
    if first is None and last is None:
        return ""
    if first and last and first == date(first.year, 1, 1) and last in (date(first.year, 12, 31), today):
        return str(first.year)
    return period_words(period, today)


def make(
    left: str, right: str, entries: Sequence[ExchangeRow], period: Period, kinds: Collection[ExchangeKind] = ()
) -> Statement:
    """The statement of a pair from all its exchanges, oldest first. No `kinds` means every kind."""
    before = [entry for entry in entries if period.first is not None and entry.on < period.first]
    within = [entry for entry in entries if period.covers(entry.on)]
    carried = _sum(before)
    balances = running(((entry.side, entry.points) for entry in within), carried)
    names = first_name(left), first_name(right)
    rows = tuple(
        StatementRow(entry, balance, net_words(balance.net, *names))
        for entry, balance in zip(within, balances, strict=True)
        if not kinds or entry.kind in kinds
    )
    shown = [row.exchange for row in rows]
    closing = balances[-1] if balances else carried
    return Statement(left, right, period, carried, rows, _sum(shown), closing, by_month(entries), by_kind(shown))


def _sum(entries: Sequence[ExchangeRow]) -> Balance:
    return of_entries((entry.side, entry.points) for entry in entries)


def trend(entries: Sequence[ExchangeRow], today: date, months: int = 12) -> tuple[MonthPoints, ...]:
    """The last so many calendar months up to today, those without a gift too, none before the first gift. An account
    in which nothing has moved for longer ends with its last gift."""
    found = by_month(entries)
    if not found:
        return ()
    this = today.replace(day=1)
    last = this if found[-1].month > dates.add_months(this, -months) else found[-1].month
    first = max(found[0].month, dates.add_months(last, 1 - months))
    known = {row.month: row for row in found}
    so_far = next((row.balance for row in reversed(found) if row.month < first), NOTHING)
    shown = []
    for month in dates.month_starts(first, last):
        row = known.get(month, MonthPoints(month, NOTHING, so_far))
        so_far = row.balance
        shown.append(row)
    return tuple(shown)


def trend_of_years(entries: Sequence[ExchangeRow], today: date) -> tuple[MonthPoints, ...]:
    """The whole account, a year a row (its `month` is January), those without a gift too; none of an account younger
    than two years, where months tell more. An account in which nothing has moved since last year ends with its last
    gift."""
    found = by_month(entries)
    if not found or today < dates.add_months(found[0].month, _LONG_MONTHS):
        return ()
    newest = found[-1].month.year
    shown, at, so_far = [], 0, NOTHING
    for year in range(found[0].month.year, (today.year if newest >= today.year - 1 else newest) + 1):
        before = so_far
        while at < len(found) and found[at].month.year == year:
            so_far, at = found[at].balance, at + 1
        points = Balance(so_far.left - before.left, so_far.right - before.right)
        shown.append(MonthPoints(date(year, 1, 1), points, so_far))
    return tuple(shown)


def by_month(entries: Sequence[ExchangeRow]) -> tuple[MonthPoints, ...]:
    """The months in which something was given, oldest first, from exchanges in order of their days."""
    months: defaultdict[date, list[ExchangeRow]] = defaultdict(list)
    for entry in entries:
        months[entry.on.replace(day=1)].append(entry)
    found, so_far = [], NOTHING
    for month, given in months.items():
        points = _sum(given)
        so_far = Balance(so_far.left + points.left, so_far.right + points.right)
        found.append(MonthPoints(month, points, so_far))
    return tuple(found)


def by_kind(entries: Sequence[ExchangeRow]) -> tuple[tuple[ExchangeKind, Balance], ...]:
    """What changed hands: points of each side for every kind that occurs, in the order of the kinds."""
    present = [kind for kind in ExchangeKind if any(entry.kind is kind for entry in entries)]
    return tuple((kind, _sum([entry for entry in entries if entry.kind is kind])) for kind in present)
