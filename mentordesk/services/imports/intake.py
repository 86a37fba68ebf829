"""The cohort that a roster is imported into, by its name. Knows no file and no person."""

from sqlalchemy.orm import Session

from mentordesk.domain.cohorts import CohortForm, last_day
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.programs import Format
from mentordesk.services import lookup
from mentordesk.services.desk import today
from mentordesk.services.programs import cohorts, programs


def cohort(session: Session, name: str, format_: Format) -> int:
    """The id of the cohort with this name, however its letters are written.

    Where there is none it is made, with a program of its own of the format: it starts today and lasts as long as that
    format's template says. Raises FieldError for a `name` of spaces alone.
    """
    try:
        found = lookup.scope(session, cohort=name).cohort_id
    except NotFoundError:
        found = None
    if found is not None:
        return found
    program_id = programs.create_named(session, name.strip(), format_)
    start = today(session)
    end = last_day(start, programs.form(session, program_id).length_months)
    return cohorts.save(session, CohortForm(name.strip(), program_id, start, end))
