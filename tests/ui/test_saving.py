"""What the toast says once a file is saved."""

from mentordesk.ui.saving import told


def test_a_stop_stands_only_where_a_remark_follows() -> None:
    assert told("Report saved as “pairs.xlsx”", ()) == "Report saved as “pairs.xlsx”"
    remarks = ("1 long text was cut.", "2 sheets were left out.")
    assert told("Draft saved as “draft.xlsx”", remarks) == (
        "Draft saved as “draft.xlsx”. 1 long text was cut. 2 sheets were left out."
    )
