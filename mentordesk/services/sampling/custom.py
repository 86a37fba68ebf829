"""The sample desk's own attributes of people, and everyone's values. Knows no pair."""

from typing import Any

from mentordesk.data.tables import CustomField, CustomValue
from mentordesk.domain.custom_values import YES
from mentordesk.domain.people import FieldKind
from mentordesk.services.sampling import texts
from mentordesk.services.sampling.draft import Draft, Member

Fields = dict[str, int]
"""Ids of the custom fields by name."""
_STAGE_OF_LEVEL = {1: 0, 2: 1, 3: 1, 4: 2, 5: 3, 6: 3, 7: 4}
_SHIFTS = ("Operations", "Logistics", "Manufacturing")


def create(draft: Draft) -> Fields:
    found = {}
    for position, (name, facts) in enumerate(texts.read("company")["fields"].items()):
        values = {"kind": FieldKind(facts["kind"]), "choices": facts.get("choices", []), "position": position}
        found[name] = draft.rows.add(CustomField, name=name, **values)
    return found


def fill(draft: Draft, fields: Fields, member: Member) -> None:
    """The values of one person of the company."""
    known: dict[str, Any] = texts.read("company")["fields"]
    departments = list(texts.read("company")["departments"])
    random = draft.random
    number = departments.index(member.department) + 1 if member.department in departments else 99
    pattern = known["Working pattern"]["choices"]
    works_shifts = member.department in _SHIFTS and (member.level or 7) < 4
    values = {
        "Career stage": [known["Career stage"]["choices"][_STAGE_OF_LEVEL[member.level or 1]]],
        "Cost center": [f"{number:02d}-{1000 + 10 * (member.level or 0)}"],
        "Working pattern": [pattern[3] if works_shifts else random.choice(pattern[:3])],
        "Communities": random.sample(known["Communities"]["choices"], 1) if random.random() < 0.35 else [],
        "First aider": [YES] if random.random() < 0.15 else [],
        "Values and goals": _values(member.id, known["Values and goals"]["choices"]),
    }
    for name, found in values.items():
        for value in found:
            draft.rows.add(CustomValue, person_id=member.id, field_id=fields[name], value=value)


def _values(number: int, choices: list[str]) -> list[str]:
    """Two of them for three people in four, spread evenly without a throw of the dice."""
    first = 5 * number % len(choices)
    return [choices[first], choices[(first + 1 + number % 3) % len(choices)]] if number % 4 else []
