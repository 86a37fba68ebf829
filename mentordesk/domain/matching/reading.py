"""Match rules from a plain mapping, as TOML and JSON give it, and back; every fault is a sentence. Knows no file."""

import math
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import reduce
from typing import Any

from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.matching.criteria import (
    CUSTOM,
    HIGHEST_WEIGHT,
    RULE_WORDS,
    STANDARD,
    STANDARD_RULES,
    WORDS,
    Criterion,
    Goal,
    MatchRules,
    Rule,
    Want,
)

_WANTS = {
    "life_experience": (Want.SHARED, Want.OTHER),
    "department": (Want.SAME, Want.OTHER),
    "company": (Want.SAME, Want.OTHER),
    "place": (Want.SAME, Want.OTHER),
}
_NUMBERS = {
    "level_distance": ("ideal", "at_least", "at_most"),
    "time_zone": ("hours",),
    "place_and_time": ("hours",),
    "levels_apart": ("at_least", "at_most"),
    "hours_apart": ("at_most",),
    "lowest_fit": ("points",),
}
_RANGES = {"hours": (0, 12), "points": (0, 100), "ideal": (-6, 6), "at_least": (-6, 6), "at_most": (-6, 1_000_000)}
_WHOLE_NUMBERS = frozenset({"ideal", "at_least", "points"})


def match_rules(values: Mapping[str, Any]) -> MatchRules:
    """The rules that `[criteria]`, `[rules]` and `goal` of a mapping describe. Criteria left out do not count;
    rules and a goal left out are as usual.

    Weights are 0 to 10, or points that make 100 together: those are brought down to the smallest whole numbers.
    Raises FieldError, its field `criteria.NAME`, `rules.NAME` or `goal`, and UserError where nothing counts.
    """
    unknown = set(values) - {"criteria", "rules", "goal"}
    if unknown:
        raise UserError(f"Match rules have no “{min(unknown)}”. They have criteria, rules and a goal.")
    given, rules = _table(values, "criteria"), _table(values, "rules")
    names = [*WORDS, *(name for name in given if name not in WORDS)]
    criteria = _weighed([_criterion(name, given.get(name, {})) for name in names])
    for name in rules:
        if name not in RULE_WORDS:
            raise FieldError(f"rules.{name}", f"There is no rule “{name}”. There are {', '.join(RULE_WORDS)}.")
    found = MatchRules(criteria, tuple(_rule(name, rules.get(name, {})) for name in RULE_WORDS), _goal(values))
    if not any(each.weight for each in criteria):
        raise UserError(
            "Nothing counts: every weight is 0, so no pair would be better than another.",
            advice="Give at least one criterion a weight from 1 to 10.",
        )
    return found


def as_mapping(rules: MatchRules) -> dict[str, Any]:
    """The rules as a mapping that `match_rules` reads: criteria that count and every rule."""
    return {
        "goal": rules.goal.value,
        "criteria": {each.key: _plain(each, "key") for each in rules.criteria if each.counts},
        "rules": {each.key: {"on": each.on, **_plain(each, "key", "on")} for each in rules.rules},
    }


def _plain(form: Criterion | Rule, *left_out: str) -> dict[str, Any]:
    values = {each.name: getattr(form, each.name) for each in fields(form) if each.name not in left_out}
    weight = {"weight": values["weight"]} if "weight" in values else {}
    return weight | {name: value for name, value in values.items() if value is not None and value is not False}


