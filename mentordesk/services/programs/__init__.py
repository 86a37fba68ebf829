"""Programs, their plans and questions, their cohorts and who is enrolled in them."""
