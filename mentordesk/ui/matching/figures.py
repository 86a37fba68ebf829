"""The figures of a proposal in the strip at the top, each with the draft before beside it. Knows no widget but Stat."""

from mentordesk.domain.matching.draft import DraftRow, MatchPerson, MatchSheet
from mentordesk.domain.matching.result import Proposal
from mentordesk.domain.people import first_name
from mentordesk.domain.rounding import half_up
from mentordesk.domain.wording import counted
from mentordesk.ui.matching.proposal_rows import number
from mentordesk.ui.widgets.stat_strip import Stat


def stats(proposal: Proposal, sheet: MatchSheet, first_round: bool = True) -> list[Stat]:
    """Total, average, lowest, people without a pair, rules broken, fixed by hand."""
    before = sheet.before() if first_round else None
    return [
        _total(proposal, before, _alone(sheet)),
        _average(proposal, before),
        _lowest(proposal, sheet),
        _unmatched(proposal, sheet),
        _broken(proposal, sheet),
        _fixed(sheet),
    ]


def _alone(sheet: MatchSheet) -> bool:
    return sheet.task is not None and sheet.task.table_alone


def _total(proposal: Proposal, before: DraftRow | None, alone: bool) -> Stat:
    name = "Total score" if alone else "Total fit"
    unit = "" if alone or not proposal.pairs else f"of {number(100 * len(proposal.pairs))}"
    value = number(proposal.points(proposal.total)) if proposal.pairs else "–"
    return Stat("total", name, value, unit, *_change(proposal, proposal.total, before, "total"))


def _average(proposal: Proposal, before: DraftRow | None) -> Stat:
    if not proposal.pairs:
        return Stat("average", "Average", "–", note="no pair yet")
    value = number(proposal.points(proposal.average))
    return Stat("average", "Average", value, "", *_change(proposal, proposal.average, before, "average"))


def _change(proposal: Proposal, now: int, before: DraftRow | None, which: str) -> tuple[str, str]:
    """The note and its color: more than in the draft before is good."""
    if before is None:
        return ("", "text2")
    was = getattr(before, which)
    change = half_up(proposal.points(now)) - half_up(proposal.points(was))
    name = before.name[:1].lower() + before.name[1:]
    if not change:
        return (f"as in {name}", "text2")
    if change > 0:
        return (f"+{number(change)} on {name}", "good_text")
    return (f"−{number(-change)} on {name}", "watch_text")


def _lowest(proposal: Proposal, sheet: MatchSheet) -> Stat:
    lowest = proposal.lowest_pair
    if lowest is None:
        return Stat("lowest", "Lowest", "–", note="no pair yet")
    names = (_first(sheet.people.get(person)) for person in (lowest.mentee, lowest.mentor))
    return Stat("lowest", "Lowest", number(proposal.points(lowest.fit)), note=" & ".join(names))


def _first(person: MatchPerson | None) -> str:
    return first_name(person.name) if person else "somebody"


def _unmatched(proposal: Proposal, sheet: MatchSheet) -> Stat:
    task = sheet.task
    of = sum(each.capacity > 0 for each in task.mentees) if task else 0
    whom = "peers" if sheet.peers else "mentees"
    left = len(proposal.unmatched_mentees)
    free = sum(places for _, places in proposal.free)
    if sheet.peers:
        note = "everybody has a pair" if not left else "waiting for a partner"
    else:
        note = f"{counted(free, 'more place')} {'is' if free == 1 else 'are'} free" if free else "no place is free"
    return Stat("unmatched", f"Unmatched {whom}", str(left), f"of {of}", note)


def _broken(proposal: Proposal, sheet: MatchSheet) -> Stat:
    rules = sheet.task.rules.rules if sheet.task else ()
    checked = f"{counted(sum(rule.on for rule in rules), 'rule')} checked"
    names = [words for pair in proposal.pairs for words in pair.broken]
    note = names[0] if names else checked
    return Stat("broken", "Rules broken", str(len(names)), note=note, note_token="risk_text" if names else "text2")


def _fixed(sheet: MatchSheet) -> Stat:
    fixed = sheet.draft.fixed if sheet.draft else None
    pins, forbids = (len(fixed.pins), len(fixed.forbids)) if fixed else (0, 0)
    if not pins and not forbids:
        return Stat("fixed", "Fixed by you", "0", note="pin or forbid pairs in the list", wide=True)
    unit = "forbidden" if not pins else f"pinned, {forbids} forbidden" if forbids else "pinned"
    return Stat("fixed", "Fixed by you", str(pins or forbids), unit, "kept by “Suggest again”", wide=True)
