"""Which first-time hint a page shows now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.hints import CHART, SCALE, START, Hint, hint_now
from hipcoach.core.run import Settings
from hipcoach.core.text import message
from hipcoach.core.today_view import today_offers, today_view

FIRST = Hint(id="first", page="today", text="One.", needs=START)
SECOND = Hint(id="second", page="today", text="Two.", needs=SCALE)
OTHER = Hint(id="other", page="settings", text="Three.")
ALL = (FIRST, SECOND, OTHER)
BOTH = {START, SCALE}


@pytest.mark.parametrize(
    ("page", "offers", "seen", "shown"),
    [
        ("today", BOTH, (), FIRST),
        ("today", BOTH, ("first",), SECOND),
        ("today", BOTH, ("first", "second"), None),
        ("today", {SCALE}, (), SECOND),
        ("today", {}, (), None),
        ("settings", {}, ("first",), OTHER),
        ("player", BOTH, (), None),
    ],
)
def test_a_page_shows_its_first_unread_hint_that_fits(page, offers, seen, shown):
    assert hint_now(ALL, Settings(hints_seen=seen), page, offers) == shown


def test_hints_that_are_switched_off_are_not_shown():
    assert hint_now(ALL, Settings(hints=False), "today", BOTH) is None


@pytest.mark.parametrize("page", ["player", "safety", "review", "first-run"])
def test_no_hint_stands_in_a_session_or_beside_questions(page):
    with pytest.raises(ValueError, match="a hint stands on one of the pages"):
        Hint(id="it", page=page, text="One.")


def test_a_hint_needs_only_what_a_page_can_offer():
    assert Hint(id="it", page="diary", text="One.", needs=CHART).needs == CHART
    with pytest.raises(ValueError, match="a hint needs"):
        Hint(id="it", page="today", text="One.", needs="sart")


def test_today_offers_nothing_while_it_asks(make_diary, catalogue, at):
    view = today_view(make_diary(), catalogue, at(0, 9))
    assert view.hero.can_start
    assert today_offers(view) == BOTH
    assert today_offers(replace(view, morning=message("How strong is it?"))) == set()
    assert today_offers(replace(view, review=message("How was it?"))) == set()
    no_start = replace(view, hero=replace(view.hero, can_start=False))
    assert today_offers(no_start) == {SCALE}
