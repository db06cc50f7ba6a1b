"""`hipcoach play` from the first question to the review, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.pain import PainRating, Place
from hipcoach.core.run import ILL, ONE_LEG_BRIDGE, Absence, Flare
from hipcoach.core.screening import Answer, Severity, new_signs
from hipcoach.core.session import SessionState, Slot
from hipcoach.journeys.desk import Desk
from hipcoach.store.store import Store
from hipcoach.terminal.dialogue import LeftError
from hipcoach.terminal.play import Play
from hipcoach.terminal.today import today_lines

HEALTHY = ["n"] * 7
NEW_RUN = ["1 2 3", "n"]
SHORT = ["n"] * 5
READY = ["3", "n", ""]
REVIEW = ["", "6", "4", "3", "Ging gut."]
FIRST = [*HEALTHY, *NEW_RUN, *READY, *REVIEW]


class House:
    """A data folder in which days pass: each `play` answers from a list and presses keys."""

    def __init__(self, folder: Path, catalogue: Catalogue, now: datetime, fakes: tuple) -> None:
        self.folder, self.catalogue, self.now = folder, catalogue, now
        self.typist, self.stage = fakes
        self.seconds = 0.0
        self.ids = count(1)
        self.keys: list[tuple[float, str]] = []
        self.text = ""

    def open(self) -> Store:
        return Store.open(
            self.folder, now=lambda: self.now, new_id=lambda: f"id-{next(self.ids):04}"
        )

    def play(self, answers: list[str], program: str | None = None) -> None:
        """Play until the questions end; answers that are left over fail the test."""
        typed = self.typist(answers)
        with self.open() as store:
            clocks = Clocks(
                seconds=lambda: self.seconds,
                now=lambda: self.now + timedelta(seconds=self.seconds),
                slept=lambda: False,
            )
            desk = Desk(store=store, catalogue=self.catalogue, clocks=clocks, region="DE")
            play = Play(desk, typed.dialogue, self._stage)
            try:
                play.run(program)
            finally:
                self.text = typed.text
        assert typed.answers == []

    @contextmanager
    def _stage(self) -> Iterator[object]:
        yield self.stage(self._key)

    def _key(self, seconds: float | None) -> str:
        if self.keys and self.seconds >= self.keys[0][0]:
            return self.keys.pop(0)[1]
        assert seconds is not None
        self.seconds += 0.9
        return ""

    def diary(self):
        with self.open() as store:
            return store.diary()

    def change(self, **tables: object) -> None:
        """Add documents to tables by name."""
        with self.open() as store:
            for table, document in tables.items():
                getattr(store, table).add(document)

    def later(self, **delta: float) -> None:
        self.now += timedelta(**delta)
        self.seconds = 0.0


@pytest.fixture
def house(
    tmp_path: Path, catalogue: Catalogue, morning: datetime, typist: type, stage: type
) -> House:
    return House(tmp_path / "diary", catalogue, morning, (typist, stage))


@pytest.fixture
def settled(house: House) -> House:
    """The second day, after a first whole session."""
    house.play(FIRST)
    house.later(days=1, hours=4)
    return house


def test_a_new_folder_leads_from_the_screening_to_a_reviewed_session(house: House) -> None:
    house.play(FIRST)
    diary = house.diary()
    (session,) = diary.sessions
    assert (session.state, session.slot) == (SessionState.FINISHED, Slot.MORNING)
    assert len(session.sets) == 10
    assert (session.effort, session.pain_worst, session.note) == (6, 4, "Ging gut.")
    before, after = diary.pain_ratings
    assert (before.score, before.tags, before.session) == (3, ("before-session",), session.id)
    assert (after.score, after.tags, after.session) == (3, ("after-session",), session.id)
    assert (session.pain_before, session.pain_after) == (before.id, after.id)
    assert diary.runs[0].value(ONE_LEG_BRIDGE) is False
    assert [band.colour for band in diary.settings.bands or ()] == ["yellow", "red", "green"]
    assert "have not yet been reviewed by a physiotherapist" in house.text
    assert "Look at the band before every session" in house.text


def test_with_the_one_leg_bridge_there_are_12_side_sets(house: House) -> None:
    house.play([*HEALTHY, "1", "y", *READY, *REVIEW])
    assert len(house.diary().sessions[0].sets) == 12


def test_tidy_repetitions_are_corrected_set_by_set(house: House) -> None:
    house.play([*HEALTHY, *NEW_RUN, *READY, "1 3", "16", "x", "12", "0", "", "", "", ""])
    session = house.diary().sessions[0]
    assert [s.tidy_reps for s in session.sets[:4]] == [12, 15, 0, 15]
    assert (session.effort, session.pain_after) == (None, "")


def test_an_emergency_sign_stops_and_no_session_is_offered(house: House) -> None:
    house.play(["y", "2", "3"])
    diary = house.diary()
    assert diary.sessions == ()
    assert diary.runs == ()
    assert diary.screenings[0].result is Severity.EMERGENCY
    assert "Please get medical help now." in house.text
    assert "In Germany: 112" in house.text or "112" in house.text
    house.play(["3"])
    assert house.diary().sessions == ()


def test_not_sure_counts_as_yes(house: House) -> None:
    house.play(["?", "", "3"])
    assert house.diary().screenings[0].result is Severity.EMERGENCY


def test_a_stop_is_left_by_a_doctors_word_and_the_whole_screening_again(house: House) -> None:
    house.play(
        ["y", "2", "1", "2026-11-01", "y", "y", "2", *HEALTHY[1:], *NEW_RUN, *READY, *REVIEW]
    )
    assert len(house.diary().sessions) == 1
    assert len(house.diary().screenings) == 2


@pytest.mark.parametrize("told", [["y", "1"], ["n"]])
def test_a_screening_left_after_a_doctors_word_leaves_the_stop(
    house: House, told: list[str]
) -> None:
    house.play([*HEALTHY[:4], "y", "1", *HEALTHY[5:], "3"])
    assert house.diary().screenings[-1].result is Severity.URGENT
    with pytest.raises(LeftError):
        house.play(["1", "2026-11-01", "y", *HEALTHY[:4], *told])
    house.play(["3"])
    assert "see a doctor or physiotherapist" in house.text
    assert house.diary().runs == ()


def test_told_that_exercise_is_not_all_right_it_stays_stopped(house: House) -> None:
    house.play(["y", "2", "1", "2026-11-01", "n"])
    assert house.diary().sessions == ()
    house.play(["1", ""])
    assert "I typed the wrong answer" not in house.text
    house.play(["2"])
    refused = house.diary().screenings[-1].refused_on
    assert [day.isoformat() for day in refused.values()] == ["2026-11-01"]


def test_a_wrong_answer_is_asked_again_and_both_are_kept(house: House) -> None:
    house.play(["y", "2", "2", "n", *HEALTHY, *NEW_RUN, *READY, *REVIEW])
    screenings = house.diary().screenings
    assert screenings[0].answers != screenings[1].answers
    assert len(house.diary().sessions) == 1


def test_check_first_goes_on_once_a_professional_was_asked(house: House) -> None:
    house.play([*HEALTHY[:6], "y", "1", "3"])
    assert house.diary().screenings[0].result is Severity.CHECK_FIRST
    house.play(["1", *NEW_RUN, *READY, *REVIEW])
    assert len(house.diary().sessions) == 1


def test_something_new_opens_the_list_and_a_sign_stops(settled: House) -> None:
    settled.play(["2", "y", "y", "1"])
    diary = settled.diary()
    assert len(diary.sessions) == 1
    assert diary.screenings[-1].answers.keys() < diary.screenings[0].answers.keys()
    settled.play(["3"])
    assert "Please get medical help now." in settled.text


def test_something_new_asks_every_emergency_sign_and_goes_on_without_one(
    settled: House,
) -> None:
    questionnaire = settled.catalogue.questionnaire
    asked = set(new_signs(questionnaire))
    pages = [t for t in questionnaire.topics if any(item.id in asked for item in t.items)]
    settled.play(["2", "y", *["n"] * len(pages), "", *REVIEW])
    assert len(settled.diary().sessions) == 2
    emergencies = {
        item.id for t in questionnaire.topics for item in t.items if item.severity == "emergency"
    }
    assert emergencies <= settled.diary().screenings[-1].answers.keys()


def test_pain_of_8_means_a_rest_day_and_the_rating_is_kept(settled: House) -> None:
    settled.play(["8", "n"])
    diary = settled.diary()
    assert len(diary.sessions) == 1
    assert diary.pain_ratings[-1].score == 8
    assert "No session today." in settled.text


@pytest.mark.parametrize(("bridge", "second"), [("y", "two-leg-bridge"), ("n", "clamshell")])
def test_pain_of_6_offers_the_easy_day(settled: House, bridge: str, second: str) -> None:
    settled.play(["6", "n", bridge, "", *REVIEW])
    session = settled.diary().sessions[-1]
    assert session.program == "easy-day"
    assert [s.exercise for s in session.sets][:2] == ["abdominal-brace", second]


def test_a_rating_of_the_last_two_hours_is_the_prefill(settled: House) -> None:
    settled.change(pain_ratings=PainRating(at=settled.now - timedelta(hours=1), score=4))
    settled.play(["", "n", "", *REVIEW])
    diary = settled.diary()
    rating = diary.rating(diary.sessions[-1].pain_before)
    assert rating is not None
    assert (rating.score, rating.tags) == (4, ("before-session",))
    assert sum("before-session" in r.tags for r in diary.pain_ratings) == 2


def test_pain_left_unanswered_still_lets_the_session_run(settled: House) -> None:
    settled.play(["", "n", "", *REVIEW])
    assert settled.diary().sessions[-1].pain_before == ""


def leave(house: House, after: float, answers: list[str]) -> None:
    house.keys = [(after, "escape"), (after, "l")]
    house.play(answers)
    house.keys = []


@pytest.mark.parametrize("after", [5.0, 60.0, 130.0, 400.0, 700.0])
def test_a_left_session_is_resumed_at_its_set_and_side(settled: House, after: float) -> None:
    leave(settled, after, ["3", "n", ""])
    left = settled.diary().sessions[-1]
    assert left.state is SessionState.RUNNING
    assert "Until the end of today" in settled.text
    settled.later(minutes=5)
    settled.play(["", "n", "1", "", *REVIEW])
    session = settled.diary().sessions[-1]
    assert (session.id, session.state) == (left.id, SessionState.FINISHED)
    assert len(session.sets) == 10
    assert session.sets[: len(left.sets)] == left.sets


def test_a_left_session_can_be_kept_or_discarded(settled: House) -> None:
    leave(settled, 200.0, ["3", "n", ""])
    leave(settled, 500.0, ["", "n", "2", ""])
    leave(settled, 800.0, ["", "n", "3", ""])
    states = [session.state for session in settled.diary().sessions]
    assert states[1:] == [
        SessionState.ENDED_EARLY,
        SessionState.DISCARDED,
        SessionState.RUNNING,
    ]


def test_a_rest_day_cannot_be_passed_by_resuming(settled: House) -> None:
    leave(settled, 200.0, ["3", "n", ""])
    settled.change(pain_ratings=PainRating(at=settled.now + timedelta(seconds=300), score=9))
    settled.later(minutes=10)
    settled.play(["", "n", "2"])
    assert "Resume" not in settled.text
    assert "No session today." in settled.text


def test_a_stop_cannot_be_passed_by_resuming(settled: House) -> None:
    leave(settled, 200.0, ["3", "n", ""])
    told = settled.diary().screenings[-1]
    item = settled.catalogue.questionnaire.topics[0].items[0].id
    worse = replace(
        told,
        id="",
        at=settled.now + timedelta(minutes=5),
        answers={**told.answers, item: Answer.YES},
    )
    settled.change(screenings=worse)
    settled.later(minutes=10)
    settled.play(["3"])
    assert "A session of today was left." not in settled.text


def test_a_session_left_yesterday_ends_as_it_was(settled: House) -> None:
    leave(settled, 200.0, ["3", "n", ""])
    settled.later(days=1)
    settled.play(["3", "n", "", *REVIEW])
    assert [s.state for s in settled.diary().sessions] == [
        SessionState.FINISHED,
        SessionState.ENDED_EARLY,
        SessionState.FINISHED,
    ]


def test_the_next_morning_is_asked_once(house: House) -> None:
    house.play(FIRST)
    house.later(days=1)
    leave(house, 3.0, ["2", "3", "n", ""])
    diary = house.diary()
    answer = diary.rating(diary.sessions[0].next_morning)
    assert answer is not None
    assert (answer.score, answer.tags) == (2, ("next-morning",))
    leave(house, 6.0, ["", "n", "2", ""])
    assert "this morning" not in house.text


def test_a_skipped_morning_question_is_not_put_again(house: House) -> None:
    house.play(FIRST)
    house.later(days=1)
    leave(house, 3.0, ["", "3", "n", ""])
    assert house.diary().sessions[0].next_morning == ""
    leave(house, 6.0, ["", "n", "2", ""])
    assert "this morning" not in house.text


def test_a_third_session_of_a_day_is_asked_for_and_extra(house: House) -> None:
    house.play(FIRST)
    house.later(hours=6)
    house.play([*READY, *REVIEW])
    house.later(hours=3)
    house.play(["3", "n", "y", "", *REVIEW])
    house.later(hours=1)
    house.play(["3", "n"])
    assert [s.slot for s in house.diary().sessions] == [Slot.MORNING, Slot.EVENING, Slot.EXTRA]
    assert "no further session" in house.text


def test_an_extra_session_is_not_begun_unless_it_is_wanted(house: House) -> None:
    house.play(FIRST)
    house.later(hours=1)
    house.play(["3", "n", "n"])
    assert len(house.diary().sessions) == 1


def test_the_first_page_is_noted_as_read(house: House) -> None:
    house.play(["y", "2", "3"])
    assert house.diary().settings.intro_read_on == house.now.date()


def test_a_flare_up_offers_the_easy_session(settled: House) -> None:
    settled.change(flares=Flare(from_=settled.now.date()))
    settled.play(["5", "n", "y", "", *REVIEW])
    assert settled.diary().sessions[-1].program == "easy-day"


def test_another_program_closes_the_run_only_when_the_user_says_so(settled: House) -> None:
    settled.keys = [(3.0, "escape"), (3.0, "l")]
    settled.play(["n", "3", "n", ""], program="hips-five-hold")
    assert [run.program for run in settled.diary().runs] == ["hips-three-twice"]


def test_another_program_starts_a_run_of_its_own(settled: House) -> None:
    settled.keys = [(3.0, "escape"), (3.0, "l")]
    settled.play(["y", "3", "n", ""], program="hips-five-hold")
    first, second = settled.diary().runs
    assert (first.ended_on, second.started_on) == (settled.now.date(), settled.now.date())
    assert settled.diary().sessions[-1].program == "hips-five-hold"


def test_a_warning_sign_in_a_session_opens_the_list(settled: House) -> None:
    settled.keys = [(40.0, "h"), (40.0, "w")]
    settled.play(["3", "n", "", "y", "1"])
    diary = settled.diary()
    assert diary.sessions[-1].state is SessionState.ENDED_EARLY
    assert diary.screenings[-1].result is Severity.EMERGENCY


def test_a_warning_sign_that_was_not_followed_up_asks_the_whole_screening(
    settled: House,
) -> None:
    settled.keys = [(40.0, "h"), (40.0, "w")]
    with pytest.raises(LeftError):
        settled.play(["3", "n", ""])
    settled.later(minutes=5)
    with pytest.raises(LeftError):
        settled.play(HEALTHY[:3])
    assert "Accident" in settled.text


def test_a_warning_sign_without_a_sign_on_the_list_shows_when_to_stop(settled: House) -> None:
    questionnaire = settled.catalogue.questionnaire
    asked = set(new_signs(questionnaire))
    pages = [t for t in questionnaire.topics if any(item.id in asked for item in t.items)]
    settled.keys = [(40.0, "h"), (40.0, "w")]
    settled.play(["3", "n", "", *["n"] * len(pages), *REVIEW])
    assert "Stop with any of these" in settled.text


def test_pain_during_a_session_counts_for_the_next_start(settled: House) -> None:
    settled.keys = [(40.0, "h"), (40.0, "9"), (40.0, "enter"), (40.0, "x")]
    settled.play(["2", "n", "", *[""] * 6])
    assert "Clamshell: One step easier: no band, one set fewer" in settled.text
    settled.later(minutes=5)
    settled.play(["", "n"])
    assert "No session today." in settled.text
    assert len(settled.diary().sessions) == 2


def test_an_answer_given_before_leaving_the_screening_is_kept(house: House) -> None:
    with pytest.raises(LeftError):
        house.play(["n", "n", "n", "n", "y", "2"])
    house.play(["3"])
    assert "This needs a check before exercise." in house.text


def test_a_cleared_sign_stays_cleared_unless_it_is_new(house: House) -> None:
    checked = ["1", "2026-11-01", "y"]
    told = ["y", "2", *HEALTHY[1:]]
    house.play(["y", "2", *checked, *told, *NEW_RUN, *READY, *REVIEW])
    house.later(days=40)
    house.play([*told[:2], *["n"] * 6, "n", *READY, *REVIEW])
    house.later(days=40)
    house.play([*told[:2], *["n"] * 6, "y", "3"])
    assert "Please get medical help now." in house.text


def test_while_ill_no_session_is_offered_not_even_an_easy_one(settled: House) -> None:
    settled.change(absences=Absence(from_=settled.now.date(), reason=ILL))
    settled.play(["6", "n"])
    assert "free of fever" in settled.text
    assert len(settled.diary().sessions) == 1


def test_in_a_flare_up_there_is_one_easy_session_a_day(settled: House) -> None:
    settled.change(flares=Flare(from_=settled.now.date() - timedelta(days=6)))
    settled.play(["n", "5", "n", "y", "", *REVIEW])
    assert "You may take it at any time." in settled.text
    assert settled.diary().sessions[-1].program == "easy-day"
    settled.later(hours=3)
    settled.play(["n", "4", "n"])
    assert "enough for a day" in settled.text
    assert len(settled.diary().sessions) == 2


def test_after_a_week_the_way_back_from_a_flare_up_is_offered(settled: House) -> None:
    settled.change(flares=Flare(from_=settled.now.date() - timedelta(days=7)))
    settled.play(["n", "5", "n"])
    assert "This has lasted a week." in settled.text
    assert "the way back begins one step easier" in settled.text
    assert len(settled.diary().sessions) == 1
    settled.play(["y", *SHORT, "5", "n", "", *REVIEW])
    diary = settled.diary()
    assert diary.flares[0].to == settled.now.date() - timedelta(days=1)
    assert {decision.rule for decision in diary.decisions} == {"R-FLARE"}
    assert diary.sessions[-1].program == "hips-three-twice"


def test_an_illness_ends_with_the_users_word(settled: House) -> None:
    settled.change(absences=Absence(from_=settled.now.date() - timedelta(days=2), reason=ILL))
    settled.play(["n", "3", "n"])
    assert "free of fever for a day" in settled.text
    assert len(settled.diary().sessions) == 1
    settled.play(["y", "3", "n", "", *REVIEW])
    assert settled.diary().absences[0].to == settled.now.date() - timedelta(days=1)
    assert len(settled.diary().sessions) == 2


def test_leaving_at_a_question_keeps_what_was_answered(house: House) -> None:
    with pytest.raises(LeftError):
        house.play(HEALTHY)
    assert len(house.diary().screenings) == 1
    assert house.diary().runs == ()


@pytest.mark.parametrize(("known", "ended"), [((), True), (("below-knee-left",), False)])
def test_pain_that_is_new_below_the_knee_ends_the_session_and_opens_the_list(
    settled: House, known: tuple[str, ...], ended: bool
) -> None:
    places = tuple(Place(place) for place in known)
    before = settled.now - timedelta(days=2)  # the questions were answered after it
    settled.change(pain_ratings=PainRating(at=before, score=2, places=places))
    settled.change(pain_ratings=PainRating(at=settled.now, score=2))
    settled.keys = [(40.0, key) for key in ("h", "2", "8", "enter", "e")]
    if not ended:
        settled.keys += [(70.0, "escape"), (70.0, "l")]
    settled.play(["", "n", "", "y", "1"] if ended else ["", "n", ""])
    session = settled.diary().sessions[-1]
    assert (session.state is SessionState.ENDED_EARLY) is ended
    assert ("Please get medical help now." in settled.text) is ended


# ---------------------------------------------------------------------------- next time

CALM = ["", "5", "2", "2", ""]
RISEN = ["2", "2", "n", ""]


@pytest.fixture
def trained(house: House) -> House:
    """The second day's morning, after a first session with every repetition done."""
    house.play([*HEALTHY, *NEW_RUN, "2", "n", "", *CALM])
    house.later(days=1)
    return house


