"""The columns of the table of pairs. Knows no table."""

from mentordesk.domain.text import fold
from mentordesk.ui.matching.proposal_cells import AREA, ChangeCell, FitCell, OtherCell
from mentordesk.ui.matching.proposal_rows import ProposalRow
from mentordesk.ui.widgets.column import Column, PersonCell

MENTEE, MENTOR, FIT, CHANGE = "mentee", "mentor", "fit", "change"


def columns(peers: bool) -> tuple[Column[ProposalRow], ...]:
    """Who, with whom (and in which circle), the fit, and what can be changed."""
    return (*_people(peers), *_pair())


def _people(peers: bool) -> tuple[Column[ProposalRow], ...]:
    first, second = ("Peer", "With") if peers else ("Mentee", "Proposed mentor")
    return (
        Column(
            MENTEE,
            first,
            lambda row: row.mentee_name,
            lambda row: fold(row.mentee_name),
            width=160,
            stretch=True,
            kind="person",
            value=lambda row: PersonCell(row.mentee_name, row.mentee_title, "left" if peers else "right"),
            tip=lambda row: f"{row.mentee_name}\n{row.mentee_title}",
            accessible=_mentee,
            fixed=True,
        ),
        Column(
            MENTOR,
            second,
            lambda row: row.mentor_name,
            lambda row: (fold(row.mentor_name), row.circle, fold(row.mentee_name)),
            width=130,
            stretch=True,
            kind="person",
            tip=lambda row: f"{row.mentor_name}\n{row.mentor_caption}",
            value=lambda row: OtherCell(row.mentor_name, row.mentor_title, row.place, "right" if peers else "left"),
            accessible=lambda row: f"{row.mentor_name}, {row.mentor_caption}",
            fixed=True,
        ),
    )


def _pair() -> tuple[Column[ProposalRow], ...]:
    return (
        Column(
            FIT,
            "Fit and main reason",
            lambda row: row.fit_text,
            lambda row: row.fit,
            width=136,
            value=lambda row: FitCell(row.fit_text, row.share, row.reason, row.low, bool(row.broken)),
            tip=fit_tip,
            accessible=fit_words,
            fixed=True,
        ),
        Column(
            CHANGE,
            "Change",
            _changed,
            lambda row: not row.pinned,
            width=3 * AREA + 8,
            value=lambda row: ChangeCell(row.pinned),
            accessible=_changed,
            searched=False,
            fixed=True,
            holds_icons=True,
        ),
    )


def _mentee(row: ProposalRow) -> str:
    words = f"{row.mentee_name}, {row.mentee_title}" if row.mentee_title else row.mentee_name
    return f"{words}, proposed with {row.mentor_name}"


def fit_words(row: ProposalRow) -> str:
    """The fit as a screen reader says it."""
    parts = [f"Fit {row.fit_text}", row.reason, "low" if row.low else ""]
    broken = f"Rules broken: {'; '.join(row.broken)}" if row.broken else ""
    return ", ".join(part for part in (*parts, broken) if part)


def fit_tip(row: ProposalRow) -> str:
    """What is to be known of a fit that the cell has no room for."""
    lines = [f"{row.fit_text} of 100, a low fit: look at the reasons beside the list" if row.low else ""]
    lines += [f"◆ {words}" for words in row.broken]
    said = "\n".join(line for line in lines if line)
    return said or row.reason


def _changed(row: ProposalRow) -> str:
    return "pinned" if row.pinned else "not pinned"
