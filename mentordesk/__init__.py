"""MentorDesk: the program office for mentoring on one laptop."""

__version__ = "0.1.0"
