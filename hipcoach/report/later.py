"""The pages after the first: every session, entry and decision, and how the numbers came about."""

from __future__ import annotations

from datetime import date

from hipcoach.core.format import date_text
from hipcoach.core.report_wishes import Section
from hipcoach.core.text import tr
from hipcoach.report.endnotes import endnotes
from hipcoach.report.every_entry import entries_listing
from hipcoach.report.every_period import decisions_listing, periods_listing
from hipcoach.report.every_session import sessions_listing
from hipcoach.report.listings import reach
from hipcoach.report.page import Fact, Later
from hipcoach.report.scope import Scope

PARTS = (sessions_listing, entries_listing, periods_listing, decisions_listing)


def later_pages(seen: Scope, facts: tuple[Fact, ...]) -> Later | None:
    """The pages, or None where they are not wanted. What the period has none of is left out."""
    if not seen.wishes.shows(Section.EVERY_ENTRY):
        return None
    reached = reach(seen)
    found = (part(reached) for part in PARTS)
    return Later(
        running=tuple(fact.value for fact in facts),
        note=_left_out(reached.first) if reached.first > seen.first else "",
        listings=tuple(listing for listing in found if listing),
        passages=endnotes(seen),
    )


def _left_out(first: date) -> str:
    return tr(
        "These pages begin on {day}: they hold two years at most. What came before is in a report "
        "of an earlier period, and in the export.",
        day=date_text(first),
    )
