"""Ten entries changed or deleted in the window, each taken back: the diary is what it was.

And a rating is two presses away wherever one is, and on the disk before it says that it is saved.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QSpinBox

from hipcoach.core.diary import Diary
from hipcoach.core.document import Document
from hipcoach.core.gate import Asked
from hipcoach.core.pain import PainRating, Place, RatingKind
from hipcoach.core.run import AWAY, ILL
from hipcoach.core.screening import Answer
from hipcoach.core.session_entry import as_asked
from hipcoach.journeys.done_sessions import DoneSessions
from hipcoach.journeys.entries import Entries
from hipcoach.journeys.periods import Periods
from hipcoach.store.errors import NotSaved
from hipcoach.ui.controls.check_box import CheckBox
from hipcoach.ui.controls.note_field import NoteField
from hipcoach.ui.controls.score_scale import ScoreScale

CONTROL = Qt.KeyboardModifier.ControlModifier
DAY = timedelta(days=1)
ODD = "\u202eStairs\x07 <b>twice</b> \U0001f9ce"


def documents(diary: Diary) -> dict[str, Document]:
    """All that is in the diary, but for when it was last changed and which hints were read."""
    tables = (getattr(diary, name) for name in Diary.__slots__ if name != "settings")
    found = {d.id: replace(d, updated_at=None) for table in tables for d in table}
    return found | {"settings": replace(diary.settings, updated_at=None, hints_seen=())}


class Hand:
    """A user who goes through the entries of the Diary page."""

    def __init__(self, desktop) -> None:
        self.desktop = desktop
        desktop.press("Diary")
        self.settle()

    @property
    def _flow(self):
        return self.desktop.navigator.areas.diary

    @property
    def panel(self):
        return self._flow.page.panel

    def settle(self) -> None:
        """Until what the page shows is what the diary holds."""
        self.desktop.until(self._is_settled)

    def _is_settled(self) -> bool:
        is_loading = self._flow._loader._is_begun and self._flow._widget is None
        return not is_loading and not self._flow._work._timer.isActive()

    def to(self, entry) -> None:
        """Put the keys on its row."""
        self._flow.page.entries.setFocus()
        self._flow.page.entries.go_to(entry.id)

    def open(self, entry) -> None:
        self.to(entry)
        self.key(Qt.Key.Key_Return)
        assert self.panel is not None

    def key(self, *keys: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.desktop.key(key, held)
            self.settle()

    def press(self, *starts: str) -> None:
        self.desktop.press(*starts)
        self.settle()

    def save(self) -> None:
        self.press("Save")
        assert self.panel is None, self.desktop.texts

    def field(self, name: str = "Note"):
        """The text field of the panel whose name starts so; else its only one."""
        shown = [note for note in self.panel.findChildren(NoteField) if note.isVisible()]
        named = [note for note in shown if note.field.accessibleName().startswith(name)]
        return (named or shown)[0].field

    def write(self, text: str, name: str = "Note") -> None:
        self.field(name).setPlainText(text)

    def undo(self) -> None:
        self.key(Qt.Key.Key_Z, held=CONTROL)

    # What is changed

    def another_score(self, rating) -> None:
        self.open(rating)
        self.key(Qt.Key.Key_9)
        self.save()

    def a_note(self, entry) -> None:
        self.open(entry)
        self.write(ODD)
        self.save()

    def a_place(self, rating) -> None:
        self.open(rating)
        boxes = self.panel.findChildren(CheckBox)
        next(box for box in boxes if "buttock" in box.accessibleName()).click()
        self.save()

    def another_day(self, rating) -> None:
        self.open(rating)
        self.press("A day earlier")
        self.save()

    def more_repetitions(self, session) -> None:
        self.open(session)
        self.press("Change: Clamshell")
        fields = self.panel.findChildren(QSpinBox)
        field = next(f for f in fields if "repetitions" in f.accessibleName())
        field.setValue(field.value() + 3)
        self.save()

    def tags(self, rating) -> None:
        self.open(rating)
        self.write(f"{ODD}, car", "Tags")
        self.save()

    def medicine(self, rating) -> None:
        self.open(rating)
        self.press("Add medicine or tags")
        self.write(ODD, "Medicine")
        self.save()

    def delete(self, entry) -> None:
        self.to(entry)
        self.key(Qt.Key.Key_Delete)

    def delete_in_panel(self, entry) -> None:
        self.open(entry)
        self.press("Delete")
        assert self.panel is None, self.desktop.texts


def live(desktop) -> None:
    """Three weeks with entries of every kind, the morning question of today answered."""
    desktop.settle()
    desktop.later(days=20)
    desktop.ratings.rate(3)
    desktop.later(hours=3)  # no longer what Today goes by
    now, today = desktop.now(), desktop.now().date()
    entries, periods = Entries(desktop.desk), Periods(desktop.desk)
    for ago, score in enumerate((2, 4, 5, 6), 2):
        rating = PainRating(at=now - ago * DAY, score=score, places=(Place.THIGH_LEFT,), note="a")
        entries.keep_rating(replace(rating, tags=("car",), medicine="Ibuprofen 400"))
    entries.keep_rating(PainRating(at=now - 2 * DAY, score=8, kind=RatingKind.WORST))
    done = DoneSessions(desktop.desk)
    for ago in (1, 6):
        form = done.form(today - ago * DAY)
        assert form
        done.keep(as_asked(form, now - ago * DAY))
    periods.keep_flare("", today - 15 * DAY, today - 14 * DAY, "Suitcase")
    periods.keep_absence("", today - 9 * DAY, today - 8 * DAY, AWAY)
    periods.keep_absence("", today - 12 * DAY, today - 11 * DAY, ILL)
    items = [item.id for page in desktop.screener.pages(Asked.FULL) for item in page.items]
    desktop.screener.keep(dict.fromkeys(items, Answer.NO), {})
    desktop.later(minutes=10)


@pytest.fixture
def lived(desktop):
    live(desktop)
    desktop.open()
    return desktop


def test_ten_entries_each_taken_back_leave_the_diary_as_it_was(lived) -> None:
    hand, was = Hand(lived), lived.diary
    ratings, done = was.pain_ratings, [s for s in was.sessions if s.without_app]
    worst = next(rating for rating in ratings if rating.kind is RatingKind.WORST)
    (flare,), (ill, away) = was.flares, was.absences
    changes = [
        (hand.another_score, ratings[1]),
        (hand.a_note, ratings[-1]),
        (hand.a_place, ratings[0]),
        (hand.another_day, ratings[2]),
        (hand.another_score, worst),
        (hand.delete, ratings[1]),
        (hand.delete_in_panel, ratings[0]),
        (hand.tags, ratings[1]),
        (hand.medicine, ratings[-1]),
        (hand.more_repetitions, done[0]),
        (hand.delete, done[1]),
        (hand.a_note, flare),
        (hand.delete_in_panel, away),
        (hand.delete, ill),
    ]
    for change, entry in changes:
        change(entry)
        assert documents(lived.diary) != documents(was), (change, entry, lived.texts)
        hand.undo()
        assert documents(lived.diary) == documents(was), (change, entry)
    lived.kill()
    assert documents(lived.diary) == documents(was)


# A rating from anywhere

PAGES = {
    "today": (Qt.Key.Key_1,),
    "program": (Qt.Key.Key_2,),
    "diary": (Qt.Key.Key_3,),
    "report": (Qt.Key.Key_5,),
    "settings": (Qt.Key.Key_Comma,),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_rating_is_two_presses_and_on_the_disk(lived, page) -> None:
    for key in PAGES[page]:
        lived.key(key, CONTROL)
    assert lived.shown == page
    before = len(lived.ratings_kept)
    lived.key(Qt.Key.Key_N, CONTROL)
    lived.key(Qt.Key.Key_7)
    assert lived.ratings_kept[before:] == [(7, ())]
    assert lived.shows("Undo")
    lived.kill()
    assert lived.ratings_kept[before:] == [(7, ())]


def test_so_it_is_beside_a_panel_in_which_something_was_typed(lived) -> None:
    hand, before = Hand(lived), len(lived.ratings_kept)
    hand.press("New entry", "3")
    hand.write("Half a sentence")
    lived.key(Qt.Key.Key_N, CONTROL)
    lived.key(Qt.Key.Key_7)
    assert lived.ratings_kept[before:] == [(7, ())]
    hand.press("Diary")
    assert (hand.panel.form.score, hand.panel.form.note) == (3, "Half a sentence")
    hand.undo()
    assert lived.ratings_kept[before:] == []
    assert (hand.panel.form.score, hand.panel.form.note) == (3, "Half a sentence")


def test_a_full_disk_saves_no_rating_and_the_scale_shows_what_is_saved(lived, qtbot) -> None:
    lived.press("2")
    lived.later(minutes=5)
    before = lived.ratings_kept
    lived.key(Qt.Key.Key_3, CONTROL)
    lived.disk.left = 0
    with qtbot.capture_exceptions() as told:
        lived.key(Qt.Key.Key_N, CONTROL)
        lived.key(Qt.Key.Key_7)
    assert [type(error) for _, error, _ in told] == [NotSaved]
    assert "Saved at 12:10" in lived.texts  # the one before
    scales = (scale for scale in lived.window.findChildren(ScoreScale) if scale.isVisible())
    assert [scale.score for scale in scales] == [2]
    assert lived.ratings_kept == before
    lived.disk.left = None
    lived.key(Qt.Key.Key_7)
    assert lived.ratings_kept == [*before, (7, ())]


# Texts


def test_a_million_characters_are_refused_in_a_sentence_and_nothing_is_lost(lived) -> None:
    hand, was = Hand(lived), lived.diary
    pasted = QMimeData()
    pasted.setText("\u05d0\u0000\u202e" * 333_334)
    hand.open(was.pain_ratings[1])
    for name in ("Note", "Medicine", "Tags"):
        before = hand.field(name).written
        hand.field(name).insertFromMimeData(pasted)
        assert hand.field(name).written == before
    assert "That was not pasted: a note holds at most 10\u00a0000 characters." in lived.texts
    hand.write("x" * 10_001)
    hand.press("Save")
    assert "This is 1 character too long" in lived.texts
    assert lived.diary == was


@pytest.mark.parametrize("kind", ["rating", "session", "flare", "away"])
def test_odd_texts_come_back_as_they_were_and_are_shown_as_they_are(lived, kind) -> None:
    hand, was = Hand(lived), lived.diary
    entry = {
        "rating": was.pain_ratings[1],
        "session": next(session for session in was.sessions if session.without_app),
        "flare": was.flares[0],
        "away": next(away for away in was.absences if away.reason == AWAY),
    }[kind]
    hand.a_note(entry)
    kept = documents(lived.diary)[entry.id]
    assert ODD in {getattr(kept, "note", ""), getattr(kept, "reason", "")}
    hand.open(entry)
    assert hand.field().written == ODD
    assert not hand.panel.is_changed()
    hand.key(Qt.Key.Key_Escape)
    lived.key(Qt.Key.Key_5, CONTROL)
    lived.kill()
    assert documents(lived.diary)[entry.id] == kept


# What nothing takes back


def test_a_sign_told_in_the_diary_is_not_taken_back_by_a_key(settled) -> None:
    hand = Hand(settled)
    hand.press("New entry", "3")
    boxes = hand.panel.findChildren(CheckBox)
    next(box for box in boxes if "knee" in box.accessibleName()).click()
    settled.press("Save")
    settled.key(Qt.Key.Key_Z, CONTROL)
    settled.key(Qt.Key.Key_Escape)
    settled.press("Today") if settled.window.beside_rail else settled.press("Back")
    settled.key(Qt.Key.Key_Z, CONTROL)
    assert not settled.shows("Undo")
    assert settled.screener.standing().asked is Asked.FULL
    assert len(settled.diary.pain_ratings) == 1
