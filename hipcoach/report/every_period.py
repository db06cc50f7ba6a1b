"""Every flare-up, every time away and every decision of the period, with the words of each."""

from __future__ import annotations

from collections.abc import Iterable

from hipcoach.core.pain import NOTE_LIMIT
from hipcoach.core.run import Decision, Period
from hipcoach.core.text import tr
from hipcoach.report.listings import day_cell, day_head
from hipcoach.report.notes import period_name, period_reason
from hipcoach.report.page import Head, Listing, Row
from hipcoach.report.scope import Scope
from hipcoach.report.words import clean


def periods_listing(seen: Scope) -> Listing | None:
    """Flare-ups and days away, oldest first; None where the period has none."""
    both: Iterable[Period] = (*seen.diary.flares, *seen.diary.absences)
    touching = [period for period in both if seen.touches(period.from_, period.to)]
    if not touching:
        return None
    return Listing(
        heading=tr("Every flare-up and time away"),
        heads=(
            day_head(seen, tr("First day")),
            day_head(seen, tr("Last day")),
            Head(text=tr("Days"), width=42, numeric=True),
            Head(text=tr("What"), width=72),
        ),
        words=tr("Reason or trigger"),
        rows=tuple(_period(seen, p) for p in sorted(touching, key=lambda p: p.from_)),
    )


def _period(seen: Scope, period: Period) -> Row:
    days = ((period.to or seen.last) - period.from_).days + 1
    reason = period_reason(period, NOTE_LIMIT)
    return Row(
        cells=(
            day_cell(seen, period.from_),
            day_cell(seen, period.to) if period.to else tr("goes on"),
            str(days),
            period_name(period),
        ),
        words=(reason,) if reason else (),
    )


def decisions_listing(seen: Scope) -> Listing | None:
    """What the rules proposed in the period and what became of it; None where they did not."""
    decisions = [d for d in seen.diary.decisions if seen.holds(d.at.date())]
    if not decisions:
        return None
    return Listing(
        heading=tr("Every decision of the rules"),
        heads=(
            day_head(seen, tr("Day")),
            Head(text=tr("Rule"), width=92),
            Head(text=tr("Exercise"), width=104),
            Head(text=tr("Answer"), width=64),
        ),
        words=tr("In words"),
        rows=tuple(_decision(seen, decision) for decision in decisions),
    )


def _decision(seen: Scope, decision: Decision) -> Row:
    words = clean(decision.text, NOTE_LIMIT)
    return Row(
        cells=(
            day_cell(seen, decision.at.date()),
            clean(decision.rule),
            seen.exercise_name(decision.exercise),
            _answer(decision),
        ),
        words=(words,) if words else (),
    )


def _answer(decision: Decision) -> str:
    """What became of it; what speaks of no exercise is noted as it is."""
    if not decision.accepted:
        return tr("declined")
    return tr("accepted") if decision.exercise else tr("noted")
