"""A pair that was started before its first day, as all are whose cohort begins next month."""

from datetime import date

import pytest
from PySide6.QtCore import Qt


@pytest.mark.parametrize(("start", "together"), [(date(2026, 7, 1), "from 1 Jul 2026"), (date(2026, 6, 4), "since ")])
def test_nobody_has_met_on_a_day_without_a_contact(crossroads, show_pairs, qtbot, start, together) -> None:
    pair_id = crossroads.pair(started_on=start)
    page = show_pairs()
    model = page.list.table.rows_model
    contact = next(
        it for it in range(model.columnCount()) if model.headerData(it, Qt.Orientation.Horizontal) == "Contact"
    )
    assert model.index(0, contact).data() == "none yet"
    assert page.pane.head.together.text().startswith(f"Together {together}")
    crossroads.contact(pair_id, 0)
    qtbot.waitUntil(lambda: model.index(0, contact).data() == "today")
