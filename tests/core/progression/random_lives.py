"""Random lives: sessions, mornings, bands and answers day by day, settled as the app does it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from hypothesis import strategies as st

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Side
from hipcoach.core.missed import returned
from hipcoach.core.opening import Opened, opened, opened_easier, opened_easy
from hipcoach.core.pain import AFTER_SESSION, BEFORE_SESSION, NEXT_MORNING, PainRating
from hipcoach.core.parts import Part
from hipcoach.core.progression.settle import settled, with_settled
from hipcoach.core.progression.twice import twice
from hipcoach.core.run import Band, Decision, Flare, Run, Settings
from hipcoach.core.session import EventKind, SessionEvent, SessionState, SideSet, Slot

DAY = timedelta(days=1)
PROGRAMS = ("hips-three-twice", "hips-five-hold", "hip-plus-trunk-6wk", "all-directions")
FIRST = datetime.fromisoformat("2026-11-02T00:00:00+01:00")
COLOURS = ("yellow", "red", "green", "blue", "black")


@dataclass(frozen=True, kw_only=True)
class Felt:
    """One session: the pain, what hurt, which set ended short on which side, what kind it is."""

    pain: tuple[int | None, int | None]
    effort: int | None
    hurt: tuple[int, int] | None
    short: tuple[int, Side, int] | None
    kind: str


@dataclass(frozen=True, kw_only=True)
class Day:
    """A day: its sessions, the morning after, the days to the next one, bands from now on."""

    sessions: tuple[Felt, ...]
    morning: int | None
    days: int
    bands: frozenset[str] | None
    declines: bool
    aches: bool
    flare: bool


def mostly(usual: object, *others: object, times: int = 6) -> st.SearchStrategy:
    """The usual answer so many times as often as the others together."""
    return st.sampled_from([usual] * times * len(others) + [*others])


def felt(even: int) -> st.SearchStrategy[Felt]:
    """Mostly calm sessions; both sides are alike `even` times as often as one ends short."""
    return st.builds(
        Felt,
        pain=mostly((2, 2), (2, 3), (2, 4), (3, 3), (4, 5), (2, 6), (None, 2), (6, 7), (1, None)),
        effort=mostly(6, 8, None),
        hurt=mostly(None, (0, 1), (1, 4), (2, 7)),
        short=mostly(None, *ONE_SIDED, times=even),
        kind=mostly("own", "easier", "easy"),
    )


ONE_SIDED = (
    (0, Side.LEFT, 4),
    (0, Side.RIGHT, 13),
    (1, Side.LEFT, 12),
    (1, Side.RIGHT, 11),
    (2, Side.LEFT, 3),
)
"""The exercise's place, the side, and where its sets ended."""


def lives(even: int = 6) -> st.SearchStrategy[tuple[str, list[Day]]]:
    """A program, and the days of its run."""
    days = st.builds(
        Day,
        sessions=st.lists(felt(even), min_size=1, max_size=2).map(tuple),
        morning=mostly(2, 1, 3, 4, 5, None),
        days=mostly(1, 2, 5, 9),
        bands=mostly(None, *(frozenset(COLOURS[n : n + 2]) for n in range(5)), frozenset()),
        declines=mostly(False, True, times=12),
        aches=mostly(False, True, times=12),
        flare=mostly(False, True, times=20),
    )
    return st.tuples(st.sampled_from(PROGRAMS), st.lists(days, min_size=5, max_size=12))


