"""The services without a window: a command each. A UserError is one sentence on standard error and exit code 1."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk import paths
from mentordesk.command_arguments import day_of_sample, people, stored_name
from mentordesk.domain.errors import CancelledError, UserError
from mentordesk.domain.scope import Scope
from mentordesk.domain.wording import counted

if TYPE_CHECKING:
    from mentordesk.services.desk import Desk


def run(argv: Sequence[str]) -> int:
    """Carry out one command; returns the exit code: 0, 1 for a fault of the input, 2 for wrong usage."""
    _print_what_the_screen_cannot_show()
    options = parser().parse_args(argv)
    carry_out: Callable[[argparse.Namespace], int] = options.carry_out
    try:
        code = carry_out(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever reads along has enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except UserError as error:
        print(f"mentordesk {options.command}: {error.sentence()}", file=sys.stderr)
        return 1
    except (KeyboardInterrupt, CancelledError):
        print(f"mentordesk {options.command}: stopped. Nothing is left half done.", file=sys.stderr)
        return 1


def _print_what_the_screen_cannot_show() -> None:
    """A name in letters that the console does not have is printed with question marks: the work is done by then."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def parser() -> argparse.ArgumentParser:
    """All commands with their arguments."""
    from mentordesk import command_import, command_match, command_report, command_responses

    made = argparse.ArgumentParser(prog="mentordesk", description="MentorDesk without a window.")
    commands = made.add_subparsers(dest="command", required=True)
    _add_sample(commands)
    _add_figures(commands)
    command_import.add(commands)
    command_match.add(commands)
    command_responses.add(commands)
    command_report.add(commands, report)
    for name, carry_out, words in (
        ("check", check, "test a desk: integrity, foreign keys, schema revision, history"),
        ("backup", backup, "copy a desk into its folder of backups"),
    ):
        command = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
        _add_desk(command)
        command.set_defaults(carry_out=carry_out)
    return made


def _add_desk(command: argparse.ArgumentParser) -> None:
    command.add_argument("desk", type=Path, metavar="DESK.mdesk")


def _add_scope(command: argparse.ArgumentParser) -> None:
    scope = command.add_mutually_exclusive_group()
    scope.add_argument("--cohort", type=stored_name, metavar="NAME", help="only this cohort")
    scope.add_argument("--program", type=stored_name, metavar="NAME", help="only this program")


def _add_sample(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    words = "make a desk with fictional people; the same seed and date make the same desk"
    command = commands.add_parser("sample", help=words, description=words[0].upper() + words[1:] + ".")
    _add_desk(command)
    command.add_argument("--today", type=day_of_sample, metavar="DATE", help="the day it is in the sample, YYYY-MM-DD")
    command.add_argument("--seed", type=int, default=1, metavar="N")
    command.add_argument(
        "--people",
        type=people,
        default=200,
        metavar="N",
        help="about how many people; the 200 who have a story are always there",
    )
    command.set_defaults(carry_out=sample)


def _add_figures(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    words = "print the figures of Today"
    command = commands.add_parser("figures", help=words, description=words[0].upper() + words[1:] + ".")
    _add_desk(command)
    _add_scope(command)
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(carry_out=figures)


@contextmanager
def reading(path: Path) -> "Iterator[Desk]":
    """The desk to read only: a command disturbs no window that has it open."""
    from mentordesk.services.desk import Desk

    desk = Desk.open(path, backups=paths.backups_folder(path), read_only=True)
    try:
        yield desk
    finally:
        desk.close()


def sample(options: argparse.Namespace) -> int:
    from mentordesk.services import sample as samples

    path = samples.make(options.desk, options.today, seed=options.seed, people=options.people)
    print(f"Made the sample desk “{path.name}”.")
    return 0


def figures(options: argparse.Namespace) -> int:
    from mentordesk.services import figures as service
    from mentordesk.services import lookup

    with reading(options.desk) as desk:
        scope: Scope = desk.read(lookup.scope, options.cohort, options.program)
        found = desk.read(service.figures, scope).as_dict()
    if options.json:
        print(json.dumps(found, indent=2))
    else:
        for name, value in found.items():
            print(f"{name.replace('_', ' '):32} {'–' if value is None else value}")
    return 0


def report(options: argparse.Namespace) -> int:
    from mentordesk import command_report

    return command_report.report(options, reading)


def check(options: argparse.Namespace) -> int:
    from mentordesk.services import soundness

    findings = soundness.check(options.desk)
    for finding in findings:
        print(f"{'ok    ' if finding.sound else 'FAULT '} {finding.what}: {finding.words}")
    faults = [finding for finding in findings if not finding.sound]
    if faults:
        count = counted(len(faults), "fault")
        raise UserError(f"“{options.desk.name}” has {count}.", advice="Restore the newest sound backup.")
    return 0


def backup(options: argparse.Namespace) -> int:
    from mentordesk.services import backups

    row = backups.make(options.desk, paths.backups_folder(options.desk), datetime.now().astimezone())
    print(f"Backed up to “{row.path}”.")
    return 0
