"""The legend: it tells what stands in the chart, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from hipcoach.ui.diary.legend import Legend


@pytest.mark.parametrize(
    ("weekly", "band", "flares", "told"),
    [
        (False, False, True, ["day, low to high", "7-day mean"]),
        (False, True, True, ["day, low to high", "7-day mean", "change people usually notice"]),
        (True, False, False, ["week, low to high", "7-day mean"]),
        (True, False, True, ["week, low to high", "7-day mean", "flare-up"]),
    ],
)
def test_flare_ups_are_told_where_they_are_too_narrow_for_words(
    theme, show, weekly, band, flares, told
):
    legend = show(Legend(theme), 700, 40)
    legend.show_keys(weekly=weekly, band=band, flares=flares)
    assert [it.text() for it in legend.findChildren(QLabel) if it.isVisible()] == told


def test_in_a_narrow_card_its_words_break(theme, show):
    legend = show(Legend(theme), 120, 200)
    assert legend.minimumSizeHint().width() <= 120
