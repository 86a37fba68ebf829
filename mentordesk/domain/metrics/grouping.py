"""Which groups a field puts people into, in the order they are shown. Knows no figure."""

from collections.abc import Collection

from mentordesk.domain.metrics.facts import Facts, FieldFact
from mentordesk.domain.rounding import half_up

NOT_GIVEN = "Not given"
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000, 100_000, 1_000_000)
MOST_BANDS = 8


def groups_of(facts: Facts, field: FieldFact, people: Collection[int]) -> dict[str, list[int]]:
    """The people of each value that somebody has, in the field's order or by name; those without one come last."""
    found: dict[str, list[int]] = {}
    for id_ in people:
        person = facts.people.get(id_)
        for value in (person.groups.get(field.key) if person else None) or (NOT_GIVEN,):
            found.setdefault(value, []).append(id_)
    place = {value: at for at, value in enumerate(field.order)}
    order = sorted(found, key=lambda value: (value == NOT_GIVEN, place.get(value, len(place)), value.casefold()))
    return {value: found[value] for value in order}


def bands(numbers: Collection[float]) -> dict[float, str]:
    """The band of each number, in order: "30 to 39" of ages; at most 8 bands, of a width people count in."""
    if not numbers:
        return {}
    low, high = min(numbers), max(numbers)
    step = next((it for it in _STEPS if (high // it) - (low // it) < MOST_BANDS), _STEPS[-1])
    whole = all(float(number).is_integer() for number in numbers)
    return {number: _band(number, step, whole) for number in sorted(numbers)}


def _band(number: float, step: int, whole: bool) -> str:
    first = int(half_up((number // step) * step))
    if whole:
        return str(first) if step == 1 else f"{first} to {first + step - 1}"
    return f"{first} to under {first + step}"
