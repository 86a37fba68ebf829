"""What the People page reads: the directory, and everything about the chosen person. Touches no widget."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mentordesk.domain.cohorts import EnrollmentRow
from mentordesk.domain.introductions import IntroductionRow
from mentordesk.domain.lineage import Lineage
from mentordesk.domain.lineage_layout import Measures
from mentordesk.domain.people import PersonRow
from mentordesk.domain.person_card import PersonCard
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.ui.people.lineage_drawing import Drawn, draw


@dataclass(frozen=True, slots=True)
class Directory:
    """The people of a scope by name; `whole` where the scope is the whole desk."""

    people: list[PersonRow]
    whole: bool


@dataclass(frozen=True, slots=True)
class CardSheet:
    """A person's card on a day; `open_cohorts` are the cohorts that are not over."""

    card: PersonCard
    today: date
    open_cohorts: frozenset[int]
    lineage: Lineage
    introductions: tuple[IntroductionRow, ...]

    def current(self) -> list[EnrollmentRow]:
        """The enrollments in cohorts that are not over."""
        return [it for it in self.card.enrollments if it.cohort_id in self.open_cohorts]


def read_directory(session: Any, scope: Scope) -> Directory:
    """Everybody, or who takes part in the program or cohort."""
    from mentordesk.services.people import people
    from mentordesk.services.person_scope import taking_part

    rows = people.rows(session)
    if scope == EVERYTHING:
        return Directory(rows, whole=True)
    chosen = taking_part(session, scope)
    return Directory([row for row in rows if row.id in chosen], whole=False)


def read_card(session: Any, person_id: int) -> CardSheet | None:
    """The person; None where there is none any more: the directory is about to say so."""
    from mentordesk.domain.errors import NotFoundError
    from mentordesk.services.desk import today
    from mentordesk.services.pairs import introductions, pair_listing
    from mentordesk.services.people import lineage, people

    try:
        card = people.card(session, person_id)
    except NotFoundError:
        return None
    return CardSheet(
        card,
        today(session),
        frozenset(it.id for it in pair_listing.cohorts(session)),
        lineage.around(session, person_id),
        introductions.of_person(session, person_id),
    )


def read_family(session: Any, person_id: int, measures: Measures) -> Drawn:
    """Everybody tied to a person over any number of steps, laid out."""
    from mentordesk.services.people import lineage

    return draw(lineage.family(session, person_id), measures)
