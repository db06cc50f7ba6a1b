"""Small scenes for the table of the rules: what was felt and done, and what HipCoach makes of it.

Each is played by the table as `scene(stage)` and gives the decision and what the user reads.
Day 0 is the first day of a run of hips-three-twice, unless another program is named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.cues import form_lost
from hipcoach.core.diary import Diary
from hipcoach.core.events import FormLost, PlayerEvent
from hipcoach.core.exercise import Side
from hipcoach.core.gate import standing
from hipcoach.core.guided import GuidedSession
from hipcoach.core.hero_view import hero_view
from hipcoach.core.hurt import Choice
from hipcoach.core.opening import opened
from hipcoach.core.pain import MUSCLE_ACHE, PainRating
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.facts import facts_of
from hipcoach.core.progression.judged import judged
from hipcoach.core.progression.settle import settled, with_settled
from hipcoach.core.progression.spell import spell_decision
from hipcoach.core.progression.spells import spells
from hipcoach.core.progression.verdict import Verdict, decision_of
from hipcoach.core.progression.verdicts import verdicts
from hipcoach.core.run import Band, Run, Settings, Times
from hipcoach.core.schedule import due
from hipcoach.core.screening import Answer, answered, items_of
from hipcoach.core.session import EASY_DAY, WARNING_SIGN, Session, Slot
from hipcoach.core.text import message, say
from tests.core.progression.lives import CLAM, Done, World, case_after

OWNED = Settings(bands=(Band(colour="yellow"),))

EVENING = 18
"""The hour at which the session of a scene about pain begins; it takes 20 minutes."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """What the scenes are played with: the content and the fixtures of the core's tests."""

    catalogue: Catalogue
    at: Callable[..., datetime]
    make_session: Callable[..., Session]
    make_run: Callable[..., Run]


@dataclass(frozen=True)
class Outcome:
    """What a scene comes to: the decision in a few words, and what the user reads of it."""

    decision: str
    said: str = ""


Scene = Callable[[Stage], Outcome]

NOTHING = Outcome("nothing")


# ---------------------------------------------------------------------------- the pain of a session


def pain(
    before: int | None,
    worst: int | None,
    morning: int | None = 2,
    *,
    usual: int = 2,
    easy: bool = False,
    later: tuple[float, int] | None = None,
    following: tuple[float, int] | None = None,
) -> Scene:
    """One session: its tag, the rule that gave it, and the sentence with the numbers.

    `usual` are the mornings of the week before; `later` a rating so many hours after it;
    `following` the next session, that many hours after it, and the pain before that one.
    """

    def played(stage: Stage) -> Outcome:
        begun = stage.at(7, EVENING)
        ended = begun + timedelta(minutes=20)
        told = [PainRating(id=f"m{n}", at=stage.at(n, 7), score=usual) for n in range(1, 8)]
        told += _given("before", begun, before) + _given("morning", stage.at(8, 7), morning)
        sessions = [_felt(stage, begun, worst, easy=easy, known=before, after=morning)]
        if later:
            told += _given("later", ended + timedelta(hours=later[0]), later[1])
        if following:
            start = ended + timedelta(hours=following[0])
            told += _given("next", start, following[1])
            sessions.append(stage.make_session(9, started_at=start, pain_before="next"))
        told.sort(key=lambda rating: rating.at)
        diary = Diary(runs=(stage.make_run(),), sessions=tuple(sessions), pain_ratings=tuple(told))
        rules = stage.catalogue.rules
        facts = facts_of(sessions[:1], diary, diary.runs[0], rules, stage.at(20, 9))[0]
        found = judged(facts, rules.tag)
        return Outcome(f"{found.tag or 'open'}, {found.rule}", say(found.why))

    return played


def _given(name: str, at: datetime, score: int | None) -> list[PainRating]:
    return [] if score is None else [PainRating(id=name, at=at, score=score)]


def _felt(
    stage: Stage,
    begun: datetime,
    worst: int | None,
    *,
    easy: bool,
    known: int | None,
    after: int | None,
) -> Session:
    session = stage.make_session(
        7,
        started_at=begun,
        ended_at=begun + timedelta(minutes=20),
        pain_before="" if known is None else "before",
        pain_worst=worst,
        next_morning="" if after is None else "morning",
    )
    return replace(session, program=EASY_DAY) if easy else session


# ---------------------------------------------------------------------------- the next session


