"""What the offers after "this hurts" would mean, as facts of the session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hipcoach.core.after_hurt import easier_words, number_of
from hipcoach.core.exercise import Names, Side
from hipcoach.core.guided import GuidedSession
from hipcoach.core.hurt import Choice
from hipcoach.core.parts import fewer
from hipcoach.core.text import Message, ntr, say, tr


@dataclass(frozen=True, slots=True, kw_only=True)
class HurtFacts:
    """`reps` counted on `side` so far; `end` is where sets would end with fewer repetitions.

    `next_name` is the exercise after the one that hurt, "" after the last. `easier` names the
    easier version; it is one step `lower`, or half the range of the lowest one.
    """

    reps: int
    side: Side
    end: int
    next_name: str
    easier: Message
    lower: bool

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

    def title(self, choice: Choice) -> str:
        """What a choice is called."""
        titles = {
            Choice.EASIER: say(self.easier),
            Choice.FEWER: tr("Fewer reps"),
            Choice.SKIP: tr("Skip this exercise"),
            Choice.END: tr("End the session"),
        }
        return titles[choice]

    def text(self, choice: Choice) -> str:
        """What a choice would mean."""
        after = tr("Go on with: {name}", name=tr(self.next_name))
        texts = {
            Choice.EASIER: tr("One step lower, same reps") if self.lower else tr("Same reps"),
            Choice.FEWER: ntr("Sets end at {n} rep", "Sets end at {n} reps", self.end),
            Choice.SKIP: after if self.next_name else tr("It is the last one of this session"),
            Choice.END: tr("Everything so far is kept"),
        }
        return texts[choice]


def hurt_facts(guided: GuidedSession, names: Mapping[str, Names]) -> HurtFacts:
    """The facts of the answer that is open."""
    told, parts = guided.open_hurt, guided.parts
    number = max(number_of(parts, told.exercise if told else ""), 0)
    part, following = parts[number], parts[number + 1 : number + 2]
    easier = guided.easier_part(part.ladder.id)
    working = guided.player.phase.works
    return HurtFacts(
        reps=guided.player.counted if working else 0,
        side=guided.player.phase.point.side,
        end=fewer(part).dose.high,
        next_name=names[following[0].exercise.id].short if following else "",
        easier=easier_words(easier),
        lower=not easier.rung.half_of,
    )
