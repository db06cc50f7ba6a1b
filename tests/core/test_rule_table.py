"""The rules of clinical.md C as one table: facts in words, and what HipCoach decides and says.

Every rule id has rows just below, at and above each of its thresholds. A row has the facts in
words, the same facts as a scene that is played (`rule_scenes.py`), and the decision with the rule
that made it. What the user reads of it stands beside them in docs/rule-table.md, word for word: the
page for a clinician's eye. `python3 dev.py test tests/core/test_rule_table.py --keep-pictures`
writes its sentences anew; look at the difference. The decisions are only here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.pain import PainRating
from hipcoach.core.run import ILL, RUNG, Absence, Change, CheckIn, Decision, Flare, Run
from hipcoach.core.session import EASIER_TODAY, EASY_DAY, Session
from tests.core.progression.lives import (
    BOTH,
    BRACE,
    BRIDGE,
    CLAM,
    FIVE,
    HEEL,
    LEFT,
    LEG_LIFT,
    PLANK,
    RIGHT,
    STEP,
    TRUNK,
    TWO,
    At,
    Done,
    SetId,
    decided,
)
from tests.core.rule_scenes import (
    Scene,
    Stage,
    ached,
    hurts,
    missed,
    pain,
    rated,
    spell,
    taken_back,
    then,
    today,
    warning_sign,
)

CLINICAL = re.findall(
    r"R-\S+",
    """
    R-START R-PRE6 R-GREEN R-AMBER R-RED R-HIGHBASE R-PRE6-TAG R-NOAM R-STOP-EX R-STOP-SES
    R-UP R-UP-ABD R-UP-STEP R-UP-HOLD R-LIMIT R-SIDE R-DOWN R-HOLD R-DELOAD R-FLARE
    R-WEEK R-WORSE R-NOCHANGE R-MISS-1 R-MISS-2 R-MISS-3 R-MISS-4 R-MISS-5 R-ILL R-TWICE R-SORE
    """,
)
"""The rule ids of clinical.md C, in its order."""

OURS = ["R-GATE"]
"""The rule that clinical.md gives without an id (B1, the one-leg bridge)."""

INTRODUCTION = """# The rules, row by row

What HipCoach decides and says, played from the facts by `tests/core/test_rule_table.py`: this page
cannot differ from what the program does. For review by a clinician: is each decision right, and
would one say each sentence to a patient? The rules are those of clinical.md C, with R-GATE from B1;
where each one lives is in [rules.md](rules.md).

Unless a row says otherwise the program is hips-three-twice and its sessions are green: pain 1
before and at its worst, 1 the next morning, effort 5, 15 tidy repetitions in every set, the
clamshell with the yellow band, bands in three colours at hand. The decision names the rule that
made it. "Same" is the same level again, "open" a tag that still waits for an answer, and "nothing"
neither a decision nor a word. A session's tag is said as part of other sentences.
"""

# ---------------------------------------------------------------------------- the facts of the rows


def row(*days: int, **felt: Any) -> tuple[Done, ...]:
    """A session on each of these days, felt alike."""
    return tuple(Done(day=day, **felt) for day in days)


def tidy(name: str, *reps: int) -> dict[SetId, int]:
    """The tidy repetitions on the left and right, in all sets; or left 1, 2, right 1, 2."""
    left, right = (reps[:1] * 2, reps[1:] * 2) if len(reps) == 2 else (reps[:2], reps[2:])
    sides = ((LEFT, left), (RIGHT, right))
    return {(name, side, n): of_side[n - 1] for side, of_side in sides for n in (1, 2)}


def chosen(name: str, rung: str) -> Callable[[At], tuple[Change, ...]]:
    """The user chose this rung before the first session."""
    return lambda at: (Change(at=at(0, 1), exercise=name, what=RUNG, value=rung),)


def step(name: str, *days: int) -> Callable[[At], tuple[Decision, ...]]:
    """The exercise went up on the mornings of these days."""
    return lambda at: tuple(decided(at(n, 7), "R-UP", name, ("none", "yellow")) for n in days)


def lost(at: At) -> tuple[Decision, ...]:
    """A red session took the clamshell's yellow band on day 1."""
    return (decided(at(1, 12), "R-RED", CLAM, ("yellow", "none")),)


def evenings(
    start: int | tuple[int, ...], day: int, *now: int
) -> Callable[[At], tuple[PainRating, ...]]:
    """The pain of the first days, 3 alike or as given, and that of the latest ones up to `day`."""
    first = start if isinstance(start, tuple) else (start,) * 3
    latest = {day - back: score for back, score in enumerate(now)}
    return rated(dict(enumerate(first)) | latest, 20)


def activities(start: float, now: float) -> Callable[[At], dict[str, Any]]:
    """ "My activities" at the start and at the latest check-in."""
    told = {0: start, 3: now}
    return lambda at: {
        "check_ins": tuple(
            CheckIn(at=at(7 * week, 20), run="run", week=week, items={"activities": score})
            for week, score in told.items()
        )
    }


