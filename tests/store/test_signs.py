"""A restored backup brings the diary of then back, but no answer and no sign of since is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hipcoach.core.pain import Place
from hipcoach.core.screening import Answer, Screening, Severity
from hipcoach.core.session import WARNING_SIGN, EventKind, Session, SessionEvent, Slot
from hipcoach.store import doctor
from hipcoach.store.signs import with_signs_of


def screened(at, **said: Answer) -> Screening:
    return Screening(at=at, wording="1", answers=said, result=Severity.CLEAR, cleared_on={})


def session(at, *events: SessionEvent) -> Session:
    return Session(
        started_at=at, run="", program="p", slot=Slot.MORNING, planned_sets=1, events=events
    )


@pytest.fixture
def told(open_store, clock, rating, done):
    """An open diary with a backup from before signs were told in it; its other entries since."""
    store = open_store()
    at = clock()
    store.pain_ratings.add(rating(1))
    store.screenings.add(screened(at, lump=Answer.NO))
    both = store.sessions.add(session(at))
    store.backup = done(store.back_up())
    clock.moment += timedelta(minutes=5)
    at = clock()
    store.screenings.add(screened(at, lump=Answer.YES))
    end = SessionEvent(at=at, kind=EventKind.END, choice=WARNING_SIGN)
    store.sessions.replace(replace(both, events=(end,)))
    below = SessionEvent(at=at, kind=EventKind.HURT, places=(Place.BELOW_KNEE_LEFT,))
    store.sessions.add(session(at, below))
    store.sessions.add(session(at, SessionEvent(at=at, kind=EventKind.PAUSE)))
    store.pain_ratings.add(rating(2))
    store.pain_ratings.add(replace(rating(3), places=(Place.BELOW_KNEE_RIGHT,)))
    store.pain_ratings.add(replace(rating(4), places=(Place.THIGH_LEFT,)))
    yield store
    store.close()


def assert_signs_are_there(diary) -> None:
    assert [s.answers["lump"] for s in diary.screenings] == ["no", "yes"]
    assert [[event.kind for event in s.events] for s in diary.sessions] == [["end"], ["hurt"]]
    assert [rating.score for rating in diary.pain_ratings] == [1, 3]


def test_the_window_s_way_keeps_the_signs(told, done, open_store) -> None:
    store, replaced = done(told.bring_back(told.backup))
    assert_signs_are_there(store.diary())
    assert len({raw.id for raw in store.sessions.all()}) == 2
    store.close()
    again = open_store()
    assert_signs_are_there(again.diary())
    before, _ = done(again.bring_back(replaced))
    assert [rating.score for rating in before.diary().pain_ratings] == [1, 2, 3, 4]
    before.close()


def test_the_command_s_way_keeps_them_too(told, folder, clock, open_store) -> None:
    backup = told.backup
    told.close()
    doctor.restore(folder, backup, clock)
    with open_store(write=False) as store:
        assert_signs_are_there(store.diary())


def test_an_answer_that_was_deleted_is_no_sign_and_that_of_the_backup_stays(told, done) -> None:
    first, second = told.screenings.all()
    told.screenings.delete(first.id)
    told.screenings.delete(second.id)
    store, _ = done(told.bring_back(told.backup))
    assert [s.answers["lump"] for s in store.diary().screenings] == ["no"]
    store.close()


def test_where_the_diary_is_damaged_its_older_copies_tell_the_signs(
    told, folder, clock, open_store
) -> None:
    backup = told.backup
    told.close()
    (folder / "diary.json").write_bytes(b"{")
    doctor.restore(folder, backup, clock)
    with open_store(write=False) as store:
        assert_signs_are_there(store.diary())


def test_where_nothing_else_can_be_read_the_backup_comes_back_alone(
    told, folder, clock, open_store
) -> None:
    backup = told.backup
    told.close()
    for file in (*folder.glob("diary.json*"), *(folder / "backups").iterdir()):
        if file.name != backup:
            file.write_bytes(b"{")
    doctor.restore(folder, backup, clock)
    with open_store(write=False) as store:
        assert [rating.score for rating in store.diary().pain_ratings] == [1]
        assert [s.answers["lump"] for s in store.diary().screenings] == ["no"]


def test_what_cannot_be_read_is_left_out() -> None:
    strange = {"1": {"id": "a", "answers": {"lump": "perhaps"}}, "2": {"id": "b", "deleted": True}}
    chosen = {"screenings": {"7": {"id": "c"}}}
    assert with_signs_of({"screenings": strange}, chosen) == chosen
