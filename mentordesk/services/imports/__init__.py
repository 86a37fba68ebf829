"""Files of people that come in: what they mean for this desk, in one step."""
