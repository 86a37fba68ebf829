"""Program templates: what a new program of a format begins with. Knows no file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mentordesk.domain.people import CustomFieldForm
from mentordesk.domain.programs import Format, ProgramForm, StepForm


@dataclass(frozen=True, slots=True)
class Template:
    """One template a format. `name` is the name proposed for the program, `words` says in a sentence or two who is
    paired with whom; `form` is the program as it would be created. `match_rules` are the criteria with their weights
    and the rules, as data; `questions` are the texts of each set: check_in, closing, story. `fields` are attributes of
    people that its match rules look at and that a desk gets with the program."""

    format: Format
    name: str
    words: str
    form: ProgramForm
    steps: tuple[StepForm, ...]
    match_rules: Mapping[str, Any]
    questions: Mapping[str, tuple[str, ...]]
    fields: tuple[CustomFieldForm, ...] = ()
