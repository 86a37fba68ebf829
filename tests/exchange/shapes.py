"""Files in the shapes that occur in practice: a shape is its rows, and writers make a workbook or a text of them.

Services, people and companies are invented; what their columns are called is as such services write them.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

Cells = Sequence[object]


@dataclass(frozen=True, slots=True)
class FileShape:
    """The rows of a file. `headings` are those that are read, `people` how many rows are below them; `used` makes the
    used range larger than the table, `merged` are areas such as "G1:I1"."""

    rows: tuple[Cells, ...]
    headings: tuple[str, ...] = ()
    people: int = 0
    epoch_1904: bool = False
    used: str = ""
    merged: tuple[str, ...] = ()

    def read_headings(self) -> tuple[str, ...]:
        """What the reader is to say: the first row, unless the shape says otherwise."""
        return self.headings or tuple(" ".join(str(cell).split()) for cell in self.rows[0] if cell is not None)


def xlsx(path: Path, shape: FileShape) -> Path:
    """The shape as a workbook, as a program writes it."""
    book = Workbook()
    sheet = book.active
    for row in shape.rows:
        sheet.append(list(row))
    if shape.used:
        for line in sheet[shape.used]:
            for cell in line:
                cell.number_format = "0.00"
    for area in shape.merged:
        sheet.merge_cells(area)
    if shape.epoch_1904:
        book.epoch = CALENDAR_MAC_1904
    book.save(path)
    return path


def text(path: Path, shape: FileShape, separator: str = ";", mark: bool = True, ends: str = "\r\n") -> Path:
    """The shape as a text with columns, as form services and HR systems write it: a byte order mark, CRLF."""
    target = io.StringIO(newline="")
    rows = [["" if cell is None else str(cell) for cell in row] for row in shape.rows]
    csv.writer(target, delimiter=separator, lineterminator=ends).writerows(rows)
    path.write_bytes((b"\xef\xbb\xbf" if mark else b"") + target.getvalue().encode())
    return path


_TOPICS = ("Leadership", "Networking", "Digital", "Career", "Conflict", "Presenting", "Balance")
_RANKING = "Please rank these topics by importance to you."
_SMALL_PRINT = (
    "In which areas can you\nsupport a colleague?\n\nPlease choose as many as you like; your answers are kept as the "
    "notice on data protection of this office says and are only seen by the people who run the program."
)


def form_service() -> FileShape:
    """Whole questions as headings, "anonymous" in Email, the address in a later question, ranks over seven columns."""
    headings: Cells = (
        *("ID", "Start time", "Completion time", "Email", "Name", "What is your full name?"),
        *("Which is your work e-mail address?", "I would like to take part as", _SMALL_PRINT),
        *("What would you like to learn? (max. 3)", "How many mentees can you take on?"),
        *(f"{_RANKING}.{topic}" for topic in _TOPICS),
        *("Topics I do not want to talk about", "May we contact you?"),
    )
    people = (
        ("Anna Meier", "anna.meier@solvane.example", "Mentor", "Leadership;Strategy;", None, "two"),
        ("Anna Schulz", "anna.schulz@solvane.example", "Mentee", None, "Presenting;Data tools;", None),
        ("Bjørn Ødegård", "bjorn.odegard@solvane.example", "Both", "Budgets;Negotiating;", "Leadership;", "One"),
        ("Łukasz Żak  ", "LUKASZ.ZAK@solvane.example ", "Mentee", None, "Budgets;", None),
    )
    rows = [
        (
            *(number, f"4/{number}/26 9:0{number}:00", f"4/{number}/26 9:1{number}:00", "anonymous", None),
            *answers,
            *((number + place) % 7 + 1 for place in range(7)),
            *("Politics;Religion;", "Yes", None),
        )
        for number, answers in enumerate(people, start=1)
    ]
    return FileShape((headings, *rows), people=4)


_CODES = (
    *("StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished", "RecordedDate"),
    *("ResponseId", "RecipientLastName", "RecipientFirstName", "RecipientEmail", "ExternalReference"),
    *("LocationLatitude", "LocationLongitude", "DistributionChannel", "UserLanguage"),
)
_LABELS = (
    *("Start Date", "End Date", "Response Type", "IP Address", "Progress", "Duration (in seconds)", "Finished"),
    *("Recorded Date", "Response ID", "Recipient Last Name", "Recipient First Name", "Recipient Email"),
    *("External Data Reference", "Location Latitude", "Location Longitude", "Distribution Channel", "User Language"),
)
_QUESTIONS = ("Your first name", "Your last name", "Your work email", "Your employee number", "Department")
_LEARN = "What would you like to learn?"


def _surveyed(minute: int, *answers: object) -> Cells:
    times = [datetime(2026, 4, 1, 9, minute + more) for more in (0, 9, 10)]  # noqa: DTZ001
    start = (*times[:2], "IP Address", "10.0.0.1", 100, 500 + minute, True, times[2], f"R_{minute}abc")
    return (*start, None, None, None, None, 52.1, 4.3, "anonymous", "EN", *answers)


def survey_service() -> FileShape:
    """17 columns about the answering, codes above the questions, a question twice, unnamed columns at the end."""
    return FileShape(
        (
            (*_CODES, "Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q6"),
            (*_LABELS, *_QUESTIONS, _LEARN, _LEARN),
            _surveyed(1, "Ana", "Silva", "ana.silva@solvane.example", 123, "Finance", "Leading", "Budgets", None, "x"),
            _surveyed(2, "Ana", "Costa", "ana.costa@solvane.example", 4567, "Finance", "Leading", None, None, None),
        ),
        (*_LABELS, *_QUESTIONS, _LEARN, f"{_LEARN} (2)", "Column Z"),
        2,
    )


def survey_service_with_import_keys() -> FileShape:
    """The same with a third row, which the service needs to read the file again."""
    shape = survey_service()
    codes, labels, *people = shape.rows
    keys = tuple(f'{{"ImportId":"{code}"}}' for code in codes)
    return FileShape((codes, labels, keys, *people), shape.headings, 2)


def survey_service_with_answers() -> FileShape:
    """Questions above their answers, merged over these."""
    return FileShape(
        (
            (
                *("Respondent ID", "Collector ID", "Date Created", "Email Address", "First Name", "Last Name"),
                *("Which topics?", None, None, "Your e-mail?"),
            ),
            (*(None,) * 6, "Leadership", "Budgets", "Networking", "Open-Ended Response"),
            (1, 2, "04/13/2026 10:11:12 AM", None, "Ivo", "Petrov", "Leadership", None, "Networking", "ivo@b.example"),
            (2, 2, "04/02/2026 10:11:12 AM", None, "Ina", "Petrova", None, "Budgets", None, "ina@b.example"),
        ),
        (
            *("Respondent ID", "Collector ID", "Date Created", "Email Address", "First Name", "Last Name"),
            *("Which topics? · Leadership", "Which topics? · Budgets", "Which topics? · Networking", "Your e-mail?"),
        ),
        2,
        merged=("G1:I1",),
    )


def grouped() -> FileShape:
    """Two groups of columns with the same names below them."""
    return FileShape(
        (
            ("Mentor", None, "Mentee", None),
            ("Name", "E-mail", "Name", "E-mail"),
            ("Tendai Moyo", "tendai@b.example", "Aiko Hirano", "aiko@b.example"),
        ),
        ("Mentor · Name", "Mentor · E-mail", "Mentee · Name", "Mentee · E-mail"),
        1,
        merged=("A1:B1", "C1:D1"),
    )


def same_heading_twice() -> FileShape:
    return FileShape(
        (("Name", "E-mail", "Topic", "Topic", "Role"), ("Tendai Moyo", "tendai@b.example", "a", "b", "mentor")),
        ("Name", "E-mail", "Topic", "Topic (2)", "Role"),
        1,
    )


def unnamed_at_the_end() -> FileShape:
    return FileShape(
        (("Name", "E-mail"), ("Tendai Moyo", "tendai@b.example", None, "seen"), ("Aiko Hirano", "aiko@b.example", "x")),
        ("Name", "E-mail", "Column C", "Column D"),
        2,
    )


def used_range_of_900_rows() -> FileShape:
    return FileShape(
        (("Name", "E-mail", "Department"), ("Tendai Moyo", "tendai@b.example", "Operations")), people=1, used="A3:E900"
    )


def numbers_without_zeros() -> FileShape:
    return FileShape(
        (("Employee number", "Name", "Department"), (123, "Ana Silva", "Legal"), (4567, "Ana Costa", "Legal")), people=2
    )


def mentors() -> FileShape:
    rows = (("Mentor Name", "Mentor Email", "Expertise", "Max mentees"),)
    return FileShape((*rows, ("Max Power", "max@b.example", "Leadership;Sales", "2")), people=1)


def mentees() -> FileShape:
    rows = (("Mentee", "Mentee E-Mail", "Learning goals", "Manager approval"),)
    return FileShape((*rows, ("Min Power", "min@b.example", "Sales", "yes")), people=1)


def both_roles() -> FileShape:
    """Names with titles, places in words, yes and no in seven languages, levels in words, "both" in several ways."""
    return FileShape(
        (
            (
                *("Name", "Email", "I want to be", "Number of mentees I can take", "Topics I do not want"),
                *("External?", "Level"),
            ),
            ("Moyo, Tendai", "t@b.example", "Both", "two", "Politics", "sí", "Grade 7"),
            ("Dr. Okonkwo, Amara (she/her)", "a@b.example", "Mentor and mentee", "up to 3", None, "nein", "L5"),
            ("Tveit, Ingrid, PhD", "i@b.example", "Either", "one or two", None, "non", "VP"),
            ("李 明", "l@b.example", "Mentor", "drei", None, "はい", "Band 4"),
            ("de la Cruz, María José", "m@b.example", "Mentee", "1-2", None, "sim", "Senior Manager"),
            ("Frau Dr. med. Anna Groß", "g@b.example", "mentee", "keine", None, "да", "E4"),
            ("OKAFOR Chidi", "c@b.example", "Mentor (1st choice) or Mentee", "3 mentees", None, "nej", "IC3"),
            ("محمد علي", "h@b.example", "los dos", "max. 2", None, "no", "Stufe 3"),
        ),
        people=8,
    )


def long_list() -> FileShape:
    rows = (("Email", "Name", "Interest", "Rank"), ("ana.silva@b.example", "Ana Silva", "Budgets", 2))
    more = (("ana.silva@b.example", "Ana Silva", "Leading", 1), ("ana.costa@b.example", "Ana Costa", "Strategy", 1))
    return FileShape((*rows, *more), people=3)


def wide_list() -> FileShape:
    rows = (("Name", "E-mail", "Cohort 2022", "Cohort 2023", "Cohort 2024"),)
    people = (
        ("Ana Silva", "ana.silva@b.example", "Mentee", "Mentor", None),
        ("Ana Costa", "ana.costa@b.example", None, "Mentee", "Mentor"),
    )
    return FileShape((*rows, *people), people=2)


def history() -> FileShape:
    silva, costa = ("ana.silva@b.example", "Ana Silva"), ("ana.costa@b.example", "Ana Costa")
    return FileShape(
        (
            ("Email", "Name", "Cohort", "Role", "Start", "End", "Completed?", "Partner"),
            (*silva, "Upstream 2019", "Mentee", "01/10/2019", "30/06/2020", "Yes", "carl@b.example"),
            (*silva, "Upstream 2021", "Mentor", "01/10/2021", "30/06/2022", "No", "dora@b.example"),
            (*costa, "Upstream 2021", "Mentee", "01/10/2021", "30/06/2022", "Withdrew", None),
        ),
        people=3,
    )


def hr_export() -> FileShape:
    headings = (
        *("Emp ID", "Full Name", "Work Email", "Supervisor ID", "Department", "Job Grade", "Employment Status"),
        *("Hire Date", "Last Promotion Date", "Termination Date", "Job Title"),
    )
    ruiz = ("00013", "Ruiz, Ana", "ruiz@b.example", "00012", "Ops", "Grade 3", "On Leave", "04/05/2020", None, None)
    gone = ("00014", "Gone Guy", "gone@b.example", "00012", "Ops", "Grade 3", "Terminated", "04/05/2015", None)
    return FileShape(
        (
            headings,
            (
                "00001",
                "Boss Big",
                "boss@b.example",
                None,
                "Board",
                "Grade 9",
                "Active",
                "01/02/2010",
                None,
                None,
                "CEO",
            ),
            (
                *("00012", "Moyo, Tendai", "t@b.example", "00001", "Ops", "Grade 5", "Active", "03/04/2018"),
                *("13/05/2022", None, "Planner"),
            ),
            (*ruiz, "Analyst"),
            (*gone, "31/03/2026", "Analyst"),
        ),
        people=4,
    )


def _hired(*days: object, epoch_1904: bool = False) -> FileShape:
    rows = [(f"Person {chr(65 + index)}", f"p{index}@b.example", day) for index, day in enumerate(days)]
    return FileShape((("Name", "E-mail", "Hire date"), *rows), people=len(rows), epoch_1904=epoch_1904)


def dates_day_first() -> FileShape:
    return _hired("03/04/2026", "13/04/2026", "3.4.26", "Fri, 3 Apr 2026")


def dates_month_first() -> FileShape:
    return _hired("03/04/2026", "03/14/2026")


def dates_that_disagree() -> FileShape:
    return _hired("03/14/2026", "25/06/2026", "03/04/2026", "13/04/2026")


def dates_that_tell_nothing() -> FileShape:
    return _hired("03/04/2026", "05/06/2026")


def serial_numbers() -> FileShape:
    return _hired(46115, 45000.5, "46115")


def days_from_1904() -> FileShape:
    return _hired(date(2020, 4, 3), date(2021, 5, 6), epoch_1904=True)


def serial_numbers_from_1904() -> FileShape:
    return _hired(44653, epoch_1904=True)


SHAPES = {
    make.__name__: make()
    for make in (
        *(form_service, survey_service, survey_service_with_import_keys, survey_service_with_answers, grouped),
        *(same_heading_twice, unnamed_at_the_end, used_range_of_900_rows, numbers_without_zeros, mentors, mentees),
        *(both_roles, long_list, wide_list, history, hr_export, dates_day_first, dates_month_first),
        *(dates_that_disagree, dates_that_tell_nothing, serial_numbers, days_from_1904, serial_numbers_from_1904),
    )
}
