"""The main card of Today: what may be done now, and why not more."""

from __future__ import annotations

from dataclasses import dataclass

from hipcoach.core.admission import refusal_of_day, refusal_to_begin
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.day_names import clock_time
from hipcoach.core.days_off_view import WayBack, way_back_from_absence, way_back_from_flare
from hipcoach.core.diary import Diary
from hipcoach.core.flare import is_long
from hipcoach.core.gate import Permission, Standing, gate
from hipcoach.core.hero_kind import WITH_SESSION, WITH_START, WITHOUT_DAYS_OFF, HeroKind, hero_kind
from hipcoach.core.hero_text import hero_texts, hero_title, next_session, questions_note
from hipcoach.core.left_view import LeftView, left_view
from hipcoach.core.opening import Kind, opened_as, opened_easy
from hipcoach.core.progression.begun import Begun, begun, easier_note
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
    Start, but Ctrl+Return. `questions`: that some questions of the screening come before it.
    `left`: a session of today was left; it is resumed, kept or discarded first. `way_back`: how a
    flare-up, an illness or days away end. `easier_note`: why the session is lighter; None, too,
    where none may be started. `can_flare` and `can_be_away`: a flare-up, or days away or ill, may
    be noted now.
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
    questions: Message | None = None
    left: LeftView | None = None
    way_back: WayBack | None = None
    easier_note: Message | None = None
    can_flare: bool = False
    can_be_away: bool = False

    @property
    def questions_first(self) -> bool:
        """Whether questions of the screening come before a session."""
        return self.questions is not None


def hero_view(
    diary: Diary,
    catalogue: Catalogue,
    found: Due,
    stands: Standing,
    ready: Begun | None = None,
) -> HeroView:
    """The card for what is due, and for where the user stands with the screening.

    `ready` is what a session would find now, where that is known already.
    """
    if ready is None and found.run and found.program:
        ready = begun(diary, catalogue, found.run, found.now)
    pain = gate(Standing(), found.felt, catalogue.rules.start)
    kind = hero_kind(found, stands, pain)
    starts = Kind.EASY_DAY if found.flare or pain is Permission.EASY_DAY else Kind.SESSION
    refused = _refused(kind, starts, diary, catalogue, found, stands)
    may_start = kind in WITH_SESSION and found.resumable is None and refused is None
    words = [*hero_texts(kind, diary, catalogue, found, stands.severity)]
    if refused and not _long_flare(catalogue, found):
        words.append(refused)
    return HeroView(
        kind=kind,
        title=hero_title(kind, catalogue, found),
        texts=tuple(words),
        next=next_session(kind, diary, found, catalogue),
        slots=tuple(_slot(slot, diary, found) for slot in found.slots),
        starts=starts,
        session=_session(kind, starts, diary, catalogue, found, ready),
        can_start=may_start and kind in WITH_START,
        can_be_easier=may_start and kind is HeroKind.SESSION,
        extra_allowed=may_start and kind not in WITH_START,
        questions=questions_note(diary, catalogue, found, stands),
        left=left_view(diary, catalogue, found),
        way_back=_way_back(kind, diary, catalogue, found),
        easier_note=None if refused else _easier_note(kind, starts, catalogue, found, ready),
        can_flare=kind not in WITHOUT_DAYS_OFF and not (found.flare or found.ill),
        can_be_away=kind not in WITHOUT_DAYS_OFF and not found.ill,
    )


def _refused(
    kind: HeroKind,
    starts: Kind,
    diary: Diary,
    catalogue: Catalogue,
    found: Due,
    stands: Standing,
) -> Message | None:
    """Why nothing may be started; questions that come before it are asked at the start."""
    if kind not in WITH_SESSION or found.resumable:
        return None
    refusal = refusal_of_day if stands.asked else refusal_to_begin
    return refusal(starts, diary, catalogue, found)


def _long_flare(catalogue: Catalogue, found: Due) -> bool:
    """Whether a flare-up has lasted longer than its easy session is offered."""
    if found.flare is None:
        return False
    return is_long(found.flare, found.now.date(), catalogue.rules.flare)


def _way_back(kind: HeroKind, diary: Diary, catalogue: Catalogue, found: Due) -> WayBack | None:
    if kind is HeroKind.FLARE and found.flare:
        return way_back_from_flare(diary, catalogue, found.flare, found)
    if kind in {HeroKind.ILL, HeroKind.AWAY} and found.absence:
        return way_back_from_absence(found.absence, found)
    return None


def _easier_note(
    kind: HeroKind, starts: Kind, catalogue: Catalogue, found: Due, ready: Begun | None
) -> Message | None:
    """Why the program's session is lighter than usual; nothing is said of it while away."""
    told = kind in WITH_SESSION - {HeroKind.AWAY} and starts is Kind.SESSION
    return easier_note(ready, catalogue, found.now) if ready and told else None


def _slot(slot: SlotToday, diary: Diary, found: Due) -> SlotView:
    names = {Slot.MORNING: message("Morning"), Slot.EVENING: message("Evening")}
    name = message("Today") if len(found.slots) == 1 else names[slot.slot]
    text = _slot_text(slot, diary, found)
    return SlotView(slot=slot.slot, state=slot.state, name=name, text=text)


def _slot_text(slot: SlotToday, diary: Diary, found: Due) -> Message:
    """How the slot stands, with the time at which it was done or is meant to be."""
    if slot.session:
        at = slot.session.ended_at or slot.session.started_at
        return message("done at {time}", time=clock_time(at))
    text = {
        SlotState.DONE: message("done"),
        SlotState.NEXT: message("next"),
        SlotState.OPEN: message("later today"),
        SlotState.PASSED: message("not done, no catching up"),
        SlotState.CANCELLED: message("not today"),
    }[slot.state]
    settings = diary.settings
    meant = settings.morning_at if slot.slot is Slot.MORNING else settings.evening_at
    if meant is None or slot.state not in {SlotState.NEXT, SlotState.OPEN}:
        return text
    ahead = meant > found.now.time()
    return message("{state}, {time}", state=text, time=clock_time(meant)) if ahead else text


def _session(
    kind: HeroKind,
    starts: Kind,
    diary: Diary,
    catalogue: Catalogue,
    found: Due,
    ready: Begun | None,
) -> SessionCard | None:
    """What would start now, in a card that shows it; a long flare-up has no easy session."""
    if found.run is None or ready is None or kind not in WITH_SESSION:
        return None
    if _long_flare(catalogue, found):
        return None
    if starts is Kind.SESSION:
        return session_card(diary, catalogue, opened_as(ready, catalogue, found.now, found.slot))
    given = (diary, catalogue, found.run, found.now, found.slot)
    bridge = opened_easy(*given, stand_in=False)
    return session_card(diary, catalogue, bridge, opened_easy(*given, stand_in=True))
