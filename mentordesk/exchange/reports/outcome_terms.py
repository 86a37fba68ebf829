"""What the metrics of the sheet Outcomes mean, by the term that begins their keys. Knows no figure."""

MEANINGS: dict[str, tuple[str, str]] = {
    "participation": (
        "Participation",
        "People with a place in a cohort of the scope that ran in the period ÷ people of the company who were employed "
        "at some time of it. External people are neither.",
    ),
    "new_people": ("New people", "People of the scope who had been in no earlier cohort of any program."),
    "returning_people": ("Returning people", "People of the scope who had been in an earlier cohort of any program."),
    "mentees_became_mentors": (
        "Mentees who became mentors",
        "People who were mentees in the scope and were mentors later, in any program ÷ all mentees of the scope.",
    ),
    "funnel": (
        "Funnel",
        "Places, not people: applied or enrolled, accepted, in a pair that began, in contact at least once, completed "
        "or enduring. Each is a share of the first.",
    ),
    "match_rate": (
        "Matched",
        "Places that have had a pair that began ÷ places that were accepted, by role. A mentor with room for two and "
        "one mentee is matched.",
    ),
    "contacts": ("Contacts", "Contacts of the pairs in the period, of every channel."),
    "contacts_per_pair": ("Contacts a pair", "Contacts of the period ÷ pairs that were running in it."),
    "contact_hours": ("Hours in contact", "The minutes of all contacts of the period ÷ 60."),
    "project_hours": ("Hours on joint projects", "Hours logged on joint projects by either side."),
    "in_contact_30": ("In contact, 30 days", "Active pairs whose days since contact are 30 or less ÷ active pairs."),
    "milestones_on_time": (
        "Milestones on time",
        "Done on or before the due date ÷ (done + overdue). Skipped ones do not count.",
    ),
    "stuck": (
        "Where pairs are stuck",
        "A pair is stuck at the oldest of its milestones that is overdue. Each pair counts once, at one milestone.",
    ),
    "goals_reached": ("Goals reached", "Goals with a progress of 100 % ÷ all goals of pairs that have begun."),
    "goal_progress": ("Progress of goals", "The mean of the progress of all goals, 0 to 100 %."),
    "goal_gain": (
        "Gain on the goal's own scale",
        "The mean of later minus start, each 1 to 10 as the owner of the goal rates it. Goals rated once do not count.",
    ),
    "goals_overdue": ("Goals past their date", "Goals whose date has passed and that are not reached."),
    "pairs_with_goal": ("Pairs with a goal", "Pairs that have begun and set at least one goal."),
    "satisfaction": (
        "Satisfaction",
        "The mean of the latest answers to check-ins, 1 to 5: over all questions and for each, by role. The programs' "
        "own questions stand by themselves and are in no mean.",
    ),
    "recommend": (
        "Would recommend",
        "The share of answers 9 and 10 minus the share of answers 0 to 6: −100 to 100. Where nobody was asked it says "
        "“not asked”, which is not 0.",
    ),
    "recommend_mean": ("Would recommend, mean", "The mean of the same answers, 0 to 10."),
    "fit_good": ("Good fit", "Sides that felt a good fit after the first meeting ÷ sides that answered."),
    "match_again": ("Would match again", "Sides that would match with the same person again ÷ sides that answered."),
    "ended_no_fit": ("Ended early, not a fit", "Pairs that ended for this reason ÷ pairs that have begun."),
    "pair_length": (
        "Length of pairs",
        "The median of the months from start to end, of running pairs to the day the figures are of.",
    ),
    "ended_early": (
        "Ended early",
        "Pairs that ended for a reason, before they were completed ÷ pairs that have begun.",
    ),
    "reciprocity": (
        "Reciprocity",
        "2 × the smaller ÷ the sum of what both sides gave in the last 6 months: 0 is one-way, 1 is even. The mean of "
        "the pairs with 6 points or more, of all and by format.",
    ),
    "reciprocity_company": (
        "Reciprocity of companies",
        "The same from what the people of a company gave and got, where there is more than one company.",
    ),
    "in_balance": ("Pairs in balance", "Neither side gave more than twice as much ÷ pairs with 6 points or more."),
    "retention": (
        "Stayed",
        "Of the people employed on the first day: who had not left by the last. Participants had a place in a cohort "
        "that ran on the first day; the others had none.",
    ),
    "promotion": ("Promoted", "Of the same people: who has a promotion on record between the two days."),
}
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
OUTCOME_TERMS = (*MEANINGS.values(), *GENERAL)
