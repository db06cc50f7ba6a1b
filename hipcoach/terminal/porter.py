"""The gate as the terminal asks it: screening, clearance, pain now, something new."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.gate import (
    Asked,
    Permission,
    Standing,
    clearances,
    gate,
    latest_answers,
    redated,
    standing,
)
from hipcoach.core.pain import PainRating
from hipcoach.core.schedule import Due
from hipcoach.core.screening import Screening, Severity, answered, items_of
from hipcoach.core.text import tr
from hipcoach.store.store import Store
from hipcoach.terminal.dialogue import Dialogue, pain_question
from hipcoach.terminal.screening import WayOn, ask_clearance, ask_screening, ask_way_on, tell_stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Porter:
    """Asks what the gate needs to know, and lets in only whom the gate lets in."""

    store: Store
    catalogue: Catalogue
    now: Callable[[], datetime]
    dialogue: Dialogue
    region: str

    def lets_in(self) -> bool:
        """Ask what has to be asked; True where no sign stands in the way of a session."""
        stands = self._standing()
        if not self.store.diary().screenings:
            self._introduce()
        while self._permission(None) is not Permission.SESSION:
            if stands.severity is Severity.CLEAR:
                stands = self._ask(short=stands.asked is Asked.SHORT, keeps_clearances=True)
            elif (way_on := self._at_the_stop(stands)) is None:
                return False
            else:
                stands = way_on
        return True

    def _introduce(self) -> None:
        for name in ("intro", "not-reviewed", "disclaimer"):
            self.dialogue.tell(tr(self.catalogue.texts[name]), "")

    def permission_now(self, today: Due) -> Permission:
        """What the gate says to going on with a session, by a rating of the last 2 hours."""
        permission = self._permission(today.pain_now)
        self._tell_easier_day(permission)
        return permission

    def ask_before_session(self, today: Due) -> tuple[Permission, PainRating | None]:
        """Pain now and anything new: what the gate says, and the rating to store."""
        rating = self._ask_pain(today)
        question = tr("Is anything new since last time?")
        if self.dialogue.yes(question, otherwise=False) and not self.ask_new_signs():
            return self._permission(None), None
        permission = self._permission(rating)
        if permission is Permission.REST_DAY and rating and not rating.id:
            self.store.pain_ratings.add(rating)
        self._tell_easier_day(permission)
        return permission, rating

    def _tell_easier_day(self, permission: Permission) -> None:
        texts = {Permission.REST_DAY: "rest-day", Permission.EASY_DAY: "easy-day"}
        if permission in texts:
            self.dialogue.tell("", tr(self.catalogue.texts[texts[permission]]))

    def ask_new_signs(self) -> bool:
        """Open the list of warning signs; True where none is reported."""
        stands = self._ask(short=True, keeps_clearances=False)
        if stands.severity is not Severity.CLEAR:
            self._tell_stop(stands)
        return stands.severity is Severity.CLEAR

    def _permission(self, rating: PainRating | None) -> Permission:
        score = rating.score if rating else None
        return gate(self._standing(), score, self.catalogue.rules.start)

    def _standing(self) -> Standing:
        diary = self.store.diary()
        last = max((session.day for session in diary.sessions), default=None)
        rules = self.catalogue.rules.count
        questionnaire = self.catalogue.questionnaire
        return standing(diary.screenings, questionnaire, self.now(), last, rules)

    def _ask(self, *, short: bool, keeps_clearances: bool) -> Standing:
        """Ask the screening; a yes to a cleared sign that is not new leaves it cleared."""
        items = items_of(self.catalogue.questionnaire, short=short)
        screenings = self.store.diary().screenings
        return self._asked(items, clearances(screenings) if keeps_clearances else {})

    def _asked(self, items: Collection[str], cleared_on: Mapping[str, date]) -> Standing:
        """Ask those signs and store the answers."""
        questionnaire = self.catalogue.questionnaire
        return self._stored(
            ask_screening(self.dialogue, questionnaire, self.now(), cleared_on, items)
        )

    def _stored(self, screening: Screening) -> Standing:
        """Keep the answers; screenings dated in the future are dated now, before them."""
        with self.store.transaction():
            for earlier in redated(self.store.diary().screenings, screening.at):
                self.store.screenings.replace(earlier)
            self.store.screenings.add(screening)
        return self._standing()

    def _at_the_stop(self, stands: Standing) -> Standing | None:
        """Show the stop and ask how to go on; None where the user leaves it at that."""
        self._tell_stop(stands)
        way_on = ask_way_on(self.dialogue, stands)
        if way_on is WayOn.STAY:
            return None
        if way_on is WayOn.WRONG_ANSWER:
            return self._asked(stands.items, {})
        if stands.severity is Severity.CHECK_FIRST:
            return self._ticked(stands)
        return self._checked(stands)

    def _ticked(self, stands: Standing) -> Standing:
        """A professional was asked: the same answers, with the day."""
        screenings = self.store.diary().screenings
        today = dict.fromkeys(stands.items, self.now().date())
        answers = latest_answers(screenings)
        questionnaire = self.catalogue.questionnaire
        cleared_on = clearances(screenings) | today
        return self._stored(answered(questionnaire, answers, self.now(), cleared_on))

    def _checked(self, stands: Standing) -> Standing | None:
        """A doctor checked it: after the date, and a yes to exercise, the whole screening again."""
        day = ask_clearance(self.dialogue, stands, self.now().date())
        if day is None:
            return None
        cleared_on = clearances(self.store.diary().screenings) | day
        return self._asked(items_of(self.catalogue.questionnaire), cleared_on)

    def _tell_stop(self, stands: Standing) -> None:
        tell_stop(self.dialogue, self.catalogue.questionnaire, stands, self.region)

    def _ask_pain(self, today: Due) -> PainRating | None:
        """Pain now, prefilled from a rating of the last 2 hours."""
        given = today.pain_now
        question = pain_question(self.catalogue.texts, "pain-now")
        score = self.dialogue.score(question, given=given.score if given else None)
        if score is None or (given and score == given.score):
            return given
        return PainRating(at=self.now(), score=score)
