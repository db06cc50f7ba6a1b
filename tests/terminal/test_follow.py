"""Following a session: keys do what they say, this hurts stops, late cues are not spoken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.diary import Diary
from hipcoach.core.document import NotSavedError
from hipcoach.core.events import PlayerState
from hipcoach.core.guided import GuidedSession
from hipcoach.core.opening import opened
from hipcoach.core.pain import Place
from hipcoach.core.run import Run, Times
from hipcoach.core.session import WARNING_SIGN, EventKind, Session, SessionState, Slot
from hipcoach.core.tempo import PhaseKind
from hipcoach.terminal.follow import Follower, Outcome

PLACES = ["low back", *("elsewhere",) * 8]


class Evening:
    """A followed session: keys are pressed when a condition holds, time passes in between."""

    def __init__(self, catalogue: Catalogue, at: datetime, stage: type, rate: float = 1.0) -> None:
        run = Run(id="run", program="hips-three-twice", program_version=1, started_on=at.date())
        ready = opened(Diary(runs=(run,)), catalogue, run, at, Slot.MORNING)
        self.seconds = 0.0
        self.rate = rate
        self.script: list[tuple[Callable[[], bool], str]] = []
        self.saved: list[Session] = []
        self.disk_full = self.asleep = False
        self.stage = stage(self._key)
        self.follower = Follower(self.stage, catalogue.exercise_names, PLACES, rate)
        self.at, self.ready, self.catalogue = at, ready, catalogue
        self.guided = self.guide(ready.session)

    def guide(self, session: Session) -> GuidedSession:
        return GuidedSession(
            session=session,
            parts=self.ready.parts,
            catalogue=self.catalogue,
            times=Times(),
            clocks=Clocks(
                seconds=lambda: self.seconds,
                now=lambda: self.at + timedelta(seconds=self.seconds),
                slept=self._slept,
                rate=self.rate,
            ),
            save=self._save,
            emit=self.follower.hear,
            pain_before=2,
        )

    def _slept(self) -> bool:
        slept, self.asleep = self.asleep, False
        return slept

    def _save(self, session: Session) -> Session:
        if self.disk_full:
            raise NotSavedError("Not saved: the disk is full.")
        self.saved.append(session)
        return session

    def _key(self, seconds: float | None) -> str:
        if self.script and self.script[0][0]():
            return self.script.pop(0)[1]
        assert seconds is not None, "a question was left without an answer"
        self.seconds += seconds * self.rate
        return ""

    def press(self, *keys: str, when: Callable[[], bool] = lambda: True) -> None:
        for key in keys:
            self.script.append((when, key))
            when = _always

    def rep(self, number: int) -> Callable[[], bool]:
        return lambda: self.phase.works and self.phase.point.rep == number

    @property
    def phase(self):
        return self.guided.player.phase

    def follow(self) -> Outcome:
        return self.follower.follow(self.guided, lambda: self.seconds)


def _always() -> bool:
    return True


@pytest.fixture
def evening(catalogue: Catalogue, morning: datetime, stage: type) -> Evening:
    return Evening(catalogue, morning, stage)


def test_a_session_runs_to_its_end_without_a_key(evening: Evening) -> None:
    assert evening.follow() is Outcome.FINISHED
    assert evening.saved[-1].state is SessionState.FINISHED
    assert len(evening.saved[-1].sets) == 10
    assert evening.seconds == pytest.approx(18 * 60, abs=10)
    assert evening.stage.bells > 10 * 15 * 3


def test_enter_is_ready_then_done_and_leaving_keeps_the_session(evening: Evening) -> None:
    evening.press("enter")
    evening.press("enter", when=evening.rep(3))
    evening.press("escape", "l", when=lambda: evening.phase.kind is PhaseKind.SWITCH)
    assert evening.follow() is Outcome.LEFT
    session = evening.guided.session
    assert session.state is SessionState.RUNNING
    assert [s.reps for s in session.sets] == [2]
    assert "resumed until the end of the day" in evening.stage.text


def test_leaving_can_be_taken_back_or_end_the_session(evening: Evening) -> None:
    evening.press("escape", "q", "escape", "space")
    evening.press("escape", "x", when=evening.rep(2))
    assert evening.follow() is Outcome.FINISHED
    session = evening.guided.session
    assert session.state is SessionState.ENDED_EARLY
    assert session.events[-1].kind is EventKind.END
    assert [s.reps for s in session.sets] == [1]


def test_space_pauses_and_goes_on(evening: Evening) -> None:
    evening.press("space", when=evening.rep(2))
    player = evening.guided.player
    evening.press(
        "space", when=lambda: player.state is PlayerState.PAUSED and evening.seconds > 200
    )
    evening.press("escape", "l", when=evening.rep(3))
    assert evening.follow() is Outcome.LEFT
    assert evening.guided.player.count == 2
    assert any("Paused" in line for shown in evening.stage.shown for line in shown)


def test_skip_back_count_own_pace_more_time_and_say_again(evening: Evening) -> None:
    evening.press("t", "r", "enter")
    evening.press("up", "down", "down", when=evening.rep(3))
    evening.press("right", when=lambda: evening.guided.player.count == 1)
    evening.press("o", "enter")
    evening.press("enter", "left", when=lambda: evening.guided.player.waits)
    evening.press("escape", "l")
    assert evening.follow() is Outcome.LEFT
    sets = evening.guided.session.sets
    assert [(s.side.value, s.reps) for s in sets] == [("left", 1), ("right", 12)]
    assert evening.phase.point.side.value == "right"


def test_two_that_are_taken_back_end_the_set_and_the_cue_is_shown(evening: Evening) -> None:
    evening.press("down", when=evening.rep(6))
    evening.press("down", when=evening.rep(7))
    evening.press("escape", "l", when=lambda: evening.phase.kind is PhaseKind.SWITCH)
    assert evening.follow() is Outcome.LEFT
    assert [(s.side.value, s.reps) for s in evening.guided.session.sets] == [("left", 4)]
    picture = " ".join(evening.stage.shown[-2])
    why = "The last 2 were not tidy, so this set ends here, at 4. Top hip stays over bottom hip."
    assert why in picture
    assert picture.index(why) < picture.index("Other side.")


def test_a_muted_bell_stays_silent_but_captions_go_on(evening: Evening) -> None:
    evening.press("m")
    evening.press("escape", "l", when=evening.rep(3))
    evening.follow()
    assert evening.stage.bells <= 1
    assert any("Lift" in line for shown in evening.stage.shown for line in shown)


def test_this_hurts_asks_how_much_where_and_what_now(evening: Evening) -> None:
    evening.press("h", "x", "4", "1", "enter", "enter", when=evening.rep(5))
    evening.press("escape", "l", when=evening.rep(6))
    assert evening.follow() is Outcome.LEFT
    event = evening.guided.session.events[0]
    assert (event.score, event.choice, event.rep) == (4, "easier", 4)
    assert [place.value for place in event.places] == ["low-back-left"]
    assert evening.guided.part.rung.id == "none"


def test_the_easier_version_is_named(evening: Evening) -> None:
    evening.press("h", "4", "enter", "enter", when=evening.rep(2))
    evening.press("escape", "l", when=evening.rep(3))
    evening.follow()
    asked = ["\n".join(lines) for lines in evening.stage.shown]
    assert [text for text in asked if "▶ E  Easier version: no band\n" in text]
    assert evening.guided.part.rung.text == "no band"


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        (["1", "0"], 10),
        (["1", "", "0"], 10),
        (["1", "2", "0"], 1),
        (["7", "0"], 7),
        (["0"], 0),
        (["1", "backspace", "6"], 6),
        (["1", "0", "backspace", "3"], 3),
    ],
)
def test_digits_answer_how_much(evening: Evening, typed: list[str], score: int) -> None:
    evening.press("h", *typed, "enter", "x", when=evening.rep(2))
    assert evening.follow() is Outcome.FINISHED
    assert evening.guided.session.events[0].score == score


def test_arrows_move_among_the_offers_and_enter_confirms_only_a_marked_one(
    evening: Evening,
) -> None:
    evening.press("h", "6", "2", "2", "enter", "enter", "e", "up", "down", "q", when=evening.rep(2))
    evening.press("enter")
    evening.press("escape", "l", when=lambda: evening.phase.point.part == 1)
    assert evening.follow() is Outcome.LEFT
    event = evening.guided.session.events[0]
    assert (event.choice, event.places) == ("skip", ())


def test_the_score_stays_in_sight(evening: Evening) -> None:
    evening.press("h", "1", "0", "enter", "x", when=evening.rep(2))
    evening.follow()
    pictures = ["\n".join(lines) for lines in evening.stage.shown]
    places = [picture for picture in pictures if "Where?" in picture]
    assert ["Pain: 1\n" in picture for picture in places] == [True, False]
    assert ["Pain: 10" in picture for picture in places] == [False, True]
    assert [p for p in pictures if "What now?" in p and "Pain: 10" in p]
    assert all(len(line) <= 79 for lines in evening.stage.shown for line in lines)


def test_a_warning_sign_at_the_places_keeps_the_score_and_ends(evening: Evening) -> None:
    evening.press("h", "7", "8", "w", when=evening.rep(3))
    assert evening.follow() is Outcome.WARNING_SIGN
    hurt, end = evening.guided.session.events
    assert (hurt.score, hurt.places, end.kind) == (7, (Place.BELOW_KNEE_LEFT,), EventKind.END)
    assert end.choice == WARNING_SIGN
    assert evening.saved[-2].events == (hurt, end)
    assert evening.guided.session.events[0].places == (Place.BELOW_KNEE_LEFT,)


def left_at_the_choice(evening: Evening, score: int) -> None:
    """Let the evening's session be one whose process died at "what now?"."""
    evening.guided.start()
    evening.guided.enter()
    evening.guided.hurt()
    evening.guided.answer(score)
    evening.guided = evening.guide(evening.guided.session)


