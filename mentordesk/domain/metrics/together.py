"""What pairs do: contacts and hours, milestones and where they are stuck, how long pairs last, goals, give and take."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median

from mentordesk.domain.balance import Balance, Band
from mentordesk.domain.figures import Figures
from mentordesk.domain.metrics.facts import Facts, GoalFact, PairFact
from mentordesk.domain.metrics.model import Measure, Section, Unit, left_out, mean, number, share
from mentordesk.domain.pairs import FINISHED
from mentordesk.domain.programs import Format
from mentordesk.domain.rounding import half_up
from mentordesk.domain.small_groups import hidden_groups, reason, too_few
from mentordesk.domain.standing import PairStatus, Side

MONTH_DAYS = 365.25 / 12
NO_PAIR = "no pair has begun"
OWN_COMPANY = "No company given"


def sections(facts: Facts, figures: Figures) -> tuple[Section, ...]:
    return (
        Section("contact", "Contact", contact(facts, figures)),
        Section("milestones", "Milestones", (on_time(figures), *stuck(facts))),
        Section("goals", "Goals", goals(facts)),
        Section("length", "Length of pairs", lengths(facts)),
        Section("reciprocity", "Give and take", (*by_format(facts), *by_company(facts))),
    )


def contact(facts: Facts, figures: Figures) -> tuple[Measure, ...]:
    """What happened in the period, and who is in contact on its last day."""
    pairs = facts.begun
    contacts = sum(pair.contacts for pair in pairs)
    per_pair = half_up(contacts / len(pairs), 1) if pairs else None
    hours = half_up(sum(pair.minutes for pair in pairs) / 60, 1)
    none = "" if pairs else NO_PAIR
    return (
        number("contacts", "Contacts", contacts, n=len(pairs)),
        Measure("contacts_per_pair", "Contacts a pair", per_pair, len(pairs), None, Unit.MEAN, none),
        number("contact_hours", "Hours in contact", hours, Unit.HOURS, n=contacts),
        number("project_hours", "Hours on joint projects", figures.project_hours, Unit.HOURS),
        in_contact(figures),
    )


def in_contact(figures: Figures) -> Measure:
    """The figure of Today."""
    return share("in_contact_30", "In contact, 30 days", figures.in_contact_30, figures.active_pairs, "no active pair")


def on_time(figures: Figures) -> Measure:
    """The figure of Today."""
    title, due = "Milestones on time", figures.milestones_due
    return share("milestones_on_time", title, figures.milestones_on_time, due, "none was due yet")


def stuck(facts: Facts) -> tuple[Measure, ...]:
    """How many pairs wait at each milestone, most first: a pair waits at the oldest that is overdue."""
    counted = facts.counted
    at = Counter(pair.stuck_at for pair in counted if pair.stuck_at)
    total = share("stuck", "Pairs with a milestone overdue", sum(at.values()), len(counted), NO_PAIR)
    order = sorted(at, key=lambda title: (-at[title], title.casefold()))
    steps = (share(f"stuck.{place}", f"Stuck at {it}", at[it], len(counted)) for place, it in enumerate(order, start=1))
    return (total, *steps)


def goals(facts: Facts) -> tuple[Measure, ...]:
    """Of the goals of pairs that have begun."""
    begun = {pair.id for pair in facts.begun}
    found = [goal for goal in facts.goals if goal.pair_id in begun]
    late = sum(not goal.reached and goal.due_on is not None and goal.due_on < facts.today for goal in found)
    none = "no goal set"
    with_goal = len({goal.pair_id for goal in found})
    rated = [goal for goal in found if goal.gain is not None]
    gain = mean("goal_gain", "Gain on the goal's own scale", _gains(rated), Unit.GAIN, "not rated")
    if 0 < len({goal.pair_id for goal in rated}) < facts.smallest:
        gain = left_out(gain, too_few(facts.smallest, "pairs"))
    progress = half_up(sum(goal.progress for goal in found) / len(found)) if found else None
    return (
        share("goals_reached", "Goals reached", sum(goal.reached for goal in found), len(found), none),
        Measure("goal_progress", "Progress of goals", progress, len(found), None, Unit.PERCENT, "" if found else none),
        gain,
        number("goals_overdue", "Goals past their date", late),
        share("pairs_with_goal", "Pairs with a goal", with_goal, len(begun), NO_PAIR),
    )


def _gains(goals: Iterable[GoalFact]) -> list[int]:
    return [goal.gain for goal in goals if goal.gain is not None]


def lengths(facts: Facts) -> tuple[Measure, ...]:
    """Medians, so that one pair of thirty years does not stand for all."""
    begun = [pair for pair in facts.begun if pair.started_on is not None]
    finished = [pair for pair in begun if pair.status in FINISHED and pair.ended_on is not None]
    running = [pair for pair in begun if pair.status in (PairStatus.ACTIVE, PairStatus.PAUSED)]
    enduring = [pair for pair in begun if pair.status is PairStatus.ENDURING]
    early = sum(pair.status is PairStatus.ENDED for pair in facts.begun)
    return (
        _length("pair_length.finished", "Finished pairs", finished, facts.today),
        _length("pair_length.running", "Running pairs so far", running, facts.today),
        _length("pair_length.enduring", "Enduring pairs so far", enduring, facts.today),
        share("ended_early", "Ended early", early, len(facts.begun), NO_PAIR),
    )


def _length(key: str, title: str, pairs: Sequence[PairFact], today: date) -> Measure:
    days = [((pair.ended_on or today) - pair.started_on).days for pair in pairs if pair.started_on is not None]
    value = half_up(median(days) / MONTH_DAYS, 1) if days else None
    return Measure(key, title, value, len(days), None, Unit.MONTHS, "" if days else "no such pair")


def by_format(facts: Facts) -> tuple[Measure, ...]:
    """How even the pairs are, of all and of each format."""
    counted = facts.counted
    formats = [format_ for format_ in Format if any(pair.format is format_ for pair in counted)]
    each = (
        _evenness(f"reciprocity.{it.value}", it.word, [pair for pair in counted if pair.format is it]) for it in formats
    )
    every = _evenness("reciprocity.all", "All formats", counted)
    in_balance = _balanced(counted)
    return (every, *each, in_balance)


def _judged(pairs: Iterable[PairFact]) -> list[PairFact]:
    return [pair for pair in pairs if pair.standing.band is not Band.TOO_EARLY]


def _evenness(key: str, title: str, pairs: Sequence[PairFact]) -> Measure:
    """The mean reciprocity of the pairs with enough points; `n` are those, of all."""
    judged = _judged(pairs)
    value = sum(pair.standing.balance.reciprocity for pair in judged) / len(judged) if judged else None
    rounded = None if value is None else half_up(value, 2)
    note = "" if judged else "too early to tell"
    return Measure(key, title, rounded, len(judged), len(pairs), Unit.RATIO, note)


def _balanced(pairs: Sequence[PairFact]) -> Measure:
    judged = _judged(pairs)
    even = sum(pair.standing.band is Band.IN_BALANCE for pair in judged)
    return share("in_balance", "Pairs in balance", even, len(judged), "too early to tell")


def by_company(facts: Facts) -> tuple[Measure, ...]:
    """What the people of each company gave against what they got, where there is more than one company. Companies of
    few people are left out."""
    sums: defaultdict[str, Balance] = defaultdict(Balance)
    people: defaultdict[str, set[int]] = defaultdict(set)
    for pair in facts.counted:
        for side in Side:
            company = _company(facts, pair.person(side))
            sums[company] = _added(sums[company], pair.standing.balance, side)
            people[company].add(pair.person(side))
    if len(people) < 2:
        return ()
    names = sorted(people, key=lambda name: (name == OWN_COMPANY, name.casefold()))
    sizes = [len(people[name]) for name in names]
    hidden = hidden_groups(sizes, facts.smallest)
    return tuple(
        _of_company(at, name, sums[name], sizes[at], reason(sizes[at], facts.smallest) if at in hidden else "")
        for at, name in enumerate(names)
    )


def _company(facts: Facts, person_id: int) -> str:
    person = facts.people.get(person_id)
    found = person.groups.get("company", ()) if person else ()
    return found[0] if found else OWN_COMPANY


def _added(so_far: Balance, balance: Balance, side: Side) -> Balance:
    """Left is what a company's people gave, right what they got."""
    gave, got = (balance.left, balance.right) if side is Side.LEFT else (balance.right, balance.left)
    return Balance(so_far.left + gave, so_far.right + got)


def _of_company(at: int, name: str, sums: Balance, people: int, why: str) -> Measure:
    value = half_up(sums.reciprocity, 2) if sums.total else None
    note = f"gave {sums.left}, got {sums.right} points" if sums.total else "no points yet"
    measure = Measure(f"reciprocity_company.{at + 1}", name, value, people, None, Unit.RATIO, note)
    return left_out(measure, why) if why else measure
