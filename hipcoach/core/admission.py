"""Whether a session may begin or go on now: the gate, the pain and the day in one answer.

Asked again at the moment of the start, so that no key and no second window passes a stop. `today`
is what `schedule.due` says of the same diary.
"""

from __future__ import annotations

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.flare import is_long
from hipcoach.core.gate import Permission, gate, standing
from hipcoach.core.opening import Kind, kind_of
from hipcoach.core.rules import StartRule
from hipcoach.core.schedule import Due
from hipcoach.core.session import Session
from hipcoach.core.text import Message, message


def permission_now(diary: Diary, catalogue: Catalogue, today: Due) -> Permission:
    """What the gate says, by the stored answers and by what was felt in the last 2 hours."""
    rules = catalogue.rules
    stands = standing(diary, catalogue.questionnaire, today.now, rules.count)
    return gate(stands, today.felt, rules.start)


def refusal_to_begin(kind: Kind, diary: Diary, catalogue: Catalogue, today: Due) -> Message | None:
    """Why no session of this kind may begin now; None where it may."""
    found = _of_gate(kind, permission_now(diary, catalogue, today), catalogue.rules.start)
    return found or refusal_of_day(kind, diary, catalogue, today)


def refusal_of_day(kind: Kind, diary: Diary, catalogue: Catalogue, today: Due) -> Message | None:
    """The same without the gate: what stays so once its questions are answered."""
    return _of_state(kind, catalogue, today) or _of_day(diary, today)


def refusal_to_resume(
    session: Session, diary: Diary, catalogue: Catalogue, today: Due
) -> Message | None:
    """Why the session, which was left today, may not go on now; None where it may."""
    kind = kind_of(session)
    found = _of_gate(kind, permission_now(diary, catalogue, today), catalogue.rules.start)
    return found or _of_state(kind, catalogue, today)


def _of_gate(kind: Kind, permitted: Permission, rule: StartRule) -> Message | None:
    """What the gate has against it: after 6 or 7, only the easy day passes."""
    if permitted is Permission.SESSION:
        return None
    if permitted is Permission.EASY_DAY:
        only = message("At a pain of {n} or more only the easy day.", n=rule.easy_day_from)
        return None if kind is Kind.EASY_DAY else only
    if permitted is Permission.REST_DAY:
        return message("At a pain of {n} or more no session.", n=rule.rest_day_from)
    if permitted in {Permission.ASK_SHORT, Permission.ASK_FULL}:
        return message("The safety questions come first.")
    return message("No session while a warning sign is open.")


def _of_state(kind: Kind, catalogue: Catalogue, today: Due) -> Message | None:
    """What illness and a flare-up have against it."""
    if today.ill:
        return message(catalogue.texts["fever"])
    if today.flare is None:
        return None
    rule = catalogue.rules.flare
    if is_long(today.flare, today.now.date(), rule):
        return message(
            "The easy session is for the first {n} days of a flare-up.", n=rule.easy_days
        )
    only = message("In a flare-up only the easy session, once a day.")
    return None if kind is Kind.EASY_DAY else only


def _of_day(diary: Diary, today: Due) -> Message | None:
    """What was done or left today already."""
    if today.run is None:
        return message("No program is under way.")
    if today.resumable:
        return message("A session was left today; resume it, keep it or discard it first.")
    if today.flare:
        done = message("The easy session of today is done. That is enough for a day.")
        return done if easy_is_done(diary, today) else None
    if today.session_due or today.extra_allowed:
        return None
    if today.red:
        return message(
            "Enough for today: a session brought a lot of pain, so there is no further one. Change "
            "position often, walk a little indoors if you can, use what has helped you before. If "
            "it stays like this for two days, speak to a doctor or physiotherapist."
        )
    return message("Enough for today: no further session. Tomorrow is another day.")


def easy_is_done(diary: Diary, today: Due) -> bool:
    """Whether anything was done in an easy day's session today."""
    of_today = (s for s in diary.sessions if s.day == today.now.date() and s.sets)
    return any(kind_of(session) is Kind.EASY_DAY for session in of_today)
