"""Collecting answers: forms that go out, and what comes back."""
