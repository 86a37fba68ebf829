"""The command `match`: the best pairs of a cohort without a window, for a person or a program to read."""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentordesk import paths
from mentordesk.command_arguments import stored_name
from mentordesk.domain.errors import UserError
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.rounding import half_up
from mentordesk.domain.wording import counted

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentordesk.domain.matching.result import Proposal, ProposedPair, Reason
    from mentordesk.domain.matching.suggestion import Matching
    from mentordesk.domain.matching.task import Cell
    from mentordesk.exchange.excel.excel import Written
    from mentordesk.exchange.workbook import Report
    from mentordesk.services.desk import Desk
    from mentordesk.services.matching.matching import CohortFacts

_EPILOG = """\
RULES.toml has the criteria and rules of the Matching page; criteria that are left out do not
count, rules that are left out are as usual. Weights are 0 to 10 or "must":
  goal = "participation"                 participation, score or fairness
  [criteria]
  wishes = 8                             wishes of the mentee that the mentor offers
  gives_back = 4                         what the mentee offers and the mentor wants
  life_experience = { weight = 3, want = "shared" }            or "other"
  level_distance = { weight = 3, ideal = 2 }                   levels from the mentee to the mentor; at_least, at_most
  department = { weight = 2, want = "other" }                  or "same"; as company, place
  time_zone = { weight = 2, hours = 3 }                        as place_and_time
  language = "must"                      as meeting_form, ranked_wishes, "custom:NAME OF A FIELD"
  [rules]
  together_before = false                never a pair that was before: on unless said otherwise; as ring_of_two
  levels_apart = { on = true, at_least = 2 }                   as other_department, other_company, shared_language
  lowest_fit = { on = true, points = 50 }                      as hours_apart = { on = true, at_most = 3 }
TABLE.csv (or .xlsx) has the columns mentor, mentee (e-mail addresses) and score: it is then the only criterion, a pair
that is not in it is forbidden, and the total is the sum of the scores. Nobody is paired with the own manager, with
somebody one side does not want, or more often than there are places, whatever the file says.
Exit codes: 0 done, 1 a fault of the input (one sentence on standard error), 2 wrong usage.
"""
_WIDEST_NAME = 36


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read of the desk and found for it."""

    cohort_id: int
    facts: "CohortFacts"
    addresses: dict[int, str]
    matching: "Matching"
    proposal: "Proposal"
    notes: tuple[str, ...]


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `match` to the commands."""
    words = "find the best pairs of a cohort; without --commit nothing is written to the desk"
    command = commands.add_parser(
        "match",
        help=words,
        description=words[0].upper() + words[1:] + ".",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("desk", type=Path, metavar="DESK.mdesk")
    command.add_argument("--cohort", required=True, type=stored_name, metavar="NAME")
    source = command.add_mutually_exclusive_group()
    source.add_argument("--rules", type=Path, metavar="RULES.toml", help="in place of the rules of the program")
    source.add_argument("--scores", type=Path, metavar="TABLE.csv", help="a score for each pair that may be made")
    goals = [goal.value for goal in Goal]
    command.add_argument("--goal", choices=goals, help="what is best; the goal of the rules unless given")
    command.add_argument("--commit", action="store_true", help="make the pairs, as proposed ones, in one step")
    command.add_argument("-o", dest="out", type=Path, metavar="OUT.xlsx", help="write a workbook for review")
    command.add_argument("--json", action="store_true", help="print the result as JSON")
    command.set_defaults(carry_out=run)


def run(options: argparse.Namespace) -> int:
    """Match, print, and on request write a workbook and make the pairs. Raises UserError.

    The desk is opened to read only unless pairs are to be made: then a window that has it open is in the way.
    """
    from mentordesk.services.desk import Desk

    _check_out(options)
    backups = paths.backups_folder(options.desk)
    desk = Desk.open(options.desk, backups=backups, read_only=not options.commit)
    try:
        found = _find(desk, options)
        report = _report(desk, options, found)
        if options.commit and found.proposal.pairs:
            desk.back_up(backups, "before matching")
            written = desk.do(_make, found, report, options)
        else:
            written = _write(report, options)
    finally:
        desk.close(backups)
    for remark in (*_remarks(found), *(written.remarks if written else ())):
        print(remark, file=sys.stderr)
    if options.json:
        print(json.dumps(_as_json(found), indent=2))
    else:
        _print(found, options)
    return 0


def _check_out(options: argparse.Namespace) -> None:
    """The workbook must not take the place of the file the scores or the rules come from."""
    for source in (options.scores, options.rules):
        if options.out and source and options.out.resolve() == source.resolve():
            raise UserError(
                f"“{options.out.name}” is what is to be read, and would be lost.",
                advice="Give -o another name.",
                safe="Nothing was matched.",
            )


def _make(session: "Session", found: _Found, report: "Report | None", options: argparse.Namespace) -> "Written | None":
    """In one transaction: where the workbook cannot be written, no pair is made."""
    from mentordesk.services.matching import matching

    matching.commit(session, found.cohort_id, [(pair.mentee, pair.mentor) for pair in found.proposal.pairs])
    return _write(report, options)


def _find(desk: "Desk", options: argparse.Namespace) -> _Found:
    from mentordesk.domain.matching.suggestion import Matching
    from mentordesk.services import lookup
    from mentordesk.services.matching import files, matching

    cohort_id = desk.read(lookup.scope, options.cohort).cohort_id
    assert cohort_id is not None
    rules = files.read_rules(options.rules) if options.rules else None
    scores = files.read_scores(options.scores) if options.scores else None
    desk.read(matching.check_sides, cohort_id)
    goal = Goal(options.goal) if options.goal else None
    made = Matching(desk.read(matching.task, cohort_id, rules, goal, scores))
    facts, addresses = desk.read(matching.cohort, cohort_id), desk.read(matching.addresses, cohort_id)
    return _Found(cohort_id, facts, addresses, made, made.suggest(), scores.notes if scores else ())


def _report(desk: "Desk", options: argparse.Namespace, found: _Found) -> "Report | None":
    if not options.out:
        return None
    from mentordesk.exchange.reports import proposals
    from mentordesk.services.matching import review

    table = options.scores.name if options.scores else ""
    rows = review.review(found.matching, found.proposal, found.facts, desk.path.stem, table, desk.clock())
    return proposals.build(rows)


def _write(report: "Report | None", options: argparse.Namespace) -> "Written | None":
    from mentordesk.services.reports import reporting

    return reporting.write(report, options.out) if report else None


def _remarks(found: _Found) -> tuple[str, ...]:
    """Where everybody has a pair already, the engine's remark that nobody is enrolled would be wrong."""
    if found.matching.task.mentees:
        return (*found.notes, *found.matching.remarks())
    whom = "peers" if found.facts.peers else "mentees"
    return (f"All {whom} of “{found.facts.name}” have a pair already.",)


def _as_json(found: _Found) -> dict[str, Any]:
    from mentordesk.services.matching import review

    proposal, address = found.proposal, found.addresses
    given = review.reasons(found.matching, proposal.pairs)
    return {
        "goal": proposal.goal.value,
        "pairs": [_pair(found, pair, given[pair.mentee, pair.mentor]) for pair in proposal.pairs],
        "total": _plain(proposal.points(proposal.total)),
        "average": _plain(review.average(proposal)),
        "lowest": _plain(proposal.points(proposal.lowest)),
        "unmatched_mentees": [address[each] for each in proposal.unmatched_mentees],
        "unmatched_mentors": [address[each] for each in proposal.unmatched_mentors],
    }


def _pair(found: _Found, pair: "ProposedPair", given: "tuple[Reason, ...]") -> dict[str, Any]:
    points = found.proposal.points
    return {
        "mentor": found.addresses[pair.mentor],
        "mentee": found.addresses[pair.mentee],
        "fit": _plain(points(pair.fit)),
        "reasons": [
            {
                "criterion": each.word,
                "points": _plain(points(each.points)),
                "most": _plain(points(each.most)),
                "reason": each.text,
            }
            for each in given
        ],
    }


def _plain(number: float) -> float | int:
    """Whole numbers as such: 21, not 21.0."""
    return int(number) if number.is_integer() else number


def _print(found: _Found, options: argparse.Namespace) -> None:
    _print_pairs(found)
    proposal, name = found.proposal, found.facts.name
    made = "proposed pair" if options.commit else "pair"
    print(f"{counted(len(proposal.pairs), made)} {'made' if options.commit else 'found'} for “{name}”, {_sums(found)}.")
    mentees = [found.matching.mentee(each).name for each in proposal.unmatched_mentees]
    mentors = [found.matching.mentor(each).name for each in proposal.unmatched_mentors]
    for role, names in (("peer" if found.facts.peers else "mentee", mentees), ("mentor", mentors)):
        if names:
            print(f"{counted(len(names), role)} without a pair: {', '.join(names)}.")
    if options.out:
        print(f"Wrote “{options.out.name}”.")


def _sums(found: _Found) -> str:
    from mentordesk.services.matching import review

    proposal, points = found.proposal, found.proposal.points
    numbers = (points(proposal.total), review.average(proposal), points(proposal.lowest))
    total, average, lowest = (f"{half_up(number, 2):,.12g}" for number in numbers)
    return f"by {proposal.goal.value}: total {total}, average {average}, lowest {lowest}"


def _print_pairs(found: _Found) -> None:
    from mentordesk.services.matching import review

    pairs, matching = found.proposal.pairs, found.matching
    if not pairs:
        return
    given = review.reasons(matching, pairs)
    names: dict[Cell, tuple[str, str]] = {
        (pair.mentee, pair.mentor): (matching.mentee(pair.mentee).name, matching.mentor(pair.mentor).name)
        for pair in pairs
    }
    wide = [min(_WIDEST_NAME, max(len(both[side]) for both in names.values())) for side in (0, 1)]
    titles = ("Peer", "With") if found.facts.peers else ("Mentee", "Mentor")
    fit = "Score" if matching.task.table_alone else "Fit"
    print(f"{titles[0]:{wide[0]}}  {titles[1]:{wide[1]}}  {fit:>8}  Main reason")
    for pair in pairs:
        mentee, mentor = names[pair.mentee, pair.mentor]
        reason = review.main(given[pair.mentee, pair.mentor])
        fit = f"{found.proposal.points(pair.fit):.10g}"
        print(f"{mentee:{wide[0]}}  {mentor:{wide[1]}}  {fit:>8}  {reason.text}")
    print()
