"""Calendar files: whole days and meetings, read back with the library and looked at line by line."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import icalendar
import pytest

from mentordesk.domain.errors import FileError
from mentordesk.exchange import calendar
from mentordesk.exchange.calendar import CalendarDay, CalendarMeeting

MADE_AT = datetime.fromisoformat("2026-06-04T09:41:00+02:00")
STARTS = datetime.fromisoformat("2026-06-10T15:30:00+02:00")


def lines(text: str) -> list[str]:
    """The lines as a calendar program reads them: unfolded."""
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")


def read(text: str) -> list[icalendar.Event]:
    return [event for event in icalendar.Calendar.from_ical(text).walk("VEVENT") if isinstance(event, icalendar.Event)]


def test_a_day_lasts_until_the_next_one() -> None:
    found = lines(calendar.ics([CalendarDay("meeting:1", date(2026, 6, 30), "Amara & Jonas")], MADE_AT))
    assert found[0] == "BEGIN:VCALENDAR"
    assert "VERSION:2.0" in found
    assert "DTSTART;VALUE=DATE:20260630" in found
    assert "DTEND;VALUE=DATE:20260701" in found
    assert "DTSTAMP:20260604T074100Z" in found
    assert "UID:meeting:1@mentordesk" in found
    assert "TRANSP:TRANSPARENT" in found


def test_a_meeting_stands_at_the_same_moment_in_every_time_zone() -> None:
    found = lines(calendar.ics([CalendarMeeting("talk:7", STARTS, 45, "A talk", place="Room 4")], MADE_AT))
    assert "DTSTART:20260610T133000Z" in found
    assert "DTEND:20260610T141500Z" in found
    assert "TRANSP:OPAQUE" in found
    assert "LOCATION:Room 4" in found


def test_a_start_without_a_time_zone_is_in_that_of_this_computer() -> None:
    floating = STARTS.replace(tzinfo=None)
    (event,) = read(calendar.ics([CalendarMeeting("talk:7", floating, 30, "A talk")], MADE_AT))
    assert event.start == floating.astimezone(UTC)


def test_a_meeting_over_the_end_of_summer_time_keeps_its_length() -> None:
    starts = datetime(2026, 10, 25, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    (event,) = read(calendar.ics([CalendarMeeting("talk:7", starts, 120, "A talk")], MADE_AT))
    assert event.end - event.start == timedelta(hours=2)


def test_who_comes_is_named_with_the_address() -> None:
    meeting = CalendarMeeting(
        "talk:7", STARTS, 30, "A talk", attendees=('Müller, "Jo" <jo@example.com>', "amara@example.com", "no address")
    )
    (event,) = read(calendar.ics([meeting], MADE_AT))
    assert [str(found) for found in event.attendees] == ["mailto:jo@example.com", "mailto:amara@example.com"]
    assert "Müller" in event.attendees[0].params["CN"]


def test_signs_with_a_meaning_are_escaped_and_no_line_can_be_added() -> None:
    words = "Open Door 4, 5 pairs; 15:00\nEND:VCALENDAR \\o/"
    text = calendar.ics([CalendarDay("a", date(2026, 6, 4), words, words)], MADE_AT)
    assert r"SUMMARY:Open Door 4\, 5 pairs\; 15:00\nEND:VCALENDAR \\o/" in lines(text)
    assert lines(text).count("END:VCALENDAR") == 1
    assert str(read(text)[0]["description"]) == words


@pytest.mark.parametrize("title", ["Hélène Żółć & Yıldız " * 12, "👩🏽‍💻🎉" * 40, "Größe, Übermaß; ßß " * 9])
def test_long_lines_are_folded_between_letters(title: str) -> None:
    text = calendar.ics([CalendarDay("a", date(2026, 6, 4), title)], MADE_AT)
    lines(text)
    assert str(read(text)[0]["summary"]) == title


def test_control_characters_and_breaks_in_a_key_do_no_harm() -> None:
    text = calendar.ics([CalendarDay("a\r\nEND:VEVENT", date(2026, 6, 4), "A\x00 talk\x0b\r\nat noon")], MADE_AT)
    assert str(read(text)[0]["summary"]) == "A talk\nat noon"
    assert lines(text).count("END:VEVENT") == 1


def test_an_entry_keeps_its_name_so_that_a_second_import_replaces_the_first() -> None:
    first = read(calendar.ics([CalendarMeeting("talk:7", STARTS, 30, "A talk")], MADE_AT))
    moved = CalendarMeeting("talk:7", STARTS + timedelta(days=1), 60, "Another talk")
    second = read(calendar.ics([moved], MADE_AT + timedelta(hours=1)))
    assert str(first[0]["uid"]) == str(second[0]["uid"]) == "talk:7@mentordesk"


def test_days_and_meetings_stand_in_one_file(tmp_path: Path) -> None:
    target = tmp_path / "next.ics"
    both = [CalendarDay("a", date(2026, 6, 4), "A day"), CalendarMeeting("b", STARTS, 30, "A talk")]
    calendar.write(both, target, MADE_AT)
    assert [str(event["summary"]) for event in read(target.read_bytes().decode())] == ["A day", "A talk"]


def test_a_calendar_of_nothing_is_still_one() -> None:
    assert read(calendar.ics([], MADE_AT)) == []


def test_a_place_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"The calendar was not saved. The folder “missing” is not there"):
        calendar.write([], tmp_path / "missing" / "next.ics", MADE_AT)


def test_a_calendar_never_takes_the_place_of_a_desk(tmp_path: Path) -> None:
    desk = tmp_path / "next.mdesk"
    desk.write_bytes(b"SQLite format 3\0 and all the pairs")
    with pytest.raises(FileError, match=r"“next.mdesk” is a desk, and would be lost"):
        calendar.write([], desk, MADE_AT)
    assert desk.read_bytes().endswith(b"and all the pairs")
    assert list(tmp_path.iterdir()) == [desk]
