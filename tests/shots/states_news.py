"""The states in which the rules have something to say."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt

from hipcoach.ui.exercise.page import ExercisePage
from tests.shots import diaries_news as news
from tests.shots.hand import Hand
from tests.shots.state import State, nowhere, then
from tests.shots.states_areas import PROGRAM
from tests.shots.states_diary import DIARY

AFTERNOON = 15
"""An hour at which the morning is asked no more."""


def _first_decision(hand: Hand) -> None:
    """The newest decision in the diary, opened."""
    then(nowhere, "2")(hand)
    DIARY(hand)
    hand.click("Entries")
    hand.press(Qt.Key.Key_Home, Qt.Key.Key_Return)


def _ladder(hand: Hand) -> None:
    """The ladder of the exercise that went up, at the end of its page."""
    then(nowhere, "2", "Program", "Heel lift on hands and knees")(hand)
    bar = cast("ExercisePage", hand.window.findChild(ExercisePage)).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)


NEWS = (
    State(name="01-today-news-morning", diary=news.STEP_UP),
    State(name="01-today-news-up", diary=news.STEP_UP, way=then(nowhere, "2")),
    State(name="01-today-news-down", diary=news.THREE_DOWN, hour=AFTERNOON),
    State(name="01-today-news-red", diary=news.ALL_FEWER, hour=AFTERNOON),
    State(name="01-today-news-easy-week", diary=news.EASY_WEEK, hour=AFTERNOON),
    State(name="01-today-news-rising", diary=news.RISING, hour=AFTERNOON),
    State(name="01-today-news-worse", diary=news.WORSE, hour=AFTERNOON),
    State(name="01-today-news-flare", diary=news.HIGH, hour=AFTERNOON),
    State(name="01-today-news-unchanged", diary=news.UNCHANGED, hour=AFTERNOON),
    State(name="01-today-news-screening", diary=news.WEEK_3, hour=AFTERNOON),
    State(name="05-diary-decision", diary=news.STEP_UP, way=_first_decision),
    State(name="07-program-unchanged", diary=news.PAST_END, way=PROGRAM),
    State(
        name="07b-exercise-since",
        diary=news.STEP_UP,
        way=_ladder,
    ),
)
