"""The check-in card of Today: the run's check-ins on a line, and what the next one asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from hipcoach.core.day_names import day_in_words
from hipcoach.core.diary import Diary
from hipcoach.core.format import day_text
from hipcoach.core.run import Run
from hipcoach.core.schedule import CheckInDue, Due
from hipcoach.core.text import Message, message


class NodeState(StrEnum):
    """Where a check-in stands. NOT_DONE: its days are over."""

    DONE = "done"
    NOT_DONE = "not-done"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInNode:
    """One check-in: its week, its label ("Week 3"), how it stands, and both in words."""

    week: int
    label: Message
    state: NodeState
    words: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInCard:
    """The run's check-ins in their order.

    `reached` is the share of the line from the first to the last that lies behind: 0 to 1. Of the
    next one: `title` ("Week-6 check-in"), `when` ("in 3 days"), `day` ("Sunday 13 December") and
    `contents`, a sentence of what it asks; all None where none is left. `is_open`: it can be done
    now.
    """

    nodes: tuple[CheckInNode, ...]
    reached: float
    title: Message | None = None
    when: Message | None = None
    day: Message | None = None
    contents: Message | None = None
    is_open: bool = False


def check_in_card(diary: Diary, found: Due) -> CheckInCard | None:
    """The check-ins of the run under way; None without a program."""
    run, program, due = found.run, found.program, found.check_in
    if run is None or program is None:
        return None
    weeks = sorted({*program.check_ins, *program.short_check_ins})
    done = {check_in.week for check_in in diary.check_ins if check_in.run == run.id}
    today = found.now.date()
    card = CheckInCard(
        nodes=tuple(_node(week, done, due) for week in weeks),
        reached=_reached(run, weeks[-1], today),
    )
    return _with_next(card, due, today) if due else card


def _with_next(card: CheckInCard, due: CheckInDue, today: date) -> CheckInCard:
    week = message("Week-{week} check-in", week=due.week)
    return replace(
        card,
        title=week if due.week else message("First check-in"),
        when=_when(due, today),
        day=day_in_words(due.on),
        contents=_contents(due),
        is_open=due.is_open,
    )


def _node(week: int, done: set[int], due: CheckInDue | None) -> CheckInNode:
    label = message("Week {week}", week=week) if week else message("Start")
    if week in done:
        state = NodeState.DONE
    elif due is None or week < due.week:
        state = NodeState.NOT_DONE
    else:
        state = NodeState.NEXT if week == due.week else NodeState.LATER
    states = {
        NodeState.DONE: message("done"),
        NodeState.NOT_DONE: message("not done"),
        NodeState.NEXT: message("next"),
        NodeState.LATER: message("later"),
    }
    words = message("{check_in}, {state}", check_in=label, state=states[state])
    return CheckInNode(week=week, label=label, state=state, words=words)


def _reached(run: Run, last_week: int, today: date) -> float:
    days = (today - run.started_on).days
    return min(days / (7 * last_week), 1.0) if last_week else 1.0


def _when(due: CheckInDue, today: date) -> Message:
    """How far off it is; past its day, until when it can still be done."""
    days = (due.on - today).days
    if days < 0:
        return message("until {day}", day=day_text(due.closes))
    return Message(text="in {n} days", one="in {n} day", n=days) if days else message("today")


def _contents(due: CheckInDue) -> Message:
    """What is asked (clinical.md B6; the short one: product.md section 4)."""
    if due.short:
        return message("Pain, and how your back has changed.")
    if due.week == 0:
        return message("Pain, daily activities and strength tests.")
    return message("Pain, daily activities, strength tests, and how your back has changed.")
