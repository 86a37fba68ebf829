"""A cohort to be matched and a draft of it, for tests: made through the services, as the Matching page makes them."""

from dataclasses import dataclass, field, replace
from typing import Any

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching.draft import DraftSettings, MatchSheet
from mentordesk.domain.matching.people import Shape
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.matching.result import Proposal
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import EVERYTHING
from mentordesk.services.desk import Desk
from mentordesk.services.matching import drafts
from mentordesk.services.matching.draft_rows import KeptDraft, find
from tests.builders import add_cohort, add_person, add_program, enroll

COHORT = "Crossroads 2026–27"
MENTORS = {"Ada Ek": ("Data", "Negotiation"), "Bo Ek": ("Budgets",)}
MENTEES = {"Cy Ek": ("Data",), "Di Ek": ("Budgets",), "Ed Ek": ("Negotiation",)}
NOTHING = Fixed()


@dataclass
class Drafted:
    """A desk with a cohort; `people` are their ids by first name."""

    desk: Desk
    cohort: int = 0
    format: Format = Format.TRADITIONAL
    people: dict[str, int] = field(default_factory=dict)

    def found(self) -> "Drafted":
        """The cohort of a new program, without people."""
        program = add_program(self.desk, "Crossroads", self.format)
        self.cohort = add_cohort(self.desk, program, COHORT)
        return self

    def fill(self) -> "Drafted":
        """Two mentors with a place each, three mentees who want what they offer."""
        for name, offers in MENTORS.items():
            self.join(name, Role.MENTOR, offers=offers)
        for name, wants in MENTEES.items():
            self.join(name, Role.MENTEE, wants=wants)
        return self

    def join(self, name: str, role: Role, capacity: int = 1, **values: Any) -> int:
        """A new person in the cohort, of a level and with a language that the rules allow."""
        values = {"level": 6 if role is Role.MENTOR else 3, "languages": ("English",), **values}
        person = add_person(self.desk, name, **values)
        enroll(self.desk, self.cohort, person, role, capacity=capacity)
        self.people[name.split()[0]] = person
        return person

    def cell(self, mentee: str, mentor: str) -> tuple[int, int]:
        return self.people[mentee], self.people[mentor]

    def sheet(self, draft_id: int | None = None, cohort_id: int | None = None) -> MatchSheet:
        return self.desk.read(drafts.sheet, EVERYTHING, cohort_id or self.cohort, draft_id)

    def settings(self, **values: Any) -> DraftSettings:
        found = self.sheet().program_settings
        assert found
        return replace(found, **values)

    def suggested(self, settings: DraftSettings, fixed: Fixed = NOTHING) -> tuple[Proposal, ...]:
        """What the solver answers for these settings."""
        task = self.sheet().task
        assert task
        matching = Matching(drafts.with_settings(task, settings, fixed))
        if settings.shape is Shape.PEERS:
            return matching.rounds(settings.rounds)
        return (matching.suggest(),)

    def draft(self, settings: DraftSettings | None = None, fixed: Fixed = NOTHING) -> int:
        """Suggest and keep it as a new draft; returns its id."""
        settings = settings or self.settings()
        return self.desk.do(drafts.create, self.cohort, settings, fixed, self.suggested(settings, fixed))

    def change(self, draft_id: int, fixed: Fixed, label: str = "Pin a pair", **values: Any) -> None:
        """Solve again with other pins, forbids or settings, and keep it."""
        settings = replace(self.kept(draft_id).draft.settings, **values)
        found = self.suggested(settings, fixed)
        self.desk.do(drafts.keep, draft_id, settings, fixed, found, label)

    def kept(self, draft_id: int) -> KeptDraft:
        return self.desk.read(find, draft_id)

    def pairs(self, draft_id: int) -> set[tuple[int, int]]:
        """The cells of the first round as the desk keeps them."""
        return {(pair.mentee, pair.mentor) for pair in self.kept(draft_id).draft.pairs if pair.round == 1}
