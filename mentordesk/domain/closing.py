"""What the two say when a pair closes: the benefits they name. Knows no table."""

from enum import StrEnum


class Benefit(StrEnum):
    LEADERSHIP = "leadership"
    PERSPECTIVE = "perspective"
    NETWORK = "network"
    CONFIDENCE = "confidence"
    SKILL = "skill"
    RECOGNITION = "recognition"
    WELLBEING = "wellbeing"
    OTHER = "other"