def test_a_session_left_at_what_now_asks_that_first(evening: Evening) -> None:
    left_at_the_choice(evening, 9)
    evening.press("e", "s", "x")
    assert evening.follow() is Outcome.FINISHED
    assert evening.saved[-1].state is SessionState.ENDED_EARLY
    assert len(evening.stage.shown) == 3
    assert "Pain: 9" in evening.stage.text
    assert "Easier version" not in evening.stage.text
    assert evening.seconds == 0


def test_a_session_left_before_the_answer_is_asked_how_much_it_hurts(evening: Evening) -> None:
    evening.guided.start()
    evening.guided.enter()
    evening.guided.hurt()
    evening.guided = evening.guide(evening.guided.session)
    evening.press("9", "enter", "x")
    assert evening.follow() is Outcome.FINISHED
    assert [told.score for told in evening.saved[-1].events][:1] == [9]
    assert evening.seconds == 0


def test_a_session_left_at_what_now_goes_on_as_chosen(evening: Evening) -> None:
    left_at_the_choice(evening, 2)
    evening.press("e")
    evening.press("escape", "l", when=evening.rep(2))
    assert evening.follow() is Outcome.LEFT
    assert evening.guided.part.rung.id == "none"
    assert any("Take the band off." in line for shown in evening.stage.shown for line in shown)


