"""Following a guided session in the terminal: wake the player, show the moment, read a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from hipcoach.core.cues import Cue, cue, newest
from hipcoach.core.events import (
    FormLost,
    NotKept,
    Paused,
    PauseReason,
    PlayerEvent,
    PlayerState,
)
from hipcoach.core.exercise import Names
from hipcoach.core.guided import GuidedSession
from hipcoach.core.hurt import is_new_below_knee
from hipcoach.core.pain import Place
from hipcoach.core.player_view import player_view
from hipcoach.core.session import WARNING_SIGN
from hipcoach.core.text import say, tr
from hipcoach.terminal.hurt import HurtOutcome, ask_hurt, ask_open_choice
from hipcoach.terminal.keyboard import Stage
from hipcoach.terminal.screen import player_lines

FRAME = 0.1
"""Seconds between two pictures while nothing happens."""


class Outcome(StrEnum):
    """How following ended."""

    FINISHED = "finished"
    LEFT = "left"
    WARNING_SIGN = "warning-sign"


class Follower:
    """One session on one stage. Hand `hear` to the guided session as its `emit`.

    `known` are the places that were told before: pain that is new below the knee ends the session.
    """

    def __init__(
        self,
        stage: Stage,
        names: Mapping[str, Names],
        places: Sequence[str],
        rate: float,
        known: frozenset[Place] = frozenset(),
    ) -> None:
        self._stage, self._names, self._places, self._rate = stage, names, places, rate
        self._heard: list[PlayerEvent] = []
        self._caption = ""
        self._silent = False
        self._known = known
        self._outcome: Outcome | None = None

    def hear(self, event: PlayerEvent) -> None:
        """Remember what the player told until the next picture."""
        self._heard.append(event)

    def follow(self, guided: GuidedSession, seconds: Callable[[], float]) -> Outcome:
        """Play until the session is over or left; `seconds` is the player's clock.

        A session that was left after "this hurts" goes on with its questions.
        """
        if guided.open_offers:
            self._end_at_sign(guided, ask_open_choice(guided, self._stage))
        elif guided.open_hurt:
            self._end_at_sign(guided, ask_hurt(guided, self._stage, self._places))
        guided.start()
        while self._outcome is None:
            guided.player.wake()
            self._speak(guided, seconds())
            if guided.player.state is PlayerState.FINISHED or not guided.goes_on:
                return Outcome.FINISHED
            self._show(guided)
            key = self._stage.key(self._until_next(guided, seconds()))
            if key:
                self._press(guided, key)
        return self._outcome

    def _until_next(self, guided: GuidedSession, now: float) -> float:
        """Real seconds to wait for a key: to the next boundary, at most one frame."""
        boundary = guided.player.next_boundary
        if boundary is None:
            return FRAME
        return min(max(boundary - now, 0.0) / self._rate, FRAME)

    def _show(self, guided: GuidedSession) -> None:
        view = player_view(guided, self._names)
        width, height = self._stage.size
        lines = player_lines(view, self._caption, width=width, height=height, rate=self._rate)
        self._stage.show(lines)

    def _speak(self, guided: GuidedSession, now: float) -> None:
        """Caption and bell of what was heard: of several late cues only the newest.

        The latest caption stays, but why a set ended by itself is said before it, and that a
        session could not be written is always said.
        """
        heard, self._heard = self._heard, []
        told = [(event, cue(event, guided.parts, self._names)) for event in heard]
        spoken = newest([(event.at, words) for event, words in told if words], now, self._rate)
        for event, words in told:
            if isinstance(event, Paused):
                slept = event.reason is PauseReason.SLEPT
                why = tr("The computer slept, so the session paused where it was.")
                self._caption = why if slept else ""
            elif words and words is spoken:
                self._sound(words)
        for event, words in told:
            if isinstance(event, NotKept):
                self._caption = event.reason
            elif isinstance(event, FormLost) and words and words is not spoken:
                self._caption = f"{_text(words)} {self._caption}"

    def _sound(self, told: Cue) -> None:
        if told.words:
            self._caption = _text(told)
        if told.tone and not self._silent:
            self._stage.bell()

    def _press(self, guided: GuidedSession, key: str) -> None:
        player = guided.player
        actions: dict[str, Callable[[], None]] = {
            "space": guided.resume if player.state is PlayerState.PAUSED else player.pause,
            "enter": guided.enter,
            "right": player.skip,
            "left": player.back,
            "up": lambda: guided.change_count(1),
            "down": lambda: guided.change_count(-1),
            "t": guided.more,
            "r": player.say_again,
            "o": lambda: player.set_own_pace(not player.own_pace),
            "m": self._mute,
            "h": lambda: self._hurt(guided),
            "escape": lambda: self._leave(guided),
        }
        actions.get(key, lambda: None)()

    def _mute(self) -> None:
        self._silent = not self._silent

    def _hurt(self, guided: GuidedSession) -> None:
        guided.hurt()
        self._end_at_sign(guided, ask_hurt(guided, self._stage, self._places))

    def _end_at_sign(self, guided: GuidedSession, hurt: HurtOutcome) -> None:
        """A warning sign ends the session, and so does pain below the knee that is new."""
        if hurt.warning_sign or is_new_below_knee(hurt.places, self._known):
            guided.end(WARNING_SIGN)
            self._outcome = Outcome.WARNING_SIGN

    def _leave(self, guided: GuidedSession) -> None:
        """Pause and ask; nothing is discarded."""
        guided.player.pause()
        self._stage.show(
            [
                tr("Paused. Leave the session?"),
                "",
                tr("L  Leave for now: it can be resumed until the end of the day"),
                tr("X  End the session here and keep what was done"),
                tr("Esc  Back to the session"),
            ]
        )
        while (key := self._stage.key(None)) not in {"l", "x", "escape"}:
            pass
        if key == "l":
            self._outcome = Outcome.LEFT
        elif key == "x":
            guided.end()


def _text(told: Cue) -> str:
    return " ".join(say(word) for word in told.words)
