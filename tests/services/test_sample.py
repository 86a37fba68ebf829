"""The sample desk: the same each time, sound as a file, and a program office in which everything fits together."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from mentordesk.domain.attention import AttentionKind
from mentordesk.domain.check_ins import Fit
from mentordesk.domain.errors import CancelledError, FileError
from mentordesk.domain.figures import Figures
from mentordesk.domain.pairs import PairRow, PairStatus, Side
from mentordesk.domain.programs import Format
from mentordesk.services import figures, sample
from mentordesk.services.desk import Desk
from mentordesk.services.matching import pair_answers
from mentordesk.services.pairs import pairs, pulse, timeline
from mentordesk.services.programs import programs
from mentordesk.services.sampling import crowd
from mentordesk.services.stories import stories
from mentordesk.services.today import attention

TODAY = date(2026, 6, 4)
OTHER_DAYS = [date(2028, 2, 29), date(2026, 12, 31), date(2027, 1, 1), date(2026, 8, 30), date(2030, 5, 31)]
STORIES = {
    "Ilse Haagensen & Sunniva Okpara": "Five in the morning, on the quay",
    "Philippa Oyelaran & Consolata Brandt": "From the counter to the corner office",
    "Ottilie Nakamura & Dembe Kirabo": "One hundred hours by the lake",
    "Pınar Aksoy & Lorcan Feeney": "One page, four languages",
    "Baptiste Oyono & Renske Tamihana": "Each brings one question",
}


def open_on(path: Path, day: date) -> Desk:
    return Desk.open(
        path, backups=path.parent / "backups", clock=lambda: datetime.combine(day, time(9, 41)).astimezone()
    )


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.make(tmp_path_factory.mktemp("sample") / "Sample.mdesk", TODAY)


@pytest.fixture
def desk(made: Path) -> Iterator[Desk]:
    opened = open_on(made, TODAY)
    yield opened
    opened.close()


@pytest.fixture
def ask(made: Path) -> Iterator[Any]:
    """Runs SQL on the sample and returns all rows."""
    with closing(sqlite3.connect(f"{made.as_uri()}?mode=ro", uri=True)) as connection:
        yield lambda sql: connection.execute(sql).fetchall()


def test_the_same_date_and_seed_make_the_same_desk_and_another_seed_another(tmp_path: Path) -> None:
    first, second = (dump(sample.make(tmp_path / f"{name}.mdesk", TODAY, seed=7)) for name in "ab")
    other = dump(sample.make(tmp_path / "c.mdesk", TODAY, seed=8))
    assert first == second
    assert first != other
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.mdesk", "b.mdesk", "c.mdesk"]


def test_the_file_is_sound_and_has_no_history(ask: Any, desk: Desk) -> None:
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert ask("PRAGMA foreign_key_check") == []
    assert ask("SELECT count(*) FROM step") == [(0,)]
    assert ask("SELECT count(*) FROM change") == [(0,)]
    assert desk.undo_label() == ""


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    sample.make(tmp_path / "x.mdesk", TODAY, progress=lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert len(told) > 50


@pytest.mark.parametrize("looks", [0, 1, 150, 310])
def test_stopped_at_any_moment_it_leaves_no_file(tmp_path: Path, looks: int) -> None:
    asked = iter(range(1_000_000))
    with pytest.raises(CancelledError):
        sample.make(tmp_path / "x.mdesk", TODAY, cancelled=lambda: next(asked) >= looks)
    assert list(tmp_path.iterdir()) == []


def test_a_fault_in_the_middle_leaves_no_file(tmp_path: Path) -> None:
    def break_off(done: int, of: int) -> None:
        if done > of // 2:
            raise OSError("No space left on device")

    with pytest.raises(OSError, match="No space"):
        sample.make(tmp_path / "x.mdesk", TODAY, progress=break_off)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "mine.mdesk"
    path.write_text("dear to me")
    with pytest.raises(FileError, match="“mine"):
        sample.make(path, TODAY)
    assert path.read_text() == "dear to me"


def test_it_has_what_an_office_of_200_people_has(ask: Any, desk: Desk) -> None:
    assert ask("SELECT count(*), sum(external) FROM person") == [(200, 34)]
    assert sorted(row.format.value for row in desk.read(programs.rows)) == [
        *("cross_company", "peer", "reverse", "traditional")
    ]
    rows = desk.read(pairs.rows)
    number = {status: sum(row.status is status for row in rows) for status in PairStatus}
    assert 95 <= len(rows) <= 112
    assert number[PairStatus.ACTIVE] == 27
    assert number[PairStatus.PROPOSED] == number[PairStatus.PAUSED] == 2
    assert number[PairStatus.ENDURING] >= 9
    assert 5 <= number[PairStatus.ENDED] <= 12
    years = [row.started_on.year for row in rows if row.started_on]
    assert max(years) - min(years) == 25


RECORDS = (
    *("goal", "story", "introduction", "joint_project", "project_hours", "check_in", "check_in_answer"),
    *("closing_survey", "survey_answer", "survey_benefit", "planned_meeting", "career_milestone"),
)


@pytest.mark.parametrize("table", RECORDS)
def test_every_kind_of_record_is_there(ask: Any, table: str) -> None:
    assert ask(f"SELECT count(*) >= 7 FROM {table}") == [(1,)]


def test_every_channel_and_every_kind_of_gift_occurs(ask: Any) -> None:
    assert len(ask("SELECT DISTINCT channel FROM contact")) == 7
    assert len(ask("SELECT DISTINCT kind FROM exchange WHERE side = 'left'")) == 8
    assert len(ask("SELECT DISTINCT kind FROM exchange WHERE side = 'right'")) == 8


UNTOLD = {AttentionKind.NOT_A_FIT}
"""Pairs of the sample that did not fit have parted: it stands in their check-ins, and nobody has to act on it now."""


def check_mix(found: Figures) -> None:
    assert (found.active_pairs, found.on_track, found.watch, found.at_risk) == (27, 20, 5, 2)
    assert (found.in_contact_30, found.one_sided, found.milestones_overdue) == (25, 1, 3)
    assert found.in_balance >= 22
    assert 80 <= (found.milestones_on_time_percent or 0) <= 95
    assert 3.9 <= (found.check_in_average or 0) <= 4.5


def test_most_pairs_are_well_and_some_need_a_hand(desk: Desk) -> None:
    check_mix(desk.read(figures.figures))


@pytest.mark.parametrize("day", OTHER_DAYS, ids=str)
def test_on_any_date_the_office_is_as_alive(tmp_path: Path, day: date) -> None:
    desk = open_on(sample.make(tmp_path / "x.mdesk", day), day)
    check_mix(desk.read(figures.figures))
    assert {item.kind for item in desk.read(attention.items)} == set(AttentionKind) - UNTOLD
    desk.close()


def test_today_shows_what_the_sample_is_there_to_show(desk: Desk) -> None:
    titles = [item.title for item in desk.read(attention.items)]
    assert titles == [
        "Tomasz Wrona & Leila Khoury: no contact for 47 days",
        "Rafael Monteiro & Priya Raman: Priya rates value 2 of 5",
        "12 mentees have no mentor yet",
        "Skill swap is 9 days overdue for 3 pairs",
        "Ingrid Tveit & Kwame Boateng: Ingrid gave 20 of 24 points",
        "Mateo Quispe has no mentor yet",
        "Open Door 4 ends in 14 days",
        "Clara Dubois & Emeka Obi: still deciding whether it fits",
        "Lucía Herrera & Tove Nyström: take up the rhythm again?",
        "Noor Rahimi starts parental leave on 22 June",
        "Marta Vidal would like to meet Sunniva Okpara, through Ilse Haagensen",
        "Chidi Okafor is VP Logistics since 1 June",
    ]
    comes = [row.title for row in desk.read(attention.upcoming)]
    assert {"15 years: Ruth & Amara", "25 years: Philippa & Consolata", "Matching closes"} <= set(comes)


def pair_named(desk: Desk, name: str) -> PairRow:
    return next(row for row in desk.read(pairs.rows) if row.name == name)


@pytest.mark.parametrize("name", STORIES)
def test_each_archetype_has_its_whole_story(desk: Desk, name: str) -> None:
    row = pair_named(desk, name)
    told = desk.read(timeline.of_pair, row.id)
    assert len(told) >= 30
    assert {entry.kind.value for entry in told} >= {"contact", "exchange", "check_in", "career", "start"}
    story = desk.read(stories.of_pair, row.id)
    assert story.title == STORIES[name]
    assert story.quote
    assert story.answered >= 3
    assert {answer.side for question in story.questions for answer in question.answers} == set(Side)


def test_of_the_five_stories_four_may_go_out_and_one_waits_for_a_yes(desk: Desk) -> None:
    found = {name: desk.read(stories.of_pair, pair_named(desk, name).id) for name in STORIES}
    waiting = {name: story.missing for name, story in found.items() if story.missing}
    assert waiting == {"Pınar Aksoy & Lorcan Feeney": ("Lorcan has not agreed yet.",)}
    assert found["Pınar Aksoy & Lorcan Feeney"].right.asked_on


@pytest.mark.parametrize("name", STORIES)
def test_both_sides_of_an_archetype_speak_and_what_they_say_fits(desk: Desk, name: str) -> None:
    row = pair_named(desk, name)
    found = desk.read(pulse.of_pair, row.id)
    assert {it.side for it in found} == set(Side)
    assert all(it.recommend is not None and it.got is not None and it.gave is not None for it in found)
    assert {it.side for it in found if it.fit is Fit.GOOD} == set(Side)
    assert any(it.comment for it in found)


ARCHETYPE = {
    "two goals, one that is reached and rated": """(SELECT count(*) >= 3 AND sum(done_on IS NOT NULL
        AND end_rating > start_rating) >= 1 AND min(start_rating) > 0 FROM goal WHERE pair_id = pair.id)""",
    "goals of both sides": "(SELECT count(DISTINCT owner) >= 2 FROM goal WHERE pair_id = pair.id)",
    "somebody who brought them together": """EXISTS (SELECT * FROM introduction
        WHERE pair_id = pair.id AND through_id = introduced_by_id AND made_on <= started_on)""",
    "a skill given by each side": """(SELECT count(DISTINCT side) = 2 FROM exchange
        WHERE pair_id = pair.id AND skill <> '')""",
    "a next meeting with an agenda": """EXISTS (SELECT * FROM planned_meeting
        WHERE pair_id = pair.id AND day > '2026-06-04' AND agenda <> '')""",
    "ground rules that both signed": "left_agreed_on >= started_on AND right_agreed_on >= started_on",
    "a career milestone at which they met": """EXISTS (SELECT * FROM career_milestone JOIN contact
        ON contact.pair_id = pair.id AND abs(julianday(contact.day) - julianday(career_milestone.day)) <= 31
        WHERE person_id IN (left_id, right_id) AND career_milestone.day > started_on)""",
    "a closing survey of both, if it is over": """(pair.status = 'active' OR 2 = (SELECT count(*) FROM closing_survey
        WHERE pair_id = pair.id AND comment <> '' AND id IN (SELECT survey_id FROM survey_benefit)))""",
}


@pytest.mark.parametrize("what", ARCHETYPE)
def test_each_archetype_has(ask: Any, what: str) -> None:
    named = ", ".join(f"'{name.split(' & ')[0]}'" for name in STORIES)
    query = f"SELECT person.name, {ARCHETYPE[what]} FROM pair JOIN person ON person.id = left_id JOIN story ON "
    found = ask(f"{query} story.pair_id = pair.id WHERE person.name IN ({named})")
    assert len(found) == 5
    assert [name for name, has in found if not has] == []


def test_programs_with_a_question_of_their_own_have_answers_to_it(ask: Any) -> None:
    found = ask("""SELECT question, count(*) > 10, min(answer) >= 1, max(answer) <= 5 FROM check_in_answer
        GROUP BY 1 ORDER BY 1""")
    assert found == [
        ("Our talks have moved my company forward.", 1, 1, 1),
        ("Something at work has changed because of our talks.", 1, 1, 1),
    ]


def test_a_pair_that_parted_because_it_did_not_fit_had_said_so(ask: Any) -> None:
    parted = ask("SELECT id, ended_on FROM pair WHERE end_reason = 'not_a_fit'")
    assert parted
    for pair_id, ended_on in parted:
        said = ask(f"SELECT fit FROM check_in WHERE pair_id = {pair_id} AND day <= '{ended_on}' AND fit = 'not_a_fit'")
        assert said == [("not_a_fit",)]


def test_the_bankers_mentor_was_there_at_every_turn_of_25_years(desk: Desk) -> None:
    row = next(row for row in desk.read(pairs.rows) if row.right == "Consolata Brandt")
    told = desk.read(timeline.of_pair, row.id)
    turns = [entry.on for entry in told if entry.kind.value == "career" and entry.on > row.started_on]
    talks = [entry.on for entry in told if entry.kind.value == "contact"]
    assert len(turns) >= 9
    assert all(any(abs((talk - turn).days) <= 62 for talk in talks) for turn in turns)


def test_the_director_and_the_chief_went_from_one_way_advice_to_an_even_account(ask: Any) -> None:
    shares = ask(
        "SELECT day < date('2026-06-04', '-7 years'), sum(points * (side = 'left')) * 1.0 / sum(points) FROM exchange "
        "JOIN pair ON pair.id = pair_id JOIN person ON person.id = left_id WHERE person.name = 'Baptiste Oyono' "
        "AND (day < date('2026-06-04', '-7 years') OR day > date('2026-06-04', '-2 years')) GROUP BY 1 ORDER BY 1"
    )
    recent, early = shares[0][1], shares[1][1]
    assert early > 0.85
    assert 1 / 3 <= recent <= 2 / 3


def test_the_partner_and_the_associate_have_a_project_of_100_hours(desk: Desk) -> None:
    row = next(row for row in desk.read(pairs.rows) if row.right == "Dembe Kirabo")
    assert (row.project_hours, row.project_budget) == (92, 100)
    (project,) = desk.read(pairs.detail, row.id).projects
    assert (project.left_hours, project.right_hours) == (38, 54)
    assert sum(it.hours for it in project.spent) == 92
    assert all(project.started_on <= it.on < TODAY and it.what for it in project.spent)


def test_the_cold_chain_pilot_is_as_far_as_on_the_drawing(desk: Desk) -> None:
    (project,) = desk.read(pairs.detail, pair_named(desk, "Amara Okonkwo & Jonas Weidmann").id).projects
    assert (project.left_hours, project.right_hours, project.hours_budget) == (7, 11, 30)


NOTHING = {
    "a contact outside the life of its pair": """SELECT * FROM contact JOIN pair ON pair.id = pair_id
        WHERE contact.day < started_on OR contact.day > coalesce(ended_on, '2026-06-04')""",
    "an exchange on another day than its contact": """SELECT * FROM exchange JOIN contact ON contact.id = contact_id
        WHERE exchange.day <> contact.day OR exchange.pair_id <> contact.pair_id""",
    "a check-in outside the life of its pair": """SELECT * FROM check_in JOIN pair ON pair.id = pair_id
        WHERE day < started_on OR day > coalesce(ended_on, '2026-06-04')""",
    "a milestone done before the start, after the end or in the future": """SELECT * FROM milestone
        JOIN pair ON pair.id = pair_id
        WHERE done_on < started_on OR done_on > coalesce(ended_on, '2026-06-04') OR skipped_on > '2026-06-04'""",
    "hours outside the life of the pair": """SELECT * FROM project_hours JOIN joint_project ON joint_project.id =
        project_id JOIN pair ON pair.id = pair_id WHERE day < pair.started_on OR day > '2026-06-04'""",
    "a goal reached in the future or before it was set": """SELECT * FROM goal
        WHERE set_on > '2026-06-04' OR done_on > '2026-06-04' OR done_on < set_on""",
    "something about a pair that has not begun": """SELECT * FROM pair WHERE status = 'proposed' AND (started_on IS NOT
        NULL OR id IN (SELECT pair_id FROM contact UNION SELECT pair_id FROM milestone))""",
    "a pair that ended without a reason": "SELECT * FROM pair WHERE status = 'ended' AND end_reason IS NULL",
    "a planned meeting in the past": "SELECT * FROM planned_meeting WHERE day <= '2026-06-04'",
    "a pair of a cohort whose people are not enrolled": """SELECT * FROM pair WHERE cohort_id IS NOT NULL AND (
        left_id NOT IN (SELECT person_id FROM enrollment WHERE enrollment.cohort_id = pair.cohort_id
        AND role <> 'mentee')
        OR right_id NOT IN (SELECT person_id FROM enrollment WHERE enrollment.cohort_id = pair.cohort_id
        AND role <> 'mentor'))""",
    "more pairs than places": """SELECT * FROM enrollment WHERE capacity < (SELECT count(*) FROM pair
        WHERE pair.cohort_id = enrollment.cohort_id AND status IN ('proposed', 'active', 'paused')
        AND (left_id = person_id AND role <> 'mentee' OR right_id = person_id AND role <> 'mentor'))""",
    "a mentor below the mentee in a traditional pair": """SELECT * FROM pair JOIN person a ON a.id = left_id
        JOIN person b ON b.id = right_id WHERE format = 'traditional' AND a.level <= b.level
        AND pair.status IN ('proposed', 'active', 'paused')""",
    "a senior mentor in a reverse pair": """SELECT * FROM pair JOIN person a ON a.id = left_id
        JOIN person b ON b.id = right_id WHERE format = 'reverse' AND a.level >= b.level""",
    "a cross-company pair within the company": """SELECT * FROM pair JOIN person a ON a.id = left_id
        JOIN person b ON b.id = right_id WHERE format = 'cross_company' AND (a.external OR NOT b.external)""",
    "two people who are a pair twice": """SELECT min(left_id, right_id), max(left_id, right_id) FROM pair
        WHERE NOT (left_id IN (SELECT id FROM person WHERE name IN ('Amara Okonkwo')))
        GROUP BY 1, 2 HAVING count(*) > 1""",
    "somebody mentored by their own manager": """SELECT * FROM pair JOIN person a ON a.id = left_id JOIN person b
        ON b.id = right_id WHERE (a.manager_id = b.id OR b.manager_id = a.id) 
        AND pair.status IN ('active', 'proposed')""",
    "a manager of a lower level": """SELECT * FROM person JOIN person boss ON boss.id = person.manager_id
        WHERE boss.level < person.level""",
    "a career that turns before it begins": """SELECT * FROM career_milestone JOIN person ON person.id = person_id
        WHERE day < date(hired_on, '-1 year')""",
    "a career step of the future but the one leave": """SELECT * FROM career_milestone
        JOIN person ON person.id = person_id WHERE day > '2026-06-04' AND name <> 'Noor Rahimi'""",
    "an introduction of a person to themselves": "SELECT * FROM introduction WHERE through_id IN (person_id, other_id)",
    "a company person without a number": """SELECT * FROM person WHERE external = (employee_number IS NOT NULL)""",
    "a placeholder left in a text": """SELECT what FROM exchange WHERE what LIKE '%{%' UNION SELECT question
        FROM story_answer WHERE question LIKE '%{%'""",
}


@pytest.mark.parametrize("what", NOTHING)
def test_there_is_nowhere(ask: Any, what: str) -> None:
    assert ask(NOTHING[what]) == []


def test_of_two_peers_the_first_by_name_is_left(desk: Desk) -> None:
    peers = [row for row in desk.read(pairs.rows) if row.format is Format.PEER]
    assert len(peers) >= 10
    assert all(row.left.casefold() < row.right.casefold() for row in peers)


def test_running_pairs_follow_the_plan_so_that_no_notice_stands(desk: Desk) -> None:
    for program in desk.read(programs.rows):
        assert not desk.read(programs.plan_effect, program.id).changes


def test_with_more_people_pairs_and_contacts_grow(tmp_path: Path) -> None:
    path = sample.make(tmp_path / "x.mdesk", TODAY, people=1000)
    with closing(sqlite3.connect(path)) as connection:
        count = {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("person", "contact")
        }
        (active,) = connection.execute("SELECT count(*) FROM pair WHERE status = 'active'").fetchone()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        wrong = [what for what, sql in NOTHING.items() if connection.execute(sql).fetchall()]
    assert count["person"] == 1000
    assert active == 27 + crowd.size(1000).active
    assert count["contact"] == pytest.approx(crowd.CONTACTS_PER_ACTIVE * active, rel=0.1)
    assert wrong == []


def test_the_sizes_to_measure_with() -> None:
    assert crowd.size(200).pairs == 0
    assert crowd.size(2000).active + 27 == 1000
    assert crowd.size(10_000).active + 27 == 2000


def test_proposed_pairs_have_answers_and_one_may_start(desk: Desk) -> None:
    proposed = [row for row in desk.read(pairs.rows) if row.status is PairStatus.PROPOSED]
    found = {row.name: row for row in desk.read(pair_answers.rows, proposed[0].cohort_id)}
    assert found["Amara Okonkwo & Ayesha Siddiqui"].ready
    waiting = found["Yusuf Karim & Bram Coster"]
    assert (waiting.unanswered, waiting.days) == ((Side.RIGHT,), 6)
