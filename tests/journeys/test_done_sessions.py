"""Sessions done without the app: entered afterwards, changed, deleted, and opening nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hipcoach.core.adherence import adherence
from hipcoach.core.exercise import Side
from hipcoach.core.gate import Permission
from hipcoach.core.opening import Kind
from hipcoach.core.run import Flare
from hipcoach.core.session import SessionState, Slot
from hipcoach.core.session_entry import ExerciseDone, as_asked
from hipcoach.core.text import say
from hipcoach.journeys.done_sessions import DoneSessions
from hipcoach.journeys.errors import NotAllowed, Unfit
from hipcoach.journeys.programs import Programs
from hipcoach.store.errors import NotSaved


class Entering:
    """Someone who enters sessions; `ago` is days before now, at the hour of now."""

    def __init__(self, room) -> None:
        self.room, self.sessions = room, DoneSessions(room.desk)

    def at(self, ago: float):
        return self.room.desk.now() - timedelta(days=ago)

    def whole(self, ago: float = 0, **changes):
        form = self.sessions.form(self.at(ago).date())
        assert form is not None
        return replace(as_asked(form, self.at(ago)), **changes)

    def keep(self, ago: float = 0, **changes):
        return self.sessions.keep(self.whole(ago, **changes))

    def stored(self, kept):
        found = self.room.store.sessions.get(kept.id)
        assert found is not None
        return found

    def count(self) -> tuple[int, int]:
        room, run = self.room, self.room.sessions.run()
        program, rule = room.catalogue.programs[run.program], room.catalogue.rules.count
        total = adherence(room.diary, run, program, room.desk.now(), rule).total
        return total.done, total.planned


@pytest.fixture
def enter(settled) -> Entering:
    """The fifth day of a run, at nine, nothing done yet."""
    settled.later(days=4)
    return Entering(settled)


def test_an_entry_counts_for_its_day(settled, enter) -> None:
    assert enter.count() == (0, 8)
    kept = enter.keep(1, effort=4, note="At my sister's")
    settled.crash()
    (session,) = settled.diary.sessions
    assert (session.id, session.day) == (kept.id, (settled.now - timedelta(days=1)).date())
    assert (session.slot, session.state) == (Slot.MORNING, SessionState.FINISHED)
    assert (session.effort, session.note, session.without_app) == (4, "At my sister's", True)
    assert session.run == settled.sessions.run().id
    assert Entering(settled).count() == (1, 8)


def test_it_opens_nothing_and_takes_its_slot(settled, enter) -> None:
    before = settled.sessions.permission()
    assert settled.desk.due().session_due
    enter.keep(0.05)
    assert settled.sessions.permission() is before is Permission.SESSION
    assert not settled.desk.due().session_due


def test_two_fill_both_halves_a_third_is_extra_and_a_fourth_refused(enter) -> None:
    slots = [enter.stored(enter.keep(ago)).slot for ago in (1, 1.01, 1.02)]
    assert slots == [Slot.MORNING, Slot.EVENING, Slot.EXTRA]
    assert enter.count() == (2, 8)
    with pytest.raises(NotAllowed, match="its sessions and an extra one already"):
        enter.keep(1.03)


def test_one_beside_those_with_the_app_takes_the_half_that_is_open(settled, enter) -> None:
    settled.play(settled.guide(settled.sessions.begin(Kind.SESSION)))
    assert enter.stored(enter.keep(0.01)).slot is Slot.EVENING


def test_on_a_day_of_a_flare_up_it_is_extra(settled, enter) -> None:
    settled.store.flares.add(Flare(from_=enter.at(2).date(), to=enter.at(1).date()))
    assert enter.stored(enter.keep(1)).slot is Slot.EXTRA


def test_it_can_be_changed_and_taken_back(settled, enter) -> None:
    kept = enter.keep(1)
    before = enter.stored(kept)
    entry = enter.sessions.entry(kept.id)
    less = replace(entry, done=entry.done[:1], note="Short of time", effort=2)
    again = enter.sessions.keep(less)
    changed = enter.stored(again)
    assert again.id == kept.id
    assert changed.state is SessionState.ENDED_EARLY
    assert {made.exercise for made in changed.sets} == {entry.done[0].exercise}
    again.back()
    assert replace(enter.stored(kept), updated_at=before.updated_at) == before
    kept.back()
    assert settled.diary.sessions == ()


def test_a_note_changes_nothing_else(enter) -> None:
    kept = enter.keep(1)
    before = enter.stored(kept)
    enter.sessions.keep(replace(enter.sessions.entry(kept.id), note="x"))
    changed = enter.stored(kept)
    assert replace(changed, note="", updated_at=before.updated_at) == before


def test_a_note_can_be_changed_when_the_day_is_full(enter) -> None:
    kept = [enter.keep(ago) for ago in (1, 1.01, 1.02)]
    enter.sessions.keep(replace(enter.sessions.entry(kept[2].id), note="x"))
    assert enter.stored(kept[2]).slot is Slot.EXTRA


def test_moved_to_another_day_it_is_entered_for_that_day(enter) -> None:
    kept = enter.keep(1)
    moved = replace(enter.sessions.entry(kept.id), at=enter.at(2))
    enter.sessions.keep(moved)
    assert enter.stored(kept).day == enter.at(2).date()
    assert enter.count() == (1, 8)


def test_the_form_of_an_entry_is_as_it_was_done(enter) -> None:
    kept = enter.keep(1)
    stored = enter.stored(kept)
    lighter = tuple(replace(made, low=5) for made in stored.sets)
    enter.room.store.sessions.replace(replace(stored, sets=lighter))
    form = enter.sessions.form(stored.day, kept.id)
    fresh = enter.sessions.form(stored.day)
    assert form
    assert fresh
    assert {one.low for one in form.exercises} == {5}
    assert 5 not in {one.low for one in fresh.exercises}


def test_a_deleted_one_comes_back_with_its_id(settled, enter) -> None:
    kept = enter.keep(1)
    before = enter.stored(kept)
    back = enter.sessions.delete(kept.id)
    assert settled.diary.sessions == ()
    back()
    assert replace(enter.stored(kept), updated_at=before.updated_at) == before


def test_a_session_with_the_app_stays_as_it_was_recorded(settled, enter) -> None:
    session = settled.leave(Kind.SESSION)
    settled.sessions.keep_left()
    before = settled.diary
    changes = (
        lambda: enter.sessions.entry(session.id),
        lambda: enter.sessions.form(session.day, session.id),
        lambda: enter.sessions.delete(session.id),
        lambda: enter.keep(1, id=session.id),
    )
    for change in changes:
        with pytest.raises(NotAllowed, match="Only a session without the app"):
            change()
    assert settled.diary == before


def test_what_is_gone_cannot_be_changed(enter) -> None:
    kept = enter.keep(1)
    kept.back()
    with pytest.raises(NotAllowed, match="not in the diary any more"):
        enter.keep(1, id=kept.id)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"done": ()}, "Tick what you did"),
        ({"note": "x" * 10_001}, "10\u00a0000 characters"),
        ({"done": (ExerciseDone(exercise="x", sets=1, reps=((Side.LEFT, 1),)),)}, "of that day"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(settled, enter, changes, words) -> None:
    with pytest.raises(Unfit, match=words):
        enter.keep(1, **changes)
    assert settled.diary.sessions == ()


def test_nothing_is_done_in_the_future(settled, enter) -> None:
    with pytest.raises(Unfit, match="still to come"):
        enter.sessions.keep(replace(enter.whole(), at=settled.now + timedelta(minutes=1)))
    assert enter.sessions.form(enter.at(-1).date()) is None


def test_without_a_program_nothing_can_be_entered(settled, enter) -> None:
    assert enter.sessions.form(enter.at(5).date()) is None
    entry = replace(enter.whole(), at=enter.at(5))
    with pytest.raises(NotAllowed, match="No program was under way"):
        enter.sessions.keep(entry)


def test_of_two_programs_of_one_day_an_entry_stays_with_its_own(settled, enter) -> None:
    kept = enter.keep(0.01)
    run = enter.stored(kept).run
    settled.later(minutes=5)
    Programs(settled.desk).start("hips-five-hold")
    form = enter.sessions.form(settled.now.date())
    own = enter.sessions.form(settled.now.date(), kept.id)
    assert form
    assert own
    assert say(form.program) != say(own.program)
    enter.sessions.keep(replace(enter.sessions.entry(kept.id), note="x"))
    assert enter.stored(kept).run == run


@pytest.mark.parametrize("change", ["new", "changed", "deleted", "restored"])
def test_a_full_disk_changes_nothing(settled, enter, change) -> None:
    kept, gone = enter.keep(1), enter.keep(1.1)
    entry, new = enter.sessions.entry(kept.id), enter.whole(2)
    changes = {
        "new": lambda: enter.sessions.keep(new),
        "changed": lambda: enter.sessions.keep(replace(entry, note="x")),
        "deleted": lambda: enter.sessions.delete(kept.id),
        "restored": enter.sessions.delete(gone.id),
    }
    before = settled.diary
    settled.disk.left = 0
    with pytest.raises(NotSaved):
        changes[change]()
    assert settled.diary == before
