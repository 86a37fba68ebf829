"""What the two say when a pair closes: the benefits each side names, ranked by role and format. Knows no table."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentordesk.domain import small_groups
from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import FieldError
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus, Side

RECOMMEND = range(11)
"""Would recommend, 0 to 10."""
SMALLEST_GROUP = small_groups.USUAL
"""Of fewer answers no figure is shown, unless the desk says otherwise: it would tell who said what (DESIGN-2 10.17)."""
DUE_DAYS = 30
"""So many days before its cohort ends a pair may be asked (DESIGN-2 10.16)."""
_OVER = frozenset({PairStatus.COMPLETED, PairStatus.ENDURING, PairStatus.ENDED})


class Benefit(StrEnum):
    """What a side says it got, in the order it is offered; `OTHER` stands for own words."""

    LEADERSHIP = "leadership"
    PERSPECTIVE = "perspective"
    NETWORK = "network"
    CONFIDENCE = "confidence"
    SKILL = "skill"
    RECOGNITION = "recognition"
    WELLBEING = "wellbeing"
    OTHER = "other"

    @property
    def word(self) -> str:
        return _WORDS[self]


_WORDS = {
    Benefit.LEADERSHIP: "Leadership skills",
    Benefit.PERSPECTIVE: "Perspective",
    Benefit.NETWORK: "Network",
    Benefit.CONFIDENCE: "Confidence",
    Benefit.SKILL: "Skill",
    Benefit.RECOGNITION: "Recognition",
    Benefit.WELLBEING: "Wellbeing",
    Benefit.OTHER: "In own words",
}
OFFERED = tuple(benefit for benefit in Benefit if benefit is not Benefit.OTHER)
"""The benefits one can tick; what else there is, a side says in its own words."""


@dataclass(frozen=True, slots=True)
class SurveyForm:
    """One side's answers as typed in. `again`: would match with this person again; `answers` are (question, words) to
    the program's own questions. None, "" and () are left open. The comment is confidential."""

    pair_id: int
    side: Side
    on: date
    benefits: tuple[Benefit, ...] = ()
    own_words: tuple[str, ...] = ()
    recommend: int | None = None
    go_on: bool | None = None
    again: bool | None = None
    answers: tuple[tuple[str, str], ...] = ()
    comment: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing has been answered at all."""
        said = (*self.own_words, *(words for _, words in self.answers), self.comment)
        ticked = (self.recommend, self.go_on, self.again)
        return not self.benefits and all(it is None for it in ticked) and not any(it.strip() for it in said)


def check(form: SurveyForm, today: date, started_on: date | None) -> None:
    """Raise FieldError for `on`, `benefits`, `own_words` or `recommend` where an answer is outside its scale, or where
    nothing was answered. The day is one of the pair's life, and not to come."""
    if form.on > today:
        raise FieldError("on", "This day is still to come. Use today?", proposal=today)
    if started_on is not None and form.on < started_on:
        raise FieldError("on", "The pair had not begun on this day.", proposal=today)
    if form.recommend is not None and form.recommend not in RECOMMEND:
        raise FieldError("recommend", "Choose 0 to 10.", proposal=min(10, max(0, form.recommend)))
    if any(benefit not in set(Benefit) for benefit in form.benefits):
        raise FieldError("benefits", "Choose benefits of the list; others go into own words.")
    if Benefit.OTHER in form.benefits and not any(words.strip() for words in form.own_words):
        raise FieldError("own_words", "Say in a few words what else there was.")
    if form.is_empty:
        raise FieldError("benefits", "Nothing is answered yet. Name one benefit, or answer another question.")


def own_words(typed: str) -> tuple[str, ...]:
    """What was typed in one line, taken apart at semicolons: "A friend at work; calm" are two."""
    return tuple(words.strip() for words in typed.split(";") if words.strip())


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """One side's answers on record; `name` is the person's."""

    id: int
    pair_id: int
    side: Side
    name: str
    on: date
    benefits: tuple[Benefit, ...]
    own_words: tuple[str, ...]
    recommend: int | None
    go_on: bool | None
    again: bool | None
    answers: tuple[tuple[str, str], ...]
    comment: str

    @property
    def form(self) -> SurveyForm:
        """The answers as they would be typed in."""
        given = (self.recommend, self.go_on, self.again, self.answers, self.comment)
        return SurveyForm(self.pair_id, self.side, self.on, self.benefits, self.own_words, *given)

    @property
    def named(self) -> str:
        """All benefits as one line, own words last: "Perspective, Network, A friend at work"."""
        words = [benefit.word for benefit in self.benefits if benefit is not Benefit.OTHER]
        return ", ".join((*words, *self.own_words))


@dataclass(frozen=True, slots=True)
class PairClosing:
    """How a pair closes: the surveys of both sides, who would match again, and whether it is time to ask."""

    left: SurveyRow | None = None
    right: SurveyRow | None = None
    left_again: bool | None = None
    right_again: bool | None = None
    is_due: bool = False

    def survey(self, side: Side) -> SurveyRow | None:
        return self.left if side is Side.LEFT else self.right

    def again(self, side: Side) -> bool | None:
        return self.left_again if side is Side.LEFT else self.right_again

    @property
    def answered(self) -> int:
        """How many of the two sides have answered."""
        return (self.left is not None) + (self.right is not None)


