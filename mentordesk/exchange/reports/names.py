"""What a report's file may be called. Knows no report."""


def file_name(words: str) -> str:
    """The words without what a file name cannot hold; "Desk" where nothing is left."""
    return "".join("-" if letter in '\\/:*?"<>|' else letter for letter in words).strip(" .") or "Desk"
