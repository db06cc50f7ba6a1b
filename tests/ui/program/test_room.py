"""Everything on the Program page has room, in every size, and in longer languages."""

from __future__ import annotations

import gettext
from datetime import timedelta

import pytest

from hipcoach.core import text
from hipcoach.journeys.programs import Programs
from tests.shots.pseudo import Pseudo

SIZES = [
    (1280, 800, 1, False),
    (960, 640, 1, False),
    (640, 480, 1, False),
    (1280, 800, 1.5, False),
    (1280, 800, 1, True),
    (960, 640, 1, True),
]


@pytest.mark.parametrize(("width", "height", "scale", "longer"), SIZES)
def test_nothing_is_cut(user, theme, qapp, clipped, monkeypatch, width, height, scale, longer):
    words = Pseudo() if longer else gettext.NullTranslations()
    monkeypatch.setattr(text, "_catalogue", words)
    programs = Programs(user.desk)
    programs.keep_dose("clamshell-band", {"sets": 3, "hold": 3, "rest": 45})
    user.clock.at += timedelta(weeks=6)
    theme.show_look(qapp, dark=False, scale=scale)
    user.window.resize(width, height)
    user.flow.show()

    faults = {}
    for program in user.desk.catalogue.programs:
        user.flow._page.look_at(program)
        user.work_off()
        faults[program] = clipped(user.window.centralWidget())
    user.flow._page.change_asked.emit("hips-five-hold")
    faults["change"] = clipped(user.window.centralWidget())
    theme.show_look(qapp, dark=False, scale=1)

    assert {name: found for name, found in faults.items() if found} == {}
