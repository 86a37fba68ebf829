"""Every kind of workbook the program writes, from a desk with two hundred people: for tests that look at them all."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from sqlalchemy import select

from mentordesk.app import main
from mentordesk.data.tables import Cohort, Pair, Person
from mentordesk.domain.reporting import NameStyle, Reader, ReportKind
from mentordesk.domain.responses import FormsFor, FormsRequest
from mentordesk.domain.scope import Period, Scope
from mentordesk.exchange.excel import excel
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import exchanges
from mentordesk.services.reports import reporting
from mentordesk.services.reports.reporting import ReportRequest
from mentordesk.services.responses import forms as response_forms

DAY = date(2026, 6, 4)
COHORT = "Crossroads 2025–26"
HOSTILE = ("=HYPERLINK(1)", "#N/A", "'quoted", "a\x0bb\ufffe", "x" * 40_000, "+1", "@a", "_x0041_", "<&>", "\ud800")


def write_all(desk: Desk, folder: Path) -> dict[str, Path]:
    """Every workbook by what it is."""
    made = {**_reports(desk, folder), **_others(desk, folder)}
    assert all(path.exists() for path in made.values())
    return made


def cohort_of(desk: Desk) -> int:
    return desk.read(lambda session: session.scalars(select(Cohort.id).where(Cohort.name == COHORT)).one())


def request(desk: Desk, kind: ReportKind = ReportKind.PROGRAM, **values: object) -> ReportRequest:
    """A report of the cohort that runs, as of the sample's day."""
    person = desk.read(lambda session: session.scalar(select(Person.id).where(Person.name == "Amara Okonkwo")))
    given: dict[str, object] = {"scope": Scope(cohort_id=cohort_of(desk)), "period": Period(None, DAY)}
    return ReportRequest(kind, person_id=person, **{**given, **values})  # type: ignore[arg-type]


def _reports(desk: Desk, folder: Path) -> dict[str, Path]:
    wanted = {kind.value: request(desk, kind) for kind in ReportKind}
    for reader in Reader:
        style = NameStyle.NONE if reader is Reader.PUBLIC else NameStyle.INITIALS
        wanted[f"program for {reader.value}"] = request(desk, reader=reader, names=style)
    wanted["everything"] = request(desk, scope=Scope())
    wanted["a quiet month"] = request(desk, period=Period(date(1990, 1, 1), date(1990, 1, 31)))
    return {what: desk.read(reporting.save, asked, folder / f"{what}.xlsx").path for what, asked in wanted.items()}


def _others(desk: Desk, folder: Path) -> dict[str, Path]:
    pair = desk.read(lambda session: session.scalar(select(Pair.id).where(Pair.cohort_id == cohort_of(desk))))
    forms = {FormsFor.COHORT: cohort_of(desk)}
    writers: dict[str, Callable[[Path], object]] = {
        "statement": lambda path: reporting.write(desk.read(exchanges.statement_report, pair), path),
        "roster": reporting.write_empty_roster,
        "rejects": partial(_rejects, HOSTILE),
        "proposals": lambda path: main(["match", str(desk.path), "--cohort", "Crossroads 2026–27", "-o", str(path)]),
        **{
            f"form for {made_for.value}": partial(_form, desk, FormsRequest(cohort_id=cohort, made_for=made_for))
            for made_for, cohort in forms.items()
        },
        "form for a pair": partial(_form, desk, FormsRequest(pair_id=pair, made_for=FormsFor.PAIR)),
    }
    for what, write in writers.items():
        write(folder / f"{what}.xlsx")
    return {what: folder / f"{what}.xlsx" for what in writers}


def _rejects(texts: tuple[str, ...], path: Path) -> None:
    headings = ("Name", "name", "", "Level [1 to 7]", "Hired\non", "Problem")
    excel.write_rejects(path, headings, [((text, text, 7, 1.5, DAY), "Name is empty") for text in texts])


def _form(desk: Desk, asked: FormsRequest, path: Path) -> None:
    response_forms.write(desk.read(response_forms.forms, asked)[:1], path)
