"""Mail templates: every one has its words, fields are found and filled, unknown ones are refused with what there is."""

import tomllib

import pytest

from mentordesk import paths
from mentordesk.domain.errors import FieldError
from mentordesk.domain.mail_templates import COMMON, FIELDS, TEMPLATES, check, fields_in, filled


@pytest.mark.parametrize("key", list(TEMPLATES))
def test_the_shipped_words_hold_only_fields_of_their_template(key: str) -> None:
    shipped = tomllib.loads((paths.resources() / "mail.toml").read_text(encoding="utf-8"))
    check(key, shipped[key]["subject"], shipped[key]["body"])
    assert set(TEMPLATES[key].fields) <= set(FIELDS)


def test_every_shipped_text_is_in_the_list() -> None:
    shipped = tomllib.loads((paths.resources() / "mail.toml").read_text(encoding="utf-8"))
    assert set(shipped) == set(TEMPLATES)


def test_a_field_is_found_however_it_is_typed() -> None:
    text = "Dear { First  Names }, since {since}: {nothing} {} { two\nlines }"
    assert fields_in(text) == ["first names", "since", "nothing", ""]
    assert filled(text, {"first names": "Amara", "since": "18 April"}) == (
        "Dear Amara, since 18 April: {nothing} {} { two\nlines }"
    )


def test_an_unknown_field_is_refused_at_its_place_with_the_one_that_was_meant() -> None:
    with pytest.raises(
        FieldError, match=r"\{firstname\} is no field of this mail. Did you mean \{first name\}\?"
    ) as no:
        check("no_contact", "Hello", "Dear {firstname},")
    assert no.value.field == "body"
    assert "{since}" in str(no.value)


def test_a_field_of_another_template_is_refused() -> None:
    with pytest.raises(FieldError, match=r"\{quote\} is no field") as error:
        check("no_contact", "{quote}", "Hello")
    assert error.value.field == "subject"


@pytest.mark.parametrize(("subject", "body", "field"), [(" ", "Hello", "subject"), ("Hello", "\n", "body")])
def test_a_mail_has_a_subject_and_a_text(subject: str, body: str, field: str) -> None:
    with pytest.raises(FieldError) as error:
        check("no_contact", subject, body)
    assert error.value.field == field


def test_common_fields_may_stand_in_every_template() -> None:
    words = " ".join(f"{{{name}}}" for name in COMMON)
    for key in TEMPLATES:
        check(key, words, words)
