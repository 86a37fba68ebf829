"""The Matching page: proposals for a whole cohort, why they are what they are, and what another choice would cost."""