def flare(day: int) -> Callable[[At], tuple[Flare, ...]]:
    """A flare-up from that day on."""
    return lambda at: (Flare(from_=at(day, 0).date()),)


def ill(first: int, last: int) -> Callable[[At], tuple[Absence, ...]]:
    """Ill from the first to the last of these days."""
    return lambda at: (Absence(from_=at(first, 0).date(), to=at(last, 0).date(), reason=ILL),)


# ---------------------------------------------------------------------------- scenes, by name


def second(**felt: Any) -> Scene:
    """A green session, and this one on the day after it."""
    return then(Done(day=0), Done(day=1, **felt))


def sides(left: int, right: int) -> Scene:
    """So many tidy repetitions in every set of two sessions."""
    return then(*row(0, 1, tidy=tidy(CLAM, left, right)))


def clam_hurt(before: int, score: int, of: str = CLAM) -> Scene:
    """The clamshell hurt that much, after so much pain before the session."""
    return then(Done(day=0, before=before, worst=score, hurt={CLAM: score}), of=of)


def heel_lift(before: tuple[int, ...], last: tuple[int, ...], **felt: Any) -> Scene:
    """The tidy repetitions of its four side-sets, in two sessions."""
    both = Done(day=0, tidy=tidy(HEEL, *before)), Done(day=1, tidy=tidy(HEEL, *last), **felt)
    return then(*both, of=HEEL)


def one_leg(reps: int) -> Scene:
    """The one-leg bridge: the tidy repetitions of the weaker leg."""
    done = Done(day=0, tidy=tidy(BRIDGE, reps, 12))
    return then(done, of=BRIDGE, changes=chosen(BRIDGE, "up-two-down-one"))


def leg_lift(reps: int) -> Scene:
    """The side-lying leg lift of hips-five-hold in its third week."""
    return then(*row(14, 15, tidy=tidy(LEG_LIFT, reps, reps)), of=LEG_LIFT, program=FIVE)


def step_down(*done: Done, **world: Any) -> Scene:
    """The lateral step-down of hips-five-hold."""
    return then(*done, of=STEP, alone=True, program=FIVE, **world)


def plank(*done: Done) -> Scene:
    """The side plank of hip-plus-trunk-6wk."""
    return then(*done, of=PLANK, alone=True, program=TRUNK)


def brace(*done: Done, **world: Any) -> Scene:
    """The abdominal brace of hip-plus-trunk-6wk."""
    return then(*done, of=BRACE, program=TRUNK, **world)


def last_step_on(day: int, *days: int) -> Scene:
    """The clamshell went up on that day; it was done on these, and tomorrow is asked about."""
    return then(*row(*days), alone=True, decisions=step(CLAM, day))


def since_lost(*days: int) -> Scene:
    """Green sessions on these days, after the clamshell's band was taken."""
    return then(*row(*days), alone=True, decisions=lost)


def easy_days(number: int) -> Scene:
    """So many days running, all of them easy days."""
    return spell("R-PRE6", *row(*range(number), before=6, worst=6, program=EASY_DAY))


def stepped(day: int, *days: int) -> Scene:
    """The morning of a day, after steps up on these days."""
    return spell("R-DELOAD", now=(day, 7), decisions=step(CLAM, *days))


def after_hard(*days: int, effort: int = 8, morning: int = 3) -> Scene:
    """Sessions of great effort on these days, each with a morning above the usual 1; now day 13."""
    calm = (day for day in range(10) if day not in days)
    done = *row(*calm), *row(*days, effort=effort, morning=morning)
    return spell("R-DELOAD", *sorted(done, key=lambda one: one.day))


def woke(yesterday: int, today: int) -> Scene:
    """Two mornings, after a week of mornings that were 2."""
    week = dict.fromkeys(range(3, 10), 2)
    scores = week | {10: yesterday, 11: today}
    return spell("R-FLARE", ratings=rated(scores, 7), now=(11, 9))


def rising(day: int, *of_weeks: tuple[int, ...]) -> Scene:
    """The mornings of the run's weeks, from the first day of each on, seen on that day."""
    return spell("R-WEEK", ratings=mornings(*of_weeks), now=(day, 9))


def mornings(*of_weeks: tuple[int, ...]) -> Callable[[At], tuple[PainRating, ...]]:
    """The mornings of the run's weeks, from the first day of each on."""
    told = (
        (7 * week + day, score) for week, of in enumerate(of_weeks) for day, score in enumerate(of)
    )
    return rated(dict(told), 7)


def average(rule: str, start: int | tuple[int, ...], day: int, *now: int, **world: Any) -> Scene:
    """The pain of the first days and of the latest ones up to `day`, one rating a day."""
    return spell(rule, ratings=evenings(start, day, *now), now=(day, 21), **world)


