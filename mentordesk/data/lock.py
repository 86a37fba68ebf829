"""One process a desk: a lock that the system releases by itself when the process dies, and who holds it."""

import json
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from mentordesk.data.database import open_to_read
from mentordesk.domain.errors import DeskBusyError, FileError

_SET = "INSERT INTO desk_state (key, value) VALUES ('holder', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"


class DeskLock:
    """Held from `acquire` to `release`. The holder's name stands in the desk file, where a second process reads it."""

    def __init__(self, desk: Path) -> None:
        self.desk = desk
        file = desk.resolve()  # a link to the desk is the desk
        self._lock = FileLock(file.with_name(f".{file.name}.lock"), blocking=False, is_singleton=False)

    def acquire(self) -> None:
        """Take the lock, or raise DeskBusyError with who has it and since when, FileError in a protected folder."""
        try:
            self._lock.acquire()
        except Timeout as error:
            holder = self.holder()
            raise DeskBusyError(f"“{self.desk.name}” is open already: {holder}.", holder=holder) from error
        except OSError as error:
            raise FileError(
                f"“{self.desk.name}” cannot be changed: nothing can be written in “{self.desk.resolve().parent}”.",
                advice="Copy it to a folder of your own and open the copy.",
            ) from error

    def sign(self, user: str, now: datetime) -> None:
        """Write down who has the desk open: the file must exist by now."""
        entry = json.dumps({"user": user, "since": now.isoformat(timespec="minutes")})
        with closing(sqlite3.connect(self.desk, isolation_level=None)) as connection:
            connection.execute(_SET, (entry,))

    def holder(self) -> str:
        """ "Catalina Rojas, since 09:41 today's date", or what is known of it."""
        with suppress(sqlite3.Error, ValueError, TypeError):
            with closing(open_to_read(self.desk)) as connection:
                row = connection.execute("SELECT value FROM desk_state WHERE key = 'holder'").fetchone()
            entry = json.loads(row[0])
            since = datetime.fromisoformat(entry["since"])
            return f"by {entry['user']}, since {since:%H:%M} on {since.day} {since:%B}"
        return "by another copy of MentorDesk"

    def release(self) -> None:
        """Give the desk free. The lock's file goes while it is held: who waits for it sees that and starts anew."""
        file = Path(self._lock.lock_file)
        try:
            file.unlink(missing_ok=True)
            self._lock.release()
        except OSError:  # Windows removes no file that is open
            self._lock.release()
            with suppress(OSError):
                file.unlink(missing_ok=True)
