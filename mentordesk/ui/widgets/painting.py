"""The small drawings that cells and widgets share: text, avatars, health shapes, chips, bars. Knows no model."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from mentordesk.domain import people
from mentordesk.ui import icons, theme

# Health: the word, the shape and the token of its color. Shape and word always go together.
HEALTH_WORDS = {
    "on_track": ("On track", "circle", "good"),
    "watch": ("Watch", "triangle", "watch"),
    "at_risk": ("At risk", "diamond", "risk"),
    "too_early": ("Too early", "ring", "text3"),
}
# Tone of a chip: background, text, frame.
CHIP_TONES = {
    "accent": ("accent_tint", "accent", None),
    "outline": (None, "text2", "border_mid"),
    "watch": ("watch_tint", "watch_text", None),
    "neutral": ("hover", "text2", None),
    "good": ("good_tint", "good_text", None),
    "risk": ("risk_tint", "risk_text", None),
    "left": ("left_tint", "left_text", None),
    "right": ("right_tint", "right_text", None),
}
# The tone of a pair's status and of an enrollment's.
STATUS_TONES = {
    "proposed": "outline",
    "active": "accent",
    "paused": "watch",
    "completed": "neutral",
    "enduring": "good",
    "ended": "neutral",
    "applied": "outline",
    "accepted": "accent",
    "waitlisted": "watch",
    "withdrawn": "neutral",
}
ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


def initials(name: str) -> str:
    """First letters of the first and the last word: `initials("Jonas van Weidmann") == "JW"`."""
    return people.initials(name)


_WRAP = int(Qt.TextFlag.TextWordWrap)


def text(
    painter: QPainter, rect: QRectF, words: str, style: str = "body", token: str = "text", align: str = "left"
) -> float:
    """One line, elided at the right, in the middle of the height. Returns the width it took, in pixels."""
    look = theme.current()
    painter.setFont(look.font(style))
    painter.setPen(look.color(token))
    metrics = QFontMetricsF(look.font(style))
    shown = words if metrics.horizontalAdvance(words) <= rect.width() else _elided(metrics, words, rect.width())
    painter.drawText(rect, int(ALIGN[align] | Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextSingleLine, shown)
    return min(metrics.horizontalAdvance(shown), rect.width())


def paragraph(painter: QPainter, rect: QRectF, words: str, style: str = "body", token: str = "text") -> None:
    """Lines from the top, broken between words."""
    look = theme.current()
    painter.setFont(look.font(style))
    painter.setPen(look.color(token))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | _WRAP, words)


def lines_of(words: str, width: float, style: str = "body") -> int:
    """How many lines a paragraph takes in so many pixels."""
    metrics = QFontMetricsF(theme.current().font(style))
    return max(1, round(metrics.boundingRect(QRectF(0, 0, width, 9999), _WRAP, words).height() / metrics.lineSpacing()))


def _elided(metrics: QFontMetricsF, words: str, width: float) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def shortened(words: str, width: float, style: str = "body") -> str:
    """The words, elided at the right where they need more than `width` pixels."""
    metrics = QFontMetricsF(theme.current().font(style))
    return words if metrics.horizontalAdvance(words) <= width else _elided(metrics, words, max(width, 0.0))


def named(
    painter: QPainter,
    rect: QRectF,
    name: str,
    after: str,
    style: str = "body",
    token: str = "text",
    align: str = "left",
) -> None:
    """A name with what must not be cut after it, "Amara +4": a long name is elided."""
    shown = shortened(name, rect.width() - text_width(after, style), style)
    text(painter, rect, f"{shown}{after}", style, token, align)


def text_width(words: str, style: str = "body") -> float:
    """The width of one line in pixels."""
    return QFontMetricsF(theme.current().font(style)).horizontalAdvance(words)


def avatar(painter: QPainter, rect: QRectF, name: str, side: str = "neutral", around: QColor | None = None) -> None:
    """A disc with initials. `side` is left, right or neutral; `around` draws a 2 px ring in the background's color."""
    look = theme.current()
    tint, ink = {"left": ("left_tint", "left_text"), "right": ("right_tint", "right_text")}.get(
        side, ("hover", "text2")
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(around, 2) if around is not None else Qt.PenStyle.NoPen)
    painter.setBrush(look.color(tint))
    painter.drawEllipse(rect)
    font = QFont(look.font("strong"))
    font.setPixelSize(max(8, round(rect.height() * 0.36)))
    painter.setFont(font)
    painter.setPen(look.color(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(name))


def shape(painter: QPainter, rect: QRectF, kind: str, color: QColor) -> None:
    """A circle, triangle, diamond or ring that fills `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if kind == "circle":
        painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    elif kind == "ring":
        painter.setPen(QPen(color, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
    elif kind == "triangle":
        painter.drawPolygon(QPolygonF([QPointF(rect.center().x(), rect.top()), rect.bottomRight(), rect.bottomLeft()]))
    else:
        middle = rect.center()
        corners = [(middle.x(), rect.top()), (rect.right(), middle.y()), (middle.x(), rect.bottom())]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in [*corners, (rect.left(), middle.y())]]))


def health_shape(painter: QPainter, rect: QRectF, health: str) -> None:
    """The shape of a health without its word: only where the word stands beside it or in the tool tip."""
    _, kind, token = HEALTH_WORDS[health]
    shape(painter, rect, kind, theme.current().color(token))


def health(painter: QPainter, rect: QRectF, health: str, style: str = "body") -> None:
    """Shape and word, at the left of `rect`."""
    word, _, token = HEALTH_WORDS[health]
    size = 10.0
    health_shape(painter, QRectF(rect.left(), rect.center().y() - size / 2, size, size), health)
    ink = token if token == "text3" else f"{token}_text"
    strong = "strong" if health in ("watch", "at_risk") and style == "body" else style
    text(painter, rect.adjusted(size + 6, 0, 0, 0), word, strong, ink)


def chip_width(words: str, tone: str = "neutral", icon: bool = False) -> float:
    """The width of a chip in pixels."""
    return text_width(words, _chip_style(tone)) + 21 + (18 if icon else 0)


def _chip_style(tone: str) -> str:
    return "strong_caption" if tone in ("accent", "watch", "good", "risk") else "caption"


def chip(painter: QPainter, rect: QRectF, words: str, tone: str = "neutral", icon: str = "") -> None:
    """A pill of `rect`'s size with an optional icon of 13 px."""
    look = theme.current()
    ground, ink, frame = CHIP_TONES[tone]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color(frame), 1) if frame else Qt.PenStyle.NoPen)
    painter.setBrush(look.color(ground) if ground else Qt.BrushStyle.NoBrush)
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    inner = rect.adjusted(10, 0, -9, 0)
    if icon:
        icons.draw(painter, icon, QRectF(inner.left(), rect.center().y() - 6.5, 13, 13), ink)
        inner.adjust(18, 0, 0, 0)
    text(painter, inner, words, _chip_style(tone), ink)


