"""The pairs and the waiting people that are written down in pairs.toml, the stories and cohorts.toml."""

from collections.abc import Mapping
from typing import Any

from mentordesk.data.tables import EnrollmentWish, WishKind
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.services.sampling import lives, pairs, texts
from mentordesk.services.sampling.draft import CohortFacts, Draft


def entries() -> list[dict[str, Any]]:
    """Every pair that is told, the full stories last."""
    return [*texts.read("pairs")["pair"], *texts.stories()]


def add_pairs(draft: Draft) -> None:
    for told in entries():
        cohort = draft.cohorts[told["cohort"]] if "cohort" in told else None
        couple = pairs.add(draft, draft.members[told["left"]], draft.members[told["right"]], cohort, told)
        lives.live(draft, couple, told)


def add_waiting(draft: Draft) -> None:
    """Who is enrolled and has no pair yet, with wishes and vetoes."""
    for told in texts.read("cohorts")["enrolled"]:
        cohort, role = draft.cohorts[told["cohort"]], Role(told["role"])
        for name in told["people"]:
            _add(draft, cohort, role, name, told)


def _add(draft: Draft, cohort: CohortFacts, role: Role, name: str, told: Mapping[str, Any]) -> None:
    member = draft.members[name]
    seat = draft.seats.get((cohort.id, member.id, role))
    status = EnrollmentStatus(told.get("status", "accepted"))
    enrollment_id = seat["id"] if seat else pairs.enroll(draft, cohort, member, role, status, told.get("note", ""))
    for kind, key in ((WishKind.WISH, "wishes"), (WishKind.VETO, "vetoes")):
        for rank, wanted in enumerate(told.get(key, {}).get(name, ()), start=1):
            values = {"person_id": draft.members[wanted].id, "kind": kind, "rank": rank}
            draft.rows.add(EnrollmentWish, enrollment_id=enrollment_id, **values)
