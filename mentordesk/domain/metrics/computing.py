"""All metrics of one scope from its facts. The headline figures are those of Today: no figure is computed twice."""

from dataclasses import replace

from mentordesk.domain import figures as figure_rules
from mentordesk.domain.closing import BenefitGroup
from mentordesk.domain.metrics import answers, breaking_down, comparing, side_by_side, taking_part, together
from mentordesk.domain.metrics.facts import Facts
from mentordesk.domain.metrics.model import Metrics


def compute(facts: Facts, *, groups: bool = True) -> Metrics:
    """Everything: sections, breakdowns, cohort against cohort, participants against the others. Without `groups` the
    sections alone, which do not need the rest."""
    figures = figure_rules.compute((pair.standing for pair in facts.pairs), facts.today)
    return Metrics(
        scope=facts.scope,
        period=facts.period,
        as_of=facts.today,
        smallest=facts.smallest,
        figures=figures,
        sections=(*taking_part.sections(facts), *together.sections(facts, figures), *answers.sections(facts)),
        breakdowns=breaking_down.breakdowns(facts) if groups else (),
        cohorts=side_by_side.cohorts(facts) if groups else (),
        compared=comparing.compare(facts) if groups else None,
        benefits=tuple(map(_told, (*facts.named.by_role, *facts.named.by_format))) if groups else (),
    )


def _told(group: BenefitGroup) -> BenefitGroup:
    """What a small group has named is not handed on."""
    return replace(group, counts=()) if group.is_small else group
