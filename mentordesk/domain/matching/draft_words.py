"""The settings of a draft in words, line by line: to compare two drafts, and for a workbook. Knows no table."""

from collections.abc import Iterator

from mentordesk.domain.matching.criteria import CUSTOM, Criterion, Rule
from mentordesk.domain.matching.draft import DraftSettings
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.wording import counted

Line = tuple[str, str]


def lines(settings: DraftSettings) -> dict[str, str]:
    """What a draft is suggested by, a line a thing that can be chosen, in the order the page shows it."""
    goal, table = settings.rules.goal.word, "Alone" if settings.table_alone else "Beside other criteria"
    said = (("Goal", goal), *shape(settings), ("Score table", table))
    return dict((*said, *_criteria(settings), *_rules(settings)))


def shape(settings: DraftSettings) -> Iterator[Line]:
    """What is made of the people."""
    yield "What is made", _SHAPES[settings.shape]
    if settings.shape is Shape.CIRCLES:
        yield "A circle", circle(settings.circles)
    if settings.shape is Shape.PEERS:
        yield "Rounds", str(settings.rounds)
        yield "An odd peer", "Joins a pair" if settings.trio else "Waits"


def circle(size: CircleSize) -> str:
    """ "4 to 8 mentees, sizes at most 1 apart, nobody with somebody of the own team"."""
    sizes = f"{size.smallest} to {size.largest}" if size.smallest < size.largest else f"{size.largest}"
    apart = ", nobody with somebody of the own team" if size.team_apart else ""
    return f"{sizes} mentees, sizes at most {size.spread} apart{apart}"


def _criteria(settings: DraftSettings) -> Iterator[Line]:
    for each in settings.rules.criteria:
        yield _name(each), criterion(each)


def _name(criterion: Criterion) -> str:
    """One name for what is looked at, whatever is wanted of it: two drafts may want the same and another department."""
    if criterion.want is None or criterion.key.startswith(CUSTOM):
        return criterion.word
    return criterion.key.replace("_", " ").capitalize()


def criterion(each: Criterion) -> str:
    """ "Weight 7, other", "Must, at most 3 hours apart", "Does not count"."""
    if not each.counts:
        return "Does not count"
    said = [f"Weight {each.weight}"] if each.weight else []
    said += ["must" if said else "Must"] if each.must else []
    said += [each.want.value] if each.want else []
    if each.ideal is not None:
        said.append(f"{each.ideal:+d} levels" if each.ideal else "the same level")
    said += [f"at least {each.at_least}"] if each.at_least is not None else []
    said += [f"at most {each.at_most:g}"] if each.at_most is not None else []
    said += [f"at most {counted_hours(each.hours)} apart"] if each.hours is not None else []
    return ", ".join(said)


def counted_hours(hours: float) -> str:
    return counted(int(hours), "hour") if float(hours).is_integer() else f"{hours:g} hours"


def _rules(settings: DraftSettings) -> Iterator[Line]:
    for each in settings.rules.rules:
        yield _RULE_NAMES.get(each.key, each.word), _rule(each)


def _rule(rule: Rule) -> str:
    if not rule.on:
        return "Off"
    return rule.word if rule.key in _RULE_NAMES else "On"


_SHAPES = {Shape.PAIRS: "Pairs", Shape.PEERS: "Pairs of peers", Shape.CIRCLES: "Circles"}
_RULE_NAMES = {"levels_apart": "Levels apart", "hours_apart": "Hours apart", "lowest_fit": "Lowest fit"}
"""Rules with a number: it is part of their word."""
