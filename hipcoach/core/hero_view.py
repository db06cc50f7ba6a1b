"""The main card of Today: what may be done now, and why not more."""

from __future__ import annotations

from dataclasses import dataclass

from hipcoach.core.admission import refusal_to_begin
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.day_names import clock_time
from hipcoach.core.diary import Diary
from hipcoach.core.gate import Permission, Standing, gate
from hipcoach.core.hero_kind import WITH_SESSION, WITH_START, HeroKind, hero_kind
from hipcoach.core.hero_text import hero_texts, hero_title, next_session
from hipcoach.core.left_view import LeftView, left_view
from hipcoach.core.opening import Kind, opened, opened_easy
from hipcoach.core.schedule import Due, SlotState, SlotToday
from hipcoach.core.session import Slot
from hipcoach.core.session_card import SessionCard, session_card
from hipcoach.core.text import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotView:
    """A slot of today: its name ("Morning"), and how it stands ("done at 07:42")."""

    slot: Slot
    state: SlotState
    name: Message
    text: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class HeroView:
    """What the card is about, its words, today's slots, and what can be started.

    `texts` are sentences in their order, `next` says when the next session is. `starts` is what
    Start, or else Ctrl+Return, starts; `session` describes it, None where nothing can be started.
    `can_start`: the card has a Start; `can_be_easier`: and "Easier today"; `extra_allowed`: no
    Start, but Ctrl+Return. `questions_first`: some questions of the screening come before it.
    `left`: a session of today was left; it is resumed, kept or discarded first.
    """

    kind: HeroKind
    title: Message
    texts: tuple[Message, ...] = ()
    next: Message | None = None
    slots: tuple[SlotView, ...] = ()
    starts: Kind = Kind.SESSION
    session: SessionCard | None = None
    can_start: bool = False
    can_be_easier: bool = False
    extra_allowed: bool = False
    questions_first: bool = False
    left: LeftView | None = None


def hero_view(diary: Diary, catalogue: Catalogue, found: Due, stands: Standing) -> HeroView:
    """The card for what is due, and for where the user stands with the screening."""
    pain = gate(Standing(), found.felt, catalogue.rules.start)
    kind = hero_kind(found, stands, pain)
    starts = Kind.EASY_DAY if found.flare or pain is Permission.EASY_DAY else Kind.SESSION
    open_ = kind in WITH_SESSION and found.resumable is None
    refused = refusal_to_begin(starts, diary, catalogue, found) if open_ else None
    asked = stands.asked is not None
    may_start = open_ and (asked or refused is None)
    words = hero_texts(kind, diary, catalogue, found, stands.severity)
    return HeroView(
        kind=kind,
        title=hero_title(kind, catalogue, found),
        texts=(*words, *([refused] if refused and not asked else [])),
        next=next_session(kind, diary, found, catalogue.rules.count),
        slots=tuple(_slot(slot, alone=len(found.slots) == 1) for slot in found.slots),
        starts=starts,
        session=_session(kind, starts, diary, catalogue, found),
        can_start=may_start and kind in WITH_START,
        can_be_easier=may_start and kind is HeroKind.SESSION,
        extra_allowed=may_start and kind not in WITH_START,
        questions_first=asked,
        left=left_view(diary, catalogue, found),
    )


def _slot(slot: SlotToday, *, alone: bool) -> SlotView:
    names = {Slot.MORNING: message("Morning"), Slot.EVENING: message("Evening")}
    texts = {
        SlotState.DONE: message("done"),
        SlotState.NEXT: message("next"),
        SlotState.OPEN: message("later today"),
        SlotState.PASSED: message("not done, no catching up"),
    }
    text = texts[slot.state]
    if slot.session:
        at = slot.session.ended_at or slot.session.started_at
        text = message("done at {time}", time=clock_time(at))
    name = message("Today") if alone else names[slot.slot]
    return SlotView(slot=slot.slot, state=slot.state, name=name, text=text)


def _session(
    kind: HeroKind, starts: Kind, diary: Diary, catalogue: Catalogue, found: Due
) -> SessionCard | None:
    """What would start now, in a card that shows it."""
    if found.run is None or kind not in WITH_SESSION:
        return None
    given = (diary, catalogue, found.run, found.now, found.slot)
    if starts is Kind.SESSION:
        return session_card(diary, catalogue, opened(*given))
    bridge = opened_easy(*given, stand_in=False)
    return session_card(diary, catalogue, bridge, opened_easy(*given, stand_in=True))
