"""Days on the command line that no program lasts to are wrong usage, not a bug."""

import pytest

from mentordesk.app import main


@pytest.mark.parametrize(
    "arguments",
    [
        ["report", "a.mdesk", "out.xlsx", "--to", "0001-01-01"],
        ["report", "a.mdesk", "out.xlsx", "--from", "9999-12-31"],
        ["responses", "a.mdesk", "answers.csv", "--asked", "9999-12-31"],
    ],
)
def test_a_day_without_room_around_it_is_wrong_usage(arguments: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "a day from 1900 to 2199" in capsys.readouterr().err