def then(*done: Done, of: str = CLAM, alone: bool = False, **world: Any) -> Scene:
    """What becomes of an exercise after these sessions: the rule and the whole sentence.

    `of` is the exercise, "" what is said of all of them. `alone`: no other one was done, so that
    none goes up before it (R-LIMIT).
    """

    def played(stage: Stage) -> Outcome:
        others = stage.catalogue.exercises.keys() - {of} if alone else ()
        sets = frozenset((name, side, n) for name in others for side in Side for n in range(1, 6))
        sessions = tuple(replace(one, left_out=one.left_out | sets) for one in done)
        case = _case(stage, sessions, world)
        found = next((v for v in verdicts(case, spells(case)) if v.exercise == of), None)
        if found is None:
            return NOTHING
        told = decision_of(found, case.catalogue, case.now).text
        return Outcome(f"{_way(found)}, {found.rule}", told)

    return played


def _way(found: Verdict) -> str:
    """Which way it goes."""
    if found.from_ == found.to:
        return "a set fewer" if found.fewer else "same"
    fewer = " and a set fewer" if found.fewer else ""
    return f"{'back ' if found.back else ''}{found.move}{fewer}"


def spell(rule: str, *done: Done, **world: Any) -> Scene:
    """What the rule says of days and weeks, and whether it holds the levels."""

    def played(stage: Stage) -> Outcome:
        case = _case(stage, done, world)
        found = next((spell for spell in spells(case) if spell.rule == rule), None)
        if found is None:
            return NOTHING
        told = spell_decision(found, case.now).text
        return Outcome("levels held" if found.holds else "told", told)

    return played


def _case(stage: Stage, done: tuple[Done, ...], world: Mapping[str, Any]) -> Case:
    """The case; what the scene gives as a function of `at` is made with it."""
    made = {name: value(stage.at) if callable(value) else value for name, value in world.items()}
    now, calm = made.pop("now", None), made.pop("calm", False)
    around = World(**made)
    run = stage.make_run(around.program, changes=around.changes)
    return case_after(done, around, stage.catalogue, stage.at, run, now, calm=calm)


def rated(scores: Mapping[int, int], hour: int) -> Callable[..., tuple[PainRating, ...]]:
    """One rating on each of these days at that hour; before noon they are mornings."""
    return lambda at: tuple(
        PainRating(id=f"r{day}", at=at(day, hour), score=score)
        for day, score in sorted(scores.items())
    )


def ached(*hours: float) -> Callable[..., tuple[PainRating, ...]]:
    """Muscle ache that was told so many hours after day 10, 8 o'clock."""
    return lambda at: tuple(
        PainRating(
            id=f"a{hour}", at=at(10, 8) + timedelta(hours=hour), score=1, tags=(MUSCLE_ACHE,)
        )
        for hour in hours
    )


# ---------------------------------------------------------------------------- what Today says


def today(
    day: int,
    hour: int = 9,
    *,
    pain_now: int | None = None,
    minutes_ago: int = 0,
    signs: tuple[str, ...] = (),
    sessions: tuple[int, ...] = (),
    before: int = 2,
    worst: int | None = None,
    **tables: Any,
) -> Scene:
    """Today's main card: its kind, and its sentences, with why a session is lighter.

    `pain_now` was told so many minutes ago. `sessions` are days with a session in the morning; the
    last one had these pains. `signs` are questions of the screening that were answered with yes.
    """

    def played(stage: Stage) -> Outcome:
        catalogue, now = stage.catalogue, stage.at(day, hour)
        answers = dict.fromkeys(items_of(catalogue.questionnaire), Answer.NO)
        answers |= dict.fromkeys(signs, Answer.YES)
        done = [stage.make_session(n) for n in sessions]
        told = _given("now", now - timedelta(minutes=minutes_ago), pain_now)
        if worst is not None:
            done[-1] = replace(done[-1], pain_before="before", pain_worst=worst)
            told += _given("before", done[-1].started_at, before)
        diary = Diary(
            runs=(stage.make_run(),),
            sessions=tuple(done),
            pain_ratings=tuple(told),
            screenings=(answered(catalogue.questionnaire, answers, stage.at(0, 6)),),
            settings=OWNED,
            **{name: value(stage.at) for name, value in tables.items()},
        )
        return _card(with_settled(diary, settled(diary, catalogue, diary.runs[0], now)), stage, now)

    return played


