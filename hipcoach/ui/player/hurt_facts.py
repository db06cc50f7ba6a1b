"""What the offers after "this hurts" would mean, as facts of the session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hipcoach.core.exercise import Names, Side
from hipcoach.core.guided import GuidedSession
from hipcoach.core.hurt import Choice
from hipcoach.core.parts import Part, fewer
from hipcoach.core.text import ntr, tr


@dataclass(frozen=True, slots=True, kw_only=True)
class HurtFacts:
    """`reps` counted on `side` so far; `end` is where sets would end with fewer repetitions.

    `next_name` is the exercise after the one that hurt, "" after the last.
    """

    reps: int
    side: Side
    end: int
    next_name: str

    def kept(self) -> str:
        """That what was counted is kept; "" where nothing was."""
        if not self.reps:
            return ""
        n = self.reps
        if self.side is Side.LEFT:
            many = "Your {n} reps on the left are kept."
            return ntr("Your {n} rep on the left is kept.", many, n)
        if self.side is Side.RIGHT:
            many = "Your {n} reps on the right are kept."
            return ntr("Your {n} rep on the right is kept.", many, n)
        return ntr("Your {n} rep is kept.", "Your {n} reps are kept.", n)

    def text(self, choice: Choice) -> str:
        """What a choice would mean."""
        after = tr("Go on with: {name}", name=tr(self.next_name))
        texts = {
            Choice.EASIER: tr("One step lower, same reps"),
            Choice.FEWER: ntr("Sets end at {n} rep", "Sets end at {n} reps", self.end),
            Choice.SKIP: after if self.next_name else tr("It is the last one of this session"),
            Choice.END: tr("Everything so far is kept"),
        }
        return texts[choice]


def hurt_facts(guided: GuidedSession, names: Mapping[str, Names]) -> HurtFacts:
    """The facts of the answer that is open."""
    told, parts = guided.open_hurt, guided.parts
    number = _number(parts, told.exercise if told else "")
    following = parts[number + 1 : number + 2]
    working = guided.player.phase.works
    return HurtFacts(
        reps=guided.player.counted if working else 0,
        side=guided.player.phase.point.side,
        end=fewer(parts[number]).dose.high,
        next_name=names[following[0].exercise.id].short if following else "",
    )


def _number(parts: tuple[Part, ...], exercise: str) -> int:
    """The number of the part of an exercise; 0 where the program has lost it."""
    ids = [part.ladder.id for part in parts]
    return ids.index(exercise) if exercise in ids else 0