def test_a_warning_sign_at_an_open_choice_ends_the_session(evening: Evening) -> None:
    left_at_the_choice(evening, 2)
    evening.press("w")
    assert evening.follow() is Outcome.WARNING_SIGN
    assert evening.saved[-1].state is SessionState.ENDED_EARLY
    assert len(evening.stage.shown) == 1


def test_what_is_easier_is_said_right_after_the_choice(evening: Evening) -> None:
    evening.press("h", "4", "enter", "enter", when=evening.rep(5))
    evening.press("escape", "l", when=lambda: evening.phase.kind is PhaseKind.PREPARE)
    evening.follow()
    before_leaving = " ".join(evening.stage.shown[-2])
    assert "Clamshell, no band. Take the band off." in before_leaving


@pytest.mark.parametrize("before", [[], ["5"], ["5", "enter"]])
def test_a_warning_sign_ends_the_session_in_every_case(evening: Evening, before: list[str]) -> None:
    evening.press("h", *before, "w", when=evening.rep(3))
    assert evening.follow() is Outcome.WARNING_SIGN
    assert evening.saved[-1].state is SessionState.ENDED_EARLY
    assert evening.saved[-1].sets[0].reps == 2


def test_sleep_pauses_and_says_why(evening: Evening) -> None:
    def fall_asleep() -> bool:
        evening.asleep = evening.rep(2)()
        return evening.asleep

    evening.press("", when=fall_asleep)
    evening.press("escape", "l", when=lambda: evening.guided.player.state is PlayerState.PAUSED)
    assert evening.follow() is Outcome.LEFT
    told = [line for shown in evening.stage.shown for line in shown]
    assert "The computer slept, so the session paused where it was." in told


def test_a_full_disk_is_said_and_the_session_goes_on(evening: Evening) -> None:
    evening.disk_full = True
    evening.press("enter")
    evening.press("enter", when=evening.rep(2))
    evening.press("escape", "l", when=lambda: evening.phase.kind is PhaseKind.SWITCH)
    evening.press()
    evening.follow()
    told = [line for shown in evening.stage.shown for line in shown]
    assert "Not saved: the disk is full." in told


def test_a_session_with_nothing_left_ends_at_once(
    catalogue: Catalogue, morning: datetime, stage: type
) -> None:
    first = Evening(catalogue, morning, stage)
    first.follow()
    again = Evening(catalogue, morning, stage)
    again.guided.session = first.saved[-1]
    assert again.follow() is Outcome.FINISHED
    assert again.stage.shown == []


def test_at_a_fast_rate_the_same_sets_are_counted(
    catalogue: Catalogue, morning: datetime, stage: type
) -> None:
    fast = Evening(catalogue, morning, stage, rate=600)
    assert fast.follow() is Outcome.FINISHED
    assert [s.reps for s in fast.saved[-1].sets] == [15] * 10
