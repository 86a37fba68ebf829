"""The latest check-in of a scope agrees with the check-in average of its figures."""

from mentordesk.domain.rounding import half_up
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import Side
from mentordesk.services import figures
from mentordesk.services.pairs import check_ins
from tests.crossroads import Crossroads


def test_the_newest_answers_of_the_counted_pairs(crossroads: Crossroads) -> None:
    well, silent = crossroads.pair(), crossroads.pair("Ruth", "Mateo")
    crossroads.check_in(well, Side.LEFT, 60, 1, 1, 1, 1)
    crossroads.check_in(well, Side.LEFT, 9, 5, 4, 4, 4)
    crossroads.check_in(well, Side.RIGHT, 9, 5, 5, 3, 4)
    found = crossroads.desk.read(check_ins.latest, Scope(cohort_id=crossroads.cohort))
    assert [pair.id for pair in found.pairs] == [well, silent]
    assert [(it.question, it.left, it.right) for it in found.means] == [
        ("trust", 5.0, 5.0),
        ("value", 4.0, 5.0),
        ("balance", 4.0, 3.0),
        ("progress", 4.0, 4.0),
    ]
    assert [pair.id for pair in found.with_low_answer()] == [well]
    answers = [mean for it in found.means for mean in (it.left, it.right) if mean is not None]
    assert crossroads.desk.read(figures.figures).check_in_average == half_up(sum(answers) / len(answers), 1)
