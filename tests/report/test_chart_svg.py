"""The pain chart shows every mark at its place and joins nothing over a gap."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

import pytest

from hipcoach.core.trends import DayValue, MeanPoint
from hipcoach.report.chart import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    Label,
    PainChart,
    Shade,
    Tick,
    y,
)
from hipcoach.report.chart_svg import pain_svg
from hipcoach.report.palette import AWAY, INDIGO, INK_2

START = date(2026, 11, 2)
SVG = "{http://www.w3.org/2000/svg}"


def day(number: int) -> date:
    """The chart's day, from 0."""
    return START + timedelta(days=number)


def value(number: int, low: int, high: int) -> DayValue:
    """Two ratings of a day."""
    return DayValue(day=day(number), mean=(low + high) / 2, low=low, high=high, n=2)


def mean(number: int, height: float, *, joined: bool) -> MeanPoint:
    """A point of the trailing mean."""
    return MeanPoint(day=day(number), mean=height, joined=joined)


@pytest.fixture
def chart() -> PainChart:
    """Two weeks with a gap, a flare-up, days away and two check-ins."""
    return PainChart(
        first=START,
        last=day(13),
        days=(value(0, 5, 5), value(1, 4, 6), value(2, 5, 6), value(9, 3, 3)),
        means=(
            mean(1, 5, joined=False),
            mean(2, 5.2, joined=True),
            mean(9, 3.5, joined=False),
        ),
        since=START,
        start=Label(value=5.2, text="start 5.2"),
        now=Label(value=3.5, text="now 3.5"),
        thresholds=(
            Label(value=3.6, text="3.6 (\u221230 %)"),
            Label(value=3.2, text="3.2 (\u22122)"),
        ),
        shades=(
            Shade(from_=day(4), to=day(6), text="Flare-up", flare=True),
            Shade(from_=day(10), to=day(12), text="Away", flare=False),
        ),
        check_ins=(Tick(day=day(0), text="Week 0"), Tick(day=day(12), text="Week 2")),
        ticks=(Tick(day=day(0), text="2 Nov"), Tick(day=day(7), text="9 Nov")),
    )


def marks(chart: PainChart, name: str, **having: str) -> list[Element]:
    """The elements of this name with these attributes."""
    found = fromstring(pain_svg(chart)).iter(SVG + name)
    wanted = {key.replace("_", "-"): text for key, text in having.items()}
    return [mark for mark in found if wanted.items() <= mark.attrib.items()]


def texts(chart: PainChart) -> dict[str, Element]:
    """The words of the chart."""
    return {mark.text or "": mark for mark in marks(chart, "text")}


def number(mark: Element, name: str) -> float:
    """A number of an element."""
    return float(mark.attrib[name])


def test_every_day_has_its_circle_at_its_mean(chart: PainChart) -> None:
    circles = [c for c in marks(chart, "circle", stroke=INDIGO) if c.get("fill") != INDIGO]
    assert [number(c, "cx") for c in circles] == pytest.approx(
        [chart.x(d.day) for d in chart.days], abs=0.01
    )
    assert [number(c, "cy") for c in circles] == pytest.approx(
        [y(d.mean) for d in chart.days], abs=0.01
    )


def test_bars_reach_from_the_lowest_to_the_highest_rating(chart: PainChart) -> None:
    (bars,) = marks(chart, "path", stroke_opacity="0.35")
    tops = [float(at) for at in re.findall(r"M[\d.]+ ([\d.]+)", bars.attrib["d"])]
    ends = [float(at) for at in re.findall(r"L[\d.]+ ([\d.]+)", bars.attrib["d"])]
    assert tops == pytest.approx([y(6), y(6)], abs=0.01)
    assert ends == pytest.approx([y(4), y(5)], abs=0.01)


def test_the_line_breaks_where_days_are_missing(chart: PainChart) -> None:
    (line,) = marks(chart, "path", fill="none", stroke=INDIGO)
    assert line.attrib["d"].count("M") == 2
    assert line.attrib["d"].count("L") == 1