def _table(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = values.get(name, {})
    if not isinstance(table, Mapping):
        raise FieldError(name, f"“{name}” is a table with a line for each of them.")
    return table


def _goal(values: Mapping[str, Any]) -> Goal:
    try:
        return Goal(values.get("goal", Goal.PARTICIPATION))
    except ValueError:
        raise FieldError("goal", "The goal is participation, score or fairness.") from None


def _criterion(name: str, values: Any) -> Criterion:
    field = f"criteria.{name}"
    if name not in WORDS and not (name.startswith(CUSTOM) and name.removeprefix(CUSTOM).strip()):
        raise FieldError(field, f"There is no criterion “{name}”. There are {', '.join(WORDS)} and custom:FIELD.")
    values = {"weight": values} if not isinstance(values, Mapping) else dict(values)
    weight, must = values.pop("weight", 0), values.pop("must", False)
    if weight == "must":
        weight, must = 0, True
    if type(weight) is not int or not 0 <= weight <= 100 or type(must) is not bool:
        raise FieldError(field, f"The weight of {name} is a whole number from 0 to {HIGHEST_WEIGHT}, or “must”.")
    standard = replace(STANDARD.get(name, Criterion(name, want=Want.SAME if name not in WORDS else None)))
    want = _want(field, name, values.pop("want", standard.want))
    allowed = _NUMBERS.get(name, () if name in WORDS else ("at_most",))
    numbers = _numbers(field, name, values, allowed)
    if name == "level_distance" and numbers and "ideal" not in numbers:
        numbers["ideal"] = None
    if want is Want.NEAR and not numbers.get("at_most"):
        raise FieldError(field, f"Say by how much {name.removeprefix(CUSTOM)} may differ: at_most, above 0.")
    return replace(standard, weight=weight, must=must, want=want, **numbers)


def _want(field: str, name: str, value: Any) -> Want | None:
    allowed = _WANTS.get(name, tuple(Want) if name not in WORDS else ())
    if value is None and not allowed:
        return None
    if value not in allowed:
        said = f"{name} wants " + " or ".join(allowed) if allowed else f"{name} takes no “want”"
        raise FieldError(field, f"{said}.", proposal=allowed[0] if allowed else None)
    return Want(value)


def _numbers(field: str, name: str, values: Mapping[str, Any], allowed: tuple[str, ...]) -> dict[str, Any]:
    for key, value in values.items():
        if key not in allowed:
            raise FieldError(field, f"{name} has no “{key}”.")
        low, high = _RANGES[key]
        is_number = type(value) is int or (type(value) is float and math.isfinite(value) and key not in _WHOLE_NUMBERS)
        if not is_number or not low <= value <= high:
            raise FieldError(field, f"“{key}” of {name} is a number from {low} to {high:,}.")
    least, most = values.get("at_least"), values.get("at_most")
    if least is not None and most is not None and least > most:
        raise FieldError(field, f"{name} asks for at least {least} and at most {most}: no pair can be both.")
    return dict(values)


def _weighed(criteria: list[Criterion]) -> tuple[Criterion, ...]:
    if all(each.weight <= HIGHEST_WEIGHT for each in criteria):
        return tuple(criteria)
    shared = reduce(math.gcd, (each.weight for each in criteria))
    for each in criteria:
        if sum(one.weight for one in criteria) != 100 or each.weight // shared > HIGHEST_WEIGHT:
            raise FieldError(
                f"criteria.{next(one.key for one in criteria if one.weight > HIGHEST_WEIGHT)}",
                f"Weights are whole numbers from 0 to {HIGHEST_WEIGHT}.",
                proposal=HIGHEST_WEIGHT,
            )
    return tuple(replace(each, weight=each.weight // shared) for each in criteria)


def _rule(name: str, values: Any) -> Rule:
    field = f"rules.{name}"
    values = {"on": values} if isinstance(values, bool) else values
    if not isinstance(values, Mapping):
        raise FieldError(field, f"Write {name} = {{ on = true }}.")
    given = dict(values)
    standard = STANDARD_RULES.get(name, Rule(name))
    on = given.pop("on", standard.on)
    locked = given.pop("locked", False) or standard.locked
    if type(on) is not bool or type(locked) is not bool:
        raise FieldError(field, f"{name} is on (true) or off (false).")
    if standard.locked and not on:
        raise FieldError(field, f"“{standard.word}” cannot be switched off.", proposal=True)
    numbers = _numbers(field, name, given, _NUMBERS.get(name, ()))
    if name == "levels_apart" and numbers and "at_least" not in numbers:
        numbers["at_least"] = None
    return replace(standard, on=on, locked=locked, **numbers)
