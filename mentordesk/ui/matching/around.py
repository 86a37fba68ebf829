"""What a question about a pair or a person is answered amid: the people, the proposal, the words for its shape."""

from dataclasses import dataclass

from mentordesk.domain.matching.draft import MatchSheet
from mentordesk.domain.matching.result import Proposal
from mentordesk.domain.matching.task import Cell
from mentordesk.domain.people import first_name
from mentordesk.domain.rounding import half_up
from mentordesk.ui.matching import effect_words
from mentordesk.ui.matching.effect_words import Words


@dataclass(frozen=True)
class Around:
    """`person` is the mentee (or peer, or mentor without a mentee) whom it is about."""

    sheet: MatchSheet
    proposal: Proposal
    person: int

    @property
    def words(self) -> Words:
        return effect_words.words_of(self.sheet.task)

    @property
    def per_point(self) -> int:
        return self.proposal.per_point

    @property
    def by_table(self) -> bool:
        """A score table is the only criterion."""
        return bool(self.sheet.task and self.sheet.task.table_alone)

    def fit(self, amount: int) -> str:
        """As the table of pairs has it: whole, but for a score table, which may be finer."""
        whole = f"{half_up(self.proposal.points(amount)):.0f}"
        return effect_words.points(amount, self.per_point) if self.by_table else whole

    def name(self, person: int) -> str:
        found = self.sheet.people.get(person)
        return found.name if found else "Somebody who left"

    def first(self, person: int) -> str:
        return first_of(self.sheet, person)

    def same(self, one: Cell, other: Cell) -> bool:
        """Of peers either may stand first."""
        return one == other or (self.words.peers and one == other[::-1])

    def is_proposed(self, cell: Cell) -> bool:
        """Whether the two are a pair of the proposal."""
        return any(self.same((pair.mentee, pair.mentor), cell) for pair in self.proposal.pairs)


def first_of(sheet: MatchSheet, person: int) -> str:
    """Somebody's first name, also of one who takes no part any more."""
    found = sheet.people.get(person)
    return first_name(found.name) if found else "somebody who left"
