"""The tag of a session and the rule that gave it (clinical.md C, precedence; product.md 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

from hipcoach.core.progression.facts import SessionFacts
from hipcoach.core.progression.spell import plain
from hipcoach.core.rule_ids import R_AMBER, R_GREEN, R_HIGHBASE, R_NOAM, R_PRE6_TAG, R_RED
from hipcoach.core.rules import Rules, TagRule
from hipcoach.core.session import AMBER, GREEN, RED
from hipcoach.core.tags import is_high_base, of_easy_rise, of_height, of_rise, worst
from hipcoach.core.text import Message, message

_PLAIN = {GREEN: R_GREEN, AMBER: R_AMBER, RED: R_RED, "": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a session came to.

    `tag` is final, "" while it is provisional (red is final at once, as nothing makes it milder).
    `so_far` is the worst that is certain already, "" where nothing is known. `rule` is the rule
    that gave `so_far`: R-GREEN, R-AMBER, R-RED, R-HIGHBASE, R-PRE6-TAG; "R-NOAM" where it is green
    so far and only the morning is missing. `why` says it with the user's numbers: "pain 3 before,
    3 at its worst, 2 the next morning, usual 2".
    """

    tag: str
    so_far: str
    rule: str
    why: Message


def judged(facts: SessionFacts, rule: TagRule) -> Judged:
    """The tag: the worst of band, rise, morning and not settled."""
    session, later = _of_session(facts, rule), _of_later(facts, rule)
    so_far = worst(filter(None, (session, later)))
    if not session and so_far == GREEN:  # a calm morning does not make up for what is not known
        so_far = ""
    whole = facts.before is not None and facts.worst is not None
    final = so_far == RED or (whole and facts.morning_rise is not None)
    waits = whole and so_far == GREEN and not final
    return Judged(
        tag=so_far if final else "",
        so_far=so_far,
        rule=R_NOAM if waits else _rule(facts, so_far, session, rule),
        why=_why(facts, rule),
    )


def _of_session(facts: SessionFacts, rule: TagRule) -> str:
    """What the session's own pain comes to: its height and its rise, as far as they are certain."""
    if facts.easy:
        return of_easy_rise(facts.rise or 0, rule)
    if facts.peak is None:
        return ""
    height = of_height(facts.peak, rule)
    if facts.before is None or facts.rise is None:  # only the rise may count: milder is open
        return RED if height == RED else ""
    rise = of_rise(facts.rise, rule)
    return rise if is_high_base(facts.before, facts.peak, rule) else worst((height, rise))


def _of_later(facts: SessionFacts, rule: TagRule) -> str:
    """What the next morning and a rise that lasts come to."""
    if facts.unsettled:
        return RED
    return "" if facts.morning_rise is None else of_rise(facts.morning_rise, rule)


def _rule(facts: SessionFacts, so_far: str, session: str, rule: TagRule) -> str:
    """The rule that gave the tag: that of the session's pain where nothing later was worse."""
    if so_far == session and facts.easy:
        return R_PRE6_TAG
    if so_far == session and so_far != RED and _high_base(facts, rule):
        return R_HIGHBASE
    return _PLAIN[so_far]


def _high_base(facts: SessionFacts, rule: TagRule) -> bool:
    if facts.before is None or facts.peak is None:
        return False
    return is_high_base(facts.before, facts.peak, rule)


def earns(facts: SessionFacts, rules: Rules) -> bool:
    """Whether pain allows a step up after it, its morning taken as calm where it is open.

    Green, the morning at most 1 above the usual one; and where pain was 3 to 5 before (R-HIGHBASE)
    no rise, and a morning at most as usual.
    """
    found = judged(facts, rules.tag)
    if found.tag != GREEN and not (facts.open and found.rule == R_NOAM):
        return False
    high = _high_base(facts, rules.tag)
    calm = (facts.morning_rise or 0) <= (0 if high else rules.up.near)
    return calm and not (high and facts.rise)


def _why(facts: SessionFacts, rule: TagRule) -> Message:
    return reduce(
        lambda first, then: message("{first}, {then}", first=first, then=then),
        (*_of_pain(facts), *_of_morning(facts, rule)),
    )


def _of_pain(facts: SessionFacts) -> Iterator[Message]:
    """The pain before and at its worst, and after it or where it hurt if that was stronger."""
    before, top = facts.before, facts.worst
    known = before is not None
    yield (
        message("pain {score} before", score=before) if known else message("pain before not given")
    )
    known = top is not None
    yield message("{score} at its worst", score=top) if known else message("its worst not given")
    if facts.after is not None and facts.after > max(before or 0, top or 0):
        yield message("{score} right after", score=facts.after)
    if facts.hurts and max(facts.hurts) > max(before or 0, top or 0):
        yield message("{score} when it hurt", score=max(facts.hurts))


def _of_morning(facts: SessionFacts, rule: TagRule) -> Iterator[Message]:
    """The morning beside the usual one, once it is there, and a rise that lasts."""
    if not facts.open:
        yield _morning(facts)
    if facts.morning is not None:
        known, plainly = facts.usual is not None, plain(facts.usual or 0)
        yield message("usual {score}", score=plainly) if known else message("usual not known")
    if facts.unsettled:
        yield message(
            "a day later still {rise} or more above the pain before", rise=rule.amber_rise
        )


def _morning(facts: SessionFacts) -> Message:
    if facts.morning is None:
        return message("next morning not given")
    if facts.stands_in:
        return message("{score} before the next session", score=facts.morning)
    return message("{score} the next morning", score=facts.morning)
