"""Hands a draft to the mail program of this computer. Sends nothing and knows no desk."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mentordesk.domain.errors import UserError
from mentordesk.exchange import mail
from mentordesk.exchange.mail import Draft


def open_draft(draft: Draft) -> None:
    """Open the draft for editing: as an address, or as a message file where it is too long for one.

    Raises UserError where no mail program answers.
    """
    address = mail.mailto(draft)
    url = QUrl(address) if mail.fits(address) else QUrl.fromLocalFile(str(_file(draft)))
    if not QDesktopServices.openUrl(url):
        raise UserError(
            "The mail was not opened: no mail program answered.", advice="Copy the text and paste it into a mail."
        )


def answers() -> bool:
    """Whether this system says so where there is no mail program. The desktops of Linux take every address."""
    return not sys.platform.startswith("linux")


def _file(draft: Draft) -> Path:
    """The draft as a file in a new temporary folder; the mail program reads it after this program has gone on."""
    path = Path(tempfile.mkdtemp(prefix="mentordesk-mail-")) / "draft.eml"
    try:
        path.write_bytes(mail.eml(draft))
    except OSError as error:
        raise UserError("The mail was not opened: the temporary folder cannot be written.") from error
    return path
