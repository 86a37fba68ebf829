"""Walks through the XML of a workbook without building a tree. Refuses what a workbook never has: entities."""

from collections.abc import Callable
from xml.parsers import expat

Attributes = dict[str, str]


class MalformedError(Exception):
    """The text is not the XML of a workbook."""


def walk(
    content: bytes,
    opened: Callable[[str, Attributes], None],
    closed: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Calls `opened` and `closed` with names without prefix, `text` with what stands between. MalformedError."""
    parser, plain = expat.ParserCreate(), _PlainNames()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: opened(plain[name], attributes)
    if closed is not None:
        parser.EndElementHandler = lambda name: closed(plain[name])
    if text is not None:
        parser.CharacterDataHandler = text
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as reason:
        raise MalformedError(str(reason)) from reason


def number(attributes: Attributes, name: str, default: int) -> int:
    """A whole number of an element. MalformedError if it is something else or out of all bounds."""
    text = attributes.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdecimal() and len(text) <= 7):
        raise MalformedError(f"{name} is {text[:20]!r}")
    return int(text)


class _PlainNames(dict[str, str]):
    """Names without their prefix: a sheet has few of them, and each a hundred thousand times."""

    def __missing__(self, name: str) -> str:
        self[name] = name.rpartition(":")[2]
        return self[name]


def _refuse(*_declaration: object) -> None:
    raise MalformedError("entities are declared")
