"""The Cohorts page: one intake of a program, its pairs, people, plan and ground rules."""