def rungs(house: House) -> dict[str, tuple[str, bool]]:
    return {d.exercise: (d.to, d.accepted) for d in house.diary().decisions}


def test_each_step_is_asked_after_the_session_and_waits_for_the_morning(trained: House) -> None:
    trained.play([*RISEN, *CALM, "n", ""])
    assert "Clamshell: One step up: red band, 12 reps" in trained.text
    assert "Step up? [Y/n]" in trained.text
    assert "Tomorrow morning we ask one question" in trained.text
    assert rungs(trained) == {"clamshell-band": ("red", False)}
    trained.later(days=1)
    trained.play(["2", "", "2", "n", "", *CALM, ""])
    assert trained.text.count("Heel lift: One step up: 4 s pause, 12 reps") == 1
    assert "Go along with it? [Y/n]" in trained.text
    assert rungs(trained)["quadruped-hip-extension"] == ("hold-4", True)
    assert trained.diary().sessions[-1].sets[4].rung == "hold-4"


def test_a_step_can_be_declined_in_the_morning_too(trained: House) -> None:
    trained.play([*RISEN, *CALM, "", ""])
    trained.later(days=1)
    trained.play(["2", "n", "", "2", "n", "", *CALM])
    assert "It stays as it is." in trained.text
    assert rungs(trained)["clamshell-band"] == ("red", False)
    assert {s.rung for s in trained.diary().sessions[-1].sets[:4]} == {"yellow"}


