"""Each choice: shown as it is stored, stored at once, and taken back with Ctrl+Z."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from hipcoach.core.opening import opened
from hipcoach.core.run import Band, BandKind, FigureLook, Look, Motion, Settings, Times
from hipcoach.core.session import Slot
from hipcoach.terminal.today import today_lines


def shown(visitor) -> dict[str, object]:
    """What the controls show, by field of the settings."""
    page = visitor.page
    return {
        "look": [Look.LIGHT, Look.DARK, Look.SYSTEM][page.appearance._look.part],
        "text_size": page.appearance._size._percent,
        "figure_look": next(look for look, tile in page.figure._tiles.items() if tile.isChecked()),
        "motion": [Motion.MOVING, Motion.STILLS, Motion.SYSTEM][page.figure._motion.part],
        "morning_at": _time(page.day._slots[Slot.MORNING]),
        "evening_at": _time(page.day._slots[Slot.EVENING]),
        "first_weekday": page.day._week.currentIndex() or None,
        "low_focus": page.day._low_focus.isChecked(),
        "hints": page.day._hints.isChecked(),
        "times": Times(**{name: s.value for name, s in page.times._steppers.items()}),
        "bands": page.bands.choice.bands,
    }


def _time(slot) -> time | None:
    if not slot._switch.isChecked():
        return None
    return time.fromisoformat(slot._field.text())


def toggle(name: str):
    return lambda visitor: visitor.press(name)


def step(name: str, key: Qt.Key):
    def act(visitor) -> None:
        visitor.control(name).setFocus()
        visitor.key(key)

    return act


YELLOW, RED = Band(colour="yellow"), Band(colour="red")
CHANGES = {
    "look": (toggle("Dark"), "look", Look.DARK),
    "text size": (toggle("Larger text"), "text_size", 115),
    "figure": (toggle("Plum"), "figure_look", FigureLook.PLUM),
    "motion": (toggle("Stills"), "motion", Motion.STILLS),
    "morning": (toggle("Morning session at"), "morning_at", time(7, 30)),
    "evening": (toggle("Evening session at"), "evening_at", time(18, 30)),
    "weekday": (step("Calendars begin on", Qt.Key.Key_End), "first_weekday", 7),
    "low focus": (toggle("Low-focus mode"), "low_focus", True),
    "hints": (toggle("First-time hints"), "hints", False),
    "far": (step("Get in position at the start", Qt.Key.Key_Up), "times", Times(prepare_far=25)),
    "near": (step("Get in position, another", Qt.Key.Key_Up), "times", Times(prepare_near=13)),
    "same": (step("Get in position, same", Qt.Key.Key_Down), "times", Times(prepare_same=5)),
    "over": (step("Switch sides, turning", Qt.Key.Key_Down), "times", Times(switch_over=14)),
    "switch": (step("Switch sides, without", Qt.Key.Key_Up), "times", Times(switch=9)),
    "rest": (step("Rest between sets", Qt.Key.Key_Up), "times", Times(rest=35)),
    "more": (step("More time", Qt.Key.Key_Up), "times", Times(more=20)),
    "another band": (
        toggle("Green"),
        "bands",
        (YELLOW, RED, Band(colour="green")),
    ),
    "a band less": (toggle("Yellow"), "bands", (RED,)),
    "no band": (toggle("None of them"), "bands", ()),
    "a strip": (toggle("Flat strip"), "bands", (Band(colour="yellow", kind=BandKind.STRIP), RED)),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_choice_is_stored_at_once_shown_and_taken_back(visitor, name: str) -> None:
    act, field, chosen = CHANGES[name]
    before, was = visitor.kept, shown(visitor)

    act(visitor)
    after = visitor.kept

    assert getattr(after, field) == chosen
    assert shown(visitor) == was | {field: chosen}
    visitor.undo()
    assert _content(visitor.kept) == _content(before)
    assert shown(visitor) == was


def _content(settings: Settings) -> dict[str, object]:
    stamps = {"id", "created_at", "updated_at"}
    return {name: getattr(settings, name) for name in shown_fields() if name not in stamps}


def shown_fields() -> list[str]:
    return list(Settings.__dataclass_fields__)


def test_what_is_stored_is_what_is_shown(visitor) -> None:
    stored = {
        "look": Look.DARK,
        "text_size": 130,
        "figure_look": FigureLook.OCEAN,
        "motion": Motion.MOVING,
        "morning_at": time(6, 45),
        "evening_at": time(20, 15),
        "first_weekday": 6,
        "low_focus": True,
        "hints": False,
        "times": Times(rest=200, switch=3),
        "bands": (Band(colour="blue", kind=BandKind.STRIP),),
    }
    visitor.desk.store.settings.put(Settings(**stored))

    visitor.flow.show()

    assert shown(visitor) == stored


def test_the_hints_are_shown_again_and_it_is_said(visitor) -> None:
    visitor.desk.store.settings.put(Settings(hints=False, hints_seen=("start", "scale")))
    visitor.flow.refresh()

    visitor.press("Show all hints again")

    assert (visitor.kept.hints, visitor.kept.hints_seen) == (True, ())
    assert visitor.bar == ["All hints are shown again"]
    visitor.undo()
    assert (visitor.kept.hints, visitor.kept.hints_seen) == (False, ("start", "scale"))


def test_presses_on_one_time_go_back_in_one_step(visitor) -> None:
    visitor.control("Rest between sets").setFocus()
    for _ in range(3):
        visitor.key(Qt.Key.Key_Up)
    assert visitor.kept.times == Times(rest=45)

    visitor.undo()

    assert visitor.kept.times == Times()
    assert visitor.control("Rest between sets").value() == 30


def test_another_time_in_between_is_a_step_of_its_own(visitor) -> None:
    step("Rest between sets", Qt.Key.Key_Up)(visitor)
    step("Switch sides, turning", Qt.Key.Key_Up)(visitor)

    visitor.undo()

    assert visitor.kept.times == Times(rest=35)


def test_an_undo_leaves_alone_what_was_noted_since(visitor) -> None:
    visitor.press("Low-focus mode")
    visitor.desk.store.settings.put(Settings(low_focus=True, hints_seen=("start",)))

    visitor.undo()

    assert (visitor.kept.low_focus, visitor.kept.hints_seen) == (False, ("start",))


def test_a_typed_time_stays_within_what_is_offered(visitor) -> None:
    number = visitor.control("Rest between sets")
    number.setFocus()
    visitor.type("45")
    visitor.key(Qt.Key.Key_Return)
    assert visitor.kept.times.rest == 45
    number.setValue(999)
    assert visitor.kept.times.rest == 180
    number.setValue(0)
    assert visitor.kept.times.rest == 3


def test_all_times_go_back_to_hipcoachs_and_that_is_undone_too(visitor) -> None:
    reset = visitor.control("Back to the usual")
    assert not reset.isEnabled()
    step("Rest between sets", Qt.Key.Key_Up)(visitor)
    step("Switch sides, turning", Qt.Key.Key_Up)(visitor)

    reset.setFocus()
    visitor.key(Qt.Key.Key_Return)

    assert visitor.kept.times == Times()
    assert not reset.isEnabled()
    assert visitor.focused == "Get in position at the start, seconds"
    visitor.undo()
    assert visitor.kept.times == Times(rest=35, switch_over=16)


def test_a_rest_of_45_s_is_in_the_next_timeline_and_in_the_length_of_today(visitor) -> None:
    def minutes_and_rests() -> tuple[str, float]:
        desk = visitor.desk
        diary, now = desk.diary(), desk.now()
        (line,) = (
            line for line in today_lines(diary, desk.catalogue, now) if line.startswith("About")
        )
        run = diary.run_on(now.date())
        return line, opened(diary, desk.catalogue, run, now, Slot.MORNING).seconds

    before, seconds = minutes_and_rests()
    visitor.control("Rest between sets").setFocus()
    visitor.type("45")
    after, longer = minutes_and_rests()

    assert longer - seconds == 3 * 15
    assert (before, after) == ("About 15 minutes:", "About 16 minutes:")


def test_a_time_is_told_as_soon_as_it_is_whole(visitor) -> None:
    visitor.press("Morning session at")
    field = visitor.control("Morning session at, time")
    field.setFocus()
    field.selectAll()
    visitor.type("06:1")
    assert visitor.kept.morning_at == time(7, 30)
    visitor.type("5")
    assert visitor.kept.morning_at == time(6, 15)
    visitor.undo()
    assert visitor.kept.morning_at == time(7, 30)
    assert field.text() == "07:30"


@pytest.mark.parametrize(
    ("slot", "typed", "told"),
    [
        ("Morning", "14:00", "Not saved: the morning session is before 14:00."),
        ("Evening", "13:59", "Not saved: the evening session is at 14:00 or later."),
        ("Evening", "soon", "Not saved: the evening session is at 14:00 or later."),
    ],
)
def test_a_time_of_the_other_half_of_the_day_is_not_saved_and_why(
    visitor, slot: str, typed: str, told: str
) -> None:
    visitor.press(f"{slot} session at")
    kept = visitor.kept
    field = visitor.control(f"{slot} session at, time")
    field.setFocus()
    field.selectAll()
    visitor.type(typed)
    assert told not in visitor.texts
    visitor.key(Qt.Key.Key_Return)

    assert told in visitor.texts
    assert visitor.kept == kept
    assert field.accessibleDescription() == told
    visitor.key(Qt.Key.Key_Escape)
    assert told not in visitor.texts


def test_the_kit_of_the_program_is_named(visitor) -> None:
    kit = "Your program needs: mat, small pillow, yellow loop band, knee pad."
    assert kit in visitor.texts
    run = visitor.desk.diary().runs[0]
    visitor.desk.store.runs.delete(run.id)
    visitor.flow.refresh()
    assert not any(text.startswith("Your program needs") for text in visitor.texts)


def test_no_band_at_all_cannot_be_unticked_into_nothing(visitor) -> None:
    visitor.press("None of them")
    visitor.press("None of them")

    assert visitor.kept.bands == ()
    none = visitor.control("None of them")
    assert isinstance(none, QAbstractButton)
    assert none.isChecked()


def test_a_disk_that_refuses_leaves_the_switch_as_it_is_stored(visitor, monkeypatch) -> None:
    def refuse(on: bool) -> None:
        raise OSError("full")

    monkeypatch.setattr(visitor.flow._preferences, "keep_low_focus", refuse)
    with pytest.raises(OSError, match="full"):
        visitor.flow._keep(lambda: visitor.flow._preferences.keep_low_focus(True))

    assert not visitor.page.day._low_focus.isChecked()
