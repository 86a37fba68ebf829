"""The charts of the sheet Outcomes: satisfaction by question, would recommend by cohort. Knows no rule."""

from collections.abc import Sequence

from mentordesk.domain.check_ins import QUESTIONS
from mentordesk.domain.cohorts import Role
from mentordesk.domain.metrics.model import Measure, Metrics
from mentordesk.exchange.workbook import Chart, Color, Series

_COLORS: dict[Role, Color] = {Role.MENTOR: "left", Role.MENTEE: "right", Role.PEER: "s2"}
_HIGHEST = 5
"""The best answer to a question."""
_MOST_COHORTS = 8
"""So many cohorts stand beside each other; of more the newest."""


def charts(metrics: Metrics) -> tuple[Chart, ...]:
    """Those for which there are figures."""
    return tuple(chart for chart in (_satisfaction(metrics), _recommend(metrics)) if chart is not None)


def _satisfaction(metrics: Metrics) -> Chart | None:
    """The mean answer to each of the four questions, a column a role; a program's own are asked of some only."""
    found: dict[str, dict[Role, float]] = {}
    hidden: set[Role] = set()
    roles = {role.value: role for role in Role}
    for measure in _measures(metrics, "satisfaction"):
        _, *question, who = measure.key.split(".")
        if not question or question[0] not in QUESTIONS or who not in roles:
            continue
        if measure.value is not None:
            found.setdefault(measure.title.rpartition(":")[0], {})[roles[who]] = measure.value
        elif measure.n is None:
            hidden.add(roles[who])
    shown = [role for role in Role if any(role in answers for answers in found.values())]
    # A role that is left out of one question has no column at all: a gap would read as a zero.
    whole = [role for role in shown if all(role in answers for answers in found.values())]
    if not whole:
        return None
    series = tuple(
        Series(f"{role.word}s", _COLORS[role], tuple(answers[role] for answers in found.values())) for role in whole
    )
    missing = _missing([role for role in Role if role in hidden and role not in whole])
    return Chart(
        "clustered_columns",
        "Satisfaction by question",
        tuple(found),
        series,
        description=f"The mean of the latest answers to each question, 1 to 5, by role. {missing}".strip(),
        most=_HIGHEST,
        missing=missing,
    )


def _missing(roles: Sequence[Role]) -> str:
    """Why there is no column for these: a small group is protected, be it their own or another."""
    if not roles:
        return ""
    words = [f"{role.word}s" for role in roles]
    named = " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words).capitalize()
    return f"{named} are not shown here, so that nobody in a small group can be made out."


def _recommend(metrics: Metrics) -> Chart | None:
    """The score of each cohort that has one; of a single cohort, by role."""
    scores = [
        (column.name, measure.value)
        for column in metrics.cohorts
        for measure in column.measures
        if measure.key == "recommend.all" and measure.value is not None
    ][-_MOST_COHORTS:]
    if len(scores) < 2:
        scores = [(each.title, each.value) for each in _measures(metrics, "recommend") if each.value is not None]
    if not scores:
        return None
    return Chart(
        "clustered_columns",
        "Would recommend, −100 to 100",
        tuple(name for name, _ in scores),
        (Series("Score", "s1", tuple(value for _, value in scores)),),
        description="The share that would recommend the program minus the share that would not.",
    )


def _measures(metrics: Metrics, term: str) -> Sequence[Measure]:
    return [measure for section in metrics.sections for measure in section.measures if measure.term == term]
