"""What a program's new drafts are matched by, as its Matching tab shows and changes it. Knows no table."""

from dataclasses import dataclass, field

from mentordesk.domain.company_places import CompanyPlaces
from mentordesk.domain.matching.criteria import MatchRules


@dataclass(frozen=True, slots=True)
class ProgramMatching:
    """`rules` are None where those of the program cannot be read; `problem` says why then. `usual` are the rules its
    format begins with, `fields` the names of the desk's own fields."""

    rules: MatchRules | None
    usual: MatchRules
    places: CompanyPlaces = field(default_factory=CompanyPlaces)
    fields: tuple[str, ...] = ()
    problem: str = ""
