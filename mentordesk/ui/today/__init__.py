"""The Today page: the headline figures, what needs a hand, what comes, and give and take by format."""
