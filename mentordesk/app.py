"""Where everything is put together: reads the arguments, then starts the window or a command."""

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from mentordesk import __version__, paths
from mentordesk.domain.errors import UserError

COMMANDS = ("sample", "figures", "import", "match", "responses", "forms", "report", "check", "backup")
_EPILOG = """commands that work without a window (each has --help):
  sample DESK.mdesk      make a desk with fictional people
  figures DESK.mdesk     print the figures of Today
  import DESK.mdesk FILE read a roster
  forms DESK.mdesk FILE  write the form that a cohort fills in
  responses DESK.mdesk FILES  take forms that came back
  match DESK.mdesk       find the best pairs of a cohort
  report DESK.mdesk OUT  write the Excel report
  check DESK.mdesk       test the desk file
  backup DESK.mdesk      copy the desk into its backup folder
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Start the program; returns the exit code: 0, 1 for a fault of the input, 2 for wrong usage."""
    if getattr(sys, "frozen", False):  # a frozen program starts itself anew as the process that matches
        from multiprocessing import freeze_support

        freeze_support()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in COMMANDS:
        from mentordesk import commands

        return commands.run(arguments)
    options = _parser().parse_args(arguments)
    try:
        return _window(options.desk)
    except UserError as error:
        print(f"mentordesk: {error.sentence()}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mentordesk",
        description="The program office for mentoring on one laptop. Without a command: the window on the last desk.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("desk", nargs="?", type=Path, metavar="DESK.mdesk", help="the desk to open")
    parser.add_argument("--version", action="version", version=f"MentorDesk {__version__}")
    return parser


def _window(desk: Path | None) -> int:
    from mentordesk.ui import screen

    screen.check()
    _log()
    from mentordesk.ui.main_window import start

    return start(desk)


def _log() -> None:
    """Write down for support what goes wrong unexpectedly; a folder that cannot be written is no reason to stop."""
    try:
        paths.log_folder().mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(paths.log_folder() / "mentordesk.log", encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
