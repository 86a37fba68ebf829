"""The desk of a past day is there for one reading alone: whatever happens in it, and whoever reads beside it."""

import contextlib
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from mentordesk.domain.errors import CancelledError, UserError
from mentordesk.domain.scope import Period
from mentordesk.services import figures, sample
from mentordesk.services.as_of import as_of
from mentordesk.services.desk import Desk
from mentordesk.services.reports import reporting
from mentordesk.services.reports.reporting import ReportRequest

DAY = date(2026, 6, 4)
PAST = date(2026, 1, 31)
THEN = ReportRequest(period=Period(None, PAST))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.make(tmp_path_factory.mktemp("past") / "sample.mdesk", DAY)


@pytest.fixture(params=[False, True], ids=["to write", "to read"])
def desk(request: pytest.FixtureRequest, path: Path, tmp_path: Path) -> Any:
    morning = datetime(2026, 6, 4, 9, 41).astimezone()
    opened = Desk.open(path, backups=tmp_path, read_only=request.param, clock=lambda: morning)
    with contextlib.closing(opened) as made:
        yield made


def views_and_rights(session: Any) -> tuple[int, int]:
    views = session.execute(text("SELECT count(*) FROM temp.sqlite_master WHERE type = 'view'")).scalar_one()
    return views, session.execute(text("PRAGMA query_only")).scalar_one()


@pytest.mark.parametrize("stop_after", [1, 8, 20, 32])
def test_a_report_that_is_stopped_leaves_today(desk: Desk, tmp_path: Path, stop_after: int) -> None:
    usual, now = desk.read(views_and_rights), desk.read(figures.figures).as_dict()
    assert usual[0] == 0
    asked = iter(range(stop_after))
    with pytest.raises(CancelledError):
        desk.read(reporting.save, THEN, tmp_path / "r.xlsx", None, lambda: next(asked, None) is None)
    assert not (tmp_path / "r.xlsx").exists()
    assert desk.read(views_and_rights) == usual
    assert desk.read(figures.figures).as_dict() == now


def test_what_fails_in_the_past_leaves_today(desk: Desk) -> None:
    usual = desk.read(views_and_rights)

    def fails(session: Any) -> None:
        with as_of(session, PAST):
            assert views_and_rights(session)[0] > 10
            raise UserError("It fails.")

    def twice(session: Any) -> None:
        session.execute(text("CREATE TEMP VIEW pair AS SELECT 1"))
        with as_of(session, PAST):
            pass

    with pytest.raises(UserError, match="It fails"):
        desk.read(fails)
    assert desk.read(views_and_rights) == usual
    if usual[1] == 0:
        with pytest.raises(Exception, match="pair already exists"):
            desk.read(twice)
        assert desk.read(views_and_rights) == usual


def test_two_read_different_days_at_once(desk: Desk) -> None:
    now, past = (desk.read(reporting.rows, it, 1).figures for it in (ReportRequest(), THEN))
    assert now != past
    with ThreadPoolExecutor(4) as threads:
        asked = [ReportRequest(), THEN] * 3
        found = list(threads.map(lambda request: desk.read(reporting.rows, request, 1).figures, asked))
    assert found == [now, past] * 3