def test_the_start_is_a_dotted_line_at_its_value(chart: PainChart) -> None:
    (line,) = marks(chart, "line", stroke=INK_2, stroke_linecap="round")
    assert number(line, "y1") == number(line, "y2") == pytest.approx(y(5.2), abs=0.01)
    assert (number(line, "x1"), number(line, "x2")) == (LEFT, RIGHT)


def test_the_start_holds_from_the_first_day_of_its_run(chart: PainChart) -> None:
    later = replace(chart, since=day(7))
    (line,) = marks(later, "line", stroke=INK_2, stroke_linecap="round")
    assert number(line, "x1") == pytest.approx(chart.x(day(7)) - chart.pitch / 2, abs=0.01)


def test_the_band_lies_between_its_thresholds(chart: PainChart) -> None:
    (band,) = marks(chart, "rect", fill_opacity="0.2")
    assert number(band, "y") == pytest.approx(y(3.6), abs=0.01)
    assert number(band, "y") + number(band, "height") == pytest.approx(y(3.2), abs=0.02)


def test_a_threshold_below_zero_is_not_drawn() -> None:
    low = PainChart(
        first=START,
        last=day(13),
        thresholds=(Label(value=1.2, text="1.2"), Label(value=-0.3, text="-0.3")),
    )
    assert "1.2" in texts(low)
    assert "-0.3" not in texts(low)
    (band,) = marks(low, "rect", fill_opacity="0.2")
    assert number(band, "y") + number(band, "height") == pytest.approx(BOTTOM, abs=0.02)


def test_a_flare_up_is_hatched_and_days_away_are_not(chart: PainChart) -> None:
    (hatched,) = marks(chart, "rect", fill="url(#flare)")
    assert number(hatched, "x") == pytest.approx(chart.x(day(4)) - chart.pitch / 2, abs=0.01)
    assert number(hatched, "width") == pytest.approx(3 * chart.pitch, abs=0.02)
    away = [r for r in marks(chart, "rect", fill=AWAY) if number(r, "height") > 100]
    assert [number(r, "x") for r in away] == pytest.approx(
        [chart.x(day(10)) - chart.pitch / 2], abs=0.01
    )
    assert {"Flare-up", "Away"} <= texts(chart).keys()


def test_words_of_a_shade_leave_high_values_free() -> None:
    flare = Shade(from_=day(4), to=day(6), text="Flare-up", flare=True)
    high = PainChart(first=START, last=day(13), days=(value(5, 9, 10),), shades=(flare,))
    assert number(texts(high)["Flare-up"], "y") > y(2)


def test_shades_whose_words_would_touch_keep_their_marks() -> None:
    shades = tuple(
        Shade(from_=day(n), to=day(n + 2), text="Flare-up", flare=True) for n in range(0, 60, 3)
    )
    dense = PainChart(first=START, last=day(62), shades=shades)
    assert len(marks(dense, "rect", fill="url(#flare)")) == 20
    words = [mark for mark in marks(dense, "text") if mark.text == "Flare-up"]
    middles = sorted(number(mark, "x") for mark in words)
    assert 1 < len(words) < 20
    assert min(b - a for a, b in pairwise(middles)) >= 56


def test_thin_shades_say_their_word_once() -> None:
    shades = tuple(
        Shade(from_=day(n), to=day(n + 5), text=text, flare=text == "Flare-up")
        for n, text in zip(range(0, 3650, 365), ["Flare-up", "Away"] * 5, strict=True)
    )
    long = PainChart(first=START, last=day(3649), shades=shades)
    said = [mark.text for mark in marks(long, "text") if mark.text in {"Flare-up", "Away"}]
    assert said == ["Flare-up", "Away"]


