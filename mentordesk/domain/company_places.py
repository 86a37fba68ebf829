"""How many mentors and mentees of one company a cohort takes, and what is said when it is more. Knows no table."""

from dataclasses import dataclass

from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.text import fold

MOST_OF_A_COMPANY = 10_000
OUR_COMPANY = "Our company"
"""What the own company is called where nobody has written its name down."""
TAKEN_BY = frozenset({EnrollmentStatus.ACCEPTED, EnrollmentStatus.APPLIED})
"""Who takes one of a company's places. Who waits, withdrew or is done takes none."""


@dataclass(frozen=True, slots=True)
class CompanyPlaces:
    """The most mentors and mentees of one company in a cohort, 1 to 10,000 each; None is no limit. Peers have none."""

    mentors: int | None = None
    mentees: int | None = None

    def of(self, role: Role) -> int | None:
        return {Role.MENTOR: self.mentors, Role.MENTEE: self.mentees}.get(role)

    def __bool__(self) -> bool:
        return self.mentors is not None or self.mentees is not None


def company_of(company: str, external: bool, own: str) -> str:
    """The company somebody counts for. Without one written down it is the own one; of people from outside nobody
    knows, and they count for none (empty)."""
    return company.strip() or ("" if external else own)


def company_key(company: str) -> str:
    """The same for every way of writing it."""
    return fold(" ".join(company.split()))


def full(company: str, role: Role, taken: int, added: int, most: int) -> str:
    """What stands against `added` more people of a company, `taken` of whose `most` places are taken; else empty.
    A group of which some would still fit is told how many."""
    if taken + added <= most:
        return ""
    words = f"{company} has {taken} of {most} {role.value}{'' if most == 1 else 's'} in this cohort"
    left = most - taken
    return f"{words} already" if left <= 0 else f"{words}, so {left} more can join, not {added}"
