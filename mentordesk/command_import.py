"""The command `import`: a roster into the desk, or into a cohort of it, without a window."""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk import paths
from mentordesk.command_arguments import stored_name
from mentordesk.domain.cohorts import Role
from mentordesk.domain.dates import long
from mentordesk.domain.errors import UserError
from mentordesk.domain.importing import ImportResult, RowState
from mentordesk.domain.programs import Format
from mentordesk.domain.wording import counted

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentordesk.domain.importing import CareerProposal, Preview
    from mentordesk.exchange.excel.reader import SheetTable
    from mentordesk.services.desk import Desk
    from mentordesk.services.imports.importing import ImportRequest

ROLES = {
    "mentor": (Role.MENTOR,),
    "mentee": (Role.MENTEE,),
    "peer": (Role.PEER,),
    "both": (Role.MENTOR, Role.MENTEE),
}


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `import` to the commands."""
    words = "read a roster, an HR export or a history from Excel or CSV; all of it or nothing"
    command = commands.add_parser("import", help=words, description=words[0].upper() + words[1:] + ".")
    command.add_argument("desk", type=Path, metavar="DESK.mdesk", help="made where there is none")
    command.add_argument("file", type=Path, metavar="FILE", help=".xlsx, .xlsm, .xls, .ods or .csv")
    words = "enroll people there; made with a program where there is none. Without it they are only added or updated"
    command.add_argument("--cohort", type=stored_name, metavar="NAME", help=words)
    command.add_argument("--role", choices=ROLES, help="for rows that do not say their own; else as the headings say")
    command.add_argument("--map", action="append", default=[], metavar="HEADING=FIELD", help="a column by hand")
    words = "which comes first in dates such as 03/04/2026; else as the column shows"
    command.add_argument("--dates", choices=("day", "month"), help=words)
    words = "promotions, new managers, transfers, leaves, returns and departures that a comparison shows: note them as "
    words += "career milestones (as usual), or only list them"
    command.add_argument("--careers", choices=("accept", "list"), default="accept", help=words)
    command.add_argument("--dry-run", action="store_true", help="only say what would happen")
    command.add_argument("--rejects", type=Path, metavar="OUT.xlsx", help="leave wrong rows out, and save them there")
    command.add_argument("--json", action="store_true", help="print the counts as JSON")
    command.set_defaults(carry_out=run)


def run(options: argparse.Namespace) -> int:
    """Import, or say what an import would do. Raises UserError; a desk that was made for it goes again then."""
    from mentordesk.data import migrate
    from mentordesk.services.desk import Desk
    from mentordesk.services.imports import importing

    _check_rejects(options)
    table = importing.read_file(options.file)
    for note in table.notes if table.sheets else ():
        print(f"{note}.", file=sys.stderr)
    if options.dry_run and not options.desk.exists():
        _print(_on_an_empty_desk(options, table), options)
        return 0
    backups = paths.backups_folder(options.desk)
    made = not options.desk.exists()
    desk = Desk.create(options.desk, backups=backups) if made else Desk.open(options.desk, backups=backups)
    try:
        if not made and not options.dry_run:
            desk.back_up(backups, "before import")
        result = _import(desk, options, table)
    except BaseException:
        desk.close()
        if made:
            migrate.remove(desk.path)
        raise
    _print(result, options)
    desk.close(backups)
    return 0


def _check_rejects(options: argparse.Namespace) -> None:
    """The wrong rows must not take the place of the roster they come from."""
    if options.rejects and options.rejects.resolve() == options.file.resolve():
        raise UserError(
            f"“{options.rejects.name}” is the roster itself, and would be lost.",
            advice="Give --rejects another name.",
            safe="Nothing was imported.",
        )


def _on_an_empty_desk(options: argparse.Namespace, table: "SheetTable") -> ImportResult:
    import tempfile

    from mentordesk.services.desk import Desk

    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.create(Path(folder) / "empty.mdesk", backups=Path(folder))
        try:
            return _import(desk, options, table)
        finally:
            desk.close()


def _import(desk: "Desk", options: argparse.Namespace, table: "SheetTable") -> ImportResult:
    """One transaction: the cohort, the people and their places; a dry run is rolled back."""
    from mentordesk.services.imports import importing

    given = importing.given_columns(options.map, table)

    def work(session: "Session") -> ImportResult:
        request = _request(session, options, table, importing.guess(session, table, given))
        if options.dry_run:
            raise _DryRunError(_counts(importing.preview(session, request)))
        return importing.apply(session, request, leave_out_wrong=bool(options.rejects), rejects=options.rejects)

    try:
        return desk.do(work)
    except _DryRunError as done:
        return done.result


def _request(
    session: "Session", options: argparse.Namespace, table: "SheetTable", mapping: dict[str, str | None]
) -> "ImportRequest":
    """What the options say, and what is remembered of files with these headings."""
    from mentordesk.services.imports import importing, intake

    format_ = Format.PEER if options.role == "peer" else Format.TRADITIONAL
    cohort_id = intake.cohort(session, options.cohort, format_) if options.cohort else None
    roles = ROLES[options.role] if options.role else ()
    ways = importing.ways(session, table)
    if options.dates:
        ways = replace(ways, day_first=options.dates == "day")
    if len(roles) == 1:
        ways = replace(ways, role=roles[0].value)
    accepted = frozenset[str]() if options.careers == "list" else None
    wanted = importing.ImportRequest(table, mapping, cohort_id, roles, ways=ways, file=options.file.name)
    return replace(wanted, accepted=accepted, declines=False)


class _DryRunError(Exception):
    """Carries the counts out of a transaction that is to be rolled back."""

    def __init__(self, result: ImportResult) -> None:
        super().__init__()
        self.result = result


def _counts(preview: "Preview") -> ImportResult:
    states = (RowState.NEW, RowState.CHANGED, RowState.UNCHANGED, RowState.WRONG)
    new, changed, unchanged, wrong = (preview.count(state) for state in states)
    return ImportResult(new, changed, unchanged, wrong, proposed=preview.careers)


def _print(result: ImportResult, options: argparse.Namespace) -> None:
    noted = bool(result.careers)
    if options.json:
        careers = [_as_dict(proposal, noted) for proposal in result.proposed]
        print(json.dumps(result.as_dict() | ({"careers": careers} if careers else {})))
        return
    verb = "would be " if options.dry_run else ""
    where = f" into “{options.cohort}”" if options.cohort else ""
    counts = f"{result.new} new, {result.changed} changed, {result.unchanged} unchanged, {result.wrong} wrong"
    print(f"Rows {verb}imported{where}: {counts}.")
    if result.wrong and options.rejects and not options.dry_run:
        wrong = "1 wrong row is" if result.wrong == 1 else f"{result.wrong} wrong rows are"
        print(f"{wrong} in “{options.rejects.name}” with a Problem column.")
    if result.proposed:
        print(f"{counted(len(result.proposed), 'career milestone')} {'noted' if noted else 'found, none noted'}:")
    for one in result.proposed:
        print(f"  {one.person}: {one.kind.word.lower()}, {long(one.on)} ({one.before or 'nothing'} → {one.after})")


def _as_dict(proposal: "CareerProposal", noted: bool) -> dict[str, object]:
    facts = {name: getattr(proposal, name) for name in ("person", "title", "before", "after")}
    return facts | {"kind": proposal.kind.value, "on": proposal.on.isoformat(), "noted": noted}
