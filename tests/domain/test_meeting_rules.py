"""Agendas and times of planned meetings, as people write them."""

import pytest

from mentordesk.domain.meetings import agenda_lines, agenda_words, read_time


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("Budget", ("Budget",)),
        ("Budget\n\n  Night shift ", ("Budget", "Night shift")),
        ("1. Reading a P&L (Jonas) 2. Night-shift plan", ("Reading a P&L (Jonas)", "Night-shift plan")),
        ("1. Budget\n2. Night shift", ("Budget", "Night shift")),
        ("Version 2. is late", ("Version 2. is late",)),
        ("Prepare the board of 4. June", ("Prepare the board of 4. June",)),
    ],
)
def test_an_agenda_is_read_line_by_line_or_number_by_number(text: str, lines: tuple[str, ...]) -> None:
    assert agenda_lines(text) == lines


def test_an_agenda_is_said_on_one_line() -> None:
    assert agenda_words(()) == ""
    assert agenda_words(("Budget",)) == "Budget"
    assert agenda_words(("Budget", "Night shift")) == "1. Budget 2. Night shift"
    assert agenda_lines(agenda_words(("Budget", "Night shift"))) == ("Budget", "Night shift")


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("", ""),
        ("16:00", "16:00"),
        (" 9.30 ", "09:30"),
        ("16", "16:00"),
        ("4 pm", "16:00"),
        ("12:15 am", "00:15"),
        ("12 pm", "12:00"),
        ("16h45", "16:45"),
        ("24:00", None),
        ("13 pm", None),
        ("10:60", None),
        ("noon", None),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, time: str | None) -> None:
    assert read_time(typed) == time