def _card(diary: Diary, stage: Stage, now: datetime) -> Outcome:
    """The main card: its kind, and its words."""
    catalogue = stage.catalogue
    stands = standing(diary, catalogue.questionnaire, now, catalogue.rules.count)
    view = hero_view(diary, catalogue, due(diary, catalogue, now), stands)
    words = [say(one) for one in (*view.texts, view.questions, view.easier_note) if one]
    return Outcome(view.kind, " ".join(words))


def missed(days: int) -> Scene:
    """So many days missed since the first one: the clamshell, and what Today says.

    It was done with the yellow band, 2 sets of 12 to 15.
    """

    def played(stage: Stage) -> Outcome:
        catalogue, now = stage.catalogue, stage.at(days + 1, 9)
        questionnaire = catalogue.questionnaire
        no = dict.fromkeys(items_of(questionnaire), Answer.NO)
        diary = Diary(
            runs=(stage.make_run(),),
            sessions=(stage.make_session(0),),
            screenings=(answered(questionnaire, no, stage.at(0, 6)),),
            settings=OWNED,
        )
        clam = opened(diary, catalogue, diary.runs[0], now, Slot.MORNING).parts[0]
        dose = f"{clam.dose.sets} x {clam.dose.low} to {clam.dose.high}"
        asked = standing(diary, questionnaire, now, catalogue.rules.count).asked
        screening = f"{asked} screening, " if asked else ""
        said = _card(diary, stage, now).said
        return Outcome(f"{screening}{say(message(clam.rung.text))}, {dose}", said)

    return played


# ---------------------------------------------------------------------------- within a session


class Mat:
    """A session on a clock that is moved by hand; pain before it is 2."""

    def __init__(self, stage: Stage) -> None:
        self.seconds, self.told = 0.0, list[PlayerEvent]()
        run, at = stage.make_run(), stage.at(0, 9)
        ready = opened(Diary(runs=(run,)), stage.catalogue, run, at, Slot.MORNING)
        self.guided = GuidedSession(
            session=ready.session,
            parts=ready.parts,
            catalogue=stage.catalogue,
            times=Times(),
            clocks=Clocks(seconds=lambda: self.seconds, now=lambda: at, slept=lambda: False),
            save=lambda session: session,
            emit=self.told.append,
            pain_before=2,
        )
        self.guided.start()

    def to(self, reached: Callable[[GuidedSession], bool]) -> None:
        """Let the clock run up to there."""
        player = self.guided.player
        while not (player.phase.works and reached(self.guided)):
            boundary = player.next_boundary
            assert boundary is not None
            self.seconds = max(self.seconds, boundary)
            player.wake()


def taken_back(*reps: int) -> Scene:
    """These repetitions of the first set were not tidy and are taken back, one by one."""

    def played(stage: Stage) -> Outcome:
        mat = Mat(stage)
        for rep in reps:
            mat.to(lambda guided, after=rep: guided.player.phase.point.rep > after)
            mat.guided.change_count(-1)
        lost = next((event for event in mat.told if isinstance(event, FormLost)), None)
        if lost is None:
            return Outcome("the set goes on")
        words = map(say, form_lost(lost, mat.guided.parts))
        return Outcome("the set ends", " ".join(words))

    return played


def hurts(*scores: int) -> Scene:
    """It hurts in one exercise after the other, each skipped: what may be chosen at the last."""

    def played(stage: Stage) -> Outcome:
        mat = Mat(stage)
        for number, score in enumerate(scores):
            mat.to(lambda guided, part=number: guided.player.phase.point.part == part)
            mat.guided.hurt()
            found = mat.guided.answer(score)
            if number + 1 < len(scores):
                mat.guided.choose(Choice.SKIP)
        return Outcome(", ".join(found.choices))

    return played


def warning_sign(stage: Stage) -> Outcome:
    """A warning sign ends the session: its state, and what is asked before the next one."""
    mat = Mat(stage)
    mat.to(lambda guided: True)
    mat.guided.end(WARNING_SIGN)
    questionnaire = stage.catalogue.questionnaire
    answers = dict.fromkeys(items_of(questionnaire), Answer.NO)
    diary = Diary(
        sessions=(mat.guided.session,),
        screenings=(answered(questionnaire, answers, stage.at(0, 6)),),
    )
    stands = standing(diary, questionnaire, stage.at(0, 10), stage.catalogue.rules.count)
    return Outcome(f"{mat.guided.session.state}, {stands.asked} screening".replace("_", " "))
