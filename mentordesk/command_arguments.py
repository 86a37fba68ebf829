"""What may stand on the command line. A text that may not ends the program with exit code 2 and the usage."""

import argparse
from datetime import date


def day(text: str) -> date:
    """A day as 2026-06-04, of a year that leaves room for the months around it."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date: write it as 2026-06-04") from None
    if not 1900 <= found.year <= 2199:
        raise argparse.ArgumentTypeError("a day from 1900 to 2199")
    return found


def day_of_sample(text: str) -> date:
    """The sample goes back for decades, and on for some years."""
    found = day(text)
    if not 1970 <= found.year <= 2199:
        raise argparse.ArgumentTypeError("a day from 1970 to 2199")
    return found


def stored_name(text: str) -> str:
    """A name that can be stored: not empty, and no bytes that are no text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError("this is no text") from None
    if not text.strip():
        raise argparse.ArgumentTypeError("the name is empty")
    return text.strip()


def people(text: str) -> int:
    """How many people the sample has."""
    if not text.isdigit() or not 1 <= int(text) <= 100_000:
        raise argparse.ArgumentTypeError("a whole number from 1 to 100000")
    return int(text)
