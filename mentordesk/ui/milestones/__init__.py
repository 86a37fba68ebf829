"""The Milestones page: every milestone of every pair by due date (being built by the milestones engineer, not by the people engineer)."""
