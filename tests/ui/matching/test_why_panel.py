"""The explanation of a pair and of a person without one: what is read, what the buttons ask for, and when."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching.draft import MatchPerson, MatchSheet
from mentordesk.domain.matching.people import Candidate, Shape
from mentordesk.domain.matching.questions import Explanation, Fixed
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.result import Proposal, effect
from mentordesk.domain.matching.score_table import ScoreTable
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from mentordesk.ui import theme
from mentordesk.ui.matching.why_panel import HINT, READ_ONLY, STOPPED, WORKING, WhyPanel

FREJA, BRAM, MATEO, ELENI, JULIAN, GARETH = range(1, 7)
NAMES = ("Freja Dahl", "Bram Coster", "Mateo Quispe", "Eleni Markou", "Julian Farrow", "Gareth Penry")
RULES = match_rules({"criteria": {"wishes": 70, "gives_back": 20, "language": 10}})


def person(id: int, role: Role, **values) -> Candidate:
    return Candidate(id, NAMES[id - 1], role, languages=("English",), **values)


def task(**values) -> Task:
    """Freja and Bram each fit one of two mentors; Gareth is Freja's manager; Mateo finds nobody."""
    mentees = (
        person(FREJA, Role.MENTEE, wants=("Change", "Trust"), offers=("Data tools",), managers=(GARETH,)),
        person(BRAM, Role.MENTEE, wants=("Buying",)),
        person(MATEO, Role.MENTEE, wants=("Pottery",)),
    )
    mentors = (
        person(ELENI, Role.MENTOR, offers=("Change", "Trust"), wants=("Data tools", "Tax")),
        person(JULIAN, Role.MENTOR, offers=("Buying", "Change"), wants=("Data tools",)),
        person(GARETH, Role.MENTOR, offers=("Change",), capacity=0),
    )
    return Task(**{"mentees": mentees, "mentors": mentors, "rules": RULES} | values)


def sheet_of(found: Task) -> MatchSheet:
    named = {id_: MatchPerson(id_, name) for id_, name in enumerate(NAMES, 1)}
    return MatchSheet((), 1, "Crossroads", task=found, people=named)


class Answers:
    """Stands for the solver: answers what the page would ask about a task."""

    def __init__(self, found: Task) -> None:
        self.matching = Matching(found)
        self.proposal: Proposal = self.matching.suggest()
        self.sheet = sheet_of(found)

    def explanation(self, mentee: int, mentor: int, limit: int = 5) -> Explanation:
        task = self.matching.task
        proposed = (mentee, mentor) in self.proposal.cells()
        without = self.matching.edited(task.pins - {(mentee, mentor)}, task.forbids | {(mentee, mentor)})
        return Explanation(
            mentee,
            mentor,
            self.matching.why(mentee, mentor),
            self.matching.others(self.proposal, mentee, limit),
            effect(self.proposal, without.suggest()) if proposed else None,
        )

    def show(self, panel: WhyPanel, mentee: int = FREJA, mentor: int = ELENI, fixed: Fixed | None = None) -> None:
        panel.show_pair(self.explanation(mentee, mentor), self.sheet, self.proposal, fixed or Fixed())

    def show_unmatched(self, panel: WhyPanel, person: int = MATEO) -> None:
        others = Explanation(person, None, None, self.matching.others(self.proposal, person))
        why_not = self.matching.why_not(self.proposal, person)
        panel.show_unmatched(self.sheet.people[person], why_not, others, self.sheet, self.proposal)


@pytest.fixture
def answers() -> Answers:
    return Answers(task())


