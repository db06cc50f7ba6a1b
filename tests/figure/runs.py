"""Whole movements, solved once and looked at by many tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hipcoach.core.exercise import Side
from hipcoach.figure.reading.library import Library
from hipcoach.figure.skeleton.movement import Movement
from hipcoach.figure.skeleton.pose import minimum_jerk
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.values.body import Body
from hipcoach.figure.values.drawn import Drawn

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
IDS = sorted(path.stem for path in (RESOURCES / "figure" / "poses").glob("*.toml"))
FRAMES = 61  # a lift of one second at 60 frames a second


@dataclass(frozen=True, kw_only=True)
class Run:
    """A movement from its start to its end, in equal steps of time."""

    name: str
    drawn: Drawn
    body: Body
    stances: tuple[Stance, ...]

    @property
    def start(self) -> Stance:
        """The first instant."""
        return self.stances[0]

    @property
    def end(self) -> Stance:
        """The last instant."""
        return self.stances[-1]


@cache
def library() -> Library:
    """The figures that ship with HipCoach."""
    return Library(RESOURCES / "figure")


def variants(exercise: str) -> dict[str, Drawn]:
    """Every way an exercise is drawn, by its name: the plain one is ""."""
    figure = library().figure(exercise)
    return {"": figure.plain, **figure.variants}


def drawn(exercise: str, variant: str = "") -> Drawn:
    """One way an exercise is drawn."""
    return variants(exercise)[variant]


@cache
def run(
    exercise: str,
    variant: str = "",
    mistake: str = "",
    side: Side = Side.RIGHT,
    other: bool = False,
    reach: float = 1.0,
    frames: int = FRAMES,
) -> Run:
    """A movement with the ease that the player gives it."""
    body, shown = library().body, drawn(exercise, variant)
    movement = Movement(shown, body, side=side, mistake=mistake, reach=reach)
    shares = [minimum_jerk(frame / (frames - 1)) for frame in range(frames)]
    stances = tuple(movement.at(share, other=other) for share in shares)
    name = " ".join(part for part in (exercise, variant, mistake) if part)
    return Run(name=name, drawn=shown, body=body, stances=stances)


def runs(exercise: str) -> Iterator[Run]:
    """Good form, in every way the exercise is drawn."""
    for variant in variants(exercise):
        yield run(exercise, variant)


def mistakes(exercise: str) -> Iterator[tuple[str, str]]:
    """Variant and name of every mistake that is drawn; variants inherit them."""
    for variant, shown in variants(exercise).items():
        for mistake in shown.mistakes:
            yield variant, mistake