@dataclass(kw_only=True)
class Life:
    """A diary that is lived and settled; `check` looks at the life and what each settling made."""

    catalogue: Catalogue
    run: Run
    diary: Diary
    check: Callable[[Life, Collection[Decision], datetime], None]
    steps: list[Decision] = field(default_factory=list)

    def settle(self, now: datetime, *, declines: bool = False) -> None:
        """Store what is due, and nothing the second time.

        Where steps up are declined, the one that waited for them may be due then.
        """
        before = self.diary
        found = settled(before, self.catalogue, self.run, now)
        if declines:
            no = tuple(replace(d, accepted=not d.exercise) for d in found.decisions)
            found = replace(found, decisions=no)
        self.diary = with_settled(before, found)
        again = settled(self.diary, self.catalogue, self.run, now)
        assert declines or (again.sessions, again.decisions) == ((), ())
        self.steps += [d for d in found.decisions if d.exercise and d.accepted]
        self.check(self, found.decisions, now)

    def live(self, day: Day, midnight: datetime) -> None:
        """A day with its sessions, and the morning after it."""
        if day.bands is not None:
            bands = tuple(Band(colour=colour) for colour in sorted(day.bands))
            self.diary = replace(self.diary, settings=Settings(bands=bands))
        if day.flare:
            period = Flare(from_=midnight.date(), to=midnight.date())
            self.diary = replace(self.diary, flares=(*self.diary.flares, period))
        if day.aches:
            self._rate(midnight + timedelta(hours=5), 2, "muscle-ache", "")
        for number, felt in enumerate(day.sessions):
            self._train(felt, midnight + timedelta(hours=8 + 10 * number), declines=day.declines)
        self._wake(day, midnight)

    def _wake(self, day: Day, midnight: datetime) -> None:
        at = midnight + DAY + timedelta(hours=4)
        if day.morning is not None:
            told = self._rate(at, day.morning, NEXT_MORNING, "")
            sessions = tuple(
                replace(s, next_morning=told) if s.day == midnight.date() else s
                for s in self.diary.sessions
            )
            self.diary = replace(self.diary, sessions=sessions)
        self.settle(at, declines=day.declines)

    def _train(self, felt: Felt, at: datetime, *, declines: bool) -> None:
        self.settle(at)
        self.diary, self.run = returned(self.diary, self.catalogue, self.run, at)
        lighter = twice(self.diary, self.catalogue, self.run, at)
        if lighter:
            self.diary = replace(self.diary, decisions=(*self.diary.decisions, lighter))
        self._record(felt, self._opened(felt, at), at)
        self.settle(at + timedelta(minutes=30), declines=declines)

    def _opened(self, felt: Felt, at: datetime) -> Opened:
        given = self.diary, self.catalogue, self.run, at, Slot.MORNING
        if felt.kind == "easier":
            return opened_easier(*given)
        if felt.kind == "easy":
            return opened_easy(*given, stand_in=False)
        return opened(*given)

    def _record(self, felt: Felt, ready: Opened, at: datetime) -> None:
        name = f"s{len(self.diary.sessions)}"
        end = at + timedelta(minutes=20)
        before, worst = felt.pain
        sets = tuple(
            done
            for place, part in enumerate(ready.parts)
            for done in _sets(
                part, felt.short if felt.short and felt.short[0] == place else None, end
            )
        )
        session = replace(
            ready.session,
            id=name,
            ended_at=end,
            state=SessionState.FINISHED,
            sets=sets,
            events=tuple(_hurts(felt, ready, at)),
            effort=felt.effort,
            pain_worst=worst,
            pain_before="" if before is None else self._rate(at, before, BEFORE_SESSION, name),
            pain_after="" if worst is None else self._rate(end, worst, AFTER_SESSION, name),
        )
        self.diary = replace(self.diary, sessions=(*self.diary.sessions, session))

    def _rate(self, at: datetime, score: int, tag: str, session: str) -> str:
        name = f"r{len(self.diary.pain_ratings)}"
        told = PainRating(id=name, at=at, score=score, tags=(tag,), session=session)
        self.diary = replace(self.diary, pain_ratings=(*self.diary.pain_ratings, told))
        return name


def _sets(part: Part, short: tuple[int, Side, int] | None, at: datetime) -> Iterator[SideSet]:
    """Every set to its end, but for one side of the second that ended short."""
    for number in range(part.dose.sets):
        for side in part.sides:
            ends = short is not None and short[1] is side
            tidy = min(short[2], part.dose.high) if short and ends else part.dose.high
            yield SideSet(
                exercise=part.ladder.id,
                rung=part.rung.id,
                side=side,
                set=number + 1,
                reps=part.dose.high,
                tidy_reps=tidy,
                low=part.dose.low,
                hold=part.hold,
                tempo="2/2/2/0",
                resistance=part.rung.resistance,
                ended_at=at,
            )


def _hurts(felt: Felt, ready: Opened, at: datetime) -> Iterator[SessionEvent]:
    if felt.hurt and felt.hurt[0] < len(ready.parts):
        name = ready.parts[felt.hurt[0]].ladder.id
        yield SessionEvent(at=at, kind=EventKind.HURT, exercise=name, score=felt.hurt[1])
