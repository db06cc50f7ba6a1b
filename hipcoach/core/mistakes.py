"""Which of an exercise's mistakes stands for it: the main one, with the cue that mends it."""

from __future__ import annotations

from collections.abc import Sequence

from hipcoach.core.exercise import Mistake


def main_mistake(mistakes: Sequence[Mistake]) -> Mistake | None:
    """The one to show beside what mends it: the first that is drawn, or else the first.

    A remedy is for whom its problem occurs to. Where nothing else is drawn it may stand here, as
    its problem is seen beside it; in words alone it may not.
    """
    general = [mistake for mistake in mistakes if not mistake.remedy]
    wished = (*(mistake for mistake in (*general, *mistakes) if mistake.drawn), *general)
    return next(iter(wished), None)


def main_cue(mistakes: Sequence[Mistake]) -> str:
    """The cue that stands for them where it is said in words alone; "" without one."""
    main = main_mistake([mistake for mistake in mistakes if not mistake.remedy])
    return main.cue if main else ""
