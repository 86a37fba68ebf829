"""What a file may be called, on every system. Knows no file."""

_FORBIDDEN = '\\/:*?"<>|'


def file_name(words: str, most: int = 110) -> str:
    """The words without what a file name cannot hold, cut to `most` bytes; "Desk" where nothing is left.

    Two of them fit into the 255 bytes that a name may have, with some words and an ending.
    """
    held = "".join("-" if letter in _FORBIDDEN else letter if letter.isprintable() else " " for letter in words)
    cut = " ".join(held.split()).encode(errors="ignore")[:most].decode(errors="ignore")
    return cut.strip(" .") or "Desk"
