"""The line of filters above the pairs in windows of a laptop."""

from mentordesk.ui.workplace import Target
from tests.builders import add_cohort, add_pair


def test_the_short_choices_are_whole_while_a_long_cohort_is_chosen(desk, show_pairs) -> None:
    cohort = add_cohort(desk, 1, name="Executives and their young counterparts 2026–27")
    add_pair(desk, "Ada Ek", "Bo Li", cohort)
    page = show_pairs()
    bar = page.list.bar
    page.open(Target("pairs", filters={"cohort_id": cohort}))
    shown = {}
    for width in range(900, 480, -10):
        bar.resize(width, bar.height())
        assert bar.status.width() >= bar.status.sizeHint().width()
        assert bar.format.width() >= bar.format.sizeHint().width()
        shown[bar.clear.text(), bar.count.isVisible()] = width
    assert list(shown) == [("Clear filters", True), ("Clear", True), ("Clear", False)]
