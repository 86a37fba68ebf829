"""What must not be in a report is in no part of its file: for every reader, in every style of names."""

import html
import re
import sqlite3
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import pytest

from mentordesk.domain import report_names
from mentordesk.domain.people import CustomFieldForm, FieldKind
from mentordesk.domain.reporting import NameStyle, Reader
from mentordesk.domain.scope import Period, Scope
from mentordesk.services import custom_fields, sample
from mentordesk.services.desk import Desk
from mentordesk.services.reports import reporting
from mentordesk.services.reports.reporting import ReportRequest

DAY = date(2026, 6, 4)
CASES = [(reader, style) for reader in Reader for style in NameStyle]
# Texts somebody wrote in confidence: they are in no report for anybody.
CONFIDENTIAL = (
    "SELECT comment FROM check_in UNION SELECT comment FROM closing_survey UNION SELECT note FROM contact "
    "UNION SELECT notes FROM pair UNION SELECT end_note FROM pair UNION SELECT notes FROM person "
    "UNION SELECT note FROM goal UNION SELECT note FROM milestone UNION SELECT note FROM enrollment "
    "UNION SELECT note FROM pair_answer UNION SELECT note FROM introduction UNION SELECT answer FROM survey_answer"
)
# Free words that a report with full names has, and that may name anybody.
WORDS = (
    "SELECT what FROM exchange UNION SELECT skip_reason FROM milestone UNION SELECT title FROM goal "
    "UNION SELECT words FROM survey_benefit UNION SELECT title FROM milestone WHERE step_id IS NULL"
)
LEARNERS = (
    "SELECT right_id FROM pair UNION SELECT left_id FROM pair WHERE format = 'peer' "
    "UNION SELECT person_id FROM enrollment WHERE role <> 'mentor'"
)


@dataclass(frozen=True)
class Secrets:
    names: tuple[str, ...]
    learners: tuple[str, ...]
    addresses: tuple[str, ...]
    of_learners: tuple[str, ...]
    confidential: tuple[str, ...]
    words: tuple[str, ...]
    outsiders: tuple[str, ...]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterable[Desk]:
    """The sample, with names in all the places where people write them."""
    folder = tmp_path_factory.mktemp("leaks")
    path = sample.make(folder / "Solvane.mdesk", DAY)
    morning = datetime(2026, 6, 4, 9, 41).astimezone()
    made = Desk.open(path, backups=folder / "backups", clock=lambda: morning)
    field = made.do(custom_fields.save, CustomFieldForm("Nickname", FieldKind.TEXT))
    _write_names_everywhere(path, field)
    yield made
    made.close()


def _write_names_everywhere(path: Path, field: int) -> None:
    connection = sqlite3.connect(path)
    for statement in (
        "UPDATE exchange SET what = 'Asked ' || (SELECT name FROM person WHERE id = exchange.id % 150 + 1) || ' too'",
        "UPDATE milestone SET skip_reason = 'Zofia was ill', skipped_on = due_on, done_on = NULL WHERE id % 11 = 0",
        "UPDATE milestone SET title = 'Lunch with Philippa and Dembe', step_id = NULL WHERE id % 13 = 0",
        "UPDATE goal SET title = 'Learn from Ottilie Nakamura how to say no'",
        "UPDATE survey_benefit SET words = 'Time with Amara Okonkwo' WHERE benefit = 'other'",
        "UPDATE contact SET note = 'Spoke of ' || id || ', Hana cried'",
        "UPDATE pair SET notes = 'Rafael must not know', circle = 'Friends of Ingrid Tveit' WHERE id % 3 = 0",
        "UPDATE person SET notes = 'Wants to leave, says Kwame', department = name || ' team' WHERE id % 17 = 0",
        "UPDATE cohort SET name = 'Circle of Amara Okonkwo' WHERE name = 'Crossroads 2025–26'",
        "UPDATE goal SET note = 'Jonas thinks it is too much'",
        f"INSERT INTO custom_value (person_id, field_id, value) SELECT id, {field}, 'The ' || name FROM person",
    ):
        connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.fixture(scope="module")
def secrets(desk: Desk) -> Secrets:
    connection = sqlite3.connect(desk.path)

    def texts(query: str) -> tuple[str, ...]:
        return tuple(sorted({str(row[0]) for row in connection.execute(query) if row[0] and len(str(row[0])) > 3}))

    learning = f"SELECT %s FROM person WHERE id IN ({LEARNERS})"
    program = "SELECT id FROM cohort WHERE program_id = (SELECT id FROM program WHERE name = 'Crossroads')"
    inside = (
        f"SELECT person_id FROM enrollment WHERE cohort_id IN ({program}) UNION "
        f"SELECT left_id FROM pair WHERE cohort_id IN ({program}) UNION "
        f"SELECT right_id FROM pair WHERE cohort_id IN ({program}) UNION "
        f"SELECT introduced_by_id FROM pair WHERE cohort_id IN ({program}) AND introduced_by_id IS NOT NULL"
    )
    found = Secrets(
        names=texts("SELECT name FROM person"),
        learners=texts(learning % "name"),
        addresses=texts("SELECT email FROM person UNION SELECT employee_number FROM person"),
        of_learners=(*texts(learning % "email"), *texts(learning % "employee_number")),
        confidential=texts(CONFIDENTIAL),
        words=texts(WORDS),
        outsiders=texts(f"SELECT name FROM person WHERE id NOT IN ({inside}) AND department NOT LIKE '% team'"),
    )
    connection.close()
    said = "\n".join((*found.words, "Circle of Amara Okonkwo"))
    found = replace(found, outsiders=tuple(name for name in found.outsiders if name not in said))
    assert len(found.outsiders) > 20
    assert min(len(found.names), len(found.confidential), len(found.words)) > 100
    return found


