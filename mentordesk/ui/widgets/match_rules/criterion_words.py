"""What a criterion asks for, in words, and what it is worth in whole points. Knows no widget."""

from collections.abc import Sequence

from mentordesk.domain.errors import UserError
from mentordesk.domain.matching.criteria import CUSTOM, HIGHEST_WEIGHT, Criterion, MatchRules, Want
from mentordesk.domain.matching.reading import as_mapping, match_rules

WANTS = {
    "life_experience": ((Want.SHARED, "Shared"), (Want.OTHER, "Different")),
    "department": ((Want.OTHER, "Another one"), (Want.SAME, "The same")),
    "company": ((Want.OTHER, "Another one"), (Want.SAME, "The same")),
    "place": ((Want.SAME, "The same"), (Want.OTHER, "Another one")),
}
"""What a criterion can be asked for, and how that is said."""
CUSTOM_WANTS = (
    (Want.SHARED, "Something in common"),
    (Want.SAME, "The same"),
    (Want.OTHER, "Something else"),
    (Want.NEAR, "Near each other"),
)
HOURS = ("time_zone", "place_and_time")
_PLAIN = {
    "wishes": "What the mentee asks for",
    "gives_back": "What the mentor asks for",
    "language": "One that both speak",
    "meeting_form": "One that both like",
    "ranked_wishes": "Whom either has asked for",
    "score_table": "The scores of a table",
}
_PEERS = {"wishes": "What one asks for", "gives_back": "What the other asks for"}
_WANTED = {
    ("life_experience", Want.SHARED): "Something that both have lived",
    ("life_experience", Want.OTHER): "What only the mentor has lived",
    ("department", Want.OTHER): "Two departments",
    ("department", Want.SAME): "One department",
    ("company", Want.OTHER): "Two companies",
    ("company", Want.SAME): "One company",
    ("place", Want.SAME): "One place",
    ("place", Want.OTHER): "Two places",
}


def whole_points(criteria: Sequence[Criterion]) -> dict[str, int]:
    """What each criterion is worth of 100, in whole points that sum to 100; all 0 where nothing has a weight."""
    return {key: worth // 2 for key, worth in MatchRules(tuple(criteria), ()).points(200).items()}


def spoken(criterion: Criterion, points: int) -> str:
    """For a screen reader: "Wishes met, weight 8 of 10, 35 of 100 points"."""
    must = ", a must" if criterion.must else ""
    return f"{criterion.word}{must}, weight {criterion.weight} of {HIGHEST_WEIGHT}, {points} of 100 points"


def asked(criterion: Criterion, peers: bool = False) -> str:
    """What the criterion asks for, in a few words."""
    key, want = criterion.key, criterion.want
    if key.startswith(CUSTOM):
        near = f"At most {criterion.at_most or 0:g} apart"
        return near if want is Want.NEAR else dict(CUSTOM_WANTS)[want or Want.SAME]
    if key == "level_distance":
        return _levels(criterion, peers)
    if key in HOURS:
        hours = f"{criterion.hours or 0:g} hours"
        return f"One place, or within {hours}" if key == "place_and_time" else f"At most {hours} apart"
    if peers and key in _PEERS:
        return _PEERS[key]
    if peers and (key, want) == ("life_experience", Want.OTHER):
        return "What only one of the two has lived"
    return _PLAIN.get(key) or _WANTED[key, want or Want.OTHER]


def _levels(criterion: Criterion, peers: bool) -> str:
    least, most = criterion.at_least, criterion.at_most
    parts = [] if criterion.ideal is None else [f"{_above(criterion.ideal, peers)} is ideal"]
    if least is not None and most is not None:
        parts.append(f"{least} to {_above(int(most), peers)}")
    elif least is not None:
        parts.append(f"at least {_above(least, peers)}")
    elif most is not None:
        parts.append(f"at most {_above(int(most), peers)}")
    words = ", ".join(parts) or "any distance"
    return words[0].upper() + words[1:]


def _above(levels: int, peers: bool) -> str:
    if not levels:
        return "the same level"
    where = "apart" if peers else "above" if levels > 0 else "below"
    return f"{abs(levels)} level{'' if abs(levels) == 1 else 's'} {where}"


def problem(criteria: Sequence[Criterion]) -> str:
    """The sentence that says why these criteria cannot be matched by; empty if they can."""
    try:
        match_rules(as_mapping(MatchRules(tuple(criteria), ())))
    except UserError as error:
        return error.sentence()
    return ""