def is_due(status: PairStatus, cohort_ends_on: date | None, today: date) -> bool:
    """Whether the closing survey may be asked: the pair is over or goes on by itself, or its cohort ends in 30 days."""
    near = cohort_ends_on is not None and cohort_ends_on <= today + timedelta(days=DUE_DAYS)
    return status in _OVER or (near and status is not PairStatus.PROPOSED)


def role_of(format_: Format, side: Side) -> Role:
    """Who stands on a side: peers have one role, in every other format the left is the mentor."""
    if format_ is Format.PEER:
        return Role.PEER
    return Role.MENTOR if side is Side.LEFT else Role.MENTEE


@dataclass(frozen=True, slots=True)
class NamedBenefits:
    """What one side that answered has named; `id` is the survey's, `name` the person's, `pair` the short name."""

    id: int
    pair_id: int
    pair: str
    name: str
    format: Format
    side: Side
    benefits: tuple[Benefit, ...]
    own_words: tuple[str, ...] = ()

    @property
    def role(self) -> Role:
        return role_of(self.format, self.side)


@dataclass(frozen=True, slots=True)
class BenefitCount:
    """How many sides of a role named a benefit, of how many that answered; ties share a rank, from 1."""

    benefit: Benefit
    count: int
    answered: int
    rank: int


@dataclass(frozen=True, slots=True)
class BenefitGroup:
    """The benefits one role of one format named, most named first. `format` None takes all formats together.

    `is_small`: too few answers to be shown without telling who said what, or left out because such a group would
    follow from the others; `smallest` is the number of answers from which a group is shown.
    """

    role: Role
    format: Format | None
    answered: int
    counts: tuple[BenefitCount, ...]
    is_small: bool = False
    smallest: int = SMALLEST_GROUP

    @property
    def why_small(self) -> str:
        """Why there is a dash: "fewer than 5 answers"."""
        enough = self.answered >= self.smallest
        return small_groups.SO_THAT if enough else too_few(self.answered, self.smallest)

    @property
    def first(self) -> tuple[BenefitCount, ...]:
        """The benefits of rank 1; none where too few answered or none was named."""
        return () if self.is_small else tuple(count for count in self.counts if count.rank == 1)


@dataclass(frozen=True, slots=True)
class NamedInScope:
    """All sides of a scope that have answered the closing survey; of groups under `smallest` no figure is shown."""

    sides: tuple[NamedBenefits, ...] = ()
    smallest: int = SMALLEST_GROUP

    def group(self, role: Role, format_: Format | None = None) -> BenefitGroup:
        """The ranking of one role, in one format or in all."""
        chosen = self.of(role, format_)
        return BenefitGroup(role, format_, len(chosen), rank(chosen), self._is_small(role, format_), self.smallest)

    def _is_small(self, role: Role, format_: Format | None) -> bool:
        """Of the formats that add up to what a role says in all, none is left out alone."""
        if format_ is None:
            return len(self.of(role)) < self.smallest
        sizes = {each: len(found) for each in Format if (found := self.of(role, each))}
        hidden = small_groups.hidden_groups(tuple(sizes.values()), self.smallest)
        return format_ not in sizes or tuple(sizes).index(format_) in hidden

    @property
    def by_role(self) -> tuple[BenefitGroup, ...]:
        """Mentors, mentees, peers over all formats, as far as somebody answered."""
        return tuple(group for group in (self.group(role) for role in Role) if group.answered)

    @property
    def by_format(self) -> tuple[BenefitGroup, ...]:
        """The same for each format, in the order of the formats."""
        groups = (self.group(role, format_) for format_ in Format for role in Role)
        return tuple(group for group in groups if group.answered)

    def of(self, role: Role, format_: Format | None = None) -> tuple[NamedBenefits, ...]:
        """The sides behind a group."""
        return tuple(it for it in self.sides if it.role is role and format_ in (None, it.format))

    def naming(self, benefit: Benefit, role: Role, format_: Format | None = None) -> tuple[NamedBenefits, ...]:
        """The sides behind a figure: those of a role that named this benefit."""
        return tuple(it for it in self.of(role, format_) if benefit in it.benefits)


def rank(sides: Sequence[NamedBenefits]) -> tuple[BenefitCount, ...]:
    """Benefits by how many sides named them, each side once; the same number has the same rank: 1, 2, 2, 4."""
    number = Counter(benefit for side in sides for benefit in set(side.benefits))
    order = sorted(number, key=lambda benefit: (-number[benefit], tuple(Benefit).index(benefit)))
    return tuple(BenefitCount(it, number[it], len(sides), 1 + _above(number.values(), number[it])) for it in order)


def _above(counts: Iterable[int], count: int) -> int:
    return sum(each > count for each in counts)


SIDES_WORDS = {Role.MENTOR: "mentors", Role.MENTEE: "mentees", Role.PEER: "peers"}


def sentence(group: BenefitGroup) -> str:
    """ "Mentors name leadership skills first: 17 of 40." A tie names all; too few answers say so."""
    who = SIDES_WORDS[group.role].capitalize()
    if group.is_small:
        return f"{who}: {group.why_small}."
    if not group.first:
        return f"{who} have named no benefit."
    names = " and ".join(count.benefit.word.lower() for count in group.first)
    return f"{who} name {names} first: {group.first[0].count} of {group.answered}."


def too_few(answered: int, smallest: int = SMALLEST_GROUP) -> str:
    """Why there is a dash: "fewer than 5 answers"."""
    return "no answer yet" if not answered else small_groups.too_few(smallest, "answers")
