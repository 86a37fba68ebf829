"""The mail that asks one side whether the story may appear, with the whole text below. Sends none."""

from dataclasses import replace

from sqlalchemy.orm import Session

from mentordesk.domain.standing import Side
from mentordesk.exchange.story import text as story_text
from mentordesk.services.mails import mails
from mentordesk.services.mails.mails import Letter
from mentordesk.services.pairs.pair_lookup import find
from mentordesk.services.stories import stories


def invitation(session: Session, pair_id: int, side: Side) -> Letter:
    """To the person of this side: the desk's words for "Ask for consent", then the story as it stands."""
    pair, page = find(session, pair_id), stories.preview(session, pair_id)
    person_id = pair.left_id if side is Side.LEFT else pair.right_id
    said = next((said.text for passage in page.passages for said in passage.said), "")
    values = {"title": page.heading, "quote": page.quote or said}
    letter = mails.draft(session, "story_consent", people=[person_id], pairs=[pair_id], **values)
    body = f"{letter.draft.body}\n\n\n{story_text.plain(replace(page, footer=''))}".rstrip()
    return replace(letter, draft=replace(letter.draft, body=body))
