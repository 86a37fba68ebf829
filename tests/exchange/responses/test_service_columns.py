"""What the columns of a form service's export are taken for, by their words and by what they hold."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from mentordesk.domain.errors import UserError
from mentordesk.domain.responses import ResponseKind
from mentordesk.exchange.excel import reader
from mentordesk.exchange.responses import form_reader, service_columns, service_export
from mentordesk.exchange.responses.answers import Answer, ServiceExport

HEADINGS = {
    "ID": "response_id",
    "Start time": "started",
    "Completion time": "answered",
    "Email": None,
    "Name": None,
    "Your own e-mail address": "email",
    "Your mentor's or mentee's e-mail": "partner_email",
    "I can say openly what I think.": "trust",
    "Was it worth your time?": "value",
    "Giving and taking are in balance between us": "balance",
    "We are closer to our goals": "progress",
    "We laugh together": "own:1",
    "How likely are you to recommend the program?": "recommend",
    "Anything else?": "comment",
    "When did you last meet?": "contact_on",
    "How did you meet?": "channel",
    "How long did it take?": "minutes",
    "What did you get from your partner?": "kind",
    "Favorite color": None,
}
ROW = {
    "ID": "7",
    "Start time": "6/2/2026 9:00",
    "Completion time": "6/13/2026 9:05",
    "Email": "anonymous",
    "Your own e-mail address": "Amara@solvane.example",
    "Your mentor's or mentee's e-mail": "Jonas <jonas@solvane.example>",
    "I can say openly what I think.": "Agree",
    "Was it worth your time?": "5",
    "Giving and taking are in balance between us": "Neutral",
    "We are closer to our goals": "2",
    "We laugh together": "4",
    "How likely are you to recommend the program?": "9",
    "Anything else?": "Thank you",
    "When did you last meet?": "5/20/2026",
    "How did you meet?": "Zoom",
    "How long did it take?": "1 hour",
    "What did you get from your partner?": "Advice;Feedback;",
    "Favorite color": "green",
}
OWN = ("We laugh together.",)
MAIL = "amara@solvane.example"


def export(folder: Path, *rows: Mapping[str, str], headings: Sequence[str] = tuple(HEADINGS)) -> ServiceExport:
    import csv

    path = folder / "export.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(headings)
        writer.writerows([row.get(heading, "") for heading in headings] for row in rows)
    return ServiceExport(path.name, reader.read(path), form_reader.saved_on(path))


def answers(made: ServiceExport) -> list[Answer]:
    return service_export.answers(made, service_columns.guess(made.table, OWN, {}), OWN)


def test_questions_are_known_by_their_words(tmp_path: Path) -> None:
    assert service_columns.guess(export(tmp_path, ROW).table, OWN, {}) == HEADINGS


def test_what_was_chosen_is_not_guessed(tmp_path: Path) -> None:
    found = service_columns.guess(export(tmp_path, ROW).table, OWN, {"Anything else?": "note", "ID": None})
    assert (found["Anything else?"], found["ID"]) == ("note", None)


def test_small_print_is_no_heading(tmp_path: Path) -> None:
    long = "E-mail (we use it only to match you with your mentor)"
    made = export(tmp_path, {long: "a@x.example", "Trust": "4"}, headings=(long, "Trust"))
    assert service_columns.guess(made.table, (), {}) == {long: "email", "Trust": "trust"}


def test_a_row_becomes_a_check_in_a_contact_and_exchanges(tmp_path: Path) -> None:
    found = answers(export(tmp_path, ROW))
    check_in, contact, advice, feedback = found
    assert [it.kind for it in found] == [
        ResponseKind.CHECK_IN,
        ResponseKind.CONTACT,
        ResponseKind.EXCHANGE,
        ResponseKind.EXCHANGE,
    ]
    assert check_in.sender is not None
    assert (check_in.sender.email, check_in.sender.partner_email) == ("Amara@solvane.example", "jonas@solvane.example")
    assert contact.values == {"on": "5/20/2026", "channel": "Zoom", "minutes": "1 hour"}
    assert advice.values["giver"] == feedback.values["giver"] == "my partner"
    assert not check_in.day_first
    assert len({it.key for it in found}) == 4
    assert len({it.number for it in found}) == 4


def test_the_key_stays_when_an_answer_is_changed_in_the_service(tmp_path: Path) -> None:
    changed = {**ROW, "Completion time": "6/14/2026 8:00", "Was it worth your time?": "1"}
    assert [it.key for it in answers(export(tmp_path, ROW))] == [it.key for it in answers(export(tmp_path, changed))]
    other = {**ROW, "Start time": "6/3/2026 9:00"}
    assert answers(export(tmp_path, ROW))[0].key != answers(export(tmp_path, other))[0].key


def test_a_file_without_people_or_answers_is_a_sentence(tmp_path: Path) -> None:
    made = export(tmp_path, {"Trust": "4"}, headings=("Trust", "Place"))
    with pytest.raises(UserError, match="no column that says who answered"):
        answers(made)
    made = export(tmp_path, {"E-mail": "a@x.example"}, headings=("E-mail", "Place"))
    with pytest.raises(UserError, match="no column with answers"):
        answers(made)


def test_giving_and_getting_enough_is_the_balance_and_not_what_was_given(tmp_path: Path) -> None:
    headings = ("E-mail", "Do you give and get enough?", "What did you give?", "What did you get?")
    found = export(tmp_path, dict(zip(headings, (MAIL, "3", "Advice;", "Nothing"), strict=True)), headings=headings)
    mapping = service_columns.guess(found.table, (), {})
    assert [mapping[heading] for heading in headings[1:3]] == ["balance", "kind"]
    told = [(it.kind, dict(it.values)) for it in service_export.answers(found, {**mapping, headings[3]: "kind"}, ())]
    assert told == [
        (ResponseKind.CHECK_IN, {"balance": "3"}),
        (ResponseKind.EXCHANGE, {"giver": "me", "kind": "advice"}),
    ]
