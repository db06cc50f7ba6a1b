"""A diary that was edited by hand: its window opens and every page shows, or it is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hipcoach.core.diary_chart import Reach
from hipcoach.core.entries import entries
from hipcoach.store.errors import StoreError

CONTROL = Qt.KeyboardModifier.ControlModifier
AT = "2026-11-02T06:00:00+00:00"
STAMPS = {"created_at": AT, "updated_at": AT}

Tables = dict[str, Any]


def change(**wanted: object) -> Callable[[Tables], None]:
    """A change from the program that no page would make."""

    def edit(tables: Tables) -> None:
        (run,) = tables["runs"].values()
        run["changes"].append({"at": AT, "exercise": "clamshell-band"} | wanted)

    return edit


def run(**wanted: object) -> Callable[[Tables], None]:
    return lambda tables: next(iter(tables["runs"].values())).update(wanted)


def second_run(**wanted: object) -> Callable[[Tables], None]:
    def edit(tables: Tables) -> None:
        (first,) = tables["runs"].values()
        tables["runs"]["2"] = first | {"id": "another-run"} | wanted

    return edit


def settings(**wanted: object) -> Callable[[Tables], None]:
    return lambda tables: next(iter(tables["settings"].values())).update(wanted)


def period(table: str, *periods: dict[str, object]) -> Callable[[Tables], None]:
    def edit(tables: Tables) -> None:
        whole = [{"to": None, "reason": "", **STAMPS} | given for given in periods]
        tables[table] = {str(n): {"id": f"p{n}"} | it for n, it in enumerate(whole, 1)}

    return edit


def rating(**wanted: object) -> Callable[[Tables], None]:
    def edit(tables: Tables) -> None:
        sound = {"id": "r", "at": AT, "kind": "now", "score": 4, **STAMPS}
        tables["pain_ratings"] = {"1": sound, "2": sound | {"id": "s"} | wanted}

    return edit


def session(**wanted: object) -> Callable[[Tables], None]:
    """One without the app, of the run."""

    def edit(tables: Tables) -> None:
        (run,) = tables["runs"].values()
        made = {"exercise": "clamshell-band", "rung": "yellow", "side": "left", "set": 1}
        done = made | {"reps": 12, "tidy_reps": 12, "low": 12, "hold": 0, "tempo": "2/2/2/0"}
        sound = {
            "id": "without",
            "started_at": AT,
            "run": run["id"],
            "program": run["program"],
            "slot": "morning",
            "state": "finished",
            "planned_sets": 1,
            "sets": [done | {"resistance": {"kind": "band", "level": 1}, "ended_at": AT}],
            "without_app": True,
            **STAMPS,
        }
        tables["sessions"] = {"1": sound | wanted}

    return edit


ODD = "\u202e\x00\x07<b>\U0001f9ce</b>\u05d0" * 300

EDITS = {
    "rating-at-the-end-of-a-day": rating(at="2026-11-02T23:59:59.999999+14:00"),
    "rating-far-west": rating(at="2026-11-02T00:00:00-12:00"),
    "rating-odd-offset": rating(at="2026-11-02T08:00:00+23:59"),
    "rating-year-1": rating(at="0001-01-01T00:00:00+14:00"),
    "rating-year-9999": rating(at="9999-12-31T23:59:59-12:00"),
    "rating-year-2199": rating(at="2199-12-31T23:59:59-12:00"),
    "rating-told-ahead": rating(places=["below-knee-left"], told_at="2027-11-02T08:00:00+01:00"),
    "rating-texts": rating(note=ODD, medicine=ODD, tags=[ODD] * 50),
    "rating-tags": rating(tags=["before-session", "after-session", "next-morning", "", ","]),
    "rating-all-places-twice": rating(places=["thigh-left", "thigh-left", "below-knee-right"]),
    "rating-session-unknown": rating(session="\u202e\x00"),
    "rating-before-2000": rating(at="1999-12-31T08:00:00+01:00"),
    "session-sound": session(),
    "session-ahead": session(started_at="2026-11-04T08:00:00+01:00"),
    "session-year-1": session(started_at="0001-01-01T08:00:00+14:00"),
    "session-year-9999": session(started_at="9999-12-31T23:00:00-12:00"),
    "session-run-unknown": session(run="gone"),
    "session-program-unknown": session(program="gone"),
    "session-no-sets": session(sets=[]),
    "session-planned-huge": session(planned_sets=10**9),
    "session-running": session(state="running"),
    "session-texts": session(note=ODD, effort=7),
    "flares-overlap": period(
        "flares",
        {"from": "2026-10-20", "to": "2026-10-30", "reason": ODD},
        {"from": "2026-10-25", "to": "2026-10-26"},
    ),
    "flare-open-in-the-past": period(
        "flares", {"from": "2026-10-20"}, {"from": "2026-10-25", "to": "2026-10-26"}
    ),
    "flare-ahead": period("flares", {"from": "2026-12-20"}),
    "ill-ahead": period("absences", {"from": "2026-12-20", "reason": "ill"}),
    "sets-0": change(what="sets", value=0),
    "sets-huge": change(what="sets", value=10**9),
    "sets-negative": change(what="sets", value=-3),
    "sets-word": change(what="sets", value="many"),
    "sets-true": change(what="sets", value=True),
    "sets-fraction": change(what="sets", value=2.5),
    "low-over-high": change(what="low", value=900),
    "high-under-low": change(what="high", value=1),
    "rest-negative": change(what="rest", value=-5),
    "rest-huge": change(what="rest", value=1e300),
    "rest-word": change(what="rest", value="long"),
    "hold-huge": change(what="hold", value=10**12),
    "lift-0": change(what="lift", value=0),
    "sides-unknown": change(what="sides", value="up"),
    "sides-number": change(what="sides", value=7),
    "sides-of-both": change(what="sides", value="left", exercise="single-leg-bridge"),
    "what-unknown": change(what="x" * 5000, value="y" * 5000),
    "exercise-unknown": change(what="sets", value=3, exercise="\u202e\x00nothing"),
    "rung-unknown": change(what="rung", value="no-such-rung"),
    "rung-number": change(what="rung", value=4),
    "kept-word": change(what="kept", value="yes", exercise=""),
    "once-a-day-word": change(what="once_a_day", value="yes", exercise=""),
    "bridge-word": change(what="one_leg_bridge", value="maybe", exercise=""),
    "change-in-the-future": change(what="sets", value=3, at="9999-12-31T23:59:59+00:00"),
    "change-long-ago": change(what="sets", value=3, at="0001-01-01T00:00:00+00:00"),
    "program-unknown": run(program="my-own"),
    "program-empty": run(program=""),
    "run-in-year-1": run(started_on="0001-01-01"),
    "run-in-year-9999": run(started_on="9999-12-31"),
    "run-ends-in-year-9999": run(ended_on="9999-12-31"),
    "run-version": run(program_version=-(10**30)),
    "two-open-runs": second_run(program="hips-five-hold"),
    "second-run-unknown": second_run(program="gone", started_on="2026-10-01"),
    "flare-year-1": period("flares", {"from": "0001-01-01"}),
    "flare-to-year-9999": period("flares", {"from": "2026-11-02", "to": "9999-12-31"}),
    "flare-year-9999": period("flares", {"from": "9999-12-31"}),
    "flares-two-open": period("flares", {"from": "2026-10-30"}, {"from": "2026-11-02"}),
    "absences-two-open": period(
        "absences", {"from": "2026-11-01", "reason": "ill"}, {"from": "2026-11-02"}
    ),
    "absence-year-1": period("absences", {"from": "0001-01-01", "reason": "ill"}),
    "absence-year-9999": period("absences", {"from": "9999-12-31", "to": "9999-12-31"}),
    "absence-to-year-9999": period("absences", {"from": "2026-11-02", "to": "9999-12-31"}),
    "absence-reason": period("absences", {"from": "2026-11-02", "reason": "<b>\x07" * 50000}),
    "absence-forever-ahead": period("absences", {"from": "2026-11-03", "to": "9999-12-31"}),
    "text-size": settings(text_size=10000),
    "weekday": settings(first_weekday=99),
    "look": settings(look="neon"),
    "morning-in-the-evening": settings(morning_at="23:59:00"),
    "morning-with-an-offset": settings(morning_at="07:00:00+14:00"),
    "morning-split-second": settings(morning_at="07:00:00.123456"),
    "bands-odd": settings(bands=[{"colour": "tartan\n\x00", "kind": "loop"}] * 500),
    "bands-twice": settings(bands=[{"colour": "red", "kind": "strip"}] * 3),
    "bands-kind": settings(bands=[{"colour": "red", "kind": "rope"}]),
    "hints-seen": settings(hints_seen=["\x00"] * 10000),
    "times-0": settings(times={"rest": 0}),
    "times-huge": settings(times={"rest": 1e308}),
    "times-split": settings(times={"rest": 30.123456789}),
    "times-600": settings(times={"rest": 600, "prepare_far": 600, "switch": 3}),
    "intro-read-year-1": settings(intro_read_on="0001-01-01"),
}


def open_again(desktop) -> str:
    """Start again; why that was refused, "" where it was not."""
    try:
        desktop.kill()
    except StoreError as refused:
        return str(refused)
    return ""


def look_at_the_diary(desktop) -> None:
    """The chart and its table, and the panel of every entry."""
    desktop.key(Qt.Key.Key_3, CONTROL)
    flow = desktop.navigator.areas.diary
    desktop.until(lambda: flow._widget is not None and not flow._work._timer.isActive())
    if desktop.shows("Show as table"):
        flow._widget.show_reach(Reach.ALL)
        desktop.press("Show as table", "Show chart")
    for entry in entries(desktop.diary):
        flow.page.entries.setFocus()
        flow.page.entries.go_to(entry.id)
        desktop.key(Qt.Key.Key_Return)
        if flow.page.panel is not None:
            assert not flow.page.panel.is_changed()
            desktop.key(Qt.Key.Key_Escape)
    assert flow.page.panel is None


def look_at_everything(desktop) -> None:
    """Open every page, and start a session, without a change."""
    areas = desktop.navigator.areas
    look_at_the_diary(desktop)
    desktop.key(Qt.Key.Key_5, CONTROL)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2):
        desktop.key(key, CONTROL)
    areas.program._page.look_at("hips-five-hold")
    for exercise in ("clamshell-band", "single-leg-bridge"):
        areas.show_exercise(exercise)
        QApplication.processEvents()
    desktop.key(Qt.Key.Key_Comma, CONTROL)
    desktop.press("Show backups")
    for show in (areas.show_flare, areas.show_away, areas.show_way_back):
        show()
        QApplication.processEvents()
    desktop.key(Qt.Key.Key_1, CONTROL)
    desktop.key(Qt.Key.Key_Return, CONTROL)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_every_page_opens_or_the_diary_is_refused(desktop, edit: Callable[[Tables], None]) -> None:
    desktop.settle()
    desktop.store.checkpoint()
    file = desktop.folder / "diary.json"
    sound = file.read_bytes()
    tables = json.loads(sound)
    edit(tables)
    file.write_text(json.dumps(tables), encoding="utf-8")
    if refused := open_again(desktop):
        assert refused.startswith("In the diary's table ")
        assert len(refused) < 400
        desktop.store.close()
        file.write_bytes(sound)
        desktop.folder = file.parent
        desktop._take()
    else:
        look_at_everything(desktop)
