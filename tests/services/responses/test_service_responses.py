"""Exports of a form service: people by their address, pairs by both, columns remembered, nothing taken twice."""

import csv
import os
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from mentordesk.domain.contacts import Channel
from mentordesk.domain.responses import Decisions, ResponsePreview, ResponseRow, ResponseState
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import contacts, exchanges, pulse
from mentordesk.services.responses import responses
from tests.builders import add_cohort, add_pair, add_person

AMARA, JONAS, RUTH = "amara.okonkwo@solvane.example", "jonas.weidmann@solvane.example", "ruth.adler@solvane.example"
ROW = {
    "ID": "1",
    "Start time": "5/29/2026 9:00",
    "Completion time": "6/2/2026 9:05",
    "E-mail": AMARA,
    "Your mentee's e-mail": JONAS,
    "Trust": "Agree",
    "Comments": "Between us",
}


class Service:
    """A desk with a pair, and the exports of a form service."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk, self.folder = desk, folder
        self.amara = add_person(desk, "Amara Okonkwo")
        self.jonas = add_person(desk, "Jonas Weidmann")
        self.pair = add_pair(desk, self.amara, self.jonas, add_cohort(desk))

    def export(self, *rows: Mapping[str, str], name: str = "export.csv") -> Path:
        path = self.folder / name
        headings = list(dict.fromkeys(heading for row in rows for heading in row))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, headings)
            writer.writeheader()
            writer.writerows(rows)
        return path

    def request(self, *rows: Mapping[str, str], **values: object) -> responses.ResponseRequest:
        return responses.ResponseRequest(responses.read_files([self.export(*rows)]), **values)

    def look(self, *rows: Mapping[str, str], **values: object) -> ResponsePreview:
        return self.desk.read(responses.preview, self.request(*rows, **values))

    def only(self, *rows: Mapping[str, str], **values: object) -> ResponseRow:
        (row,) = self.look(*rows, **values).rows
        return row

    def take(self, *rows: Mapping[str, str], **values: object) -> None:
        self.desk.do(responses.apply, self.request(*rows, **values))


@pytest.fixture
def service(desk: Desk, tmp_path: Path) -> Service:
    return Service(desk, tmp_path)


def test_people_are_found_by_their_address_and_pairs_by_both(service: Service) -> None:
    row = service.only({**ROW, "E-mail": AMARA.upper()})
    assert (row.state, row.pair_id, row.side, row.on) == (ResponseState.NEW, service.pair, Side.LEFT, date(2026, 6, 2))
    service.take(ROW)
    (taken,) = service.desk.read(pulse.of_pair, service.pair)
    assert (taken.answers.trust, taken.comment) == (4, "Between us")
    assert service.only(ROW).state is ResponseState.DUPLICATE
    mended = service.only({**ROW, "Trust": "Neutral", "Completion time": "6/3/2026 8:00"})
    assert mended.state is ResponseState.CHANGED


def test_the_same_export_grown_takes_only_what_is_new(service: Service) -> None:
    service.take(ROW)
    more = {**ROW, "ID": "2", "E-mail": JONAS, "Your mentee's e-mail": AMARA, "Start time": "6/3/2026 8:00"}
    assert [row.state for row in service.look(ROW, more).rows] == [ResponseState.NEW, ResponseState.DUPLICATE]
    service.take(ROW, more)
    assert len(service.desk.read(pulse.of_pair, service.pair)) == 2


def test_without_a_partner_the_only_pair_is_taken(service: Service) -> None:
    row = service.only({**ROW, "Your mentee's e-mail": ""})
    assert row.pair_id == service.pair
    assert row.note == "Taken as of the pair with Jonas Weidmann: Amara has no other"
    add_pair(service.desk, service.amara, "Mateo Quispe")
    both = service.only({**ROW, "Your mentee's e-mail": ""})
    assert both.state is ResponseState.FIX
    assert both.problems[0].sentence == "Amara Okonkwo has 2 pairs, and the answer does not say which one."
    assert len(both.choices) == 2


def test_an_unknown_address_offers_the_pairs_of_the_partner(service: Service) -> None:
    row = service.only({**ROW, "E-mail": "amara@home.example"})
    assert row.state is ResponseState.UNKNOWN
    assert row.problems[0].sentence == "Nobody here has the address “amara@home.example”."
    (choice,) = row.choices
    assert (choice.pair_id, choice.side) == (service.pair, Side.LEFT)
    decided = Decisions(whose={row.id: (choice.pair_id, choice.side)})
    service.take({**ROW, "E-mail": "amara@home.example"}, decisions=decided)
    assert len(service.desk.read(pulse.of_pair, service.pair)) == 1


def test_two_who_are_no_pair_need_a_fix(service: Service) -> None:
    add_person(service.desk, "Ruth Adler")
    row = service.only({**ROW, "Your mentee's e-mail": RUTH})
    assert (row.state, row.problems[0].sentence) == (ResponseState.FIX, "Amara Okonkwo and Ruth Adler are no pair.")
    assert [choice.pair_id for choice in row.choices] == [service.pair]


def test_a_proposed_pair_has_no_answers_yet(service: Service) -> None:
    ruth = add_person(service.desk, "Ruth Adler")
    add_pair(service.desk, service.amara, ruth, status=PairStatus.PROPOSED)
    row = service.only({**ROW, "Your mentee's e-mail": RUTH})
    assert row.state is ResponseState.FIX
    assert "only proposed" in row.problems[0].sentence


def test_names_do_where_nobody_else_has_them(service: Service) -> None:
    row = service.only({"Name": "Jonas Weidmann", "Trust": "5", "Completion time": "2026-06-02"})
    assert (row.pair_id, row.side) == (service.pair, Side.RIGHT)


def test_the_first_name_of_the_partner_will_do(service: Service) -> None:
    row = service.only({**ROW, "Your mentee's e-mail": ""} | {"Who is your mentee?": "Jonas"})
    assert (row.pair_id, row.side) == (service.pair, Side.LEFT)
    add_pair(service.desk, service.amara, "Jonas Brandt")
    row = service.only({**ROW, "Your mentee's e-mail": ""} | {"Who is your mentee?": "Jonas"})
    assert row.pair_id is None


def test_late_is_counted_from_the_asking(service: Service) -> None:
    assert service.only(ROW, asked_on=date(2026, 5, 1)).state is ResponseState.LATE
    assert service.only(ROW, asked_on=date(2026, 5, 25)).state is ResponseState.NEW


def test_a_row_with_a_contact_and_gifts(service: Service) -> None:
    row = {
        **ROW,
        "When did you last meet?": "5/28/2026",
        "How did you meet?": "Teams",
        "How long was it?": "1.5 hours",
        "What did you get from your partner?": "Advice;Feedback;",
    }
    service.take(row)
    (contact,) = service.desk.read(contacts.of_pair, service.pair)
    assert (contact.channel, contact.minutes, contact.on) == (Channel.VIDEO, 90, date(2026, 5, 28))
    assert {(it.giver, it.kind.word) for it in service.desk.read(exchanges.of_pair, service.pair)} == {
        ("Jonas Weidmann", "Advice"),
        ("Jonas Weidmann", "Feedback"),
    }
    assert {it.state for it in service.look(row).rows} == {ResponseState.DUPLICATE}


def test_columns_are_remembered_apart_from_those_of_rosters(service: Service) -> None:
    request = service.request({**ROW, "Q9": "3"})
    (export,) = request.files.exports
    guessed = service.desk.read(responses.guess, export)
    assert guessed["Q9"] is None
    service.desk.do(responses.apply, responses.ResponseRequest(request.files, ({**guessed, "Q9": "value"},)))
    assert service.desk.read(responses.guess, export)["Q9"] == "value"
    (taken,) = service.desk.read(pulse.of_pair, service.pair)
    assert taken.answers.value == 3
    keys = service.desk.read(
        lambda s: s.connection().exec_driver_sql("SELECT headings FROM column_mapping").scalars().all()
    )
    assert [key.partition(":")[0] for key in keys] == ["responses"]


def test_what_no_date_shows_can_be_chosen(service: Service) -> None:
    row = {**ROW, "Start time": ""}
    request = service.request(row)
    (export,) = request.files.exports
    mapping = service.desk.read(responses.guess, export)
    for chosen, day in (("month_first", date(2026, 6, 2)), ("day_first", date(2026, 2, 6))):
        asked = responses.ResponseRequest(request.files, ({**mapping, "": chosen},))
        found = service.desk.read(responses.preview, asked)
        assert f"6/2/2026 9:05 is read as {day.day} {day:%B} {day.year}" in found.sentences
    service.desk.do(responses.apply, responses.ResponseRequest(request.files, ({**mapping, "": "month_first"},)))
    assert service.desk.read(responses.guess, export)[""] == "month_first"


def test_nothing_is_answered_after_the_file_was_saved(service: Service) -> None:
    """In a file saved in June, 4/12 cannot be 4 December."""
    path = service.export({**ROW, "Start time": "", "Completion time": "4/12/2026"})
    moment = datetime(2026, 6, 4, 12).astimezone().timestamp()
    os.utime(path, (moment, moment))
    request = responses.ResponseRequest(responses.read_files([path]))
    assert "4/12/2026 is read as 12 April 2026" in service.desk.read(responses.preview, request).sentences


def test_how_values_were_read_is_told(service: Service) -> None:
    sentences = service.look(ROW).sentences
    assert "Trust: 1 answer in words understood" in sentences
