"""The names and texts of the sample desk, read from `resources/sample`. Knows no table."""

import tomllib
from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Any

from mentordesk import paths


@cache
def read(name: str) -> dict[str, Any]:
    """One file of texts by its name without the ending; read once and never changed."""
    return tomllib.loads((paths.resources() / "sample" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def stories() -> tuple[dict[str, Any], ...]:
    """The pairs whose story is written in full, by the name of their file."""
    folder = paths.resources() / "sample" / "stories"
    return tuple(tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.toml")))


def pick(random: Random, *keys: str) -> str:
    """One of the texts under these keys of texts.toml."""
    found: Any = read("texts")
    for key in keys:
        found = found[key]
    texts: Sequence[str] = found
    return random.choice(texts)
