"""What the sheet Outcomes means by its figures and its columns. Knows no figure."""

from mentordesk.domain.metrics.definitions import DEFINITIONS

GENERAL = (
    ("n, Of", "How many people, pairs, places or answers a figure is made of, and of how many it is a part."),
    (
        "By department, gender …",
        "The same figures for the people of each group. A group of few people is left out, and where its figures would "
        "follow from the others, one more.",
    ),
    ("Cohort against cohort", "The same figures of each cohort, the oldest first."),
    (
        "Participants against others",
        "This compares two groups; it is no proof of cause. Where no departure or no promotion is on record at all, "
        "no figure is given.",
    ),
)
PAST = (
    (
        "As of a past day",
        "What is dated later is left out, and a pair that ended later counts as active. The desk keeps no date of some "
        "things, which stand as they are now: that a pair is paused, how far an open goal is, and the department, "
        "level and other facts of people.",
    ),
    (
        "Two reports together",
        "Small groups are protected within one report. From two that overlap, such as those of a cohort and of its "
        "program, or of two days close together, more may follow: do not hand on both.",
    ),
)
OUTCOME_TERMS = (*DEFINITIONS.values(), *GENERAL)