@pytest.fixture
def panel(qtbot) -> WhyPanel:
    made = WhyPanel()
    qtbot.addWidget(made)
    made.resize(theme.current().wide(300), 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def asked(qtbot, panel: WhyPanel, signal: str, button: QWidget) -> list:
    with qtbot.waitSignal(getattr(panel, signal)) as blocker:
        click(button)
    return blocker.args


def test_nothing_chosen_is_a_calm_hint(panel) -> None:
    assert (panel.hint.text(), panel.hint.isVisible()) == (HINT, True)
    assert not panel.foot.isVisible()


def test_a_pair_is_explained_by_its_points(panel, answers) -> None:
    answers.show(panel)
    assert panel.title.text() == "Why Freja & Eleni?"
    assert panel.fit.text() == "90"
    rows = panel.parts.reasons.rows()
    assert [each.accessibleName() for each in rows] == [
        "Wishes met: 70 of 70 points, 2 of 2 wishes",
        "Gives back: 10 of 20 points, Freja offers Data tools, Eleni wants it",
        "Language: 10 of 10 points, English",
    ]
    assert [each.bar.token for each in rows] == ["accent", "right", "accent"]
    assert [each.bar.share for each in rows] == [1.0, 0.5, 1.0]
    assert "Wishes met: 70 of 70 points" in panel.accessibleDescription()
    assert not panel.parts.broken.isVisible()


def test_a_criterion_that_gives_nothing_is_shown_too(panel, answers) -> None:
    answers.show(panel, BRAM, JULIAN)
    rows = panel.parts.reasons.rows()
    assert rows[1].accessibleName() == "Gives back: 0 of 20 points, Bram offers nothing yet that Julian wants"
    assert rows[1].isVisible()


def test_the_others_say_what_they_cost_or_which_rule_forbids_them(panel, answers) -> None:
    answers.show(panel)
    julian, gareth = panel.parts.others.rows()
    assert panel.parts.others.title.text() == "Other mentors for Freja"
    assert (julian.name.text(), julian.words.text(), julian.fit.text()) == (
        "Julian Farrow",
        "Bram and Mateo change too: total −95",
        "65",
    )
    assert julian.button.toolTip() == "Total −95, lowest 80 → 10, as many matched"
    assert gareth.words.text() == "Not allowed: Gareth is Freja’s manager, and 1 more rule"
    assert gareth.button.toolTip().startswith("Gareth is Freja’s manager\nGareth Penry has no place\nSee what it would")


def test_a_pair_that_a_rule_forbids_is_tried_first_and_one_that_is_allowed_done(qtbot, panel, answers) -> None:
    answers.show(panel)
    julian, gareth = panel.parts.others.rows()
    assert (julian.button.text(), gareth.button.text()) == ("Swap", "Swap…")
    with qtbot.waitSignal(panel.try_asked) as asked, qtbot.assertNotEmitted(panel.swap_asked):
        qtbot.mouseClick(gareth.button, Qt.MouseButton.LeftButton)
    assert asked.args == [(FREJA, GARETH)]
    with qtbot.waitSignal(panel.swap_asked) as asked, qtbot.assertNotEmitted(panel.try_asked):
        qtbot.mouseClick(julian.button, Qt.MouseButton.LeftButton)
    assert asked.args[0][0] == FREJA


def test_two_who_exchange_their_mentors_swap(panel) -> None:
    found = Answers(task(mentees=task().mentees[:2]))
    found.show(panel)
    assert panel.parts.others.rows()[0].words.text() == "Swap with Bram: total −95"


def test_a_free_mentor_says_how_many_places_are_left(panel) -> None:
    mentors = tuple(replace(each, capacity=2 if each.id == GARETH else 1) for each in task().mentors)
    mentees = tuple(replace(each, managers=()) for each in task().mentees[:2])
    found = Answers(task(mentees=mentees, mentors=mentors))
    found.show(panel)
    words = {each.name.text(): each.words.text() for each in panel.parts.others.rows()}
    assert words["Gareth Penry"] == "2 free places: total −35"


def test_what_forbidding_costs_is_said_before(panel, answers) -> None:
    answers.show(panel)
    assert panel.note.text() == "The next best choice costs 80 points"
    assert panel.foot.effect.text() == "Forbid: total −80, as many matched"
    assert panel.foot.forbid.accessibleDescription() == panel.foot.effect.text()


def test_the_buttons_ask_for_what_they_say(qtbot, panel, answers) -> None:
    answers.show(panel)
    assert asked(qtbot, panel, "swap_asked", panel.parts.others.rows()[0].button) == [(FREJA, JULIAN)]
    assert asked(qtbot, panel, "pin_asked", panel.foot.pin) == [(FREJA, ELENI), True]
    assert asked(qtbot, panel, "forbid_asked", panel.foot.forbid) == [(FREJA, ELENI)]
    answers.show(panel, fixed=Fixed(frozenset({(FREJA, ELENI)})))
    assert panel.foot.pin.text() == "Unpin"
    assert asked(qtbot, panel, "pin_asked", panel.foot.pin) == [(FREJA, ELENI), False]


def test_a_pair_pinned_against_a_rule_says_so(panel) -> None:
    pin = frozenset({(FREJA, GARETH)})
    found = Answers(task(pins=pin))
    found.show(panel, FREJA, GARETH, Fixed(pin))
    words = [each.words.text() for each in panel.parts.broken.rows()]
    assert words[0].startswith("Pinned against")
    assert "Gareth is Freja’s manager" in words
    assert "Rule broken: Gareth is Freja’s manager" in panel.accessibleDescription()


def test_a_score_table_alone_is_one_line(panel) -> None:
    found = Answers(task(table=ScoreTable({(FREJA, ELENI): 1250, (BRAM, JULIAN): 800}), table_alone=True))
    found.show(panel)
    assert panel.parts.by_table.isVisible()
    assert panel.parts.by_table.accessibleName() == "By the score table 12.5"
    assert panel.fit.text() == "12.5"
    assert panel.parts.reasons.rows() == []


def test_circles_and_peers_have_their_own_words(panel) -> None:
    circles = replace(sheet_of(task()), task=task(shape=Shape.CIRCLES))
    found = Answers(task())
    panel.show_pair(found.explanation(FREJA, ELENI), circles, found.proposal, Fixed())
    assert panel.parts.others.title.text() == "Other circles for Freja"
    peers = Answers(task(shape=Shape.PEERS, mentors=()))
    peers.show(panel, FREJA, BRAM, Fixed(frozenset({(BRAM, FREJA)})))
    assert panel.parts.others.title.text() == "Other partners for Freja"
    assert panel.foot.pin.text() == "Unpin"


def test_somebody_without_a_mentor_sees_the_rule_and_the_ways_on(qtbot, panel, answers) -> None:
    answers.show_unmatched(panel)
    assert panel.title.text() == "Why has Mateo no mentor?"
    assert panel.parts.tightest.text() == f"{answers.matching.why_not(answers.proposal, MATEO).text}."
    assert not panel.foot.isVisible()
    (way,) = [each for each in panel.parts.ways.rows() if each.way.key == "places"]
    assert way.button.text() == "Give a place"
    assert way.effect.text() == "+1 matched, total +10"
    assert way.helps.text() == "Mateo gets a mentor"
    assert asked(qtbot, panel, "way_asked", way.button) == [way.way]
    other = panel.parts.others.rows()[0]
    assert other.button.text() == "Propose"
    assert "loses the mentor" in other.words.text()
    assert asked(qtbot, panel, "swap_asked", other.button)[0][0] == MATEO


def test_rules_in_the_way_are_counted_in_words(panel) -> None:
    rules = match_rules({"criteria": {"wishes": 1, "language": {"weight": 0, "must": True}}})
    found = task(rules=rules.with_rule(replace(rules.rule("lowest_fit"), on=True)))
    mentees = (*found.mentees[:2], replace(found.mentees[2], languages=("Danish",)))
    answers = Answers(replace(found, mentees=mentees))
    answers.show_unmatched(panel)
    rows = [(each.rule.text(), each.count.text()) for each in panel.parts.barred.rows()]
    assert ("Never below a fit of 50", "2 mentors") in rows
    assert ("Language is a must", "2 mentors") in rows
    relax = [each.button.text() for each in panel.parts.ways.rows()]
    assert relax
    assert set(relax) == {"Relax"}


def test_a_mentor_without_a_mentee_is_explained_too(panel, answers) -> None:
    why_not = answers.matching.why_no_mentee(answers.proposal, JULIAN)
    people = answers.sheet.people
    panel.show_unmatched(people[JULIAN], why_not, None, answers.sheet, answers.proposal, is_mentor=True)
    assert panel.title.text() == "Why has Julian no mentee?"
    assert not panel.parts.others.isVisible()


def test_the_old_answer_stays_until_the_new_one_is_there(qtbot, panel, answers) -> None:
    answers.show(panel)
    panel.expect(answers.sheet, BRAM, JULIAN)
    assert panel.title.text() == "Why Bram & Julian?"
    assert panel.parts.isVisible()
    with qtbot.assertNotEmitted(panel.forbid_asked):
        click(panel.foot.forbid)
    answers.show(panel, BRAM, JULIAN)
    assert panel.parts.reasons.rows()[0].text.text() == "1 of 1 wish: Buying"
    assert asked(qtbot, panel, "forbid_asked", panel.foot.forbid) == [(BRAM, JULIAN)]


def test_an_answer_that_takes_long_is_announced(qtbot, panel, answers) -> None:
    answers.show(panel)
    panel.expect(answers.sheet, BRAM, JULIAN)
    qtbot.waitUntil(panel.hint.isVisible)
    assert panel.hint.text() == WORKING
    assert not panel.parts.isVisible()
    answers.show(panel, BRAM, JULIAN)
    assert panel.parts.isVisible()
    assert not panel.hint.isVisible()


def test_an_answer_that_was_stopped_is_not_waited_for(qtbot, panel, answers) -> None:
    answers.show(panel)
    panel.give_up()
    assert panel.parts.isVisible()
    panel.expect(answers.sheet, BRAM, JULIAN)
    panel.give_up()
    assert panel.hint.text() == STOPPED
    panel.expect(answers.sheet, BRAM, JULIAN)
    qtbot.waitUntil(lambda: panel.hint.text() == WORKING)
    panel.give_up()
    assert panel.hint.text() == STOPPED


def test_the_same_pair_asked_again_keeps_what_is_shown(qtbot, panel, answers) -> None:
    answers.show(panel)
    panel.expect(answers.sheet, FREJA, ELENI)
    assert asked(qtbot, panel, "pin_asked", panel.foot.pin) == [(FREJA, ELENI), True]


def test_the_focus_is_on_the_same_button_of_the_next_answer(qtbot, panel, answers) -> None:
    answers.show(panel)
    panel.parts.others.rows()[0].button.setFocus()
    answers.show(panel, BRAM, JULIAN)
    focus = panel.focusWidget()
    assert focus is panel.parts.others.rows()[0].button
    panel.expect(answers.sheet, FREJA, ELENI)
    qtbot.waitUntil(panel.hint.isVisible)
    assert panel.hasFocus()
    answers.show(panel)
    assert panel.focusWidget() is panel.parts.others.rows()[0].button


def test_the_focus_goes_on_to_the_first_button_also_of_an_answer_to_come(panel, answers) -> None:
    panel.setFocus()
    assert panel.hasFocus()
    answers.show(panel)
    assert panel.parts.others.rows()[0].button.hasFocus()
    panel.foot.forbid.setFocus()
    panel.setFocus()
    assert panel.parts.others.rows()[0].button.hasFocus()


def test_a_desk_open_to_read_only_explains_and_changes_nothing(panel, answers) -> None:
    panel.set_read_only(True)
    answers.show(panel)
    for each in (panel.foot.pin, panel.foot.forbid, panel.parts.others.rows()[0].button):
        assert not each.isEnabled()
        assert each.toolTip() == READ_ONLY


def test_wide_and_low_it_has_two_columns(qtbot, panel, answers) -> None:
    answers.show(panel)
    others, reasons = panel.parts.others, panel.parts.reasons

    def beside() -> bool:
        return others.mapTo(panel, others.rect().topLeft()).x() > reasons.mapTo(panel, reasons.rect().topRight()).x()

    assert not beside()
    panel.resize(theme.current().wide(620), 230)
    qtbot.waitUntil(beside)
    assert panel.height() == 230
    assert panel.foot.geometry().bottom() < 230


@pytest.mark.parametrize("delta", [0, 4])
def test_long_names_are_cut_with_their_whole_text_as_tool_tip(qtbot, qapp, panel, delta) -> None:
    theme.apply(qapp, "light", text_delta=delta)
    panel.resize(theme.current().wide(300), 700)
    found = Answers(task())
    long = "Wilhelmina-Alexandrina-Bartholomea von Weidenfels"
    people = {FREJA: MatchPerson(FREJA, long), JULIAN: MatchPerson(JULIAN, long)}
    found.sheet = replace(found.sheet, people={**found.sheet.people, **people})
    found.show(panel)
    row = panel.parts.others.rows()[0]
    qtbot.waitUntil(lambda: row.name.toolTip() == long)
    assert panel.title.toolTip() == panel.title.text()
    body = panel.parts
    for part in (row, *panel.parts.reasons.rows()):
        right = part.mapTo(body, part.rect().topRight()).x()
        assert right <= body.width()
