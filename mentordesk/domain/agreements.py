"""Ground rules: the text a pair agrees to, with its names in it, and who has signed. Knows no table."""

from dataclasses import dataclass
from datetime import date

from mentordesk.domain.pairs import short_name
from mentordesk.domain.standing import PairStatus


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Who of a pair has signed the ground rules and when; `outdated` where they signed an older version of them."""

    id: int
    left: str
    right: str
    status: PairStatus
    left_on: date | None
    right_on: date | None
    outdated: bool

    @property
    def name(self) -> str:
        return f"{self.left} & {self.right}"

    @property
    def short(self) -> str:
        return short_name(self.left, self.right)

    @property
    def both(self) -> bool:
        """Both sides have signed the rules as they are now."""
        return self.left_on is not None and self.right_on is not None and not self.outdated


def with_names(rules: str, mentor: str, mentee: str) -> str:
    """The rules as one pair reads them: {mentor} and {mentee} become names."""
    return rules.replace("{mentor}", mentor).replace("{mentee}", mentee)
