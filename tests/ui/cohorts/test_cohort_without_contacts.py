"""A cohort without contacts and milestones on its overview: sentences in place of an empty chart and a legend."""

from datetime import timedelta

from mentordesk.domain.contacts import Channel, ContactForm
from mentordesk.services.pairs import contacts
from mentordesk.ui.cohorts.page import CohortsPage
from tests import builders
from tests.crossroads import TODAY


def shown(qtbot, workplace) -> CohortsPage:
    made = CohortsPage(workplace)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    qtbot.waitUntil(lambda: made.loaded and made.sheet is not None and not workplace.reader.pending)
    return made


def test_without_contacts_a_sentence_stands_in_place_of_the_chart(qtbot, workplace, desk) -> None:
    pair = builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", builders.add_cohort(desk))
    page = shown(qtbot, workplace)
    assert page.overview.no_contact.isVisible()
    assert not page.overview.bars.isVisible()
    desk.do(contacts.log, ContactForm(pair, Channel.PHONE, TODAY - timedelta(days=40)))
    page.reload()
    qtbot.waitUntil(page.overview.bars.isVisible)
    assert not page.overview.no_contact.isVisible()


def test_without_milestones_there_is_no_legend(qtbot, workplace, desk) -> None:
    builders.add_cohort(desk)
    page = shown(qtbot, workplace)
    assert page.overview.empty.isVisible()
    assert not page.overview.legend.isVisible()
