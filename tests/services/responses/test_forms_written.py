"""Several forms written into a folder, of which one cannot be."""

from pathlib import Path

import pytest

from mentordesk.domain.errors import FileError
from mentordesk.domain.responses import FormsFor, FormsRequest
from mentordesk.services.desk import Desk
from mentordesk.services.responses import forms
from tests.builders import add_cohort, add_pair


def test_a_fault_tells_how_many_forms_are_there_already(desk: Desk, tmp_path: Path) -> None:
    cohort = add_cohort(desk)
    for left, right in (("Ada Ek", "Bo Li"), ("Cy Orr", "Di Ng"), ("Eva Ruiz", "Finn Moe")):
        add_pair(desk, left, right, cohort)
    named = desk.read(forms.forms, FormsRequest(cohort_id=cohort, made_for=FormsFor.PAIR))
    folder = tmp_path / "forms"
    (folder / named[2].name).mkdir(parents=True)
    with pytest.raises(FileError, match="is a folder") as told:
        forms.write(named, folder)
    assert told.value.safe == "2 of 3 forms are in the folder already. Nothing in MentorDesk has changed."
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == sorted(it.name for it in named[:2])
