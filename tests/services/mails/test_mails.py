"""The mails Today proposes: who gets them, with which words."""

from datetime import date

from mentordesk.data.records import MailTemplate
from mentordesk.domain.attention import AttentionItem, AttentionKind
from mentordesk.domain.check_ins import Fit
from mentordesk.domain.people import CareerKind
from mentordesk.domain.standing import Side
from mentordesk.services.mails import items as item_mails
from mentordesk.services.mails.mails import Letter
from mentordesk.services.today import attention, briefing
from tests.crossroads import Crossroads, add


def item_of(crossroads: Crossroads, kind: AttentionKind) -> AttentionItem:
    return next(item for item in crossroads.desk.read(attention.items) if item.kind is kind)


def letter_of(crossroads: Crossroads, kind: AttentionKind) -> Letter:
    return crossroads.desk.read(item_mails.letter, item_of(crossroads, kind))


def with_addresses(crossroads: Crossroads) -> Crossroads:
    for name in ("Adaeze", "Henrik"):
        crossroads.person(name, email=f"{name.lower()}@solvane.example")
    return crossroads


def free_pair(crossroads: Crossroads, **form: object) -> int:
    with_addresses(crossroads)
    return crossroads.pair("Adaeze", "Henrik", cohort_id=None, **form)


def test_a_silent_pair_is_written_to_together(crossroads: Crossroads) -> None:
    crossroads.contact(free_pair(crossroads), 47)
    letter = letter_of(crossroads, AttentionKind.NO_CONTACT)
    assert letter.draft.to == ("adaeze@solvane.example", "henrik@solvane.example")
    assert letter.draft.body.startswith("Dear Adaeze and Henrik,")
    assert "since 18 April" in letter.draft.body
    assert "{" not in letter.draft.subject + letter.draft.body


def test_people_without_an_address_are_named(crossroads: Crossroads) -> None:
    crossroads.contact(crossroads.pair(), 47)
    letter = letter_of(crossroads, AttentionKind.NO_CONTACT)
    assert letter.draft.to == ()
    assert letter.missing == ("Amara Okonkwo", "Jonas Weidmann")


def test_only_the_one_who_answered_low_is_written_to_and_no_answer_is_quoted(crossroads: Crossroads) -> None:
    pair = free_pair(crossroads)
    crossroads.contact(pair, 3)
    crossroads.check_in(pair, Side.RIGHT, 2, 4, 1, 3, 3, comment="Nothing for me")
    letter = letter_of(crossroads, AttentionKind.LOW_ANSWER)
    assert letter.names == ("Henrik Ek",)
    assert letter.draft.to == ("henrik@solvane.example",)
    assert "Nothing for me" not in letter.draft.body


def test_several_pairs_do_not_see_each_others_addresses(crossroads: Crossroads) -> None:
    for left, right in (("Amara", "Jonas"), ("Ruth", "Mateo")):
        crossroads.contact(crossroads.pair(left, right), 2)
    letter = letter_of(crossroads, AttentionKind.MILESTONE_OVERDUE)
    assert len(letter.names) == 4
    assert (letter.draft.to, letter.draft.body.splitlines()[0]) == ((), "Dear all,")
    assert "{" not in letter.draft.subject + letter.draft.body


def test_a_reminder_names_its_milestone(crossroads: Crossroads) -> None:
    crossroads.contact(crossroads.pair(), 2)
    item = item_of(crossroads, AttentionKind.MILESTONE_OVERDUE)
    assert item.about
    assert item.about in crossroads.desk.read(item_mails.letter, item).draft.subject


def test_good_news_is_said_to_the_person(crossroads: Crossroads) -> None:
    crossroads.contact(crossroads.pair(), 2)
    crossroads.turn("Jonas", CareerKind.PROMOTION, 3, "Team lead")
    letter = letter_of(crossroads, AttentionKind.GOOD_NEWS)
    assert (letter.names, letter.copied) == (("Jonas Weidmann",), ("Amara Okonkwo",))
    assert letter.draft.body.startswith("Dear Jonas,")
    assert "You are Team lead now" in letter.draft.body


