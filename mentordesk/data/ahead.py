"""What a desk file keeps ready for the next start, read and written by sqlite3 alone: SQLAlchemy takes half a second.

A text counts only for the state of the desk it was made from: any step, undo or redo since then makes it void.
"""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

_STATE = "SELECT coalesce(max(id), 0), count(*), coalesce(sum(undone), 0) FROM step"
_FIND = "SELECT value FROM desk_state WHERE key = ?"
_KEEP = "INSERT INTO desk_state (key, value) VALUES (?, ?)"
_FORGET = "DELETE FROM desk_state WHERE key LIKE ? || '%'"


def find(path: Path, key: str, version: str) -> str | None:
    """The text kept under the key if it is of this version of the program and of the desk as it is now; else None.

    A file that is missing, damaged, busy or no desk has none: opening it will say why.
    """
    with suppress(sqlite3.Error, ValueError, TypeError, KeyError, OSError, RecursionError):
        if not path.is_file():
            return None
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0.1)) as connection:
            row = connection.execute(_FIND, (key,)).fetchone()
            if row is None:
                return None
            entry = json.loads(row[0])
            if entry["of"] == [version, *connection.execute(_STATE).fetchone()]:
                return str(entry["text"])
    return None


def keep(path: Path, prefix: str, texts: Mapping[str, str], version: str) -> None:
    """Keep these texts by their keys in the place of all that begin with the prefix.

    They only save time: a file that is gone, busy, or on a full disk has none.
    """
    uri = f"{path.resolve().as_uri()}?mode=rw"
    with suppress(sqlite3.Error), closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        of = [version, *connection.execute(_STATE).fetchone()]
        connection.execute(_FORGET, (prefix,))
        rows = [(key, json.dumps({"of": of, "text": text})) for key, text in texts.items()]
        connection.executemany(_KEEP, rows)
        connection.execute("COMMIT")
