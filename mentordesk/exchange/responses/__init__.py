"""Responses of pairs as files: forms that go out and come back filled in, and exports of form services."""
