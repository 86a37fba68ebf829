"""A draft of a cohort's pairs: what it was suggested by, what the coordinator fixed, and the pairs. Knows no table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from mentordesk.domain.matching.criteria import Goal, MatchRules
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.questions import Cells, Fixed
from mentordesk.domain.matching.task import Task
from mentordesk.domain.programs import Format

MOST_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class DraftSettings:
    """What a draft is suggested by. `rules` have the goal too. `shape` is PEERS in peer programs, else PAIRS or
    CIRCLES. `trio` lets an odd peer join a pair; `rounds` (1 to 6) are of peers. `table_alone` makes the cohort's score
    table the only criterion; beside others it is the criterion “score_table” of the rules."""

    rules: MatchRules
    shape: Shape = Shape.PAIRS
    circles: CircleSize = field(default_factory=CircleSize)
    trio: bool = False
    rounds: int = 1
    table_alone: bool = False


@dataclass(frozen=True, slots=True)
class DraftPair:
    """A pair of a draft by person ids; `fit` in hundredths of a point, `round` from 1, `circle` from 1 or 0."""

    mentee: int
    mentor: int
    fit: int
    round: int = 1
    circle: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it was kept. `pairs` are of all rounds."""

    id: int
    cohort_id: int
    name: str
    made_at: datetime
    settings: DraftSettings
    fixed: Fixed
    pairs: tuple[DraftPair, ...]

    def rounds(self) -> tuple[Cells, ...]:
        """The cells of each round, in order."""
        last = max((pair.round for pair in self.pairs), default=1)
        return tuple(
            tuple((pair.mentee, pair.mentor) for pair in self.pairs if pair.round == number)
            for number in range(1, last + 1)
        )


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A line of the list of drafts; figures are of the first round, `total`, `average` and `lowest` in hundredths.
    `lowest_names` are the two with the lowest fit."""

    id: int
    name: str
    made_at: datetime
    goal: Goal
    pairs: int
    total: int
    average: int
    lowest: int
    lowest_names: str
    unmatched: int
    pinned: int
    forbidden: int


@dataclass(frozen=True, slots=True)
class MatchPerson:
    """Somebody of a draft as the workspace shows them. `taking_part` is false for whoever withdrew since."""

    id: int
    name: str
    title: str = ""
    department: str = ""
    company: str = ""
    email: str = ""
    taking_part: bool = True


@dataclass(frozen=True, slots=True)
class CohortToMatch:
    """A cohort that can be matched: `to_match` mentees (or peers) have no pair, `waiting` proposed pairs no answer.
    `over_since` is the day on which it ended or was closed; None of one in preparation or running."""

    id: int
    name: str
    to_match: int
    waiting: int
    over_since: date | None = None


@dataclass(frozen=True, slots=True)
class MatchSheet:
    """Everything the Matching page shows of a cohort. `cohort_id` is None where no cohort of the scope can be matched;
    then only `cohorts` says more (nothing). `draft` is None before the first one. `task` has the draft's settings, pins
    and forbids, or the program's rules. `stale` are sentences on what changed among the people since the draft was
    made; `problem` says why nothing can be matched (an empty side, rules that cannot be read), then `task` is None;
    `everybody_matched` where that is because nobody looks for a pair any more."""

    cohorts: tuple[CohortToMatch, ...]
    cohort_id: int | None = None
    cohort: str = ""
    program_id: int | None = None
    program: str = ""
    format: Format = Format.TRADITIONAL
    starts_on: date | None = None
    program_settings: DraftSettings | None = None
    drafts: tuple[DraftRow, ...] = ()
    draft: Draft | None = None
    task: Task | None = None
    people: Mapping[int, MatchPerson] = field(default_factory=dict)
    stale: tuple[str, ...] = ()
    problem: str = ""
    everybody_matched: bool = False
    table_name: str = ""
    fields: tuple[str, ...] = ()

    @property
    def over_since(self) -> date | None:
        """When the cohort that is shown ended; None while it goes on."""
        return next((each.over_since for each in self.cohorts if each.id == self.cohort_id), None)

    @property
    def peers(self) -> bool:
        return self.format is Format.PEER

    def before(self) -> DraftRow | None:
        """The draft made before the one that is open."""
        at = next((at for at, row in enumerate(self.drafts) if self.draft and row.id == self.draft.id), 0)
        return self.drafts[at - 1] if at else None
