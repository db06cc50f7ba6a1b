"""What is drawn round the figure: the path of its leading joint, and the breath."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hipcoach.figure.paint.palette import Palette, qcolour
from hipcoach.figure.paint.paths import point, polygon, round_pen
from hipcoach.figure.scene.camera import Camera
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec

LINE = 2.4  # width; this and all lengths below: pixels at 330 pixels per metre
LEAST_WAY = 30.0  # a shorter path says nothing
THINNEST = 1.0  # device pixels: on a small picture the dots would be specks
ARROW = np.array([9.0, 6.0])  # length and half width of the path's head
BREATH_OVER = np.array([0.0, 0.36, 0.0])  # metres over the chest
WAVE = np.array([190.0, 15.0])  # a breath's length and half its height
DOT = 7.0  # radius


def draw_trace(painter: QPainter, way: Vec, ink: QColor, unit: float) -> None:
    """The dotted way (N, 2) of a joint on the screen, with a head. Nothing where it is short."""
    length = np.hypot(*np.diff(way, axis=0).T).sum()
    if length < LEAST_WAY * unit or LINE * unit < THINNEST:
        return
    colour = QColor(ink)
    colour.setAlpha(125)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(round_pen(colour, LINE * unit, Qt.PenStyle.DotLine))
    painter.drawPolyline(polygon(way))
    painter.setPen(round_pen(colour, LINE * unit))
    painter.drawPolyline(polygon(_head(way, unit)))
    painter.restore()


def _head(way: Vec, unit: float) -> Vec:
    """The arrow's head at the way's end (3, 2)."""
    end, along = way[-1], way[-1] - way[-3]
    along = along / (np.hypot(*along) + 1e-9)
    across = np.array([-along[1], along[0]])
    length, half = ARROW * unit
    return np.array(
        [end - along * length + across * half, end, end - along * length - across * half]
    )


def draw_breath(
    painter: QPainter, camera: Camera, palette: Palette, stance: Stance, phase: float
) -> None:
    """A dot that rides a wave over the chest; `phase` 0 to 1 is one breath in and out."""
    unit = camera.unit
    middle = camera.project(stance.frames["thorax"].origin + BREATH_OVER)
    turns = np.linspace(0, 1, 61)
    wave = middle + np.stack([turns - 0.5, np.cos(turns * 2 * math.pi)], axis=1) * WAVE * unit
    colour = QColor(palette.ink)
    colour.setAlpha(90)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(round_pen(colour, LINE * unit))
    painter.drawPolyline(polygon(wave))
    painter.setPen(QPen(palette.casing, 2 * unit))
    painter.setBrush(qcolour(palette.glow[1]))
    place = point(wave[round(phase * (len(wave) - 1))])
    painter.drawEllipse(place, DOT * unit, DOT * unit)
    painter.restore()
