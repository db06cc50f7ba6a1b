"""The safety screening: which pages are asked, and what becomes of their answers.

No method here goes past a sign. A stop ends by a professional's word or another answer only.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime

from hipcoach.core.gate import (
    Asked,
    Standing,
    clearances,
    latest_answers,
    redated,
    redated_ratings,
    redated_sessions,
    standing,
)
from hipcoach.core.screening import (
    Answer,
    Screening,
    Severity,
    Topic,
    answered,
    items_of,
    new_signs,
    pages_of,
)
from hipcoach.journeys.desk import Desk


class Screener:
    """Hands out pages and keeps answers, durably, each time as one more screening of the diary."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store = desk, desk.store
        self._questionnaire = desk.catalogue.questionnaire

    def standing(self) -> Standing:
        """Where the user stands now: open signs, and what has to be asked."""
        rule = self._desk.catalogue.rules.count
        return standing(self._desk.diary(), self._questionnaire, self._desk.now(), rule)

    # The pages

    def pages(self, asked: Asked) -> tuple[Topic, ...]:
        """The pages of the whole or the short screening."""
        short = asked is Asked.SHORT
        return self._pages(items_of(self._questionnaire, short=short))

    def new_sign_pages(self) -> tuple[Topic, ...]:
        """The list behind "something is new". Its answers are kept with no clearance."""
        return self._pages(new_signs(self._questionnaire))

    def wrong_answer_pages(self, stands: Standing) -> tuple[Topic, ...]:
        """The pages of the signs that stop, to be answered again; kept with no clearance."""
        return self._pages(pages_of(self._questionnaire, stands.items))

    def _pages(self, items: Collection[str]) -> tuple[Topic, ...]:
        """The topics with these signs only, without topics that are left empty."""
        pages = (
            replace(topic, items=tuple(item for item in topic.items if item.id in items))
            for topic in self._questionnaire.topics
        )
        return tuple(page for page in pages if page.items)

    # While they are answered

    def known(self) -> dict[str, date]:
        """The clearances that hold: the day on which a sign was found to be all right, by item."""
        return clearances(self._desk.diary().screenings, self._desk.now())

    def reported_again(
        self, answers: Mapping[str, Answer], cleared: Collection[str]
    ) -> tuple[str, ...]:
        """The reported signs that are cleared: to be asked whether they are new or worse.

        What is new or worse is left out of the clearances that are kept.
        """
        return tuple(i for i, said in answers.items() if said is not Answer.NO and i in cleared)

    def ends_here(self, answers: Mapping[str, Answer], cleared: Collection[str]) -> bool:
        """Whether a page's answers hold a sign that needs help now: nothing more is asked."""
        signs = items_of(self._questionnaire)
        return any(
            signs[item].severity is Severity.EMERGENCY and item not in cleared
            for item, said in answers.items()
            if said is not Answer.NO
        )

    def keep(self, answers: Mapping[str, Answer], cleared: Mapping[str, date]) -> Standing:
        """Store the answers of one page or of many; where the user stands then.

        `cleared` are the clearances that hold for them. The whole screening counts as asked once
        all of its answers are kept in one call; a sign counts from the call that holds it. Kept
        too where the user leaves in the middle.
        """
        if answers:
            at = self._desk.now()
            self._store_screening(answered(self._questionnaire, answers, at, cleared))
        return self.standing()

    # From a stop

    def checked(self, stands: Standing, day: date) -> dict[str, date]:
        """The clearances, with a doctor's word of `day` that exercise is all right.

        Nothing is stored yet: the whole screening is asked again and kept with them.
        """
        return self.known() | dict.fromkeys(stands.items, day)

    def note_professional(self, stands: Standing) -> Standing:
        """A professional was asked about signs to check first; where the user stands then.

        Raises ValueError where one of them needs more than that.
        """
        signs = items_of(self._questionnaire)
        if any(signs[item].severity is not Severity.CHECK_FIRST for item in stands.items):
            raise ValueError("that sign needs a doctor's check and the whole screening again")
        return self._note(stands, cleared=dict.fromkeys(stands.items, self._desk.now().date()))

    def note_refused(self, stands: Standing, day: date) -> Standing:
        """A doctor said on `day` that exercise is not all right; where the user stands then."""
        return self._note(stands, refused=dict.fromkeys(stands.items, day))

    def _note(
        self,
        stands: Standing,
        cleared: Mapping[str, date] | None = None,
        refused: Mapping[str, date] | None = None,
    ) -> Standing:
        """Write the signs' latest answers again, with what a professional said of them."""
        latest = latest_answers(self._desk.diary().screenings, self._desk.now())
        answers = {item: latest[item] for item in stands.items}
        screening = answered(self._questionnaire, answers, self._desk.now(), cleared)
        self._store_screening(replace(screening, refused_on=refused or {}))
        return self.standing()

    def _store_screening(self, screening: Screening) -> None:
        """Keep the answers; screenings dated in the future are dated now, before them.

        So is a sign that was told in the future, by the answers that end it.
        """
        with self._store.transaction():
            for earlier in redated(self._desk.diary().screenings, screening.at):
                self._store.screenings.replace(earlier)
            if screening.given.keys() >= set(new_signs(self._questionnaire)):
                self._redate_signs(screening.at)
            self._store.screenings.add(screening)

    def _redate_signs(self, now: datetime) -> None:
        diary = self._desk.diary()
        for rating in redated_ratings(diary.pain_ratings, now):
            self._store.pain_ratings.replace(rating)
        for session in redated_sessions(diary.sessions, now):
            self._store.sessions.replace(session)
