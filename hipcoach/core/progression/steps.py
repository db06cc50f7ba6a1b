"""Steps of an exercise: the latest one, and what the rules tell of those they take."""

from __future__ import annotations

from hipcoach.core.exercise import Exercise
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.facts import SessionFacts
from hipcoach.core.run import Decision
from hipcoach.core.text import Message, message


def last_step(case: Case, exercise: Exercise) -> Decision | None:
    """The exercise's latest accepted change of level."""
    steps = (d for d in case.decided if d.exercise == exercise.id and d.accepted)
    return max((d for d in steps if d.from_ != d.to), key=lambda d: d.at, default=None)


def goes_up(step: Decision, exercise: Exercise) -> bool:
    """Whether the decision is about a step up, as the step back is."""
    return exercise.direction(step.from_, step.to) > 0


def followed(facts: SessionFacts) -> dict[str, str | int | float]:
    """The session that a step follows, and the pain that it came to."""
    peak = {} if facts.peak is None else {"peak": facts.peak}
    return {"session": facts.session.id, **peak}


def with_way_back(why: Message) -> Message:
    """The reason for a step that is offered back."""
    return message("{why} After two calm sessions the step is offered back.", why=why)
