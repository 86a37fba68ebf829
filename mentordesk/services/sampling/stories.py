"""Stories and introductions of the sample's pairs, as they are told. Invents none."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from mentordesk.data.records import Introduction, Story, StoryAnswer
from mentordesk.domain.introductions import RequestStatus
from mentordesk.domain.pairs import Side
from mentordesk.services.sampling import ago
from mentordesk.services.sampling.draft import Couple, Draft


def tell(draft: Draft, couple: Couple, facts: Mapping[str, Any]) -> None:
    """The pair's story, who brought the two together, and what they ask of each other's network."""
    if "story" in facts:
        _story(draft, couple, facts["story"])
    if "introduced_by" in facts:
        _brought_together(draft, couple, facts["introduced_by"])
    for told in facts.get("introductions", ()):
        _introduction(draft, told)


def _story(draft: Draft, couple: Couple, told: Mapping[str, Any]) -> None:
    dates = {
        f"{column}_on": ago.day(told[column], draft.today)
        for column in ("due", "left_asked", "right_asked", "left_consent", "right_consent")
        if column in told
    }
    story_id = draft.rows.add(Story, pair_id=couple.id, title=told["title"], pull_quote=told["quote"], **dates)
    for position, (question, side, answer) in enumerate(told["answers"]):
        asked = question.replace("{mentor}", _first(couple.left.name)).replace("{mentee}", _first(couple.right.name))
        values = {"question": asked, "side": Side(side), "answer": answer, "position": position}
        draft.rows.add(StoryAnswer, story_id=story_id, **values)


def _first(name: str) -> str:
    return name.split()[0]


def _brought_together(draft: Draft, couple: Couple, name: str) -> None:
    draft.rows.add(
        Introduction,
        person_id=couple.left.id,
        other_id=couple.right.id,
        through_id=draft.members[name].id,
        pair_id=couple.id,
        status=RequestStatus.MADE,
        made_on=couple.started_on - timedelta(days=draft.random.randint(5, 60)),
    )


def _introduction(draft: Draft, told: Mapping[str, Any]) -> None:
    made = told.get("made")
    draft.rows.add(
        Introduction,
        person_id=draft.members[told["person"]].id,
        other_id=draft.members[told["other"]].id,
        through_id=draft.members[told["through"]].id,
        status=RequestStatus.MADE if made else RequestStatus.OPEN,
        asked_on=ago.day(told["asked"], draft.today),
        made_on=ago.day(made, draft.today) if made else None,
        note=told["note"],
    )
