"""Who is in the desk and not in a file of nearly everybody: exports leave out who has left. Changes nothing."""

from mentordesk.domain.importing import Shape
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.wording import listed
from mentordesk.services.imports.people import Plan

_FEW = 4
"""At most one of so many may be missing: else it is the list of a department or of a cohort."""


def notes(plan: Plan, shape: Shape) -> list[str]:
    """A sentence on colleagues who are at work, or on leave, as the desk knows; nothing where the file is a part."""
    here = {
        person_id: str(values["name"])
        for person_id, values in plan.known.people.items()
        if person_id > 0 and not values["external"] and values["status"] is not PersonStatus.LEFT
    }
    found = {row.person_id for row in plan.rows}
    absent = sorted(name for person_id, name in here.items() if person_id not in found)
    if shape is not Shape.ROSTER or not absent or len(absent) * _FEW > len(here):
        return []
    who = "1 person of the desk is" if len(absent) == 1 else f"{len(absent):,} people of the desk are"
    return [f"{who} not in this file: {listed(absent)}. Have they left? Say so in People"]
