"""What a draft is suggested by, as the plain mapping a desk keeps, and read from it. Every fault is a sentence."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.matching import reading
from mentordesk.domain.matching.criteria import CUSTOM, MatchRules
from mentordesk.domain.matching.draft import MOST_ROUNDS, DraftSettings
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.matching.task import Task

_LARGEST_CIRCLE = 50
"""Nobody has more places than that."""


def standard(rules: MatchRules, peers: bool) -> DraftSettings:
    """What a first draft is suggested by: the rules of its program, pairs (of peers where they are), one round."""
    return DraftSettings(rules, Shape.PEERS if peers else Shape.PAIRS)


_BESIDE = ("shape", "circles", "trio", "rounds")
"""What stands beside the rules of a program. Whether a score table is alone is for the cohort that has one."""


def of_program(values: object, usual: Mapping[str, Any], peers: bool) -> DraftSettings:
    """What a program's drafts begin with: its rules (`usual` ones where it has none) and what stands beside them.
    Raises what `draft_settings` raises."""
    given = _mapping(values or {}, "match rules")
    rules = {name: value for name, value in given.items() if name not in _BESIDE}
    return draft_settings({**given, "rules": rules or usual, "table_alone": False}, peers)


def for_program(settings: DraftSettings) -> dict[str, Any]:
    """Settings as a program keeps them, to be read by `of_program`."""
    values = as_mapping(settings)
    return {**values["rules"], **{name: values[name] for name in _BESIDE}}


def as_mapping(settings: DraftSettings) -> dict[str, Any]:
    """Settings as a mapping that `draft_settings` reads; criteria that do not count are left out."""
    return {
        "rules": reading.as_mapping(settings.rules),
        "shape": settings.shape.value,
        "circles": asdict(settings.circles),
        "trio": settings.trio,
        "rounds": settings.rounds,
        "table_alone": settings.table_alone,
    }


def draft_settings(values: object, peers: bool) -> DraftSettings:
    """The settings a mapping describes; what is left out is as usual, what it knows besides is passed over. A program
    for peers makes pairs of peers whatever is said, and no other one does.

    Raises UserError, or FieldError with the place of what cannot be, as `reading.match_rules` does for the rules.
    """
    given = _mapping(values, "settings")
    found = standard(reading.match_rules(_mapping(given.get("rules", {}), "rules")), peers)
    return replace(
        found,
        shape=Shape.CIRCLES if given.get("shape") == Shape.CIRCLES and not peers else found.shape,
        circles=_circles(_mapping(given.get("circles", {}), "circles")),
        trio=_flag(given, "trio", found.trio),
        rounds=_whole(given, "rounds", found.rounds, 1, MOST_ROUNDS) if peers else 1,
        table_alone=_flag(given, "table_alone", found.table_alone),
    )


def checked(settings: DraftSettings) -> DraftSettings:
    """The settings themselves, where they can be kept and read again. Raises what `draft_settings` raises."""
    draft_settings(as_mapping(settings), settings.shape is Shape.PEERS)
    return settings


def in_order(rules: MatchRules) -> MatchRules:
    """The same with criteria on the desk's own fields by name, as they come back from a desk: what each is worth is
    rounded in the order of the criteria, so a draft must not be solved in another one than it is read in."""
    own = sorted((each for each in rules.criteria if each.key.startswith(CUSTOM)), key=lambda each: each.key)
    return replace(rules, criteria=(*(each for each in rules.criteria if not each.key.startswith(CUSTOM)), *own))


def with_settings(task: Task, settings: DraftSettings, fixed: Fixed) -> Task:
    """The same people asked for with other settings, pins and forbids: what the page solves before it is kept."""
    return replace(
        task,
        rules=in_order(settings.rules),
        shape=settings.shape,
        circles=settings.circles,
        trio=settings.trio,
        table_alone=settings.table_alone,
        pins=fixed.pins,
        forbids=fixed.forbids,
    )


def _mapping(values: object, name: str) -> Mapping[str, Any]:
    if not isinstance(values, Mapping):
        raise UserError(f"The {name} are a list of names with values, and here they are not.")
    return values


def _circles(values: Mapping[str, Any]) -> CircleSize:
    usual = CircleSize()
    found = CircleSize(
        smallest=_whole(values, "smallest", usual.smallest, 2, _LARGEST_CIRCLE),
        largest=_whole(values, "largest", usual.largest, 2, _LARGEST_CIRCLE),
        spread=_whole(values, "spread", usual.spread, 0, _LARGEST_CIRCLE),
        team_apart=_flag(values, "team_apart", usual.team_apart),
    )
    if found.smallest > found.largest:
        sizes = f"{found.smallest} mentees at least and {found.largest} at most"
        raise FieldError("largest", f"A circle of {sizes} cannot be.", proposal=found.smallest)
    return found


def _whole(values: Mapping[str, Any], name: str, usual: int, low: int, high: int) -> int:
    found = values.get(name, usual)
    if type(found) is not int or not low <= found <= high:
        raise FieldError(name, f"“{name}” is a whole number from {low} to {high}.", proposal=usual)
    return found


def _flag(values: Mapping[str, Any], name: str, usual: bool) -> bool:
    found = values.get(name, usual)
    if type(found) is not bool:
        raise FieldError(name, f"“{name}” is true or false.", proposal=usual)
    return found
