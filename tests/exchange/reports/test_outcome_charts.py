"""The charts of Outcomes: a role that is left out to protect a small group is named, with the reason."""

from dataclasses import replace

from mentordesk.domain.figures import compute
from mentordesk.domain.metrics.answers import satisfaction
from mentordesk.domain.metrics.model import Measure, Metrics, Section
from mentordesk.domain.scope import Period, Scope
from mentordesk.exchange.reports.outcome_charts import charts
from mentordesk.exchange.workbook import Chart
from tests.domain.test_metrics_answers import six
from tests.metric_facts import TODAY


def drawn(*measures: Measure) -> Chart:
    section = Section("satisfaction", "Satisfaction", measures)
    made = charts(Metrics(Scope(), Period(), TODAY, 5, compute([], TODAY), (section,)))
    return next(chart for chart in made if chart.title == "Satisfaction by question")


def hidden(measure: Measure, role: str) -> Measure:
    """As where so few of a role have answered that nothing of it is shown."""
    if measure.key.rpartition(".")[2] != role:
        return measure
    return replace(measure, value=None, n=None, note="fewer than 5 people")


def test_a_role_without_columns_is_named_with_the_reason() -> None:
    chart = drawn(*(hidden(measure, "mentor") for measure in satisfaction(six(6, 6))))
    assert [series.name for series in chart.series] == ["Mentees"]
    assert chart.missing == "Mentors are not shown here, so that nobody in a small group can be made out."
    assert chart.description.endswith(chart.missing)


def test_nothing_is_said_where_every_role_has_its_columns() -> None:
    chart = drawn(*satisfaction(six(6, 6)))
    assert [series.name for series in chart.series] == ["Mentors", "Mentees"]
    assert chart.missing == ""


def test_a_role_that_was_not_asked_is_not_called_small() -> None:
    measures = [replace(it, value=None, n=0) if it.key.endswith(".mentor") else it for it in satisfaction(six(6, 6))]
    chart = drawn(*measures)
    assert [series.name for series in chart.series] == ["Mentees"]
    assert chart.missing == ""
