"""Every figure of the metrics in one sentence, as the sheet of definitions shows it. Knows no value."""

DEFINITIONS: dict[str, tuple[str, str]] = {
    "participation": (
        "Participation",
        "People of the company with a place in a cohort that ran in the period ÷ people of the company (not external) "
        "employed in the period; without a period, of one cohort since its start, else on the day of the report.",
    ),
    "new_people": ("New people", "People with a place in a cohort of the report who had none in an earlier cohort."),
    "returning_people": (
        "Returning people",
        "People with a place in a cohort of the report who had one in a cohort that began earlier, in any program.",
    ),
    "mentees_became_mentors": (
        "Mentees who became mentors",
        "Mentees of the report who were mentors later, in a pair or a cohort of any program ÷ all its mentees.",
    ),
    "match_rate": (
        "Matched",
        "Accepted or completed places in a cohort whose person has been in a pair of that cohort that began ÷ all such "
        "places.",
    ),
    "funnel": (
        "Funnel",
        "Of all places people applied for or were given: accepted, in a pair that began, in contact at least once, "
        "completed or enduring; waitlisted and withdrawn ones stand beside.",
    ),
    "contacts": ("Contacts", "Meetings, calls, texts, e-mails, coffees and events of the pairs in the period."),
    "contacts_per_pair": ("Contacts a pair", "Contacts of the period ÷ pairs that have begun."),
    "contact_hours": ("Hours in contact", "The minutes of all contacts of the period ÷ 60."),
    "project_hours": ("Hours on joint projects", "Hours logged on joint projects of the pairs that count."),
    "in_contact_30": ("In contact, 30 days", "Active pairs whose days since contact are 30 or less ÷ active pairs."),
    "milestones_on_time": (
        "Milestones on time",
        "Milestones done on or before their due date ÷ (done + overdue); skipped ones do not count.",
    ),
    "stuck": (
        "Where pairs are stuck",
        "Pairs with a milestone overdue ÷ pairs that count, and how many of them wait at each: a pair waits at the "
        "oldest it has overdue.",
    ),
    "satisfaction": (
        "Satisfaction",
        "The mean of the latest answers of every side on trust, value, balance and progress, 1 to 5; the programs' own "
        "questions are shown each by itself.",
    ),
    "recommend": (
        "Would-recommend score",
        "The percentage of answers of 9 and 10 minus the percentage of 0 to 6, from −100 to 100, of the newest answer "
        "of every side in a check-in or the closing survey.",
    ),
    "recommend_mean": ("Would recommend, mean", "The mean of the same answers, 0 to 10."),
    "goals_reached": ("Goals reached", "Goals of the pairs at 100 % or marked as done ÷ all their goals."),
    "goal_progress": ("Progress of goals", "The mean progress of all goals, 0 to 100 %, as the pairs put it last."),
    "goal_gain": (
        "Gain on the goal's own scale",
        "The mean of end minus start rating, each 1 to 10, of the goals whose owner has rated both.",
    ),
    "goals_overdue": ("Goals past their date", "Goals not reached whose date is before the day of the report."),
    "pairs_with_goal": (
        "Pairs with a goal",
        "Pairs that have begun and set at least one goal ÷ pairs that have begun.",
    ),
    "fit_good": (
        "Good fit",
        "Sides whose newest answer about their fit is “Good” ÷ sides that were asked and answered.",
    ),
    "match_again": (
        "Would match again",
        "Sides that would be matched with the same person again ÷ sides that answered this at the close.",
    ),
    "ended_no_fit": ("Ended early, not a fit", "Pairs that ended as “Not a good fit” ÷ pairs that have begun."),
    "pair_length": (
        "Length of pairs",
        "The median of the months from the start of a pair to its end, or to the day of the report while it goes on.",
    ),
    "ended_early": ("Ended early", "Pairs with status ended ÷ pairs that have begun."),
    "reciprocity": (
        "Reciprocity",
        "The mean over pairs of 2 × the smaller side's points ÷ all points of the last 6 months, 0 one-way to 1 even; "
        "pairs with too few points are left out.",
    ),
    "reciprocity_company": (
        "Reciprocity of a company",
        "2 × the smaller of what a company's people gave and got ÷ both, in points of the last 6 months; n are its "
        "people.",
    ),
    "in_balance": ("Pairs in balance", "Pairs in balance ÷ pairs with enough points to tell."),
    "people": ("People", "People with an accepted or completed place in the cohort."),
    "pairs": ("Pairs that began", "Pairs that two people have been, whatever became of them."),
    "active_pairs": ("Active pairs", "Pairs that are active on the day of the report."),
    "finished_pairs": ("Completed or enduring", "Pairs that were completed or go on by themselves."),
    "retention": (
        "Stayed",
        "People employed on the first day who had not left the company by the last day ÷ people employed on the first "
        "day, for those in a cohort that ran then and for the others.",
    ),
    "promotion": (
        "Promoted",
        "People employed on the first day with a promotion on record after it, up to the last day ÷ people employed on "
        "the first day, for those in a cohort that ran then and for the others.",
    ),
}
