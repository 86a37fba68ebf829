"""What comes in the next days, in the order it is listed."""

from datetime import date

from mentordesk.domain.today import UpcomingKind, UpcomingRow


def coming(day: int, kind: UpcomingKind, title: str) -> UpcomingRow:
    return UpcomingRow(f"{kind.value}:{title}", date(2026, 6, day), kind, title, "")


def test_days_come_first_then_what_the_pairs_do_then_names() -> None:
    rows = [
        coming(12, UpcomingKind.ANNIVERSARY, "15 years: Ruth & Amara"),
        coming(12, UpcomingKind.MILESTONE, "Joint project is due"),
        coming(18, UpcomingKind.MEETING, "Hana & Luca: monthly meeting"),
        coming(18, UpcomingKind.MEETING, "Amara & Jonas: monthly meeting"),
        coming(5, UpcomingKind.COHORT_ENDS, "Open Door 4 ends"),
    ]
    assert [row.title for row in sorted(rows, key=lambda row: row.order)] == [
        "Open Door 4 ends",
        "Joint project is due",
        "15 years: Ruth & Amara",
        "Amara & Jonas: monthly meeting",
        "Hana & Luca: monthly meeting",
    ]