def text_of(path: Path) -> str:
    """Every part of the file as one text, without its marks."""
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name).decode("utf-8", errors="replace") for name in package.namelist()]
    return html.unescape("\n".join([path.name, *parts]))


def parts_of(names: Iterable[str]) -> set[str]:
    return {part for name in names for part in name.split() if len(part) >= 4}


@pytest.mark.parametrize(("reader", "style"), CASES, ids=[f"{reader.value}-{style.value}" for reader, style in CASES])
def test_nothing_that_must_not_be_there_is_in_any_part_of_the_file(
    desk: Desk, secrets: Secrets, tmp_path: Path, reader: Reader, style: NameStyle
) -> None:
    scope = desk.read(_crossroads) if reader is Reader.LEAD else Scope()
    asked = ReportRequest(scope=scope, period=Period(None, DAY), reader=reader, names=style)
    report = desk.read(reporting.report, asked, 1)
    text = text_of(desk.read(reporting.save, asked, tmp_path / report.file_name).path)
    assert found(secrets.confidential, text) == []
    nobody = reader is Reader.PUBLIC or style is not NameStyle.FULL
    if nobody:
        assert found(secrets.names, text) == []
        assert found(secrets.addresses, text) == []
        assert spoken(secrets.names, text) == []
    if nobody or reader is Reader.MANAGER:
        assert found(secrets.words, text) == []
        assert found(secrets.learners, text) == []
        assert found(secrets.of_learners, text) == []
    if reader is Reader.LEAD:
        assert found(secrets.outsiders, text) == []


def test_full_names_are_there_for_those_who_may_have_them(desk: Desk, secrets: Secrets, tmp_path: Path) -> None:
    everything = desk.read(reporting.save, ReportRequest(period=Period(None, DAY)), tmp_path / "hr.xlsx").path
    text = text_of(everything)
    assert len(found(secrets.names, text)) > 140
    assert len(found(secrets.words, text)) > 100
    asked = ReportRequest(period=Period(None, DAY), reader=Reader.MANAGER)
    text = text_of(desk.read(reporting.save, asked, tmp_path / "managers.xlsx").path)
    mentors = [name for name in secrets.names if name not in secrets.learners]
    assert len(found(mentors, text)) > 10
    assert "Mentee " in text


def found(wanted: Iterable[str], text: str) -> list[str]:
    return [each for each in wanted if each in text]


def spoken(names: Iterable[str], text: str) -> list[str]:
    """First names and surnames that stand in the text as words. What cities and job titles are called is no name."""
    words = set(re.findall(r"\w[\w’'-]*", text))
    return sorted(part for part in parts_of(names) if part in words)


def _crossroads(session: object) -> Scope:
    from mentordesk.services import lookup

    return lookup.scope(session, None, "Crossroads")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reader", "style"), [(Reader.HR, NameStyle.NONE), (Reader.MANAGER, NameStyle.FULL)], ids=["hr-none", "manager"]
)
def test_the_unnamed_do_not_stand_where_their_names_would(desk: Desk, reader: Reader, style: NameStyle) -> None:
    """Whoever knows all names could count in the alphabet who number 12 is."""
    asked = ReportRequest(period=Period(None, DAY), reader=reader, names=style)
    rows = desk.read(reporting.rows, asked)
    unnamed: dict[str, list[int]] = {}
    for row in rows.participants.rows:
        if row.name.startswith("Participant "):
            unnamed.setdefault(row.cohort, []).append(int(row.name.split()[1]))
    assert max(map(len, unnamed.values())) > 10
    assert all(numbers == sorted(numbers) for numbers in unnamed.values())
    on_a_day: dict[tuple[date, int | None], list[int]] = {}
    for milestone in rows.milestones.rows:
        on_a_day.setdefault((milestone.due_on, milestone.step_id), []).append(milestone.pair_id)
    assert all(ids == sorted(ids) for ids in on_a_day.values())


def test_managers_are_not_told_that_a_pair_was_no_good_fit(desk: Desk) -> None:
    asked = ReportRequest(period=Period(None, DAY), reader=Reader.MANAGER)
    assert {row.end_reason for row in desk.read(reporting.rows, asked).pairs.rows} == {None}
    everything = desk.read(reporting.rows, ReportRequest(period=Period(None, DAY)))
    assert len({row.end_reason for row in everything.pairs.rows}) > 1


def test_who_became_a_mentee_since_is_unnamed_in_a_report_of_before(
    desk: Desk, secrets: Secrets, tmp_path: Path
) -> None:
    before = ReportRequest(period=Period(None, date(1990, 2, 1)), reader=Reader.MANAGER)
    text = text_of(desk.read(reporting.save, before, tmp_path / "before.xlsx").path)
    assert found(secrets.learners, text) == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_taken_out_however_its_letters_are_put_together(form: str) -> None:
    hide = report_names.mask([unicodedata.normalize("NFD", "Đặng Thị Hương"), "Işıl Yıldız", "Zoë Żółć"])
    text = unicodedata.normalize(form, "Circle of Đặng Thị Hương, IŞIL of Zoë Żółć and IŞıl Yıldız")
    assert hide(text) == "Circle of Đ. T. H., IŞIL of Z. Ż. and I. Y."
