"""What can go wrong and is not a bug: every fault that a coordinator can do something about. Knows no window."""


class UserError(Exception):
    """A fault of the input, told in sentences a coordinator understands.

    `str(error)` is what did not happen and why; `advice` is what one can do; `safe` says what has not been harmed.
    """

    def __init__(self, message: str, *, advice: str = "", safe: str = "") -> None:
        super().__init__(message)
        self.advice = advice
        self.safe = safe

    def sentence(self) -> str:
        """All parts as one text, for the command line."""
        return " ".join(part for part in (str(self), self.advice, self.safe) if part)


class FieldError(UserError):
    """A value of one field cannot be accepted; `field` is the attribute of the form, `proposal` a value that can."""

    def __init__(self, field: str, message: str, *, proposal: object = None) -> None:
        super().__init__(message)
        self.field = field
        self.proposal = proposal


class NotFoundError(UserError):
    """The thing is not there (any more): removed meanwhile, or a name that nothing has."""


class FileError(UserError):
    """A file cannot be read or written as asked."""


class DeskBusyError(UserError):
    """Another copy of MentorDesk has the desk open; `holder` says who and since when."""

    def __init__(self, message: str, *, holder: str) -> None:
        super().__init__(message, advice="Close it there, or open the desk here to read only.")
        self.holder = holder


class CancelledError(Exception):
    """The coordinator stopped the work. Nothing is left half done."""
