"""Shaded days of the pain chart: a flare-up is hatched, days away or ill have a plain ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from hipcoach.core.diary_chart import Shade, ShadeKind
from hipcoach.core.text import say
from hipcoach.ui.diary.chart_picture import TAG, Picture
from hipcoach.ui.today.session_mark import hatch

FLARE, PLAIN = ("amber_soft", "amber_ink"), ("inset", "ink2")
"""Ground and ink of a flare-up's word, and of days away or ill."""
PADDING, HIGH, RADIUS, TOP = 8, 20, 6, 5
EDGED = 6
"""Days away narrower than this have no edges, which would be all that is seen of them."""
WIDER = 4
"""So many times wider than its days a word may be that lies upon other days shaded otherwise."""
CROWDED = 8.5
"""Values above it stand where a word would."""


def paint_shades(painter: QPainter, picture: Picture) -> None:
    """The grounds, over the whole height of the plot."""
    painter.save()
    painter.setClipRect(picture.frame.plot)
    for shade, box in _boxes(picture):
        flare = shade.kind is ShadeKind.FLARE
        painter.fillRect(box, picture.theme.colour("amber_soft" if flare else "inset"))
        if flare:
            painter.save()
            painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
            _hatch(painter, picture, box)
            painter.restore()
        elif box.width() >= picture.frame.dp(EDGED):
            painter.setPen(picture.dotted("line_strong", 1, 3))
            edges = (box.left(), box.right())
            painter.drawLines([QLineF(x, box.top(), x, box.bottom()) for x in edges])
    painter.restore()


def _hatch(painter: QPainter, picture: Picture, box: QRectF) -> None:
    """Over what can be seen of the box, in phase with its beginning however it is moved."""
    dp, plot = picture.frame.dp, picture.frame.plot
    pitch = dp(7) * 1.4142
    cut = (plot.left() - box.left()) // pitch * pitch if box.left() < plot.left() else 0
    right = min(box.right(), plot.right())
    seen = QRectF(box.left() + cut, box.top(), right - box.left() - cut, box.height())
    hatch(painter, seen, picture.soft("amber_line", 0.42), dp(7), dp(2))


def paint_shade_words(painter: QPainter, picture: Picture) -> None:
    """Their words on small plates."""
    for shade, place in plates(picture):
        _paint_plate(painter, picture, shade, place)


def plates(picture: Picture) -> Iterator[tuple[Shade, QRectF]]:
    """Where the words stand: none touches another, and none hides days that it does not mean."""
    plot, dp = picture.frame.plot, picture.frame.dp
    free_from = plot.left()
    boxes = sorted(_boxes(picture), key=lambda found: found[1].left())
    for shade, box in boxes:
        seen = box.intersected(plot)
        if seen.width() < dp(HIGH / WIDER):  # no word is as narrow as it is high
            continue
        width = picture.width_of(say(shade.text), TAG) + 2 * dp(PADDING)
        left = seen.center().x() - width / 2
        left = max(min(left, plot.right() - width - 1), plot.left() + 1)
        if left < free_from:
            continue
        if width > WIDER * seen.width() and _covers_others(boxes, shade, left, left + width):
            continue
        free_from = left + width + dp(4)
        crowded = _is_crowded(picture, shade)
        top = plot.bottom() - dp(TOP + HIGH) if crowded else plot.top() + dp(TOP)
        yield shade, QRectF(left, top, width, dp(HIGH))


def _covers_others(
    boxes: Sequence[tuple[Shade, QRectF]], shade: Shade, left: float, right: float
) -> bool:
    """Whether days shaded for another reason lie between these edges."""
    return any(
        other.kind is not shade.kind and box.right() > left and box.left() < right
        for other, box in boxes
    )


def _paint_plate(painter: QPainter, picture: Picture, shade: Shade, place: QRectF) -> None:
    ground, ink = FLARE if shade.kind is ShadeKind.FLARE else PLAIN
    radius = picture.frame.dp(RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(picture.theme.colour(ground))
    painter.drawRoundedRect(place, radius, radius)
    picture.write(painter, place, say(shade.text), TAG, ink, Qt.AlignmentFlag.AlignHCenter)


def _is_crowded(picture: Picture, shade: Shade) -> bool:
    """Whether a value stands where the word would at the top."""
    days = shade.days
    points = picture.visible.points
    return any(p.high > CROWDED for p in points if days.first <= p.day <= days.last)


def _boxes(picture: Picture) -> Iterator[tuple[Shade, QRectF]]:
    """The shades that can be seen, and the ground of each, at least a pixel wide."""
    frame, plot = picture.frame, picture.frame.plot
    for shade in picture.chart.shades:
        left, right = frame.x(shade.days.first, 0), frame.x(shade.days.last, 1)
        if right > plot.left() and left < plot.right():
            yield shade, QRectF(left, plot.top(), max(right - left, 1), plot.height())