def two_sided(painter: QPainter, track: QRectF, left: float, right: float, scale: float) -> None:
    """The give/take bar alone: track, both bars from the middle and the center line. `scale` fills one half."""
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("grid"))
    painter.drawRoundedRect(track, 2, 2)
    middle, half = track.center().x(), track.width() / 2
    for value, token, sign in ((left, "left", -1), (right, "right", 1)):
        length = half * min(value / scale, 1.0) if scale else 0.0
        if length:
            start = middle - length if sign < 0 else middle
            painter.setBrush(look.color(token))
            painter.drawRoundedRect(QRectF(start, track.top(), length, track.height()), 1.5, 1.5)
    painter.fillRect(QRectF(middle - 0.75, track.top() - 2, 1.5, track.height() + 4), look.color("text"))


# Other digits are narrower in some fonts.
_WIDE_DIGITS = str.maketrans("0123456789", "8" * 10)


def give_take(painter: QPainter, rect: QRectF, left: int, right: int, scale: float, one_sided: bool = False) -> None:
    """The bar with its numbers outside. With nothing given: the words, no bar."""
    if not left and not right:
        text(painter, rect, "No entries yet", "caption", "text3", "center")
        return
    widest = max(10, int(max(scale, left, right)))
    slot = text_width(f"{widest:,}".translate(_WIDE_DIGITS), "strong") + 7
    heavy_left, heavy_right = one_sided and left > right, one_sided and right > left
    left_slot = QRectF(rect.left(), rect.top(), slot - 6, rect.height())
    text(painter, left_slot, f"{left:,}", "strong" if heavy_left else "body", "left_text", "right")
    right_slot = QRectF(rect.right() - slot + 6, rect.top(), slot - 6, rect.height())
    text(painter, right_slot, f"{right:,}", "strong" if heavy_right else "body", "right_text")
    track = QRectF(rect.left() + slot, rect.center().y() - 4.5, rect.width() - 2 * slot, 9)
    two_sided(painter, track, left, right, scale)


def progress(painter: QPainter, track: QRectF, share: float, token: str = "accent") -> None:
    """A round-ended bar; `share` from 0 to 1."""
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("grid"))
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
    if share > 0:
        clip = QPainterPath()
        clip.addRoundedRect(track, track.height() / 2, track.height() / 2)
        filled = QPainterPath()
        filled.addRoundedRect(
            QRectF(track.left(), track.top(), max(track.width() * min(share, 1.0), track.height()), track.height()),
            track.height() / 2,
            track.height() / 2,
        )
        painter.fillPath(filled.intersected(clip), look.color(token))
