"""The ring: its arcs follow the tempo, its name is said once a phase."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from hipcoach.core.events import PlayerState
from hipcoach.core.player_view import Segment, player_view
from hipcoach.core.tempo import PhaseKind
from hipcoach.ui.player.dial import arcs, place
from hipcoach.ui.player.words import ring_name

THIRDS = tuple(
    Segment(kind=kind, label=kind.value, share=1 / 3)
    for kind in (PhaseKind.LIFT, PhaseKind.HOLD, PhaseKind.LOWER)
)


def test_arcs_share_the_turn_as_the_tempo_does():
    found = arcs(THIRDS)
    assert [(round(arc.start, 1), round(arc.end, 1)) for arc in found] == [
        (7.5, 112.5),
        (127.5, 232.5),
        (247.5, 352.5),
    ]


def test_a_long_hold_gets_a_long_arc_and_a_short_phase_stays_visible():
    cycle = (
        Segment(kind=PhaseKind.LIFT, label="Lift", share=0.02),
        Segment(kind=PhaseKind.HOLD, label="Hold", share=0.98),
    )
    short, long = arcs(cycle)
    assert short.end > short.start
    assert long.end - long.start > 330


@pytest.mark.parametrize(
    ("turn", "angle", "kind"),
    [
        (0.0, 7.5, PhaseKind.LIFT),
        (0.2, 70.5, PhaseKind.LIFT),
        (1 / 3, 112.5, PhaseKind.LIFT),
        (0.5, 180.0, PhaseKind.HOLD),
        (0.9, 321.0, PhaseKind.LOWER),
        (1.0, 352.5, PhaseKind.LOWER),
    ],
)
def test_the_knob_stands_on_the_phase_under_way(turn, angle, kind):
    assert place(THIRDS, turn) == (pytest.approx(angle), kind)


def test_what_is_painted_piece_by_piece_is_the_whole_picture(played, show):
    show(played.page, 1280, 800)
    played.begin()
    ring = played.page.frame.play.panel.ring
    QApplication.processEvents()
    painted = _Painted(ring)
    picture = ring.grab().toImage()
    for seconds in (0.1, 4.3, 0.07, 15.6, 0.03, *[0.41] * 20, 2.9, 0.2):
        painted.areas.clear()
        played.pass_time(seconds)
        played.driver.moved.emit()
        QApplication.processEvents()
        if picture.size() != ring.size():  # other words are beside it now
            picture = ring.grab().toImage()
        areas, fresh = tuple(painted.areas), ring.grab()
        painter = QPainter(picture)
        for area in areas:
            painter.drawPixmap(area.topLeft(), fresh, area)
        painter.end()
        assert picture == fresh.toImage()
    assert ring.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)


def test_a_frame_paints_the_ring_anew_around_the_knob_only(played, show):
    show(played.page, 1280, 800)
    played.begin()
    played.pass_time(22.1)
    ring = played.page.frame.play.panel.ring
    QApplication.processEvents()
    painted = _Painted(ring)
    played.driver.moved.emit()  # after the last boundary
    QApplication.processEvents()
    painted.areas.clear()
    for _ in range(5):
        played.seconds += 0.03
        played.driver.moved.emit()
        QApplication.processEvents()
    assert len(painted.areas) == 5
    assert all(area.width() < 60 and area.height() < 60 for area in painted.areas)


class _Painted(QObject):
    """Notes what of a widget is painted."""

    def __init__(self, widget) -> None:
        super().__init__()
        self.areas = []
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event):
        if event.type() is QEvent.Type.Paint:
            self.areas.append(event.rect())
        return False


def test_the_name_says_phase_seconds_repetition_side_and_set(played):
    played.begin()
    assert played.page.frame.play.panel.ring.accessibleName() == (
        "Get in position, 20 seconds left, left, set 1 of 2"
    )
    played.pass_time(20 + 6 * 7 + 2)
    assert played.page.frame.play.panel.ring.accessibleName() == (
        "Hold, 2 seconds left, rep 7 of 12 to 15, left, set 1 of 2"
    )


def test_the_name_changes_with_the_phase_and_never_with_a_frame(played):
    played.begin()
    played.pass_time(22)
    ring = played.page.frame.play.panel.ring
    name, value = ring.accessibleName(), ring.value()
    played.seconds += 0.5
    played.driver.moved.emit()
    assert (ring.accessibleName(), ring.value()) == (name, value)
    played.pass_time(2)
    assert ring.accessibleName() != name


def test_paused_or_at_ones_own_pace_no_seconds_are_told(played, catalogue):
    played.begin()
    played.pass_time(22)
    view = player_view(played.guided, catalogue.exercise_names)
    paused = replace(view, state=PlayerState.PAUSED)
    assert ring_name(paused).startswith("Paused, rep 0 of 12 to 15")
    assert ring_name(replace(view, waits=True)).startswith("At your own pace, rep")
