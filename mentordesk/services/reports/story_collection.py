"""The stories of a scope for the magazine: the words of those both have agreed to, the state of the others."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.records import Story
from mentordesk.data.tables import Cohort, Pair
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.standalone_reports import StoryBook, StoryLine, StoryWords
from mentordesk.domain.standing import Side
from mentordesk.domain.stories import StoryRow, StoryState
from mentordesk.services.reports.naming import Names, names_of
from mentordesk.services.scoping import within
from mentordesk.services.stories import stories


def read(session: Session, request: ReportRequest) -> StoryBook:
    """Every story that is begun, those that may appear first. A story goes out under full names or not at all: in
    other styles only the states are told."""
    names = names_of(session, request)
    query = (
        select(Story.pair_id, func.coalesce(Cohort.name, ""))
        .join(Pair, Pair.id == Story.pair_id)
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .where(within(Pair.cohort_id, request.scope))
        .order_by(Story.id)
    )
    found = [(stories.of_pair(session, pair_id), cohort) for pair_id, cohort in session.execute(query).all()]
    begun = [(row, cohort) for row, cohort in found if row.state is not StoryState.NONE or row.due_on]
    begun.sort(key=lambda each: each[0].state is not StoryState.AGREED)
    return StoryBook(
        stories=[_line(row, cohort, names) for row, cohort in begun],
        words=[words for row, _ in begun if _tells(row, names) for words in _words(row, names)],
        waiting=sum(row.state is not StoryState.AGREED for row, _ in begun),
    )


def _tells(row: StoryRow, names: Names) -> bool:
    return row.state is StoryState.AGREED and names.words


def _line(row: StoryRow, cohort: str, names: Names) -> StoryLine:
    told = _tells(row, names)
    return StoryLine(
        pair=names.pair(row.pair_id),
        cohort=names.known(cohort),
        state=row.word,
        title=row.title if told else "",
        quote=row.quote if told else "",
        interview_on=row.due_on,
        left_agreed_on=row.left.agreed_on,
        right_agreed_on=row.right.agreed_on,
        answered=row.answered,
        questions=len(row.questions),
    )


def _words(row: StoryRow, names: Names) -> list[StoryWords]:
    pair = names.pair(row.pair_id)
    return [
        StoryWords(pair, question.question, _speaker(row, answer.side), answer.text)
        for question in row.questions
        for answer in question.answers
    ]


def _speaker(row: StoryRow, side: Side | None) -> str:
    return row.speaker(side) if side is None else (row.left if side is Side.LEFT else row.right).name
