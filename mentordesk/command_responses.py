"""The commands `responses` and `forms`: answers taken from files, and the forms they come back in, without a window."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk import paths
from mentordesk.command_arguments import day, stored_name
from mentordesk.domain.errors import UserError
from mentordesk.domain.responses import FormsFor, FormsRequest, ResponseResult, ResponseState, result_of
from mentordesk.domain.wording import counted

if TYPE_CHECKING:
    from mentordesk.domain.responses import ResponsePreview, ResponseRow
    from mentordesk.services.responses.responses import ResponseFiles

_MOST_TOLD = 20
_TOLD = (ResponseState.FIX, ResponseState.UNKNOWN)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `responses` and `forms` to the commands."""
    words = "take check-ins, contacts and exchanges from forms that came back, or from exports of a form service"
    command = commands.add_parser("responses", help=words, description=words[0].upper() + words[1:] + ".")
    command.add_argument("desk", type=Path, metavar="DESK.mdesk")
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help=".xlsx, .xls, .ods or .csv")
    words = "when the form service asked; answers over 14 days later are late"
    command.add_argument("--asked", type=day, metavar="DATE", help=words)
    command.add_argument("--dry-run", action="store_true", help="only say what would be taken")
    command.add_argument("--json", action="store_true", help="print the counts as JSON")
    command.set_defaults(carry_out=run)
    words = "write the form of a cohort, or a form for each of its pairs or people"
    command = commands.add_parser("forms", help=words, description=words[0].upper() + words[1:] + ".")
    command.add_argument("desk", type=Path, metavar="DESK.mdesk")
    command.add_argument("out", type=Path, metavar="OUT.xlsx", help="a folder for forms of pairs or people")
    command.add_argument("--cohort", required=True, type=stored_name, metavar="NAME")
    words = "one workbook for the cohort (as it is), for each pair, or for each person"
    command.add_argument("--for", dest="made_for", choices=list(FormsFor), default=FormsFor.COHORT, help=words)
    command.add_argument("--until", type=day, metavar="DATE", help="last day on time; 14 days from today as it is")
    command.set_defaults(carry_out=write_forms)


def run(options: argparse.Namespace) -> int:
    """Take responses, or say what would be taken. Raises UserError where no file can be read, or nothing is new."""
    from mentordesk.services.desk import Desk
    from mentordesk.services.responses import responses

    files = responses.read_files(options.files)
    for _name, fault in files.faults:
        print(fault.sentence(), file=sys.stderr)
    if not files.sources:
        raise UserError("No file could be read.", advice="Each is named above.", safe="Nothing was taken.")
    request = responses.ResponseRequest(files, asked_on=options.asked)
    backups = paths.backups_folder(options.desk)
    desk = Desk.open(options.desk, backups=backups, read_only=options.dry_run)
    try:
        found = desk.read(responses.preview, request)
        result = result_of(found.rows)
        if not options.dry_run and found.to_take:
            desk.back_up(backups, "before import")
            result = desk.do(responses.apply, request)
    finally:
        desk.close(None if options.dry_run else backups)
    _print(options, files, found, result)
    return 1 if files.faults else 0


def _print(
    options: argparse.Namespace, files: "ResponseFiles", found: "ResponsePreview", result: ResponseResult
) -> None:
    if options.json:
        print(json.dumps({"files": len(files.sources), "unread": len(files.faults), **result.as_dict()}))
        return
    verb = "would be taken" if options.dry_run else "taken"
    parts = [
        *(counted(number, word) for number, word in _counts(result) if number),
        *([f"{result.changed} of them changed"] if result.changed else []),
        *([f"{result.late} late"] if result.late else []),
    ]
    print(f"{counted(result.taken, 'response')} {verb}{': ' if parts else ''}{', '.join(parts)}.")
    left = [
        *([counted(result.duplicate, "duplicate")] if result.duplicate else []),
        *([f"{result.unknown} of unknown people"] if result.unknown else []),
        *([f"{result.to_fix} to fix"] if result.to_fix else []),
    ]
    if left:
        print(f"Left out: {', '.join(left)}.")
    wrong = [row for row in found.rows if row.state in _TOLD]
    for row in wrong[:_MOST_TOLD]:
        print(_line(row))
    if len(wrong) > _MOST_TOLD:
        print(f"and {len(wrong) - _MOST_TOLD} more.")


def _counts(result: ResponseResult) -> tuple[tuple[int, str], ...]:
    return (result.check_ins, "check-in"), (result.contacts, "contact"), (result.exchanges, "exchange")


def _line(row: "ResponseRow") -> str:
    problem = row.problems[0].sentence if row.problems else ""
    return f"  {row.file}, {row.place}: {problem}"


def write_forms(options: argparse.Namespace) -> int:
    """Write forms: a workbook, or a folder of them."""
    from mentordesk.services import lookup
    from mentordesk.services.desk import Desk
    from mentordesk.services.responses import responses

    made_for = FormsFor(options.made_for)
    desk = Desk.open(options.desk, backups=paths.backups_folder(options.desk), read_only=True)
    try:
        cohort_id = desk.read(lookup.scope, options.cohort).cohort_id
        request = FormsRequest(cohort_id=cohort_id, made_for=made_for, until=options.until)
        named = desk.read(responses.forms, request)
    finally:
        desk.close()
    target = options.out
    if made_for is not FormsFor.COHORT:
        target.mkdir(parents=True, exist_ok=True)
        target = target / named[0].name if len(named) == 1 else target
    written = responses.write_forms(named, target)
    print(f"Wrote “{written[0].name}”." if len(written) == 1 else f"Wrote {len(written)} forms to “{target.name}”.")
    return 0
