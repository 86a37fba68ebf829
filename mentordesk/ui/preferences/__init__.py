"""The Settings page (being built by the milestones engineer, not by the people engineer)."""
