"""The open diary as a whole: all tables, who is told, filling, reading, closing."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.pain import NOTE_LIMIT, PainRating
from hipcoach.core.run import Absence, Band, CheckIn, Decision, Flare, Run, Settings
from hipcoach.core.screening import Answer, Screening, Severity
from hipcoach.core.session import Session, Slot
from hipcoach.store.errors import NotSaved

AT = datetime(2026, 11, 2, 18, 12, tzinfo=UTC)


def test_every_table_keeps_its_documents(store, reopened) -> None:
    run = store.runs.add(Run(program="p", program_version=1, started_on=date(2026, 11, 2)))
    at = {"at": AT}
    diary = Diary(
        runs=(run,),
        pain_ratings=(store.pain_ratings.add(PainRating(score=3, **at)),),
        sessions=(
            store.sessions.add(
                Session(started_at=AT, run=run.id, program="p", slot=Slot.EVENING, planned_sets=12)
            ),
        ),
        decisions=(
            store.decisions.add(
                Decision(rule="R", exercise="e", from_="a", to="b", text="t", accepted=True, **at)
            ),
        ),
        check_ins=(store.check_ins.add(CheckIn(run=run.id, week=3, items={"own": 2}, **at)),),
        flares=(store.flares.add(Flare(from_=date(2026, 11, 2))),),
        absences=(store.absences.add(Absence(from_=date(2026, 11, 2), reason="ill")),),
        screenings=(
            store.screenings.add(
                Screening(
                    wording="1",
                    answers={"a": Answer.NO},
                    result=Severity.CLEAR,
                    cleared_on={"b": date(2026, 11, 1)},
                    **at,
                )
            ),
        ),
        settings=store.settings.put(Settings(bands=(Band(colour="red"),))),
    )
    assert store.diary() == diary
    assert reopened().diary() == diary


def test_there_is_one_document_of_settings(store, reopened) -> None:
    assert store.settings.get() == Settings()
    first = store.settings.put(Settings(sample=True))
    second = store.settings.put(Settings(sample=False))
    assert (second.id, second.sample) == (first.id, False)
    assert reopened().settings.get() == second


def test_own_programs_and_unknown_tables_are_kept(open_store, folder, rating) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating())
    path = folder / "diary.json"
    own = '"programs": {\n"1": {"id":"mine","deep":[{"a":1}]}\n},\n"later": {\n"1": {}\n}\n}\n'
    path.write_text(path.read_text("utf-8")[:-3] + ",\n" + own, "utf-8")
    with open_store() as store:
        store.pain_ratings.add(rating())
    assert own.strip("}\n") in path.read_text("utf-8")


def test_changed_tables_are_told_after_they_are_saved(store, rating, reopened) -> None:
    told = []
    store.on_change(lambda tables: told.append((tables, len(reopened().pain_ratings.all()))))
    added = store.pain_ratings.add(rating())
    with store.transaction():
        store.pain_ratings.delete(added.id)
        store.flares.add(Flare(from_=date(2026, 11, 2)))
        assert len(told) == 1
    with store.transaction():
        pass
    assert told == [
        (frozenset({"pain_ratings"}), 1),
        (frozenset({"pain_ratings", "flares"}), 0),
    ]


def test_a_listener_may_change_the_diary(store, rating) -> None:
    store.on_change(
        lambda tables: "flares" in tables or store.flares.add(Flare(from_=date(2026, 11, 2)))
    )
    store.pain_ratings.add(rating())
    assert len(store.flares.all()) == 1


def test_a_store_for_reading_changes_nothing(open_store, rating) -> None:
    with open_store() as store:
        added = store.pain_ratings.add(rating())
    with open_store(write=False) as reader:
        for change in (
            lambda: reader.pain_ratings.add(rating()),
            lambda: reader.pain_ratings.delete(added.id),
            lambda: reader.settings.put(Settings()),
        ):
            with pytest.raises(TypeError, match="not open for writing"):
                change()
        reader.checkpoint()
        assert reader.pain_ratings.all() == (added,)


def test_a_closed_store_takes_no_change(open_store, rating) -> None:
    store = open_store()
    store.close()
    store.close()
    with pytest.raises(TypeError, match="not open for writing"):
        store.pain_ratings.add(rating())


def test_the_folder_is_the_owners_alone(open_store, folder, rating) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating())
        store.checkpoint()
    for path in (folder, *folder.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files where they are")
def test_nothing_is_called_saved_in_a_folder_that_is_gone(open_store, folder, rating) -> None:
    with open_store() as store:
        kept = store.pain_ratings.add(rating(3))
        elsewhere = folder.rename(folder.with_name("elsewhere"))
        with pytest.raises(NotSaved, match=r"was moved or deleted while HipCoach was open"):
            store.pain_ratings.add(rating(4))
        assert store.diary().pain_ratings == (kept,)
        elsewhere.rename(folder)
        store.pain_ratings.add(rating(5))
    with open_store(write=False) as store:
        assert [told.score for told in store.diary().pain_ratings] == [3, 5]


def test_a_whole_diary_fills_an_empty_store(store, rating, reopened, folder, disk) -> None:
    times = {"created_at": AT, "updated_at": AT}
    made = Diary(
        pain_ratings=tuple(rating(n, id=f"r{n}", **times) for n in range(3)),
        flares=(Flare(id="f", from_=date(2026, 11, 2), **times),),
        settings=Settings(id="s", sample=True, **times),
    )
    assert store.is_empty
    store.fill(made)
    assert store.diary() == reopened().diary() == made
    assert not store.is_empty
    assert disk.read(folder / "diary.json.journal").count(b"\n") == 1
    assert store.pain_ratings.replace(rating(9, id="r1")).score == 9
    with pytest.raises(ValueError, match="pain_ratings is not empty"):
        store.fill(made)


def test_a_whole_diary_without_ids_is_refused(store, rating) -> None:
    with pytest.raises(ValueError, match="pain_ratings has no id or no times"):
        store.fill(Diary(pain_ratings=(rating(),)))
    assert store.is_empty


def test_filling_after_an_undone_change_finds_its_documents(store, rating) -> None:
    with suppress(ZeroDivisionError), store.transaction():
        store.pain_ratings.add(rating(id="r"))
        raise ZeroDivisionError
    store.pain_ratings.fill([rating(4, id="r", created_at=AT, updated_at=AT)])
    assert store.pain_ratings.get("r").score == 4


def test_a_long_journal_becomes_a_checkpoint(store, rating, folder, disk, reopened) -> None:
    path = folder / "diary.json.journal"
    sizes = []
    for _ in range(130):
        store.pain_ratings.add(rating(note="n" * NOTE_LIMIT))
        sizes.append(len(disk.read(path)))
    assert max(sizes) < 1_100_000
    assert sizes[-1] < 500_000
    assert reopened().pain_ratings.all() == store.pain_ratings.all()
