"""Columns that a survey or form service adds about the answering itself: no fact about a person. Knows no cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentordesk.domain.wording import listed
from mentordesk.exchange.synonyms.spelling import words_of

_NAMED = 3


def _words(text: str) -> frozenset[str]:
    return frozenset(map(words_of, text.split("/")))


@dataclass(frozen=True, slots=True)
class _Service:
    """What the columns of one kind of service are called. It is that service if `least` of the `signs` are there."""

    signs: frozenset[str]
    least: int
    others: frozenset[str] = frozenset()


_SERVICES = (
    _Service(
        _words(
            "RecordedDate/Recorded Date/ResponseId/Response ID/IPAddress/IP Address/DistributionChannel/"
            "Distribution Channel/UserLanguage/User Language/ExternalReference/External Data Reference/"
            "External Reference/LocationLatitude/Location Latitude/LocationLongitude/Location Longitude/"
            "Duration (in seconds)/ResponseType/Response Type/RecipientLastName/RecipientFirstName/RecipientEmail"
        ),
        4,
        _words(
            "StartDate/Start Date/EndDate/End Date/Status/Progress/Finished/Recipient Last Name/Recipient First Name/"
            "Recipient Email/Duration"
        ),
    ),
    _Service(
        _words("Respondent ID/Collector ID/Date Created/Date Modified/Custom Data 1"),
        2,
        _words("IP Address/Custom Data"),
    ),
    _Service(_words("Start time/Completion time/Last modified time/Startzeit/Fertigstellungszeit"), 2, _words("ID")),
    _Service(
        _words("Date submitted/Last page/Start language/Seed/Date started/Date last action/Referrer URL"),
        2,
        _words("Response ID/IP address"),
    ),
    _Service(
        _words("Start Date (UTC)/Submit Date (UTC)/Network ID/Stage Date (UTC)"), 2, _words("Response Type/Tags/Ending")
    ),
)
_RECIPIENT = {
    **dict.fromkeys(_words("RecipientLastName"), "last_name"),
    **dict.fromkeys(_words("RecipientFirstName"), "first_name"),
    **dict.fromkeys(_words("RecipientEmail"), "email"),
}


def service_columns(headings: Sequence[str]) -> tuple[str, ...]:
    """The headings that stand for the service and not for a person, in their order; none where no service is known."""
    names = {heading: _names(heading) for heading in headings}
    there = frozenset().union(*names.values())
    found: set[str] = set()
    for service in _SERVICES:
        if len(service.signs & there) >= service.least:
            found |= service.signs | service.others
    return tuple(heading for heading in headings if names[heading] & found)


def recipient_field(heading: str) -> str | None:
    """The field of the person to whom the service sent the form: worth having where its cells are filled."""
    return next((_RECIPIENT[name] for name in _names(heading) if name in _RECIPIENT), None)


def sentence(columns: Sequence[str]) -> str:
    """What is said about them, without a full stop."""
    names = listed([f"“{name}”" for name in columns], _NAMED)
    one = len(columns) == 1
    return (
        f"{len(columns)} {'column' if one else 'columns'} that the survey or form service added "
        f"{'is' if one else 'are'} not imported: {names}"
    )


def _names(heading: str) -> frozenset[str]:
    """The heading, and where two rows of headings were joined each of them."""
    return frozenset(words_of(part) for part in (heading, *heading.split(" · ")) if part.strip())
