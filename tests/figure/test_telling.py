"""What a picture is about lies inside it, and a pair's lines tell right from wrong."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from hipcoach.core.demonstration import Showing
from hipcoach.core.depicted import Depicted
from hipcoach.figure.paint.lines import _extended, _reference
from hipcoach.figure.paint.palette import Colours
from hipcoach.figure.paint.picture import Picture
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.studio import Studio
from hipcoach.figure.values.drawn import CueLine
from tests.figure.runs import IDS, library, mistakes, run

SIZE = (480, 360)
SHARES = (0.0, 0.5, 1.0)
FEET = ("R_heel", "R_toe", "L_heel", "L_toe")
BOWED = 0.01  # of a line's length: by so much more than in good form does it leave its chord

exercises = pytest.mark.parametrize("exercise", IDS)


def asked(exercise: str, variant: str = "") -> Depicted:
    """On the first rung that this variant is drawn for."""
    rungs = library().figure(exercise).rungs
    found = [rung for rung, name in rungs.items() if name == variant]
    return Depicted(figure=exercise, rung=found[0] if found else "")


def inside(size: tuple[float, float], points: Vec) -> bool:
    return all(QRectF(0, 0, *size).contains(QPointF(*point)) for point in points.tolist())


def drawn_lines(picture: Picture, share: float) -> Iterator[Vec]:
    """The lines of a pair with their references, on the screen."""
    picture.image(share, share)
    figure, lines = picture._main.figure, picture._lines
    assert lines
    for line in lines.lines:
        whole = whole_line(line, figure.stance)
        yield figure.camera.project(whole)
        ends = _reference(whole, line)
        if ends is not None:
            yield figure.camera.project(ends)


def whole_line(line: CueLine, stance: Stance) -> Vec:
    return _extended(np.array([stance.point(name) for name in line.points]), line.extend)


@exercises
def test_no_cue_line_is_cut_off_at_the_edge(exercise: str, studio: Studio, light: Colours) -> None:
    for variant, mistake in mistakes(exercise):
        for kind in (Showing.DO_THIS, Showing.MISTAKE):
            picture = studio.picture(
                asked(exercise, variant), SIZE, light, mistake=mistake, kind=kind
            )
            for line in drawn_lines(picture, 1.0):
                assert inside(SIZE, line), (exercise, variant, mistake, kind)


@exercises
def test_the_back_bows_in_the_mistake_and_not_in_good_form(exercise: str) -> None:
    """A line with a chord is about straightness: the mistake is further from straight."""
    for variant, mistake in mistakes(exercise):
        wrong, good = run(exercise, variant, mistake), run(exercise, variant)
        lines = wrong.drawn.mistakes[mistake].cue_lines or wrong.drawn.cue_lines
        for line in (line for line in lines if line.chord):
            bows = [bow(whole_line(line, each.end)) for each in (good, wrong)]
            assert abs(bows[1] - bows[0]) > BOWED, (wrong.name, bows)


def bow(points: Vec) -> float:
    """How far the line rises over its chord (negative: hangs under it), by the chord's length."""
    chord = points[-1] - points[0]
    length = float(np.linalg.norm(chord))
    away = points - points[0] - np.outer((points - points[0]) @ chord, chord) / length**2
    heights = away[:, 1]
    return float(heights[np.abs(heights).argmax()]) / length


@pytest.mark.parametrize("exercise", ["clamshell", "clamshell-band", "single-leg-bridge"])
def test_a_view_from_the_feet_shows_the_feet(exercise: str, studio: Studio, light: Colours) -> None:
    for variant in {"", *library().figure(exercise).variants}:
        picture = studio.picture(asked(exercise, variant), (1200, 800), light)
        for share in SHARES:
            picture.image(share, share)
            for panel, shot in picture._panels:
                figure = shot.figure
                feet = np.array([figure.stance.point(name) for name in FEET])
                size = (panel.place.width(), panel.place.height())
                assert inside(size, figure.camera.project(feet)), (exercise, variant, share)
