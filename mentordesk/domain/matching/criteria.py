"""What counts for a fit and what forbids a pair, as frozen forms. Reading them from a file is `reading.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

HIGHEST_WEIGHT = 10
WHOLE = 10_000
"""A fit of 100 in hundredths of a point."""
CUSTOM = "custom:"
"""A criterion on one of the desk's own fields is called by this and the field's name."""


class Goal(StrEnum):
    """What a suggestion is best at. Participation: most people, then the highest total. Score: the highest total.
    Fairness: most people, then the lowest fit as high as it can be, then the total."""

    PARTICIPATION = "participation"
    SCORE = "score"
    FAIRNESS = "fairness"

    @property
    def word(self) -> str:
        return self.value.capitalize()


class Want(StrEnum):
    """How two values of a criterion should stand to each other."""

    SHARED = "shared"
    OTHER = "other"
    SAME = "same"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that counts. `weight` is 0 to 10; a pair that meets nothing of a `must` is excluded outright.

    Levels count from the mentee to the mentor: `ideal`, `at_least`, `at_most`. `hours` is how far two time zones may
    be apart. A custom field that is `near` may differ by `at_most`.
    """

    key: str
    weight: int = 0
    must: bool = False
    want: Want | None = None
    ideal: int | None = None
    at_least: int | None = None
    at_most: float | None = None
    hours: float | None = None

    @property
    def word(self) -> str:
        if self.key.startswith(CUSTOM):
            return self.key.removeprefix(CUSTOM)
        return WORDS[self.key].format(want=self.want.value.capitalize() if self.want else "")

    @property
    def counts(self) -> bool:
        return self.weight > 0 or self.must


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that forbids a pair. A `locked` rule cannot be switched off. `levels_apart` has `at_least` and
    `at_most` levels from the mentee to the mentor, `hours_apart` has `at_most`, `lowest_fit` has `points` of 100."""

    key: str
    on: bool = False
    locked: bool = False
    at_least: int | None = None
    at_most: float | None = None
    points: int | None = None

    @property
    def word(self) -> str:
        if self.key == "levels_apart":
            return _levels_word(self.at_least, self.at_most)
        values = {"points": self.points, "at_most": f"{self.at_most or 0:g}"}
        return RULE_WORDS[self.key].format(**values)


WORDS = {
    "wishes": "Wishes met",
    "gives_back": "Gives back",
    "life_experience": "Life experience",
    "level_distance": "Level distance",
    "department": "{want} department",
    "company": "{want} company",
    "place": "{want} place",
    "time_zone": "Time zone",
    "place_and_time": "Place and time",
    "language": "Language",
    "meeting_form": "Meeting form",
    "ranked_wishes": "People asked for",
    "score_table": "Score table",
}
"""The criteria in the order they are shown, and what they are called."""

STANDARD = {
    "life_experience": Criterion("life_experience", want=Want.SHARED),
    "level_distance": Criterion("level_distance", ideal=2),
    "department": Criterion("department", want=Want.OTHER),
    "company": Criterion("company", want=Want.OTHER),
    "place": Criterion("place", want=Want.SAME),
    "time_zone": Criterion("time_zone", hours=3),
    "place_and_time": Criterion("place_and_time", hours=3),
}
"""What a criterion asks for unless the rules say otherwise."""

RULE_WORDS = {
    "own_line": "Never the own manager, the manager’s manager, or two of one manager",
    "places": "Never more pairs than a person has places",
    "vetoes": "Never somebody whom one side does not want",
    "ring_of_two": "Never each other’s mentor",
    "together_before": "Never a pair that was together before",
    "levels_apart": "Levels apart",
    "other_department": "Never of one department",
    "other_company": "Never of one company",
    "shared_language": "One shared language",
    "hours_apart": "At most {at_most} hours apart",
    "lowest_fit": "Never below a fit of {points}",
}
"""The rules in the order they are shown, and what they are called."""

STANDARD_RULES = {
    "own_line": Rule("own_line", on=True, locked=True),
    "places": Rule("places", on=True, locked=True),
    "vetoes": Rule("vetoes", on=True, locked=True),
    "ring_of_two": Rule("ring_of_two", on=True),
    "together_before": Rule("together_before", on=True),
    "levels_apart": Rule("levels_apart", at_least=2),
    "hours_apart": Rule("hours_apart", at_most=3),
    "lowest_fit": Rule("lowest_fit", points=50),
}
"""Each rule unless the program says otherwise: those that protect people are on."""

HARD = ("own_line", "places", "vetoes", "ring_of_two", "together_before")
"""The rules that hold whatever the fit is made of: by criteria or by a score table."""


@dataclass(frozen=True, slots=True)
class MatchRules:
    """What a cohort is matched by: every criterion and every rule there is, and the goal."""

    criteria: tuple[Criterion, ...]
    rules: tuple[Rule, ...]
    goal: Goal = Goal.PARTICIPATION

    def criterion(self, key: str) -> Criterion:
        """Raises KeyError for one there is not."""
        return next((each for each in self.criteria if each.key == key), None) or _missing(key)

    def rule(self, key: str) -> Rule:
        return next(each for each in self.rules if each.key == key)

    def is_on(self, key: str) -> bool:
        return self.rule(key).on

    def points(self, whole: int = WHOLE) -> Mapping[str, int]:
        """What each criterion is worth in hundredths of a point, in even numbers that sum to `whole` (even) exactly:
        each by its weight, the rest to those with the largest remainder, then in the order shown."""
        total = sum(each.weight for each in self.criteria)
        if not total:
            return {each.key: 0 for each in self.criteria}
        units = whole // 2
        shares = {each.key: divmod(each.weight * units, total) for each in self.criteria}
        left = units - sum(share for share, _ in shares.values())
        first = set(sorted(shares, key=lambda key: -shares[key][1])[:left])
        return {key: 2 * (share + (key in first)) for key, (share, _) in shares.items()}

    def with_rule(self, rule: Rule) -> "MatchRules":
        return replace(self, rules=tuple(rule if each.key == rule.key else each for each in self.rules))

    def without(self, key: str) -> "MatchRules":
        """The same with this rule off, or this criterion no must: what it costs is then solved, not guessed."""
        return replace(
            self,
            rules=tuple(replace(each, on=each.on and each.key != key) for each in self.rules),
            criteria=tuple(replace(each, must=each.must and each.key != key) for each in self.criteria),
        )

    def for_table(self) -> "MatchRules":
        """A score table as the only criterion: of the rules only the hard ones are left."""
        return replace(
            self,
            criteria=tuple(replace(each, weight=0, must=False) for each in self.criteria),
            rules=tuple(replace(each, on=each.on and each.key in HARD) for each in self.rules),
        )


def _missing(key: str) -> Criterion:
    raise KeyError(key)


def _levels_word(at_least: int | None, at_most: float | None) -> str:
    if at_least is not None and at_most is not None:
        if at_most < 0:
            return f"{-at_most:g} to {_levels(-at_least)} below"
        return f"{at_least} to {_levels(at_most)} above"
    if at_most is None:
        return f"At least {_levels(at_least or 0)} above"
    return f"At least {_levels(-at_most)} below" if at_most < 0 else f"At most {_levels(at_most)} apart"


def _levels(number: float) -> str:
    return f"{number:g} level{'' if number == 1 else 's'}"
