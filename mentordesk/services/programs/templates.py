"""The program templates that come with the program, read from `resources/templates`. Knows no desk."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from mentordesk import paths
from mentordesk.domain.people import CustomFieldForm, FieldKind
from mentordesk.domain.programs import Format, ProgramForm, StepForm, StepOwner
from mentordesk.domain.templates import Template


@cache
def templates() -> tuple[Template, ...]:
    """One template a format, in the order the formats are offered."""
    folder = paths.resources() / "templates"
    return tuple(_read(folder / f"{format_.value}.toml") for format_ in Format)


def template(format_: Format) -> Template:
    return next(found for found in templates() if found.format is format_)


def _read(path: Path) -> Template:
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    return Template(
        format=Format(values["format"]),
        name=values["name"],
        words=values["words"],
        form=_form(values),
        steps=tuple(_step(step) for step in values["steps"]),
        match_rules=values["match"],
        questions={name: tuple(texts) for name, texts in values["questions"].items()},
        fields=tuple(
            CustomFieldForm(field["name"], FieldKind(field["kind"]), tuple(field["choices"]))
            for field in values.get("fields", ())
        ),
    )


def _form(values: dict[str, Any]) -> ProgramForm:
    return ProgramForm(
        name=values["name"],
        format=Format(values["format"]),
        objective=values["objective"].strip(),
        rhythm_days=values["rhythm_days"],
        length_months=values["length_months"],
        ground_rules=values["ground_rules"].strip(),
    )


def _step(values: dict[str, Any]) -> StepForm:
    return StepForm(values["title"], values["days_after"], StepOwner(values["owner"]), values["required"])