def test_a_set_fewer_is_said_once_before_the_session_and_once_among_what_is_due(
    trained: House,
) -> None:
    trained.play([*RISEN, "", "5", "7", "2", "", ""])
    assert "Two-leg bridge, set 2, both: 15" in trained.text
    trained.later(hours=8)
    told = today_lines(trained.diary(), trained.catalogue, trained.now)
    assert "  Evening: not today" in told
    assert any(line.startswith("Enough for today: a session brought a lot") for line in told)
    assert not [line for line in told if "Clamshell, " in line]
    trained.later(hours=16)
    told = today_lines(trained.diary(), trained.catalogue, trained.now)
    assert "  Clamshell, yellow band: 1 × 12–15" in told
    assert len([line for line in told if line.lstrip().startswith("One set fewer")]) == 1
    with pytest.raises(LeftError):
        trained.play(["2", "2", "n"])
    assert trained.text.count("One set fewer") == 1


@pytest.mark.parametrize(("said", "flares"), [(["y", *["n"] * 7], 1), (["n"], 0)])
def test_two_bad_mornings_ask_whether_it_is_a_flare_up(
    trained: House, said: list[str], flares: int
) -> None:
    for days, score in ((0, 2), (1, 6), (1, 6)):
        trained.later(days=days)
        trained.change(pain_ratings=PainRating(at=trained.now, score=score))
    with pytest.raises(LeftError):
        trained.play(said)  # then it asks for the pain now
    assert "  Flare-up? [y/N]" in trained.text
    assert len(trained.diary().flares) == flares
    assert ("R-FLARE" in {d.rule for d in trained.diary().decisions}) is not bool(flares)


def test_a_sign_on_the_flare_ups_list_ends_it_there(trained: House) -> None:
    for days, score in ((0, 2), (1, 6), (1, 6)):
        trained.later(days=days)
        trained.change(pain_ratings=PainRating(at=trained.now, score=score))
    trained.play(["y", "y", "1"])
    assert "Please get medical help now." in trained.text
    assert len(trained.diary().flares) == 1
    assert len(trained.diary().sessions) == 1
