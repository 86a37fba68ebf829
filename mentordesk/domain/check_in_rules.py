"""What a check-in asks and what may be recorded of it: scales, days, when the fit is asked. Knows no table."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mentordesk.domain.check_ins import CheckInForm, CheckInRow, Fit
from mentordesk.domain.dates import long
from mentordesk.domain.errors import FieldError
from mentordesk.domain.standing import Side

SCALE, RECOMMEND = range(1, 6), range(11)
MOST_OWN = 2
"""A program adds at most so many questions of its own to the four (DESIGN 10.11)."""
YOUNG_DAYS = 180
"""So long after its start a pair is asked whether the two fit: later they have answered it by going on."""
ANSWER_DAYS = 14
"""So long has a side to answer a check-in."""
ASK_AGAIN_DAYS = 14
"""Who is still deciding is asked again after so many days."""


@dataclass(frozen=True, slots=True)
class PulseQuestion:
    """A question on the scale 1 to 5. `key` is the answer's name in the form, empty for a question of the program."""

    key: str
    title: str
    text: str


FIXED = (
    PulseQuestion("trust", "Trust", "I can say what I think"),
    PulseQuestion("value", "Value", "It is worth my time"),
    PulseQuestion("balance", "Balance", "I give and get enough"),
    PulseQuestion("progress", "Progress", "We move on our goals"),
)
SHIPPED = (
    "I can say openly what I think.",
    "Our talks are worth the time.",
    "Giving and taking are in balance between us.",
    "We are getting closer to what we wanted.",
)
"""The four as the templates of programs list them: these are not asked a second time."""
GOT = PulseQuestion("got", "Got", "What did I get? 1 nothing, 5 a great deal")
GAVE = PulseQuestion("gave", "Gave", "What did I give? 1 nothing, 5 a great deal")
_SCALES = {**{question.key: SCALE for question in (*FIXED, GOT, GAVE)}, "recommend": RECOMMEND}


def check(form: CheckInForm, today: date, started_on: date | None, asked: Collection[str]) -> None:
    """Raises FieldError for `on`, an answer outside its scale, a question nobody asked (`own`), or no answer at all.

    `asked` are the program's own questions; a pair whose start is not known has no earliest day.
    """
    _check_day(form.on, today, started_on)
    for field, scale in _SCALES.items():
        _check_scale(field, getattr(form, field), scale)
    for given in form.own:
        if given.question not in asked:
            raise FieldError("own", f"“{given.question}” is not a question of this program.")
        _check_scale("own", given.answer, SCALE)
    if form.skipped and has_answer(form):
        raise FieldError("skipped", "Either this side answered, or it did not: take back one of the two.")
    if not form.skipped and not has_answer(form):
        raise FieldError("trust", "Give at least one answer, or note that this side did not answer.")


def own_questions(texts: Sequence[str]) -> tuple[PulseQuestion, ...]:
    """The questions that a program adds to the four, from the texts of its set in their order."""
    return tuple(PulseQuestion("", text, text) for text in texts if text not in SHIPPED)[:MOST_OWN]


def form_lines(questions: Sequence[PulseQuestion], other: str, asks_fit: bool) -> tuple[str, ...]:
    """The questions of a form for one side, to be answered by a number or a word; `other` is the other's first name."""
    scale = [f"{question.text.rstrip('.')} (1 not at all, 5 fully):" for question in questions]
    flow = [f"What did I get from {other}? (1 nothing, 5 a great deal):"]
    flow += [f"What did I give {other}? (1 nothing, 5 a great deal):"]
    fit = ["Are the two of us a good fit? (good, still deciding, not a good fit):"] if asks_fit else []
    return (*scale, *flow, "Would I recommend it to a colleague? (0 not at all, 10 gladly):", *fit)


def has_answer(form: CheckInForm) -> bool:
    """Whether the side said anything: an answer, the fit or a comment."""
    numbers = any(getattr(form, field) is not None for field in _SCALES)
    return numbers or form.fit is not None or bool(form.own) or bool(form.comment.strip())


def _check_day(on: date, today: date, started_on: date | None) -> None:
    if on > today:
        raise FieldError("on", f"{long(on)} is still to come. Use {long(today)}?", proposal=today)
    if started_on is not None and on < started_on:
        sentence = f"The pair began on {long(started_on)}. Use that day or a later one."
        raise FieldError("on", sentence, proposal=started_on)


def _check_scale(field: str, answer: int | None, scale: range) -> None:
    if answer is not None and answer not in scale:
        least, most = scale[0], scale[-1]
        nearest = min(most, max(least, answer))
        raise FieldError(field, f"Answers go from {least} to {most}. Use {nearest}?", proposal=nearest)


def latest_fit(rows: Iterable[CheckInRow], side: Side) -> CheckInRow | None:
    """The newest check-in in which a side said whether they fit; None if it never did."""
    said = [row for row in rows if row.side is side and row.fit is not None]
    return max(said, key=lambda row: (row.on, row.id), default=None)


def asks_fit(fit: Fit | None, met: bool, started_on: date | None, today: date) -> bool:
    """Whether a side is asked if the two fit: once they have met, until it says good, while the pair is young."""
    return met and fit is not Fit.GOOD and is_young(started_on, today)


def is_young(started_on: date | None, today: date) -> bool:
    """Whether a pair began at most 180 days ago."""
    return started_on is not None and today - started_on <= timedelta(days=YOUNG_DAYS)


def is_asked_again(fit: Fit | None, said_on: date, started_on: date | None, today: date) -> bool:
    """Whether a side that was still deciding is to be asked again: after 14 days, while the pair is young."""
    waited = today - said_on >= timedelta(days=ASK_AGAIN_DAYS)
    return fit is Fit.DECIDING and waited and is_young(started_on, today)
