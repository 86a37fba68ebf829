"""The command that writes a report: for people at a console and for the system's own scheduler."""

import argparse
import json
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentordesk.command_arguments import day, stored_name
from mentordesk.domain.errors import UserError
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.reporting import NameStyle, Reader, ReportKind
from mentordesk.domain.scope import Period

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentordesk.exchange.excel.excel import Written
    from mentordesk.services.desk import Desk

_WORDS = "write the program report, or another one, as an Excel workbook"
_KINDS = {kind.typed: kind for kind in ReportKind}
_WIDEST = max(map(len, _KINDS))
_KIND_LINES = "\n".join(
    f"  {typed:{_WIDEST}}  {kind.words[0].lower()}{kind.words[1:]}" for typed, kind in _KINDS.items()
)
_EPILOG = f"""kinds, as on the Reports page:
{_KIND_LINES}

readers:
  hr       every list, no confidential comments (the usual one)
  lead     the same of one program: needs --program or --cohort
  manager  mentees are not named; nothing in free words, no single answers
  public   figures only, nobody is named

for a scheduler: nothing is asked, an older OUT.xlsx is replaced only by a whole new one, the desk is only read.
exit codes: 0 written, 1 not written (one sentence on standard error, the older file is as it was), 2 wrong usage.
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", carry_out: "Callable[..., int]") -> None:
    """Add the command with its arguments; `carry_out` is told them."""
    command = commands.add_parser(
        "report",
        help=_WORDS,
        description=f"{_WORDS[0].upper()}{_WORDS[1:]}.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("desk", type=Path, metavar="DESK.mdesk")
    command.add_argument("out", type=Path, metavar="OUT.xlsx")
    kind = ReportKind.PROGRAM.typed
    words = f"which report, see below; {kind} without it"
    command.add_argument("--kind", choices=_KINDS, default=kind, metavar="KIND", help=words)
    scope = command.add_mutually_exclusive_group()
    scope.add_argument("--cohort", type=stored_name, metavar="NAME", help="only this cohort")
    scope.add_argument("--program", type=stored_name, metavar="NAME", help="only this program")
    words = "whom personal data is about, by name, e-mail address or employee number"
    command.add_argument("--person", type=stored_name, metavar="WHO", help=words)
    command.add_argument("--from", dest="first", type=day, metavar="DATE", help="first day of the period, YYYY-MM-DD")
    command.add_argument("--to", dest="last", type=day, metavar="DATE", help="its last day: figures are as of then")
    command.add_argument(
        "--reader", choices=[each.value for each in Reader], default=Reader.HR.value, help="who reads it"
    )
    command.add_argument("--names", choices=[each.value for each in NameStyle], help="how people are called")
    command.add_argument("--json", action="store_true", help="say what was written as JSON")
    command.set_defaults(carry_out=carry_out)


def report(options: argparse.Namespace, reading: "Callable[[Path], AbstractContextManager[Desk]]") -> int:
    """Write the report; `reading` opens the desk. Raises UserError."""
    from mentordesk.services import lookup
    from mentordesk.services.reports import reporting

    if options.first and options.last and options.first > options.last:
        raise UserError("The period ends before it begins.", advice="Change --from or --to.")
    _check_target(options.out)
    _check_person(options)
    with reading(options.desk) as desk:
        request = ReportRequest(
            kind=_KINDS[options.kind],
            scope=desk.read(lookup.scope, options.cohort, options.program),
            period=Period(options.first, options.last),
            names=_names(options),
            reader=Reader(options.reader),
            person_id=desk.read(lookup.person, options.person) if options.person else None,
        )
        written = desk.read(reporting.save, request, options.out)
    _say(options, written)
    return 0


def _names(options: argparse.Namespace) -> NameStyle:
    """Full names unless something else is asked for; for everybody nobody is named, and asking for names is wrong."""
    asked = NameStyle(options.names) if options.names else None
    if options.reader == Reader.PUBLIC.value:
        if asked not in (None, NameStyle.NONE):
            raise UserError("A report for everybody names nobody.", advice="Leave --names out, or choose none.")
        return NameStyle.NONE
    return asked or NameStyle.FULL


def _check_target(out: Path) -> None:
    """A workbook under another name would not open with a double click."""
    if out.suffix.casefold() != ".xlsx":
        raise UserError(f"“{out.name}” is no name for a workbook.", advice="End it with .xlsx.")


def _check_person(options: argparse.Namespace) -> None:
    """Personal data is about one person, and nothing else is."""
    alone = _KINDS[options.kind] is ReportKind.PERSONAL_DATA
    if alone and not options.person:
        raise UserError("Personal data is about one person.", advice="Say with --person whose data it is.")
    if options.person and not alone:
        advice = f"Leave --person out, or choose --kind {ReportKind.PERSONAL_DATA.typed}."
        raise UserError("Only a report of personal data is about one person.", advice=advice)


def _say(options: argparse.Namespace, written: "Written") -> None:
    if options.json:
        print(json.dumps(_told(options, written), indent=2, ensure_ascii=False))
        return
    for remark in written.remarks:
        print(remark, file=sys.stderr)
    print(f"Wrote “{options.out.name}”.")


def _told(options: argparse.Namespace, written: "Written") -> dict[str, Any]:
    return {
        "file": str(written.path),
        "bytes": written.path.stat().st_size,
        "kind": options.kind,
        "reader": options.reader,
        "names": _names(options).value,
        "sheets": list(written.sheets),
        "remarks": list(written.remarks),
    }
