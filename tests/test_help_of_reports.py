"""The guide to reports is true: the commands in it are commands, and their exit codes are those it tells."""

import plistlib
import re
import shlex
from pathlib import Path

import pytest

from mentordesk import commands, paths
from mentordesk.domain.reporting import ReportKind
from mentordesk.services import sample

SCHEDULE = (paths.resources() / "help" / "schedule.md").read_text(encoding="utf-8")
REPORTS = (paths.resources() / "help" / "reports.md").read_text(encoding="utf-8")


def typed() -> list[list[str]]:
    """The commands as they stand on lines of their own."""
    lines = re.findall(r"^    (mentordesk .*)$", SCHEDULE, re.MULTILINE)
    return [shlex.split(line)[1:] for line in lines]


def of_task_scheduler() -> list[str]:
    """What the task of Windows runs: its quotes are escaped within the quotes of /TR."""
    (task,) = re.findall(r'/TR "((?:\\"|[^"])*)"', SCHEDULE)
    return shlex.split(task.replace('\\"', '"').replace("\\", "/"))


def of_launchd() -> dict[str, object]:
    (found,) = re.findall(r"```xml\n(.*?)```", SCHEDULE, re.DOTALL)
    return dict(plistlib.loads(found.encode()))


def options_in_words() -> list[str]:
    return re.findall(r"`(--[^`]*)`", SCHEDULE)


@pytest.mark.parametrize("command", typed(), ids=" ".join)
def test_each_command_in_the_guide_is_understood(command: list[str]) -> None:
    found = commands.parser().parse_args(command)
    assert (found.command, found.out.suffix) == ("report", ".xlsx")


def test_the_task_of_windows_runs_a_command_that_is_understood() -> None:
    program, *command = of_task_scheduler()
    found = commands.parser().parse_args(command)
    assert (program, found.reader, found.names) == ("mentordesk", "hr", "initials")
    assert found.desk.name == "Solvane mentoring.mdesk"
    (task,) = re.findall(r'/TR "((?:\\"|[^"])*)"', SCHEDULE)
    assert len(task.replace('\\"', '"')) <= 261


def test_the_agent_of_macos_runs_a_command_that_is_understood() -> None:
    agent = of_launchd()
    program, *command = agent["ProgramArguments"]  # type: ignore[misc]
    found = commands.parser().parse_args(command)
    assert (Path(program).name, found.reader, found.names) == ("mentordesk", "hr", "initials")
    assert agent["StartCalendarInterval"] == {"Day": 1, "Hour": 7, "Minute": 0}
    assert f"{agent['Label']}.plist" in SCHEDULE


@pytest.mark.parametrize("options", options_in_words())
def test_each_option_in_the_guide_is_understood(options: str) -> None:
    commands.parser().parse_args(["report", "a.mdesk", "a.xlsx", *shlex.split(options)])


def test_exit_codes_are_those_of_the_guide(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = {int(code) for code in re.findall(r"^\| (\d) \|", SCHEDULE, re.MULTILINE)}
    desk, out = tmp_path / "sample.mdesk", tmp_path / "report.xlsx"
    sample.make(desk, people=20)
    arguments = ["--reader", "hr", "--names", "initials"]
    found = {commands.run(["report", str(desk), str(out), *arguments])}
    found.add(commands.run(["report", str(tmp_path / "none.mdesk"), str(out), *arguments]))
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    with pytest.raises(SystemExit) as wrong:
        commands.run(["report", str(desk), str(out), "--reader", "boss"])
    assert found | {wrong.value.code} == codes
    assert out.stat().st_size > 0


def test_the_guide_says_when_comments_are_in_a_report() -> None:
    assert "never exported" not in REPORTS
    assert "Include" in REPORTS


def test_the_guide_names_every_report_that_stands_alone() -> None:
    for kind in (ReportKind.ENGAGEMENT, ReportKind.OVER_THE_YEARS, ReportKind.ENDURING, ReportKind.PROJECT_HOURS):
        assert kind.heading in REPORTS
    for kind in (ReportKind.MAIL_MERGE, ReportKind.PERSONAL_DATA, ReportKind.STORIES):
        assert kind.heading in REPORTS