def function(now: float) -> Scene:
    """ "My activities", 7 at the start, in week 3."""
    return spell("R-WORSE", now=(21, 21), tables=activities(7.0, now))


# ---------------------------------------------------------------------------- the table

TABLE: dict[str, list[tuple[str, Scene, str]]] = {
    "R-START": [
        ("pain now 7", today(0, pain_now=7), "easy-day"),
        ("pain now 8", today(0, pain_now=8), "rest-day"),
        ("pain now 9", today(0, pain_now=9), "rest-day"),
        ("pain 8 told two hours ago", today(0, pain_now=8, minutes_ago=120), "rest-day"),
        (
            "pain 8 told two hours and a minute ago",
            today(0, pain_now=8, minutes_ago=121),
            "session",
        ),
        ("an emergency sign, pain now 0", today(0, pain_now=0, signs=("saddle-feeling",)), "stop"),
        ("an urgent sign, pain now 9", today(0, pain_now=9, signs=("lump",)), "stop"),
    ],
    "R-PRE6": [
        ("pain now 5", today(0, pain_now=5), "session"),
        ("pain now 6", today(0, pain_now=6), "easy-day"),
        ("pain now 7", today(0, pain_now=7), "easy-day"),
        ("pain now 8", today(0, pain_now=8), "rest-day"),
        (
            "a calm session, then an easy day",
            then(Done(day=0), Done(day=1, before=6, worst=6, program=EASY_DAY)),
            "same, R-AMBER",
        ),
        ("four easy days running", easy_days(4), "nothing"),
        ("five easy days running", easy_days(5), "told"),
        ("six easy days running", easy_days(6), "told"),
    ],
    "R-GREEN": [
        ("pain 1, at its worst 1", pain(1, 1), "green, R-GREEN"),
        ("pain 2, at its worst 2", pain(2, 2), "green, R-GREEN"),
        ("pain 2, at its worst 3", pain(2, 3), "amber, R-AMBER"),
        ("risen by 1 to 2", pain(1, 2), "green, R-GREEN"),
        ("risen by 2 to 2", pain(0, 2), "amber, R-AMBER"),
        ("next morning as usual", pain(2, 2, 2), "green, R-GREEN"),
        ("next morning 1 above the usual", pain(2, 2, 3), "green, R-GREEN"),
        ("next morning 2 above the usual", pain(2, 2, 4), "amber, R-AMBER"),
    ],
    "R-AMBER": [
        ("pain 2, at its worst 2", pain(2, 2), "green, R-GREEN"),
        ("pain 2, at its worst 3", pain(2, 3), "amber, R-AMBER"),
        ("pain 2, at its worst 4", pain(2, 4), "amber, R-AMBER"),
        ("risen by 1", pain(1, 2), "green, R-GREEN"),
        ("risen by 2", pain(1, 3), "amber, R-AMBER"),
        ("risen by 3", pain(1, 4), "red, R-RED"),
        ("next morning 1 above the usual", pain(2, 2, 3), "green, R-GREEN"),
        ("next morning 2 above the usual", pain(2, 2, 4), "amber, R-AMBER"),
        ("next morning 3 above the usual", pain(2, 2, 5), "red, R-RED"),
        ("two sessions, the second one amber", second(worst=3), "same, R-AMBER"),
    ],
    "R-RED": [
        ("pain 5, at its worst 5", pain(5, 5), "green, R-HIGHBASE"),
        ("pain 5, at its worst 6", pain(5, 6), "red, R-RED"),
        ("pain 5, at its worst 7", pain(5, 7), "red, R-RED"),
        ("risen by 2", pain(2, 4), "amber, R-AMBER"),
        ("risen by 3", pain(2, 5), "red, R-RED"),
        ("risen by 4", pain(1, 5), "red, R-RED"),
        ("next morning 2 above the usual", pain(2, 2, 4), "amber, R-AMBER"),
        ("next morning 3 above the usual", pain(2, 2, 5), "red, R-RED"),
        ("next morning 4 above the usual", pain(2, 2, 6), "red, R-RED"),
        (
            "risen by 2, and 18 hours later still 1 above before",
            pain(3, 5, later=(18, 4)),
            "amber, R-HIGHBASE",
        ),
        ("17.9 hours later still 2 above before", pain(3, 5, later=(17.9, 5)), "amber, R-HIGHBASE"),
        ("18 hours later still 2 above before", pain(3, 5, later=(18, 5)), "red, R-RED"),
        ("30 hours later still 2 above before", pain(3, 5, later=(30, 5)), "red, R-RED"),
        ("30.1 hours later still 2 above before", pain(3, 5, later=(30.1, 5)), "amber, R-HIGHBASE"),
        (
            "risen by 1, and 18 hours later 2 above before",
            pain(3, 4, later=(18, 5)),
            "green, R-HIGHBASE",
        ),
        ("3 before, 5 in the clamshell", clam_hurt(3, 5), "same, R-AMBER"),
        ("3 before, 6 in the clamshell", clam_hurt(3, 6), "down and a set fewer, R-RED"),
        ("2 before, 4 in the clamshell", clam_hurt(2, 4), "same, R-AMBER"),
        ("2 before, 5 in the clamshell", clam_hurt(2, 5), "down and a set fewer, R-RED"),
        ("the same: the heel lift", clam_hurt(2, 5, of=HEEL), "same, R-RED"),
        (
            "a red session in which nothing hurt: all exercises",
            then(Done(day=0, before=4, worst=7), of=""),
            "a set fewer, R-RED",
        ),
    ],
    "R-HIGHBASE": [
        ("pain 2, at its worst 3: not yet", pain(2, 3), "amber, R-AMBER"),
        ("pain 3, at its worst 3", pain(3, 3), "green, R-HIGHBASE"),
        ("pain 3, at its worst 4", pain(3, 4), "green, R-HIGHBASE"),
        ("pain 3, at its worst 5", pain(3, 5), "amber, R-HIGHBASE"),
        ("pain 5, at its worst 5", pain(5, 5), "green, R-HIGHBASE"),
        ("pain 5, at its worst 6: no more", pain(5, 6), "red, R-RED"),
        (
            "two sessions 3 and 3, mornings as usual",
            then(*row(0, 1, before=3, worst=3, morning=3)),
            "up, R-UP",
        ),
        (
            "the second one risen by 1",
            then(
                Done(day=0, before=3, worst=3, morning=3), Done(day=1, before=3, worst=4, morning=3)
            ),
            "same, R-UP",
        ),
        (
            "the second one's morning 1 above the usual",
            then(
                Done(day=0, before=3, worst=3, morning=3), Done(day=1, before=3, worst=3, morning=4)
            ),
            "same, R-UP",
        ),
    ],
    "R-PRE6-TAG": [
        ("easy day, no rise", pain(6, 6, easy=True), "amber, R-PRE6-TAG"),
        ("easy day, risen by 1", pain(6, 7, easy=True), "amber, R-PRE6-TAG"),
        ("easy day, risen by 2", pain(6, 8, easy=True), "red, R-PRE6-TAG"),
        ("easy day, risen by 3", pain(7, 10, easy=True), "red, R-PRE6-TAG"),
        ("easy day, next morning 3 above the usual", pain(6, 6, 5, easy=True), "red, R-RED"),
    ],
    "R-NOAM": [
        ("the next morning was not told", pain(2, 2, None), "open, R-NOAM"),
        (
            "the next session 47 hours later, 2 before it",
            pain(2, 2, None, following=(47, 2)),
            "green, R-GREEN",
        ),
        (
            "the next session 48 hours later, 2 before it",
            pain(2, 2, None, following=(48, 2)),
            "green, R-GREEN",
        ),
        (
            "the next session 48.1 hours later, 2 before it",
            pain(2, 2, None, following=(48.1, 2)),
            "open, R-NOAM",
        ),
        (
            "the next session 47 hours later, 4 before it",
            pain(2, 2, None, following=(47, 4)),
            "amber, R-AMBER",
        ),
        (
            "two sessions, no morning after the second, three days on",
            then(Done(day=0), Done(day=1, morning=None), now=(4, 9)),
            "same, R-UP",
        ),
    ],
    "R-STOP-EX": [
        ("repetition 7 was not tidy", taken_back(7), "the set goes on"),
        ("repetitions 5 and 7", taken_back(5, 7), "the set goes on"),
        ("repetitions 6 and 7", taken_back(6, 7), "the set ends"),
        ("repetitions 4, 8 and 9", taken_back(4, 8, 9), "the set ends"),
    ],
    "R-STOP-SES": [
        ("pain 2 before; 2 in one exercise", hurts(2), "easier, fewer, skip, end"),
        ("4 in one exercise, risen by 2", hurts(4), "easier, fewer, skip, end"),
        ("5 in one exercise, risen by 3", hurts(5), "skip, end"),
        ("6 in one exercise", hurts(6), "skip, end"),
        ("7 in one exercise", hurts(7), "skip, end"),
        ("8 in one exercise", hurts(8), "end"),
        ("6 in one exercise, 4 in another one", hurts(6, 4), "easier, fewer, skip, end"),
        ("6 in one exercise, 5 in another one", hurts(6, 5), "end"),
        ("6 in one exercise, 6 in another one", hurts(6, 6), "end"),
        ("a warning sign", warning_sign, "ended early, full screening"),
    ],
    "R-UP": [
        ("14 in a set of each side", second(tidy=tidy(CLAM, 14, 14)), "same, R-UP"),
        ("15 in every set, one session", then(Done(day=0)), "same, R-UP"),
        (
            "15 in every set, two sessions of one day",
            then(Done(day=0), Done(day=0, hour=18)),
            "same, R-UP",
        ),
        ("15 in every set, two sessions on two days", then(*TWO), "up, R-UP"),
        ("15 in every set, three sessions on three days", then(*row(0, 1, 2)), "up, R-UP"),
        ("16 in every set", sides(16, 16), "up, R-UP"),
        ("effort 6", then(*row(0, 1, effort=6)), "up, R-UP"),
        ("effort 7", then(*row(0, 1, effort=7)), "up, R-UP"),
        ("effort 8", second(effort=8), "same, R-UP"),
        ("effort not told", second(effort=None), "same, R-UP"),
        ("pain 2 at its worst", second(worst=2), "up, R-UP"),
        ("pain 3 at its worst", second(before=2, worst=3), "same, R-AMBER"),
        ("the morning 1 above the usual", second(morning=2), "up, R-UP"),
        ("the morning 2 above the usual", second(morning=3), "same, R-AMBER"),
        (
            "the morning is open still: what the review offers",
            then(Done(day=0), Done(day=1, morning=None), now=(1, 9), calm=True),
            "up, R-UP",
        ),
        (
            "the morning is open still: what is certain",
            then(Done(day=0), Done(day=1, morning=None), now=(1, 9)),
            "same, R-UP",
        ),
        ("a set left out", second(left_out=frozenset({(CLAM, LEFT, 2)})), "same, R-UP"),
        ("easier today", second(program=EASIER_TODAY), "same, R-UP"),
        ("the next band is not owned", then(*TWO, bands=("yellow", "green")), "same, R-UP"),
        ("the last step 5 days ago", last_step_on(2, 2, 3, 4, 5, 6), "same, R-UP"),
        ("the last step 6 days ago", last_step_on(2, 2, 3, 4, 5, 6, 7), "up, R-UP"),
        ("the last step 7 days ago", last_step_on(2, 3, 4, 5, 6, 7, 8), "up, R-UP"),
    ],
    "R-UP-ABD": [
        ("14 tidy ones", leg_lift(14), "same, R-UP-ABD"),
        ("15 tidy ones", leg_lift(15), "up, R-UP-ABD"),
        ("16 tidy ones", leg_lift(16), "up, R-UP-ABD"),
    ],
    "R-UP-STEP": [
        ("9 tidy ones", step_down(*row(0, 1, tidy=tidy(STEP, 9, 9))), "same, R-UP-STEP"),
        ("10 tidy ones", step_down(*TWO), "up, R-UP-STEP"),
        ("11 tidy ones", step_down(*row(0, 1, tidy=tidy(STEP, 11, 11))), "up, R-UP-STEP"),
        (
            "10 tidy ones at 20 cm",
            step_down(*TWO, changes=chosen(STEP, "step-20")),
            "up, R-UP-STEP",
        ),
    ],
    "R-UP-HOLD": [
        (
            "side plank: a hold of each side not done",
            plank(*row(0, 1, tidy=tidy(PLANK, 0, 0))),
            "same, R-UP-HOLD",
        ),
        ("side plank: all holds, one session", plank(Done(day=0)), "same, R-UP-HOLD"),
        ("side plank: all holds, two sessions", plank(*TWO), "up, R-UP-HOLD"),
        ("side plank: all holds, three sessions", plank(*row(0, 1, 2)), "up, R-UP-HOLD"),
        ("brace: 7 of 8 holds", brace(*row(0, 1, tidy={(BRACE, BOTH, 1): 7})), "same, R-UP-HOLD"),
        ("brace: 8 of 8 holds", brace(*TWO), "up, R-UP-HOLD"),
        ("brace: 9 of 8 holds", brace(*row(0, 1, tidy={(BRACE, BOTH, 1): 9})), "up, R-UP-HOLD"),
        ("brace: 10 of 10 holds", brace(*TWO, changes=chosen(BRACE, "reps-10")), "same, R-UP-HOLD"),
    ],
    "R-LIMIT": [
        (
            "two have earned a step: the second",
            then(*row(0, 1, tidy=tidy(CLAM, 14, 14)), of=BRIDGE),
            "up, R-UP",
        ),
        ("three have: the first", then(*TWO, of=CLAM), "up, R-UP"),
        ("three have: the second", then(*TWO, of=HEEL), "up, R-UP"),
        ("three have: the third", then(*TWO, of=BRIDGE), "same, R-LIMIT"),
        (
            "three have, and the first went up a week ago: the first",
            then(*row(8, 9), of=CLAM, decisions=step(CLAM, 1)),
            "same, R-LIMIT",
        ),
        (
            "three have, and the first went up a week ago: the third",
            then(*row(8, 9), of=BRIDGE, decisions=step(CLAM, 1)),
            "up, R-UP",
        ),
    ],
    "R-SIDE": [
        ("left 15, right 15", sides(15, 15), "up, R-UP"),
        ("left 14, right 15", sides(14, 15), "same, R-SIDE"),
        ("left 15, right 14", sides(15, 14), "same, R-SIDE"),
        ("left 12, right 15", sides(12, 15), "same, R-SIDE"),
        ("left 11, right 15", sides(11, 15), "same, R-SIDE"),
        ("left 14, right 14", sides(14, 14), "same, R-UP"),
    ],
    "R-DOWN": [
        ("two ambers in a row", then(*row(0, 1, worst=3)), "same, R-AMBER"),
        ("three ambers in a row", then(*row(0, 1, 2, worst=3)), "down, R-DOWN"),
        ("four ambers in a row", then(*row(0, 1, 2, 3, worst=3)), "down, R-DOWN"),
        (
            "amber, green, amber, amber",
            then(Done(day=0, worst=3), Done(day=1), *row(2, 3, worst=3)),
            "same, R-AMBER",
        ),
        (
            "three ambers; it hurt in the heel lift: the clamshell",
            then(Done(day=0, worst=3, hurt={HEEL: 3}), *row(1, 2, worst=3)),
            "same, R-AMBER",
        ),
        ("a red session made it easier; since then one green", since_lost(2), "same, R-UP"),
        ("since then two green ones", since_lost(2, 3), "back up, R-DOWN"),
        ("since then three green ones", since_lost(2, 3, 4), "back up, R-DOWN"),
        (
            "since then two green ones of one day",
            then(Done(day=2), Done(day=2, hour=18), alone=True, decisions=lost),
            "same, R-UP",
        ),
    ],
    "R-GATE": [
        ("7 tidy ones on the weaker leg", one_leg(7), "same, R-UP"),
        ("6 tidy ones on the weaker leg", one_leg(6), "same, R-UP"),
        ("5 tidy ones on the weaker leg", one_leg(5), "down, R-GATE"),
    ],
    "R-HOLD": [
        ("49 after 60, 18 percent fewer", heel_lift((15,) * 4, (13, 12, 12, 12)), "same, R-UP"),
        ("34 after 42, 19 percent fewer", heel_lift((12, 10, 10, 10), (10, 8, 8, 8)), "same, R-UP"),
        ("48 after 60, 20 percent fewer", heel_lift((15,) * 4, (12,) * 4), "same, R-HOLD"),
        ("47 after 60, 22 percent fewer", heel_lift((15,) * 4, (11, 12, 12, 12)), "same, R-HOLD"),
        (
            "48 after 60, and the pain rose by 1 more",
            heel_lift((15,) * 4, (12,) * 4, worst=2),
            "same, R-UP",
        ),
    ],
    "R-DELOAD": [
        ("a step up in each of 2 weeks", stepped(14, 2, 9), "nothing"),
        ("a step up in each of 3 weeks", stepped(21, 2, 9, 16), "levels held"),
        ("a step up in each of 4 weeks", stepped(28, 2, 9, 16, 23), "levels held"),
        ("a step up in weeks 1 and 3", stepped(21, 2, 16), "nothing"),
        ("1 morning 2 above the usual, after effort 8", after_hard(12), "nothing"),
        ("2 mornings", after_hard(10, 12), "levels held"),
        ("3 mornings", after_hard(10, 11, 12), "levels held"),
        ("2 mornings 1 above the usual", after_hard(10, 12, morning=2), "nothing"),
        ("2 mornings after effort 7", after_hard(10, 12, effort=7), "nothing"),
        ("2 mornings after effort 9", after_hard(10, 12, effort=9), "levels held"),
        ("2 mornings within 6 days", after_hard(7, 12), "levels held"),
        ("2 mornings within 7 days", after_hard(6, 12), "levels held"),
        ("2 mornings within 8 days", after_hard(5, 12), "nothing"),
        (
            "the levels meanwhile",
            then(*row(19, 20), decisions=step(CLAM, 2, 9, 16)),
            "same, R-DELOAD",
        ),
    ],
    "R-FLARE": [
        ("usual 2; only the last morning 4", woke(3, 4), "nothing"),
        ("two mornings 4", woke(4, 4), "told"),
        ("two mornings 5", woke(5, 5), "told"),
        ("only the morning before the last 4", woke(4, 3), "nothing"),
        ("a flare-up on its 7th day", today(9, flares=flare(3)), "flare"),
        ("a flare-up on its 8th day", today(10, flares=flare(3)), "flare"),
        (
            "the levels in a flare-up",
            then(*TWO, now=(2, 9), tables=lambda at: {"flares": flare(2)(at)}),
            "same, R-FLARE",
        ),
    ],
    "R-WEEK": [
        (
            "means of weeks 1 to 3: 2.0, 2.7, 2.7",
            rising(21, (2, 2, 2), (2, 3, 3), (2, 3, 3)),
            "nothing",
        ),
        ("2.0, 2.7, 3.0", rising(21, (2, 2, 2), (2, 3, 3), (3, 3, 3)), "levels held"),
        (
            "2.0, 2.7, 3.0, with two mornings in week 3",
            rising(21, (2, 2, 2), (2, 3, 3), (3, 3)),
            "nothing",
        ),
        (
            "2.0, 2.7, 3.0, a day before week 3 is over",
            rising(20, (2, 2, 2), (2, 3, 3), (3, 3, 3)),
            "nothing",
        ),
        (
            "2.0, 2.7, 3.0, 4.0",
            rising(28, (2, 2, 2), (2, 3, 3), (3, 3, 3), (4, 4, 4)),
            "levels held",
        ),
        (
            "the levels meanwhile",
            then(
                *row(19, 20, before=2, worst=2, morning=3),
                ratings=mornings((2, 2, 2), (2, 3, 3), (3, 3, 3)),
                now=(21, 9),
            ),
            "same, R-WEEK",
        ),
    ],
    "R-WORSE": [
        ("4.0 at the start, 6.0 now, day 20", average("R-WORSE", 4, 20, 6, 6, 6), "nothing"),
        (
            "4.0 at the start, 5.9 now, day 21",
            average("R-WORSE", 4, 21, 6, 6, 6, 6, 6, 6, 5),
            "nothing",
        ),
        ("4.0 at the start, 6.0 now, day 21", average("R-WORSE", 4, 21, 6, 6, 6), "levels held"),
        (
            "4.0 at the start, 6.1 now, day 22",
            average("R-WORSE", 4, 22, 6, 6, 6, 6, 6, 6, 7),
            "levels held",
        ),
        ("4.0 at the start, two rated days now", average("R-WORSE", 4, 21, 6, 6), "nothing"),
        ("activities 7.0 at the start, 5.1 now", function(5.1), "nothing"),
        ("activities 7.0 at the start, 5.0 now", function(5.0), "levels held"),
        ("activities 7.0 at the start, 4.9 now", function(4.9), "levels held"),
        (
            "the levels meanwhile",
            then(*row(19, 20), ratings=evenings(0, 21, 9, 9, 9), now=(21, 21)),
            "same, R-WORSE",
        ),
    ],
    "R-NOCHANGE": [
        ("4.0 at the start, 4.0 now, day 41", average("R-NOCHANGE", 4, 41, 4, 4, 4), "nothing"),
        ("4.0 at the start, 4.0 now, day 42", average("R-NOCHANGE", 4, 42, 4, 4, 4), "told"),
        ("4.0 at the start, 4.0 now, day 43", average("R-NOCHANGE", 4, 43, 4, 4, 4), "told"),
        ("1.9 points better, of 8", average("R-NOCHANGE", 8, 42, 6, 6, 6, 6, 6, 6, 7), "told"),
        ("2.0 points better, of 8", average("R-NOCHANGE", 8, 42, 6, 6, 6), "nothing"),
        ("2.1 points better, of 8", average("R-NOCHANGE", 8, 42, 6, 6, 6, 6, 6, 6, 5), "nothing"),
        ("28 percent better, of 4", average("R-NOCHANGE", 4, 42, 3, 3, 3, 3, 3, 3, 2), "told"),
        (
            "29 percent better, of 2.1",
            average("R-NOCHANGE", (2, 2, 2, 2, 2, 2, 3), 42, 1, 2, 1, 2),
            "told",
        ),
        ("30 percent better, of 4", average("R-NOCHANGE", 4, 42, 3, 3, 3, 3, 2), "nothing"),
        ("32 percent better, of 4", average("R-NOCHANGE", 4, 42, 3, 3, 3, 2), "nothing"),
        (
            "no better, and activities 1.9 better",
            average("R-NOCHANGE", 4, 42, 4, 4, 4, tables=activities(5.0, 6.9)),
            "told",
        ),
        (
            "no better, but activities 2.0 better",
            average("R-NOCHANGE", 4, 42, 4, 4, 4, tables=activities(5.0, 7.0)),
            "nothing",
        ),
    ],
    "R-MISS-1": [
        ("0 days missed", missed(0), "yellow band, 2 x 12 to 15"),
        ("1 day missed", missed(1), "yellow band, 2 x 12 to 15"),
        ("3 days missed", missed(3), "yellow band, 2 x 12 to 15"),
        ("4 days missed", missed(4), "yellow band, 2 x 12 to 12"),
    ],
    "R-MISS-2": [
        ("3 days missed", missed(3), "yellow band, 2 x 12 to 15"),
        ("4 days missed", missed(4), "yellow band, 2 x 12 to 12"),
        ("7 days missed", missed(7), "yellow band, 2 x 12 to 12"),
        ("8 days missed", missed(8), "no band, 1 x 12 to 15"),
    ],
    "R-MISS-3": [
        ("7 days missed", missed(7), "yellow band, 2 x 12 to 12"),
        ("8 days missed", missed(8), "no band, 1 x 12 to 15"),
        ("14 days missed", missed(14), "no band, 1 x 12 to 15"),
        ("15 days missed", missed(15), "short screening, no band, 1 x 12 to 15"),
    ],
    "R-MISS-4": [
        ("14 days missed", missed(14), "no band, 1 x 12 to 15"),
        ("15 days missed", missed(15), "short screening, no band, 1 x 12 to 15"),
        ("28 days missed", missed(28), "short screening, no band, 1 x 12 to 15"),
        ("29 days missed", missed(29), "full screening, no band, 2 x 12 to 15"),
    ],
    "R-MISS-5": [
        ("28 days missed", missed(28), "short screening, no band, 1 x 12 to 15"),
        ("29 days missed", missed(29), "full screening, no band, 2 x 12 to 15"),
        ("30 days missed", missed(30), "full screening, no band, 2 x 12 to 15"),
    ],
    "R-ILL": [
        ("the day before the illness", today(0, absences=ill(1, 2)), "session"),
        ("its first day", today(1, absences=ill(1, 2)), "ill"),
        ("its last day", today(2, absences=ill(1, 2)), "ill"),
        ("the day after it", today(3, absences=ill(1, 2)), "session"),
        ("fever with back pain, told in the screening", today(0, signs=("infection",)), "stop"),
        (
            "the levels meanwhile",
            then(*TWO, now=(2, 9), tables=lambda at: {"absences": ill(2, 3)(at)}),
            "same, R-ILL",
        ),
    ],
    "R-TWICE": [
        (
            "the evening after a session 2, at its worst 2",
            today(0, 18, sessions=(0,), worst=2),
            "session",
        ),
        ("2, at its worst 3", today(0, 18, sessions=(0,), worst=3), "session"),
        ("2, at its worst 4", today(0, 18, sessions=(0,), worst=4), "session"),
        ("2, at its worst 5", today(0, 18, sessions=(0,), worst=5), "all-done"),
        (
            "the morning after a session 2, at its worst 4",
            today(1, sessions=(0,), worst=4),
            "session",
        ),
    ],
    "R-SORE": [
        (
            "muscle ache told 36 hours ago",
            spell("R-SORE", ratings=ached(0), now=(11, 20)),
            "levels held",
        ),
        (
            "muscle ache told 37 hours ago",
            spell("R-SORE", ratings=ached(0), now=(11, 21)),
            "nothing",
        ),
        (
            "muscle ache for 71 hours",
            then(*TWO, ratings=ached(0, 24, 48, 71), now=(13, 7)),
            "same, R-SORE",
        ),
        (
            "muscle ache for 72 hours",
            then(*TWO, ratings=ached(0, 24, 48, 72), now=(13, 8)),
            "same, R-SORE",
        ),
        (
            "muscle ache for 73 hours",
            then(*TWO, ratings=ached(0, 24, 48, 73), now=(13, 9)),
            "down, R-SORE",
        ),
    ],
}


