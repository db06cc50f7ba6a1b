"""The cue lines of a pair and their dashed references lie wholly in the picture."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from hipcoach.figure.paint.lines import draw_lines, line_style
from hipcoach.figure.paint.palette import Colours, resolve
from hipcoach.figure.scene.camera import Canvas
from hipcoach.figure.scene.staging import stage
from hipcoach.figure.skeleton.movement import Movement
from hipcoach.figure.skeleton.vectors import Vec
from tests.figure.runs import IDS, drawn, library, mistakes

CANVAS = Canvas(width=480, height=360)


def lines_of(shown: Movement, beside: Movement, mistake: str, colours: Colours) -> Vec:
    """How opaque each pixel (height, width) is under the lines alone, 0 to 255."""
    view = (shown if shown.mistake else beside).view
    setting = stage(shown, CANVAS, view=view, fit_with=(beside,))
    style = line_style(resolve(library(), colours), mistaken=bool(shown.mistake))
    image = QImage(CANVAS.width, CANVAS.height, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    lines = shown.cue_lines(mistake)
    draw_lines(painter, lines, shown.at(1.0), setting.camera, setting.unit, style)
    painter.end()
    shape = (CANVAS.height, CANVAS.width, 4)
    return np.frombuffer(image.constBits(), np.uint8).reshape(shape)[..., 3].astype(float)


@pytest.mark.parametrize("exercise", IDS)
def test_the_lines_of_a_pair_end_within_the_picture(exercise: str, light: Colours) -> None:
    for variant, mistake in mistakes(exercise):
        shown = drawn(exercise, variant)
        good = Movement(shown, library().body)
        wrong = Movement(shown, library().body, mistake=mistake)
        for one, other in ((good, wrong), (wrong, good)):
            drawing = lines_of(one, other, mistake, light)
            edges = (drawing[0], drawing[-1], drawing[:, 0], drawing[:, -1])
            assert drawing.any(), (exercise, variant, mistake)
            assert not any(edge.any() for edge in edges), (exercise, variant, mistake)
