"""The Milestones page: what falls due over all pairs, by group and time, and what can be done with many at once."""
