"""Who mentored whom over the years: people, directed ties, generations. Knows no table and no drawing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.pairs import ALIVE
from mentordesk.domain.people import CareerKind, first_name
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.wording import counted

Key = tuple[int, int]
"""(mentor id, mentee id)."""
_NO_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Mentoring:
    """One pair as a tie: any format but peer, any status but proposed (DESIGN section 9, lineage)."""

    pair_id: int
    mentor_id: int
    mentee_id: int
    format: Format
    status: PairStatus
    started_on: date | None

    @property
    def alive(self) -> bool:
        return self.status in ALIVE


@dataclass(frozen=True, slots=True)
class LineageTie:
    """Everything the one was to the other as mentor, over one or several pairs. `closes`: it leads back to somebody
    who is a generation earlier already, as where two people mentor each other."""

    mentor_id: int
    mentee_id: int
    pair_ids: tuple[int, ...]
    years: tuple[int, ...]
    alive: bool
    reverse: bool
    closes: bool = False

    @property
    def key(self) -> Key:
        return self.mentor_id, self.mentee_id

    @property
    def year_text(self) -> str:
        """ "2011", or "2019, 2025" where they were a pair twice; "" where no start is known."""
        return ", ".join(str(year) for year in self.years)


@dataclass(frozen=True, slots=True)
class LineagePerson:
    """`caption` is the title, or since when somebody is gone: "retired 2014"."""

    id: int
    name: str
    caption: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """People and ties around a person. `ranks` numbers the generations from 0, mentors before their mentees but for
    ties that close a circle; `generations` is the longest chain; `left_out` people are not among them."""

    person_id: int
    people: tuple[LineagePerson, ...]
    ties: tuple[LineageTie, ...]
    ranks: Mapping[int, int]
    generations: int
    left_out: int = 0

    @property
    def names(self) -> dict[int, str]:
        return {person.id: person.name for person in self.people}

    @property
    def since(self) -> int | None:
        """The year of the first tie, as far as years are known."""
        return min((year for tie in self.ties for year in tie.years), default=None)

    @property
    def alive(self) -> int:
        """How many ties are still alive."""
        return sum(tie.alive for tie in self.ties)


def ties_of(pairs: Iterable[Mentoring]) -> tuple[LineageTie, ...]:
    """One tie a direction between two people, oldest first; it is alive where one of its pairs is."""
    found: defaultdict[Key, list[Mentoring]] = defaultdict(list)
    for pair in pairs:
        found[pair.mentor_id, pair.mentee_id].append(pair)
    return tuple(sorted((_tie(key, group) for key, group in found.items()), key=_oldest_first))


def _tie(key: Key, group: Sequence[Mentoring]) -> LineageTie:
    return LineageTie(
        *key,
        pair_ids=tuple(sorted(pair.pair_id for pair in group)),
        years=tuple(sorted({pair.started_on.year for pair in group if pair.started_on})),
        alive=any(pair.alive for pair in group),
        reverse=all(pair.format is Format.REVERSE for pair in group),
    )


def _oldest_first(tie: LineageTie) -> tuple[int, Key]:
    return (tie.years[0] if tie.years else _NO_YEAR), tie.key


def closing(circle: Iterable[LineageTie]) -> frozenset[Key]:
    """The ties of a circle that lead back: taken one after the other, the older first and reverse ones last, each that
    would end where its mentor came from."""
    onwards: defaultdict[int, set[int]] = defaultdict(set)
    back = set()
    for tie in sorted(circle, key=lambda tie: (tie.reverse, _oldest_first(tie))):
        if _leads(onwards, tie.mentee_id, tie.mentor_id):
            back.add(tie.key)
        else:
            onwards[tie.mentor_id].add(tie.mentee_id)
    return frozenset(back)


def _leads(onwards: Mapping[int, set[int]], start: int, end: int) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        if at == end:
            return True
        fresh = onwards.get(at, set()) - seen
        seen |= fresh
        waiting += fresh
    return False


def caption(title: str, company: str, gone: bool, left_on: date | None, departure: tuple[str, date] | None) -> str:
    """The second line of a person: title, of somebody external with the company; who is gone: "retired 2014"."""
    if not gone:
        return ", ".join(part for part in (title, company) if part)
    if departure is None:
        return f"left {left_on.year}" if left_on else "has left"
    words, on = departure
    said = words.strip()
    said = said[:1].lower() + said[1:] if said and said != CareerKind.DEPARTURE.word else "left"
    return f"{said} {on.year}"


def sentence(lineage: Lineage) -> str:
    """ "5 generations since 1989, 5 of 7 ties are still alive"; "" where there is no tie."""
    if not lineage.ties:
        return ""
    since = f" since {lineage.since}" if lineage.since else ""
    return f"{counted(lineage.generations, 'generation')}{since}, {_alive(lineage.alive, len(lineage.ties))}"


def _alive(alive: int, ties: int) -> str:
    if ties == 1:
        return "the tie is still alive" if alive else "the tie has come to its end"
    if alive in (0, ties):
        return f"all {ties} ties are still alive" if alive else f"none of {ties} ties is still alive"
    return f"{alive} of {ties} ties {'is' if alive == 1 else 'are'} still alive"


def mark(tie: LineageTie, names: Mapping[int, str]) -> str:
    """What stands on the line: the year; of a reverse tie and of one that leads back also who mentored whom."""
    verb = "mentors" if tie.alive else "mentored"
    who = f"{first_name(names[tie.mentor_id])} {verb} {first_name(names[tie.mentee_id])}"
    if tie.reverse:
        return f"{tie.year_text}, reverse: {who}" if tie.years else f"Reverse: {who}"
    if tie.closes:
        return f"{tie.year_text}: {who}" if tie.years else who
    return tie.year_text


def tie_sentence(tie: LineageTie, names: Mapping[int, str]) -> str:
    """ "Ruth Adelmann has mentored Amara Okonkwo since 2011", "Mei-Lin Zhao mentored Amara Okonkwo from 2022"."""
    mentor, mentee = names[tie.mentor_id], names[tie.mentee_id]
    reverse = " (reverse)" if tie.reverse else ""
    if tie.alive:
        since = f" since {tie.years[0]}" if tie.years else ""
        return f"{mentor} has mentored {mentee}{since}{reverse}"
    return f"{mentor} mentored {mentee}{f' from {tie.year_text}' if tie.years else ''}{reverse}"


def person_sentence(lineage: Lineage, person_id: int) -> str:
    """A person with their ties, for screen readers and tool tips."""
    person = next(each for each in lineage.people if each.id == person_id)
    names = lineage.names
    mentors = [names[tie.mentor_id] for tie in lineage.ties if tie.mentee_id == person_id]
    mentees = [names[tie.mentee_id] for tie in lineage.ties if tie.mentor_id == person_id]
    who = ", ".join(part for part in (person.name, person.caption) if part)
    parts = [who]
    parts += [f"Mentored by {_all(mentors)}"] if mentors else []
    parts += [f"Mentor of {_all(mentees)}"] if mentees else []
    return ". ".join(parts)


def _all(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