ROWS = [
    pytest.param(scene, decision, id=f"{rule}: {facts}")
    for rule, rows in TABLE.items()
    for facts, scene, decision in rows
]


@pytest.fixture
def stage(
    catalogue: Catalogue,
    at: Callable[..., datetime],
    make_session: Callable[..., Session],
    make_run: Callable[..., Run],
) -> Stage:
    return Stage(catalogue=catalogue, at=at, make_session=make_session, make_run=make_run)


@pytest.mark.parametrize(("scene", "decision"), ROWS)
def test_from_these_facts_this_is_decided(stage: Stage, scene: Scene, decision: str) -> None:
    assert scene(stage).decision == decision


def test_the_page_says_each_row_word_for_word(
    stage: Stage, root: Path, request: pytest.FixtureRequest
) -> None:
    page, said = root / "docs" / "rule-table.md", "\n".join(_page(stage))
    if request.config.getoption("--keep-pictures"):
        page.write_text(said, encoding="utf-8")
    assert page.read_text(encoding="utf-8").splitlines() == said.splitlines()


def _page(stage: Stage) -> Iterator[str]:
    """The page's lines: a table for each rule."""
    yield from INTRODUCTION.splitlines()
    for rule, rows in TABLE.items():
        yield from (
            "",
            f"## {rule}",
            "",
            "| Facts | Decision | What the user reads |",
            "|---|---|---|",
        )
        for facts, scene, _ in rows:
            found = scene(stage)
            yield f"| {facts} | {found.decision} | {found.said} |".replace("|  |", "| |")
    yield ""


def test_every_rule_has_its_rows_and_no_other_id_has() -> None:
    assert sorted(TABLE) == sorted([*CLINICAL, *OURS])
    assert min(map(len, TABLE.values())) >= 3


def test_the_document_of_the_rules_names_the_same_ids(root: Path) -> None:
    text = (root / "docs" / "rules.md").read_text(encoding="utf-8")
    names = [line.split("|")[1] for line in text.splitlines() if line.startswith("| ")]
    listed = "\n".join(names).replace("R-MISS-1 to 5", " ".join(f"R-MISS-{n}" for n in range(1, 6)))
    assert set(re.findall(r"R-[A-Z0-9-]*[A-Z0-9]", listed)) == {*CLINICAL, *OURS}
