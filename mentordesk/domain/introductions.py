"""Who brings two people together, and who would like to be: an introduction from the request on. Knows no table."""

from enum import StrEnum


class RequestStatus(StrEnum):
    OPEN = "open"
    MADE = "made"
    DECLINED = "declined"