def test_an_edge_has_a_piece_of_its_line_before_its_word(chart: PainChart) -> None:
    words = [text for label, text in texts(chart).items() if "(" in label]
    pieces = [m for m in marks(chart, "line") if number(m, "x1") == RIGHT + 7]
    assert len(words) == len(pieces) == 2
    for word, piece in zip(words, pieces, strict=True):
        assert number(piece, "x2") < number(word, "x")
        assert number(piece, "y1") == pytest.approx(number(word, "y"), abs=5)
        assert "stroke-dasharray" in piece.attrib


def test_check_ins_are_diamonds_above_the_plot(chart: PainChart) -> None:
    diamonds = [m for m in marks(chart, "path") if "l4.7 4.7" in m.attrib["d"]]
    assert len(diamonds) == 2
    assert {"Week 0", "Week 2"} <= texts(chart).keys()


def test_check_ins_too_close_to_be_told_apart_are_thinned_out() -> None:
    close = tuple(Tick(day=day(7 * n), text=f"Week {n}") for n in range(20))
    dense = PainChart(first=START, last=day(3640), check_ins=close)
    diamonds = [m for m in marks(dense, "path") if "l4.7 4.7" in m.attrib["d"]]
    assert len(diamonds) == 2
    assert [text for text in texts(dense) if text.startswith("Week")] == ["Week 0"]


def test_labels_on_the_right_stand_apart_in_the_order_of_their_values(chart: PainChart) -> None:
    right = sorted(
        (m for m in marks(chart, "text") if number(m, "x") > RIGHT and number(m, "y") < BOTTOM),
        key=lambda mark: number(mark, "y"),
    )
    assert [mark.text for mark in right] == [
        "start 5.2",
        "3.6 (\u221230 %)",
        "now 3.5",
        "3.2 (\u22122)",
    ]
    heights = [number(mark, "y") for mark in right]
    assert min(b - a for a, b in pairwise(heights)) >= 9


def test_the_axis_runs_from_0_to_10_with_its_days_below(chart: PainChart) -> None:
    words = texts(chart)
    assert number(words["0"], "y") > number(words["10"], "y")
    assert {"2", "4", "6", "8"} <= words.keys()
    assert number(words["2 Nov"], "x") < number(words["9 Nov"], "x")
    assert (y(0), y(10)) == (BOTTOM, TOP)


def test_days_whose_words_would_touch_keep_their_ticks() -> None:
    weeks = tuple(Tick(day=day(7 * n), text="a long name of a day") for n in range(6))
    dense = PainChart(first=START, last=day(41), ticks=weeks)
    said = [number(m, "x") for m in marks(dense, "text") if m.text == weeks[0].text]
    short = [m for m in marks(dense, "line") if number(m, "y1") == BOTTOM < number(m, "y2")]
    assert len(short) == 6
    assert 1 < len(said) < 6
    assert min(b - a for a, b in pairwise(said)) > 100


def test_words_on_the_right_that_are_long_are_set_smaller(chart: PainChart) -> None:
    long = replace(chart, start=Label(value=5.2, text="der bisherige Anfangswert 5.2"))
    plain, fitted = (texts(c)[c.start.text] for c in (chart, long) if c.start)
    assert number(plain, "font-size") == 10.2
    assert len(fitted.text or "") * number(fitted, "font-size") * 0.46 < WIDTH - RIGHT - 7


def test_a_chart_without_any_value_still_has_its_axis() -> None:
    assert "10" in texts(PainChart(first=START, last=START))


def test_many_values_draw_no_circle_that_could_not_be_told_from_its_neighbour() -> None:
    weeks = tuple(value(7 * n, 3, 4) for n in range(520))
    dense = PainChart(first=START, last=day(3640), days=weeks)
    assert marks(dense, "circle") == []
    (bars,) = marks(dense, "path", stroke_opacity="0.35")
    assert bars.attrib["d"].count("M") == 520


def test_words_are_data() -> None:
    flare = Shade(from_=START, to=day(9), text='<rect id="x"/>', flare=True)
    assert '<rect id="x"/>' in texts(PainChart(first=START, last=day(13), shades=(flare,)))


def test_a_chart_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        PainChart(first=day(1), last=START)
