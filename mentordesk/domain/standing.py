"""The side and the status of a pair: words that pairs, balance and health all speak. Knows no rule about them."""

from enum import StrEnum


class Side(StrEnum):
    """Left is the mentor's role (of two peers the first by name), right the mentee's."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class PairStatus(StrEnum):
    PROPOSED = "proposed"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    ENDURING = "enduring"
    ENDED = "ended"

    @property
    def word(self) -> str:
        return self.value.capitalize()
