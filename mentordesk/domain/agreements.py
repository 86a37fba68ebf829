"""Ground rules: the text a pair agrees to, with its names in it, and who has signed. Knows no table."""

from dataclasses import dataclass
from datetime import date

from mentordesk.domain.dates import long
from mentordesk.domain.pairs import OfTwo
from mentordesk.domain.people import first_name
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus


@dataclass(frozen=True, slots=True)
class AgreementRow(OfTwo):
    """Who of a pair has signed the ground rules and when; `outdated` where they signed an older version of them."""

    id: int
    left: str
    right: str
    status: PairStatus
    left_on: date | None
    right_on: date | None
    outdated: bool
    format: Format = Format.TRADITIONAL
    rules: str = ""

    @property
    def both(self) -> bool:
        """Both sides have signed the rules as they are now."""
        return self.left_on is not None and self.right_on is not None and not self.outdated

    @property
    def text(self) -> str:
        """The rules with the names of the two."""
        return with_names(self.rules, first_name(self.left), first_name(self.right))

    @property
    def signers(self) -> str:
        """Who signed when: "Amara on 8 October 2025, Jonas on 9 October 2025"; empty where nobody has."""
        days = ((self.left, self.left_on), (self.right, self.right_on))
        return ", ".join(f"{first_name(name)} on {long(on)}" for name, on in days if on is not None)


def side_titles(format_: Format) -> tuple[str, str]:
    """What the two sides of a pair are called at the head of a column: peers stand by name."""
    return ("First by name", "Second by name") if format_ is Format.PEER else ("Mentor", "Mentee")


def with_names(rules: str, mentor: str, mentee: str) -> str:
    """The rules as one pair reads them: {mentor} and {mentee} become names."""
    return rules.replace("{mentor}", mentor).replace("{mentee}", mentee)