def test_the_other_of_the_pair_gets_a_copy_of_good_news(crossroads: Crossroads) -> None:
    crossroads.contact(free_pair(crossroads), 2)
    crossroads.turn("Henrik", CareerKind.AWARD, 3, "the safety prize")
    draft = letter_of(crossroads, AttentionKind.GOOD_NEWS).draft
    assert (draft.to, draft.cc, draft.bcc) == (("henrik@solvane.example",), ("adaeze@solvane.example",), ())
    assert "You received the safety prize" in draft.body


def test_two_pairs_of_one_person_do_not_see_each_others_addresses(crossroads: Crossroads) -> None:
    crossroads.contact(free_pair(crossroads), 2)
    crossroads.person("Elif", email="elif@solvane.example")
    crossroads.contact(crossroads.pair("Henrik", "Elif", cohort_id=None), 2)
    crossroads.turn("Henrik", CareerKind.AWARD, 3)
    draft = letter_of(crossroads, AttentionKind.GOOD_NEWS).draft
    assert (draft.to, draft.cc) == (("henrik@solvane.example",), ())
    assert set(draft.bcc) == {"adaeze@solvane.example", "elif@solvane.example"}


def test_a_change_is_asked_of_both(crossroads: Crossroads) -> None:
    crossroads.contact(crossroads.pair(), 2)
    crossroads.turn("Jonas", CareerKind.LEAVE, -18, "Parental leave")
    letter = letter_of(crossroads, AttentionKind.CAREER_CHANGE)
    assert letter.names == ("Jonas Weidmann", "Amara Okonkwo")
    assert "starts parental leave on 22 June" in letter.draft.body


def test_an_anniversary_is_congratulated_together(crossroads: Crossroads) -> None:
    pair = free_pair(crossroads, started_on=date(2025, 6, 1))
    crossroads.contact(pair, 2)
    letter = letter_of(crossroads, AttentionKind.GOOD_NEWS)
    assert (letter.names, letter.draft.subject) == (("Adaeze Ek", "Henrik Ek"), "1 year as a pair")


def test_a_desk_may_have_its_own_words(crossroads: Crossroads) -> None:
    crossroads.contact(crossroads.pair(), 47)
    crossroads.desk.do(add, MailTemplate(name="no_contact", subject="Hello {first names}", body="Call me."))
    letter = letter_of(crossroads, AttentionKind.NO_CONTACT)
    assert (letter.draft.subject, letter.draft.body) == ("Hello Amara and Jonas", "Call me.")


def test_the_two_of_a_pair_stand_before_its_item_and_one_person_before_theirs(crossroads: Crossroads) -> None:
    crossroads.contact(crossroads.pair(), 47)
    crossroads.turn("Jonas", CareerKind.LEAVE, -18, "Parental leave")
    items = crossroads.desk.read(attention.items)
    faces = {item.kind: found for item in items for found in [crossroads.desk.read(briefing.faces, [item])]}
    silent, change = faces[AttentionKind.NO_CONTACT], faces[AttentionKind.CAREER_CHANGE]
    assert [(face.name, face.side) for face in next(iter(silent.values()))] == [
        ("Amara Okonkwo", "left"),
        ("Jonas Weidmann", "right"),
    ]
    assert [(face.name, face.side) for face in next(iter(change.values()))] == [("Jonas Weidmann", "right")]
    unmatched = next(item for item in items if item.kind is AttentionKind.UNMATCHED)
    assert crossroads.desk.read(briefing.faces, [unmatched])[unmatched.key][0].side == "neutral"


def test_two_who_are_still_deciding_stand_before_their_item(crossroads: Crossroads) -> None:
    pair = crossroads.pair(started_on=crossroads.ago(40))
    crossroads.contact(pair, 2)
    crossroads.check_in(pair, Side.RIGHT, 20, 4, 4, 4, 4, fit=Fit.DECIDING)
    item = item_of(crossroads, AttentionKind.FIT_AGAIN)
    faces = crossroads.desk.read(briefing.faces, [item])[item.key]
    assert [face.name for face in faces] == ["Amara Okonkwo", "Jonas Weidmann"]


def test_the_title_line_counts_programs_and_cohorts_in_matching(crossroads: Crossroads) -> None:
    facts = crossroads.desk.read(briefing.facts)
    assert (facts.programs, facts.matching, facts.people, facts.pairs) == (1, 1, 4, 0)
    crossroads.pair()
    crossroads.pair("Ruth", "Mateo")
    assert crossroads.desk.read(briefing.facts).matching == 0
