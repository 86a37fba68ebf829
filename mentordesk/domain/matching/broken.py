"""Which rules forbid a pair, each in a sentence with both names. Knows no solver."""

from mentordesk.domain.matching import barred, points
from mentordesk.domain.matching.criteria import CUSTOM, RULE_WORDS
from mentordesk.domain.matching.people import Candidate
from mentordesk.domain.matching.task import Task
from mentordesk.domain.matching.wording import apart_hours
from mentordesk.domain.people import first_name

OTHER_WORDS = {
    "oneself": "Oneself",
    "forbidden": "Forbidden by hand",
    "not_listed": "Not in the score table",
    "team_apart": "Keep teams apart",
}
"""What forbids a pair and is no rule to be switched."""


def rules_of(task: Task, mentee: Candidate, mentor: Candidate) -> dict[str, str]:
    """Everything that forbids the pair, by the rule or the must, in words: "Julian is Hanneke’s manager"."""
    found = barred.hard_rules(task, mentee, mentor)
    if task.cells([(mentee.id, mentor.id)]) and set(task.cells([(mentee.id, mentor.id)])) & set(
        task.cells(task.forbids)
    ):
        found["forbidden"] = f"{first_name(mentee.name)} and {first_name(mentor.name)} are forbidden by hand"
    if task.table_alone:
        if points.listed_score(task, mentee, mentor) is None:
            found["not_listed"] = f"{first_name(mentee.name)} and {first_name(mentor.name)} are not in the score table"
        return found
    found |= {key: _kind(task, key, mentee, mentor) for key in points.broken_kinds(task, mentee, mentor)}
    for criterion in points.broken_musts(task, mentee, mentor):
        found[criterion.key] = f"“{criterion.word}” is a must and not met"
    lowest = task.rules.rule("lowest_fit")
    if lowest.on and (fit := points.open_fit(task, mentee, mentor)) < (lowest.points or 0) * 100:
        found["lowest_fit"] = f"The fit is {fit / 100:.4g}, below {lowest.points}"
    return found


def _kind(task: Task, key: str, mentee: Candidate, mentor: Candidate) -> str:
    one, other = first_name(mentee.name), first_name(mentor.name)
    if key == "levels_apart":
        word = task.rules.rule(key).word
        asked = f"{word[0].lower()}{word[1:]} is asked for"
        return f"{one} is at level {mentee.level}, {other} at level {mentor.level}: {asked}"
    if key == "hours_apart":
        return f"{one} and {other} are {apart_hours(mentee.utc_offset or 0, mentor.utc_offset or 0):g} hours apart"
    if key == "shared_language":
        return f"{one} and {other} share no language"
    return f"{one} and {other} are both {'in' if key == 'other_department' else 'at'} {_common(key, mentee)}"


def _common(key: str, person: Candidate) -> str:
    return person.department if key == "other_department" else person.company


def word(task: Task, key: str) -> str:
    """What a rule, a must or anything else that forbids a pair is called."""
    if key in OTHER_WORDS:
        return OTHER_WORDS[key]
    if key in RULE_WORDS:
        return task.rules.rule(key).word
    name = task.rules.criterion(key).word
    return f"{name.removeprefix(CUSTOM)} is a must"
