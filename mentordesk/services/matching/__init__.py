"""Matching a cohort: the task, its drafts, the process that solves it, the answers of both sides."""
