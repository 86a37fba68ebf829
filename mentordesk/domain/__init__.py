"""The rules of mentoring as pure functions and frozen dataclasses."""
