"""The gate as the terminal asks it: screening, clearance, pain now, something new."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from hipcoach.core.gate import Asked, Permission, Standing
from hipcoach.core.schedule import Due
from hipcoach.core.screening import Answer, Severity, Topic
from hipcoach.core.text import tr
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.preferences import Preferences
from hipcoach.journeys.ratings import Ratings
from hipcoach.journeys.screener import Screener
from hipcoach.journeys.sessions import Sessions
from hipcoach.terminal.dialogue import Dialogue, pain_question
from hipcoach.terminal.screening import (
    WayOn,
    ask_clearance,
    ask_if_new,
    ask_page,
    ask_way_on,
    stop_lines,
)


class Porter:
    """Asks what the gate needs to know, and lets in only whom the gate lets in."""

    def __init__(self, desk: Desk, dialogue: Dialogue) -> None:
        self._desk, self._dialogue = desk, dialogue
        self._screener = Screener(desk)
        self._texts, self._questionnaire = desk.catalogue.texts, desk.catalogue.questionnaire

    def lets_in(self) -> bool:
        """Ask what has to be asked; True where no sign stands in the way of a session."""
        if not self._desk.diary().screenings:
            self._introduce()
        while (stands := self._screener.standing()) != Standing():
            if stands.severity is not Severity.CLEAR:
                if not self._passes_on(stands):
                    return False
            else:
                pages = self._screener.pages(stands.asked or Asked.FULL)
                self._ask(pages, self._screener.known())
        return True

    def ask_before_session(self, today: Due) -> Permission:
        """Ask pain now and anything new; what the gate says then. The rating is stored at once."""
        self._ask_pain(today)
        question = tr("Is anything new since last time?")
        if self._dialogue.yes(question, otherwise=False):
            self.ask_new_signs()
        permission = Sessions(self._desk).permission()
        texts = {Permission.REST_DAY: "rest-day", Permission.EASY_DAY: "easy-day"}
        if permission in texts:
            self._dialogue.tell("", tr(self._texts[texts[permission]]))
        return permission

    def ask_new_signs(self) -> bool:
        """Open the list of warning signs; True where none is reported."""
        self._ask(self._screener.new_sign_pages(), {})
        stands = self._screener.standing()
        if stands.severity is not Severity.CLEAR:
            self._tell_stop(stands)
        return stands.severity is Severity.CLEAR

    def _introduce(self) -> None:
        for name in ("intro", "not-reviewed", "disclaimer"):
            self._dialogue.tell(tr(self._texts[name]), "")
        Preferences(self._desk).note_intro_read()

    def _ask_pain(self, today: Due) -> None:
        """Pain now, prefilled from the last 2 hours; only what is new is stored."""
        question = pain_question(self._texts, "pain-now")
        prefill = today.pain_now.score if today.pain_now else None
        score = self._dialogue.score(question, given=prefill)
        if score is not None and score != prefill:
            Ratings(self._desk).rate(score)

    def _ask(
        self, pages: Sequence[Topic], cleared: Mapping[str, date], checked: Collection[str] = ()
    ) -> None:
        """Ask the pages and keep the answers, also where the user leaves in the middle.

        `cleared` are the clearances that hold; those just given, `checked`, are not asked about. A
        sign of these stands as it was until everything is answered.
        """
        answers: dict[str, Answer] = {}
        new, open_signs = set[str](), set(checked)
        try:
            self._ask_pages(pages, cleared, answers)
            known = cleared.keys() - set(checked)
            again = self._screener.reported_again(answers, known)
            new = set(again)
            new = ask_if_new(self._dialogue, self._questionnaire, again)
            open_signs.clear()
        finally:
            still = {item: day for item, day in cleared.items() if item not in new}
            kept = {item: said for item, said in answers.items() if item not in open_signs}
            self._screener.keep(kept, still)

    def _ask_pages(
        self, pages: Sequence[Topic], cleared: Collection[str], answers: dict[str, Answer]
    ) -> None:
        """Put each page's answers into `answers`; a sign that needs help now ends the questions."""
        self._dialogue.tell("", tr(self._questionnaire.why))
        for page in pages:
            of_page = ask_page(self._dialogue, page)
            answers |= of_page
            if self._screener.ends_here(of_page, cleared):
                return

    def _passes_on(self, stands: Standing) -> bool:
        """Show the stop and ask how to go on; False where the user leaves it at that."""
        self._tell_stop(stands)
        way_on = ask_way_on(self._dialogue, stands)
        if way_on is WayOn.WRONG_ANSWER:
            self._ask(self._screener.wrong_answer_pages(stands), {})
        elif way_on is WayOn.CHECKED and stands.severity is Severity.CHECK_FIRST:
            self._screener.note_professional(stands)
        elif way_on is WayOn.CHECKED:
            return self._checked(stands)
        return way_on is not WayOn.STAY

    def _checked(self, stands: Standing) -> bool:
        """A doctor checked it: after a yes to exercise, the whole screening again."""
        found = ask_clearance(self._dialogue, self._desk.now().date())
        if found is None:
            return False
        if not found.all_right:
            self._screener.note_refused(stands, found.day)
            return False
        cleared = self._screener.checked(stands, found.day)
        self._ask(self._screener.pages(Asked.FULL), cleared, checked=stands.items)
        return True

    def _tell_stop(self, stands: Standing) -> None:
        lines = stop_lines(self._questionnaire, stands, self._desk.region)
        self._dialogue.tell("", *lines)
