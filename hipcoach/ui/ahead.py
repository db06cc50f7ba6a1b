"""What the first picture does not need, loaded while the window has nothing else to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

SESSION = (
    "hipcoach.ui.first_run.safety",
    "hipcoach.ui.player.driver",
    "hipcoach.ui.player.hurt_page",
    "hipcoach.ui.player.play_view",
    "hipcoach.ui.player.page",
    "hipcoach.ui.review.page",
    "hipcoach.ui.session_flow",
)
AREAS = (
    "hipcoach.core.program_view",
    "hipcoach.ui.program.page",
    "hipcoach.ui.program_flow",
    "hipcoach.ui.settings.page",
    "hipcoach.ui.settings_flow",
    "hipcoach.ui.exercise.page",
    "hipcoach.ui.exercise_flow",
    "hipcoach.ui.days_off_flow",
    "hipcoach.core.diary_chart",
    "hipcoach.core.day_rows",
    "hipcoach.ui.diary.page",
    "hipcoach.ui.diary.panels",
    "hipcoach.ui.diary_flow",
    "hipcoach.report.content",
    "hipcoach.report.preview",
    "hipcoach.ui.report.wishes_card",
    "hipcoach.ui.report_flow",
)
"""Modules in an order in which each is a small piece of work."""


def load(modules: Iterable[str]) -> Iterator[None]:
    """Import the modules, one a step."""
    for module in modules:
        yield
        import_module(module)
