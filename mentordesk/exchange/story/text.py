"""A story as plain text, and texts as files take them. Knows no page and no desk."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from mentordesk.domain.story_document import Portrait, StoryDocument
from mentordesk.exchange.excel.target import replacing

WHAT = "story"
# What XML refuses and no font shows; line ends of every kind become plain ones before.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029|\x0b|\x0c")


def clean(text: str) -> str:
    """The text without control characters; its lines end with a plain line feed."""
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text)).strip()


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: an empty line divides two, a single line end stays within one."""
    return [part.strip("\n") for part in re.split(r"\n[ \t]*\n", clean(text)) if part.strip()]


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is read from the right: Arabic, Hebrew."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def quoted(text: str) -> str:
    """In quotation marks, once."""
    bare = clean(text)
    return bare if bare[:1] in '“„«"' else f"“{bare}”"


def plain(document: StoryDocument) -> str:
    """The whole story as text, in the order of the page."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: StoryDocument) -> Iterator[str]:
    yield from (clean(document.heading), "")
    yield from map(_who, (document.left, document.right))
    if document.facts:
        yield clean(document.facts)
    if document.quote:
        yield from ("", quoted(document.quote))
    for passage in document.passages:
        yield from ("", clean(passage.question))
        for said in passage.said:
            yield f"{clean(said.name)}: {clean(said.text)}"
    if document.footer:
        yield from ("", clean(document.footer))


def _who(person: Portrait) -> str:
    about = ", ".join(part for part in (person.role.lower(), person.title, person.place) if part)
    return clean(f"{person.name}, {about}")


def write(document: StoryDocument, path: Path) -> None:
    """Write the text in one go. Raises FileError where it cannot be written."""
    with replacing(path, WHAT) as file:
        file.write(plain(document).encode())
