"""The desk's own words of a mail: kept, taken back, and how they read for a real pair."""

from datetime import date

import pytest

from mentordesk.domain.errors import FieldError
from mentordesk.domain.mail_templates import TEMPLATES, TemplateRow
from mentordesk.services.mails import mails, preview, templates
from tests.crossroads import Crossroads


def template(crossroads: Crossroads, key: str) -> TemplateRow:
    return next(row for row in crossroads.desk.read(templates.rows) if row.key == key)


def test_the_shipped_words_stand_until_the_desk_has_its_own(crossroads: Crossroads) -> None:
    assert [row.key for row in crossroads.desk.read(templates.rows)] == list(TEMPLATES)
    before = template(crossroads, "no_contact")
    assert not before.is_own
    crossroads.desk.do(templates.save, "no_contact", " Hello \n {First Names} ", "\nCall me.\n")
    after = template(crossroads, "no_contact")
    assert (after.subject, after.body, after.is_own) == ("Hello {First Names}", "Call me.", True)
    letter = crossroads.desk.read(mails.draft, "no_contact")
    assert letter.draft.body == "Call me."
    crossroads.desk.undo()
    assert template(crossroads, "no_contact") == before


def test_words_are_changed_twice_and_taken_back(crossroads: Crossroads) -> None:
    for body in ("One", "Two"):
        crossroads.desk.do(templates.save, "check_in", "A", body)
    assert template(crossroads, "check_in").body == "Two"
    crossroads.desk.do(templates.reset, "check_in")
    crossroads.desk.do(templates.reset, "check_in")
    assert not template(crossroads, "check_in").is_own


def test_the_shipped_words_typed_again_are_no_words_of_the_desk(crossroads: Crossroads) -> None:
    crossroads.desk.do(templates.save, "check_in", "A", "B")
    shipped = templates.shipped("check_in")
    crossroads.desk.do(templates.save, "check_in", shipped.subject, f"{shipped.body}\n")
    assert not template(crossroads, "check_in").is_own


def test_an_unknown_field_changes_nothing(crossroads: Crossroads) -> None:
    with pytest.raises(FieldError, match=r"\{nick name\} is no field"):
        crossroads.desk.do(templates.save, "check_in", "A", "Dear {nick name}")
    assert not template(crossroads, "check_in").is_own


@pytest.mark.parametrize("key", [key for key in TEMPLATES if not key.startswith("introduction")])
def test_every_template_reads_whole_for_a_real_pair(crossroads: Crossroads, key: str) -> None:
    pair_id = crossroads.pair()
    words = templates.shipped(key)
    letter = crossroads.desk.read(preview.preview, key, words.subject, words.body, pair_id)
    assert "{" not in letter.draft.subject + letter.draft.body
    assert "Amara" in letter.draft.body


def test_a_preview_takes_what_there_is_from_the_pair(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.contact(pair_id, 12)
    text = "{since} {milestone} {due} {program} {cohort} {full names}"
    letter = crossroads.desk.read(preview.preview, "no_contact", "A", text, pair_id)
    day = "23 May Kick-off 10 October 2025 Crossroads Crossroads 2025–26 Amara Okonkwo and Jonas Weidmann"
    assert letter.draft.body == day
    assert [name for _, name in crossroads.desk.read(preview.pairs)] == ["Amara Okonkwo & Jonas Weidmann"]


def test_a_draft_is_for_the_people_named_or_both_of_a_pair(crossroads: Crossroads) -> None:
    for name in ("Adaeze", "Henrik", "Elif"):
        crossroads.person(name, email=f"{name.lower()}@solvane.example")
    pair_id = crossroads.pair("Adaeze", "Henrik", cohort_id=None, started_on=date(2026, 5, 4))

    def draft(session, **values):
        return mails.draft(session, "check_in", due="12 June", **values)

    both = crossroads.desk.read(lambda session: draft(session, pairs=[pair_id]))
    assert both.draft.to == ("adaeze@solvane.example", "henrik@solvane.example")
    assert "Dear Adaeze and Henrik," in both.draft.body
    assert "by 12 June" in both.draft.body
    assert "check-in on your mentoring" in both.draft.body
    one = crossroads.desk.read(lambda session: draft(session, people=[crossroads.people["Henrik"]], pairs=[pair_id]))
    assert (one.names, one.draft.to) == (("Henrik Ek",), ("henrik@solvane.example",))
    ids = [crossroads.people[name] for name in ("Adaeze", "Henrik", "Elif", "Elif")]
    three = crossroads.desk.read(lambda session: draft(session, people=ids))
    assert (three.draft.to, len(three.draft.bcc)) == ((), 3)
    assert three.draft.body.startswith("Dear all,")


def test_a_value_that_is_not_given_is_left_to_be_seen(crossroads: Crossroads) -> None:
    letter = crossroads.desk.read(lambda session: mails.draft(session, "check_in", pairs=[crossroads.pair()]))
    assert "{due}" in letter.draft.body
