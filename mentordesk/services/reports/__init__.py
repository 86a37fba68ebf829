"""Everything that goes out as a report: what is read for it, how people are called in it."""
