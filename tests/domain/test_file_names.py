"""Names for files that Windows, macOS and Linux take."""

import pytest

from mentordesk.domain.file_names import file_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Crossroads 2026", "Crossroads 2026"),
        ('A/B: "C" <D>', "A-B- -C- -D-"),
        ("Ana\tEk\n& Bo", "Ana Ek & Bo"),
        ("  The end.. ", "The end"),
        ("...", "Desk"),
        ("\ud83d Ana", "Ana"),
    ],
)
def test_what_no_file_name_holds_is_left_out(words: str, name: str) -> None:
    assert file_name(words) == name


def test_two_long_names_fit_into_one_file_name(tmp_path) -> None:
    left, right = file_name("Ölaf" * 60), file_name("松本" * 90)
    path = tmp_path / f"{left}, with {right} (2).xlsx"
    path.write_bytes(b"")
    assert path.exists()
    assert left == "Ölaf" * 22
