"""Faults as they are told on the command line and to a form."""

from mentordesk.domain.errors import CancelledError, DeskBusyError, FieldError, FileError, NotFoundError, UserError


def test_a_fault_is_told_in_one_line_with_what_to_do_and_what_is_safe() -> None:
    fault = FileError("The report was not saved.", advice="Close it there.", safe="Nothing has changed.")
    assert fault.sentence() == "The report was not saved. Close it there. Nothing has changed."
    assert str(fault) == "The report was not saved."
    assert NotFoundError("No cohort is called “Nord”.").sentence() == "No cohort is called “Nord”."


def test_a_fault_of_a_field_names_it_and_proposes_a_value() -> None:
    fault = FieldError("points", "Points are 1 to 3.", proposal=3)
    assert (fault.field, fault.proposal, fault.sentence()) == ("points", 3, "Points are 1 to 3.")


def test_a_busy_desk_says_who_has_it_and_offers_to_read() -> None:
    fault = DeskBusyError("The desk is open elsewhere.", holder="hana on laptop-4, since 09:12")
    assert fault.holder.startswith("hana")
    assert "to read only" in fault.sentence()


def test_stopping_is_no_fault() -> None:
    assert not issubclass(CancelledError, UserError)
