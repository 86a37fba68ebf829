"""Pairs and what they do together: from the proposal to the day they end, and on."""
