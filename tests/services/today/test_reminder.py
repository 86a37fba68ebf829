"""The mail that reminds pairs of open milestones."""

from datetime import date

from mentordesk.domain.milestones import MilestoneForm
from mentordesk.services.mails import mails
from mentordesk.services.pairs import milestones, pairs
from tests.crossroads import Crossroads


def open_ones(crossroads: Crossroads, pair_id: int) -> dict[str, int]:
    return {row.title: row.id for row in crossroads.desk.read(milestones.of_pair, pair_id)}


def test_an_overdue_milestone_asks_where_both_stand(crossroads: Crossroads) -> None:
    ids = open_ones(crossroads, crossroads.pair())
    letter = crossroads.desk.read(mails.reminder, [ids["Goals set"]])
    assert letter.draft.subject == "Goals set: where do you stand?"
    assert letter.draft.body.startswith("Dear Amara and Jonas,")
    assert letter.missing == ("Amara Okonkwo", "Jonas Weidmann")


def test_one_that_is_still_to_come_names_its_day(crossroads: Crossroads) -> None:
    ids = open_ones(crossroads, crossroads.pair())
    letter = crossroads.desk.read(mails.reminder, [ids["Story, close"]])
    assert letter.draft.subject == "Story, close: due on 26 June"
    assert "{" not in letter.draft.subject + letter.draft.body


def test_several_pairs_get_blind_copies(crossroads: Crossroads) -> None:
    for name in ("Adaeze", "Henrik"):
        crossroads.person(name, email=f"{name.lower()}@solvane.example")
    free = open_ones(crossroads, crossroads.pair("Adaeze", "Henrik", cohort_id=None))
    for title in ("Map drawn", "Map shown"):
        form = MilestoneForm(crossroads.desk.read(pairs.rows)[0].id, title, date(2026, 6, 20))
        free[title] = crossroads.desk.do(milestones.add, form)
    planned = open_ones(crossroads, crossroads.pair())
    letter = crossroads.desk.read(mails.reminder, [*free.values(), planned["Story, close"]])
    assert letter.names == ("Adaeze Ek", "Henrik Ek", "Amara Okonkwo", "Jonas Weidmann")
    assert (letter.draft.to, letter.draft.bcc) == ((), ("adaeze@solvane.example", "henrik@solvane.example"))
    assert letter.draft.subject == "Map drawn, Map shown, Story, close: due on 20 June"
    assert letter.draft.body.startswith("Dear all,")
