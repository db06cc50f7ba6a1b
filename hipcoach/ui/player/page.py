"""The player's page: one guided session from its first position to its end.

Hands what the user does to the driver, draws what it tells, and tells what became of the session.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.core.clocks import Clocks
from hipcoach.core.events import Emit, PlayerState
from hipcoach.core.exercise import Names
from hipcoach.core.guided import GuidedSession
from hipcoach.core.hurt import Choice, Offers, is_new_below_knee
from hipcoach.core.pain import Place
from hipcoach.core.player_view import PlayerView, moved, player_view
from hipcoach.core.session import WARNING_SIGN, Session
from hipcoach.core.text import tr
from hipcoach.ui.announce import announce
from hipcoach.ui.player.awake import Awake
from hipcoach.ui.player.driver import Driver
from hipcoach.ui.player.frame import PlayerFrame
from hipcoach.ui.player.hurt_facts import hurt_facts
from hipcoach.ui.player.hurt_page import HurtPage
from hipcoach.ui.player.keys import Command
from hipcoach.ui.theme import Theme

_ONLY_END = Offers(choices=(Choice.END,), preselected=Choice.END)


class PlayerPage(QWidget):
    """Plays what `play` is handed. `names` are the exercises', `texts` the final wordings.

    `hurt` is the page about something that hurts where it was made before.

    `finished`: the last set is over or the session was ended; its review is due. `left`: it can be
    resumed. `warning_told`: it was ended for a sign. `pain_answered` and `something_new` are told
    in the first position; after `something_new` time stands still until `go_on` or `stop`.
    `failed`: something could not be written, which the page says by itself.
    """

    finished = Signal(Session)
    left = Signal()
    warning_told = Signal(Session)
    something_new = Signal()
    pain_answered = Signal(int)
    failed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        names: Mapping[str, Names],
        texts: Mapping[str, str],
        awake: Awake | None = None,
        hurt: HurtPage | None = None,
    ) -> None:
        super().__init__()
        self._names, self._awake = names, awake or Awake()
        self._driver: Driver | None = None
        self._view: PlayerView | None = None
        self._known: frozenset[Place] = frozenset()
        self._is_warned = False
        wordings = (tr(texts[name]) for name in ("pain-now", "pain-lowest", "pain-highest"))
        self.frame = PlayerFrame(theme, *wordings, hurt=hurt)
        self.setFocusProxy(self.frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._connect()

    def play(
        self,
        make: Callable[[Emit], GuidedSession],
        clocks: Clocks,
        known_places: frozenset[Place],
        pain_now: int | None = None,
    ) -> None:
        """Guide the session that `make` makes of the driver's `emit`; it starts at once.

        One that was left after "this hurts" goes on with its questions. `known_places` were told
        before: pain that is new below the knee is a warning sign. `pain_now` prefills the scale.
        """
        self.stop()
        self._known, self._is_warned = known_places, False
        driver = Driver(make, clocks, self._names, self._awake)
        self._driver = driver
        self._listen(driver)
        self.frame.top.show_rate(clocks.rate)
        self.frame.question.show_score(pain_now)
        self.frame.play.stage.show_caption("")
        self.frame.notice.show_text("")
        driver.show_frames(seen=self.frame.isVisible())
        if driver.guided.open_hurt:
            self._draw()
            self._ask_hurt(driver.guided)
        else:
            self.frame.show_play()
            driver.start()

    @property
    def guided(self) -> GuidedSession | None:
        """The session that is played; None when none is."""
        return self._driver.guided if self._driver else None

    def follow(self) -> None:
        """Show what the pain now, stored by whom it was told, made of this position."""
        self._act(lambda _: None)

    def go_on(self) -> None:
        """Nothing is new after all: get into the first position again."""
        if self._driver:
            self.frame.show_play()
            self._driver.start()

    def stop(self) -> None:
        """Leave the session where it is, and tell nothing more of it."""
        if self._driver:
            self._driver.stop()
            self._driver.deleteLater()
            self._driver = None

    def pause(self) -> None:
        """Stand still where it is, until the user goes on."""
        self._act(lambda guided: guided.player.pause())

    def ask_leave(self) -> None:
        """Pause, and ask what shall become of the session; also before the window closes."""
        if self._driver:
            self.pause()
            self.frame.show_leave()

    def show_view(self, view: PlayerView) -> None:
        """Draw a moment."""
        guided = self.guided
        self.frame.show_view(view, own_pace=bool(guided and guided.player.own_pace))

    # Wiring

    def _connect(self) -> None:
        frame = self.frame
        frame.commanded.connect(self._on_commanded)
        frame.seen.connect(self._on_seen)
        frame.play.panel.more_asked.connect(lambda: self._act(lambda guided: guided.more()))
        frame.play.stage.own_pace_set.connect(self._on_own_pace_set)
        frame.question.answered.connect(self._on_pain_answered)
        frame.question.something_new.connect(self._on_something_new)
        frame.hurt.answered.connect(self._on_hurt_answered)
        frame.hurt.chosen.connect(self._on_chosen)
        frame.hurt.sign_told.connect(self._end_at_sign)
        frame.leave.back_asked.connect(frame.show_before)
        frame.leave.leave_asked.connect(self._on_left)
        frame.leave.end_asked.connect(lambda: self._act(lambda guided: guided.end()))

    def _listen(self, driver: Driver) -> None:
        driver.changed.connect(self._draw)
        driver.moved.connect(self._move)
        driver.said.connect(self._on_said)
        driver.noted.connect(self.frame.notice.show_text)
        driver.not_kept.connect(self.failed)
        driver.finished.connect(self._on_finished)

    def _act(self, action: Callable[[GuidedSession], object]) -> None:
        driver = self._driver
        if driver:
            driver.act(lambda: action(driver.guided))

    def _draw(self) -> None:
        if self.guided:
            self._view = player_view(self.guided, self._names)
            self.show_view(self._view)

    def _move(self) -> None:
        """The next picture: only what moves, until a whole second is over."""
        view, guided = self._view, self.guided
        now = moved(view, guided) if view and guided else None
        if now:
            self.frame.play.show_moment(now)
        else:
            self._draw()

    # What the user does

    def _on_commanded(self, told: Command) -> None:
        asks: dict[Command, Callable[[], None]] = {
            Command.HURT: self._on_hurt,
            Command.LEAVE: self._on_leave,
            Command.FULL_SCREEN: self._on_full_screen,
        }
        acts: dict[Command, Callable[[GuidedSession], object]] = {
            Command.PAUSE: _pause_or_resume,
            Command.ENTER: lambda guided: guided.enter(),
            Command.SKIP: lambda guided: guided.player.skip(),
            Command.BACK: lambda guided: guided.player.back(),
            Command.ONE_MORE: lambda guided: guided.change_count(1),
            Command.ONE_LESS: lambda guided: guided.change_count(-1),
            Command.SAY_AGAIN: lambda guided: guided.player.say_again(),
        }
        if told in asks:
            asks[told]()
        else:
            self._act(acts[told])

    def _on_leave(self) -> None:
        if self.frame.asks_leave:
            self.frame.show_before()
        else:
            self.ask_leave()

    def _on_full_screen(self) -> None:
        self.frame.show_full_screen(on=not self.frame.is_full_screen)

    def _on_own_pace_set(self, on: bool) -> None:
        self._act(lambda guided: guided.player.set_own_pace(on))

    def _on_pain_answered(self, score: int) -> None:
        self.frame.take_focus()
        self.pain_answered.emit(score)

    def _on_something_new(self) -> None:
        if self._driver:
            self._driver.rest()
            self.something_new.emit()

    def _on_left(self) -> None:
        self._close()
        self.left.emit()

    # This hurts

    def _on_hurt(self) -> None:
        self._act(lambda guided: guided.hurt())
        if self.guided and self.guided.goes_on:
            self._ask_hurt(self.guided)

    def _ask_hurt(self, guided: GuidedSession) -> None:
        told, found = guided.open_hurt, guided.open_offers
        hurt = self.frame.hurt
        score, places = (told.score, told.places) if told else (None, ())
        hurt.ask(hurt_facts(guided, self._names), score, places)
        if found:
            self._show_offers(found)
        self.frame.show_hurt()

    def _on_hurt_answered(self) -> None:
        """Keep the answer at once, and show what is on offer."""
        hurt, guided = self.frame.hurt, self.guided
        score = hurt.score
        if guided and guided.open_hurt and score is not None:
            self._act(lambda guided: self._show_offers(guided.answer(score, hurt.places)))

    def _show_offers(self, found: Offers) -> None:
        """What is on offer; pain that is new below the knee leaves one way only."""
        new = is_new_below_knee(self.frame.hurt.places, self._known)
        self.frame.hurt.show_offers(_ONLY_END if new else found)

    def _on_chosen(self, choice: Choice) -> None:
        if is_new_below_knee(self.frame.hurt.places, self._known):
            self._end_at_sign()
            return
        self._act(lambda guided: guided.choose(choice))
        driver = self._driver
        if driver:
            self.frame.show_play()
            if driver.guided.player.state is PlayerState.READY:
                driver.start()

    def _end_at_sign(self) -> None:
        self._is_warned = True
        self._act(lambda guided: guided.end(WARNING_SIGN))

    # What the driver tells

    def _on_seen(self, seen: bool) -> None:
        if self._driver:
            self._driver.show_frames(seen=seen)

    def _on_said(self, text: str) -> None:
        self.frame.play.stage.show_caption(text)
        announce(self.frame, text)

    def _on_finished(self) -> None:
        guided = self.guided
        if guided:
            told = self.warning_told if self._is_warned else self.finished
            self._close()
            told.emit(guided.session)

    def _close(self) -> None:
        self.stop()
        self.frame.show_full_screen(on=False)


def _pause_or_resume(guided: GuidedSession) -> None:
    if guided.player.state is PlayerState.PAUSED:
        guided.resume()
    else:
        guided.player.pause()
