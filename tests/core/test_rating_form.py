"""The form of a pain rating: what it makes of what was typed, and what keeps it from being kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from hipcoach.core.pain import (
    AFTER_SESSION,
    BEFORE_SESSION,
    MUSCLE_ACHE,
    NEXT_MORNING,
    NOTE_LIMIT,
    PainRating,
    Place,
    RatingKind,
)
from hipcoach.core.rating_form import (
    LONGEST_TAG,
    MOST_TAGS,
    OURS,
    RatingField,
    RatingForm,
    form_of,
    form_problem,
    is_of_today,
    kind_words,
    moved,
    new_form,
    rating_of,
    retagged,
    tags_text,
    typed_tags,
)
from hipcoach.core.text import message, say

BERLIN = ZoneInfo("Europe/Berlin")
WINTER = timezone(timedelta(hours=1))
NOW = datetime(2026, 12, 15, 18, 10, 23, 5, tzinfo=WINTER)


def local(naive: datetime) -> datetime:
    """The offset of a place with summer time."""
    return naive.replace(tzinfo=timezone(naive.replace(tzinfo=BERLIN).utcoffset()))


@pytest.fixture
def blank() -> RatingForm:
    """A new form."""
    return new_form(NOW, can_flare=True)


@pytest.fixture
def stored() -> PainRating:
    """A rating with everything in it."""
    return PainRating(
        id="r1",
        at=NOW - timedelta(days=3),
        kind=RatingKind.WORST,
        score=6,
        tags=("car", BEFORE_SESSION, "long, day"),
        places=(Place.THIGH_LEFT, Place.LOW_BACK_LEFT),
        medicine="Ibuprofen",
        note="Größe",
        session="s1",
    )


def test_a_new_form_asks_for_pain_now(blank):
    assert (blank.id, blank.kind, blank.score, blank.at) == ("", RatingKind.NOW, None, NOW)
    assert is_of_today(blank)
    assert blank.can_flare


def test_a_form_needs_an_offset():
    with pytest.raises(ValueError, match="offset"):
        RatingForm(title=message("New entry"), today=NOW.date(), at=NOW.replace(tzinfo=None))


def test_a_rating_goes_through_its_form_unchanged_but_for_the_order_of_its_tags(stored):
    form = form_of(stored, NOW.date())

    assert form.ours == (BEFORE_SESSION,)
    assert form.tags == ("car", "long, day")
    assert not is_of_today(form)
    assert rating_of(form) == replace(stored, tags=(BEFORE_SESSION, "car", "long, day"))


def test_a_rating_is_made_of_no_form_without_a_score(blank):
    with pytest.raises(ValueError, match="score"):
        rating_of(blank)
    assert rating_of(replace(blank, score=0)) == PainRating(at=NOW, score=0)


def test_every_tag_of_hipcoach_has_words():
    assert set(OURS) == {BEFORE_SESSION, AFTER_SESSION, NEXT_MORNING}


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        (" , ;\n", ()),
        ("car", ("car",)),
        ("long  car ride, cold;wet\nbed", ("long car ride", "cold", "wet", "bed")),
        ("Car, car , CAR", ("Car",)),
        ("سيارة، برد", ("سيارة", "برد")),
        ("車、雨", ("車", "雨")),
    ],
)
def test_tags_stand_between_commas_and_each_counts_once(typed, tags):
    assert typed_tags(typed) == tags


def test_muscle_ache_is_a_tick_and_no_tag_that_is_typed(stored):
    sore = replace(stored, tags=("car", MUSCLE_ACHE, BEFORE_SESSION))
    form = form_of(sore, NOW.date())
    assert (form.ache, form.tags, form.ours) == (True, ("car",), (BEFORE_SESSION,))
    assert rating_of(form).tags == (BEFORE_SESSION, MUSCLE_ACHE, "car")
    assert rating_of(retagged(form, "cold")).tags == (BEFORE_SESSION, MUSCLE_ACHE, "cold")
    assert rating_of(replace(form, ache=False)).tags == (BEFORE_SESSION, "car")
    assert not form_of(stored, NOW.date()).ache


def test_tags_that_were_not_touched_stay_as_they_are(stored):
    form = form_of(stored, NOW.date())

    assert retagged(form, tags_text(form.tags)) is form
    assert retagged(form, "car").tags == ("car",)


@pytest.mark.parametrize(
    ("change", "field", "told"),
    [
        ({"score": None}, RatingField.SCORE, "Choose a number from 0 to 10."),
        (
            {"tags": tuple(map(str, range(MOST_TAGS + 1)))},
            RatingField.TAGS,
            "An entry takes at most 10 tags.",
        ),
        (
            {"tags": ("x" * (LONGEST_TAG + 1),)},
            RatingField.TAGS,
            "A tag takes at most 40 characters.",
        ),
        (
            {"tags": ("Next-Morning",)},
            RatingField.TAGS,
            "HipCoach sets “Next-Morning” itself.",
        ),
        (
            {"tags": ("car", "muscle-ache")},
            RatingField.TAGS,
            "HipCoach sets “muscle-ache” itself.",
        ),
        (
            {"medicine": "x" * (NOTE_LIMIT + 1)},
            RatingField.MEDICINE,
            "This is 1 character too long: 10\u00a0000 fit.",
        ),
        (
            {"note": "x" * (NOTE_LIMIT + 1_234)},
            RatingField.NOTE,
            "This is 1\u00a0234 characters too long: 10\u00a0000 fit.",
        ),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(blank, change, field, told):
    problem = form_problem(replace(blank, **{"score": 3, **change}), blank)

    assert (problem.field, say(problem.text)) == (field, told)


def test_what_fits_is_no_problem(blank):
    tags = tuple(str(n) * LONGEST_TAG for n in range(MOST_TAGS))
    full = replace(blank, score=10, tags=tags, note="x" * NOTE_LIMIT, medicine="y" * NOTE_LIMIT)

    assert form_problem(full, blank) is None
    assert rating_of(full).tags == tags


def test_tags_that_an_import_brought_are_no_problem(stored):
    many = replace(stored, tags=tuple("x" * n for n in range(50, 70)))
    form = form_of(many, NOW.date())

    assert form_problem(replace(form, score=1), form) is None
    assert form_problem(replace(form, tags=(*form.tags, "y")), form).field is RatingField.TAGS


def test_the_moment_stays_to_the_second_while_its_minute_does(blank):
    assert moved(blank, NOW.date(), time(18, 10), local) is blank


def test_another_day_has_the_offset_that_holds_then(blank):
    summer = moved(blank, date(2026, 7, 1), time(7, 30), local)

    assert summer.at.isoformat() == "2026-07-01T07:30:00+02:00"
    assert not is_of_today(summer)


def test_a_new_entry_of_the_day_the_clocks_change_has_the_offset_of_its_hour(blank):
    evening = replace(blank, at=datetime(2026, 10, 25, 20, 0, tzinfo=WINTER))

    assert moved(evening, date(2026, 10, 25), time(1, 0), local).at.utcoffset() == timedelta(
        hours=2
    )


def test_an_entry_from_abroad_keeps_its_day_and_offset_at_another_time_of_it(stored):
    abroad = form_of(replace(stored, at=datetime(2026, 7, 1, 22, 0, tzinfo=UTC)), NOW.date())

    assert moved(abroad, date(2026, 7, 1), time(23, 30), local).at.isoformat() == (
        "2026-07-01T23:30:00+00:00"
    )
    assert moved(abroad, date(2026, 7, 2), time(23, 30), local).at.isoformat() == (
        "2026-07-02T23:30:00+02:00"
    )


def test_each_kind_has_words_of_its_own_and_now_is_not_said_of_the_past():
    present = [say(kind_words(kind, now=True)) for kind in RatingKind]
    past = [say(kind_words(kind, now=False)) for kind in RatingKind]

    assert present[0] == "Back pain now"
    assert past[0] == "Back pain at that time"
    assert present[1:] == past[1:]
    assert len(set(present)) == len(RatingKind)
