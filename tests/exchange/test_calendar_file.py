"""Calendar files: whole days, escaped words, folded lines."""

from datetime import date, datetime
from pathlib import Path

import pytest

from mentordesk.domain.errors import FileError
from mentordesk.exchange import calendar
from mentordesk.exchange.calendar import CalendarDay

MADE_AT = datetime.fromisoformat("2026-06-04T09:41:00+02:00")


def lines(text: str) -> list[str]:
    """The lines as a calendar program reads them: unfolded."""
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")


def test_a_day_lasts_until_the_next_one() -> None:
    found = lines(calendar.ics([CalendarDay("meeting:1", date(2026, 6, 30), "Amara & Jonas")], MADE_AT))
    assert found[0] == "BEGIN:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20260630" in found
    assert "DTEND;VALUE=DATE:20260701" in found
    assert "DTSTAMP:20260604T074100Z" in found
    assert "UID:meeting:1@mentordesk" in found


def test_signs_with_a_meaning_are_escaped_and_no_line_can_be_added() -> None:
    words = "Open Door 4, 5 pairs; 15:00\nEND:VCALENDAR \\o/"
    found = lines(calendar.ics([CalendarDay("a", date(2026, 6, 4), words, words)], MADE_AT))
    assert r"SUMMARY:Open Door 4\, 5 pairs\; 15:00\nEND:VCALENDAR \\o/" in found
    assert found.count("END:VCALENDAR") == 1


def test_long_lines_are_folded_between_letters() -> None:
    title = "Hélène Żółć & Yıldız " * 12
    found = lines(calendar.ics([CalendarDay("a", date(2026, 6, 4), title)], MADE_AT))
    assert f"SUMMARY:{title}" in found


def test_a_place_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"“next.ics” cannot be written"):
        calendar.write([], tmp_path / "missing" / "next.ics", MADE_AT)
