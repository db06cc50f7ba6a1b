"""The gate as the terminal asks it: screening, clearance, pain now, something new."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
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
from hipcoach.core.screening import (
    Answer,
    Screening,
    Severity,
    answered,
    items_of,
    new_signs,
    pages_of,
)
from hipcoach.core.text import tr
from hipcoach.store.store import Store
from hipcoach.terminal.dialogue import Dialogue, pain_question
from hipcoach.terminal.screening import (
    WayOn,
    ask_clearance,
    ask_if_new,
    ask_screening,
    ask_way_on,
    stop_lines,
)


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
        if not self.store.diary().screenings:
            self._introduce()
        while (stands := self._standing()) != Standing():
            if stands.severity is Severity.CLEAR:
                self._ask_again(short=stands.asked is Asked.SHORT)
            elif not self._passes_on(stands):
                return False
        return True

    def ask_before_session(self, today: Due) -> Permission:
        """Ask pain now and anything new; what the gate says then. The rating is stored at once."""
        given = self._ask_pain(today)
        question = tr("Is anything new since last time?")
        if self.dialogue.yes(question, otherwise=False) and not self.ask_new_signs():
            return self._permission(None)
        permission = self._permission(today.felt if given is None else given)
        texts = {Permission.REST_DAY: "rest-day", Permission.EASY_DAY: "easy-day"}
        if permission in texts:
            self.dialogue.tell("", tr(self.catalogue.texts[texts[permission]]))
        return permission

    def ask_new_signs(self) -> bool:
        """Open the list of warning signs; True where none is reported."""
        self._ask(new_signs(self.catalogue.questionnaire), {})
        stands = self._standing()
        if stands.severity is not Severity.CLEAR:
            self._tell_stop(stands)
        return stands.severity is Severity.CLEAR

    def _introduce(self) -> None:
        for name in ("intro", "not-reviewed", "disclaimer"):
            self.dialogue.tell(tr(self.catalogue.texts[name]), "")

    def _ask_pain(self, today: Due) -> int | None:
        """Pain now, prefilled from the last 2 hours; None where nothing new was said."""
        question = pain_question(self.catalogue.texts, "pain-now")
        prefill = today.pain_now.score if today.pain_now else None
        score = self.dialogue.score(question, given=prefill)
        if score is None or score == prefill:
            return None
        self.store.pain_ratings.add(PainRating(at=self.now(), score=score))
        return score

    def _permission(self, pain: int | None) -> Permission:
        return gate(self._standing(), pain, self.catalogue.rules.start)

    def _standing(self) -> Standing:
        rule = self.catalogue.rules.count
        return standing(self.store.diary(), self.catalogue.questionnaire, self.now(), rule)

    def _ask_again(self, *, short: bool) -> None:
        """The whole or the short screening; what was cleared stays so unless it is new."""
        items = items_of(self.catalogue.questionnaire, short=short)
        self._ask(items, clearances(self.store.diary().screenings))

    def _ask(
        self, items: Collection[str], cleared: Mapping[str, date], checked: Collection[str] = ()
    ) -> None:
        """Ask those signs and store the answers, also where the user leaves in the middle.

        `cleared` are the clearances that hold; those just given, `checked`, are not asked about.
        """
        answers: dict[str, Answer] = {}
        new: set[str] = set()
        questionnaire = self.catalogue.questionnaire
        try:
            ask_screening(self.dialogue, questionnaire, items, cleared, answers)
            known = cleared.keys() - set(checked)
            again = [i for i, said in answers.items() if said is not Answer.NO and i in known]
            new = set(again)
            new = ask_if_new(self.dialogue, questionnaire, again)
        finally:
            still = {item: day for item, day in cleared.items() if item not in new}
            if answers:
                self._store(answered(questionnaire, answers, self.now(), still))

    def _store(self, screening: Screening) -> None:
        """Keep the answers; screenings dated in the future are dated now, before them."""
        with self.store.transaction():
            for earlier in redated(self.store.diary().screenings, screening.at):
                self.store.screenings.replace(earlier)
            self.store.screenings.add(screening)

    def _passes_on(self, stands: Standing) -> bool:
        """Show the stop and ask how to go on; False where the user leaves it at that."""
        self._tell_stop(stands)
        way_on = ask_way_on(self.dialogue, stands)
        if way_on is WayOn.WRONG_ANSWER:
            self._ask(pages_of(self.catalogue.questionnaire, stands.items), {})
        elif way_on is WayOn.CHECKED and stands.severity is Severity.CHECK_FIRST:
            self._note(stands, cleared=self.now().date())
        elif way_on is WayOn.CHECKED:
            return self._checked(stands)
        return way_on is not WayOn.STAY

    def _note(self, stands: Standing, **days: date) -> None:
        """Write to the signs' latest answers that a professional was asked, and what was said."""
        latest = latest_answers(self.store.diary().screenings)
        answers = {item: latest[item] for item in stands.items}
        questionnaire = self.catalogue.questionnaire
        by_item = {said: dict.fromkeys(stands.items, day) for said, day in days.items()}
        screening = answered(questionnaire, answers, self.now(), by_item.get("cleared"))
        self._store(replace(screening, refused_on=by_item.get("refused", {})))

    def _checked(self, stands: Standing) -> bool:
        """A doctor checked it: after a yes to exercise, the whole screening again."""
        found = ask_clearance(self.dialogue, self.now().date())
        if found is None:
            return False
        if not found.all_right:
            self._note(stands, refused=found.day)
            return False
        cleared = clearances(self.store.diary().screenings)
        cleared |= dict.fromkeys(stands.items, found.day)
        self._ask(items_of(self.catalogue.questionnaire), cleared, checked=stands.items)
        return True

    def _tell_stop(self, stands: Standing) -> None:
        lines = stop_lines(self.catalogue.questionnaire, stands, self.region)
        self.dialogue.tell("", *lines)
