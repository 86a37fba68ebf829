"""Go to: one field that finds people, pairs, cohorts and commands (Ctrl+K)."""
