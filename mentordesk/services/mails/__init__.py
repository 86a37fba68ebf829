"""Mails as drafts: what they say, about whom, from which template. Sends nothing."""
