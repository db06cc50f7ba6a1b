"""The first run: from what HipCoach is to Today, step by step. It can be left at any of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.core.first_run import FirstRunStep, first_run_step
from hipcoach.core.program_view import ProgramFacts, program_facts
from hipcoach.core.text import say, tr
from hipcoach.core.told import told
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.preferences import Preferences
from hipcoach.journeys.ratings import Ratings
from hipcoach.journeys.screener import Screener
from hipcoach.journeys.sessions import Sessions
from hipcoach.ui.first_run.bridge_page import BridgePage
from hipcoach.ui.first_run.frame import Frame, Ways
from hipcoach.ui.first_run.intro_page import IntroPage
from hipcoach.ui.first_run.kit_page import KitPage
from hipcoach.ui.first_run.pain_page import PainPage
from hipcoach.ui.first_run.program_page import ProgramPage
from hipcoach.ui.first_run.screening_flow import ScreeningFlow
from hipcoach.ui.theme import Theme

PRESELECTED = "hips-three-twice"


class FirstRun(QWidget):
    """Shows the step that the diary stands at. `finished`: Today comes next.

    Every answer is durable before the next step is shown, so that `start` goes on where it was.
    """

    finished = Signal()

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._theme, self._desk = theme, desk
        self._screener, self._sessions = Screener(desk), Sessions(desk)
        self._ratings, self._preferences = Ratings(desk), Preferences(desk)
        self._frame = Frame(theme)
        self._screening = ScreeningFlow(theme, self._frame, desk, can_leave=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self._screening.passed.connect(self.start)
        self._screening.left.connect(self._introduce)

    @property
    def step(self) -> FirstRunStep:
        """The step that the diary stands at."""
        today = self._desk.now().date()
        return first_run_step(self._desk.diary(), self._screener.standing(), today)

    def start(self) -> None:
        """Show that step."""
        steps = {
            FirstRunStep.INTRO: self._introduce,
            FirstRunStep.SCREENING: self._screening.start,
            FirstRunStep.STOP: self._screening.start,
            FirstRunStep.PROGRAM: self._ask_program,
            FirstRunStep.KIT: self._ask_kit,
            FirstRunStep.PAIN: self._ask_pain,
            FirstRunStep.DONE: self.finished.emit,
        }
        steps[self.step]()

    def choose_program(self) -> None:
        """Choose another program; the step that the diary stands at, where that comes first."""
        if self.step is FirstRunStep.DONE:
            self._ask_program()
        else:
            self.start()

    # The steps

    def _introduce(self) -> None:
        page = IntroPage(self._theme, self._desk.catalogue.texts)
        self._frame.show_page(page, Ways(on=self._on_introduced))

    def _on_introduced(self) -> None:
        self._preferences.note_intro_read()
        self._screening.start()

    def _ask_program(self, chosen: str = PRESELECTED) -> None:
        catalogue = self._desk.catalogue
        honesty = told(catalogue.honesty, catalogue)
        page = ProgramPage(self._theme, self._facts(), honesty, chosen)
        back = self.finished.emit if self._desk.diary().runs else None
        self._frame.show_page(page, Ways(back=back, on=lambda: self._on_program(page.facts)))

    def _on_program(self, chosen: ProgramFacts) -> None:
        if not chosen.asks_bridge:
            self._begin(chosen.id, able=None)
            return
        page = BridgePage(self._theme)
        ways = Ways(
            back=lambda: self._ask_program(chosen.id),
            on=lambda: self._begin(chosen.id, able=page.able),
        )
        self._frame.show_page(page, ways)

    def _begin(self, program: str, *, able: bool | None) -> None:
        self._sessions.start_run(program, one_leg_bridge=able)
        self.start()

    def _ask_kit(self) -> None:
        run, catalogue = self._sessions.run(), self._desk.catalogue
        kit = next((facts.kit for facts in self._facts() if run and facts.id == run.program), ())
        levels = [catalogue.bands[level] for level in sorted(catalogue.bands) if level]
        page = KitPage(self._theme, map(say, kit), levels, catalogue.texts)
        owned = self._preferences.settings().bands
        if owned is not None:
            page.show_bands(owned)
        self._frame.show_page(page, Ways(on=lambda: self._on_kit(page)))

    def _on_kit(self, page: KitPage) -> None:
        self._preferences.keep_bands(page.bands)
        self.start()

    def _ask_pain(self) -> None:
        page = PainPage(self._theme, self._desk.catalogue.texts)
        ways = Ways(
            back=self._ask_kit,
            skip=self.finished.emit,
            on=lambda: self._on_pain(page.score),
            on_text=tr("Save"),
        )
        self._frame.show_page(page, ways)

    def _on_pain(self, score: int | None) -> None:
        if score is not None:
            self._ratings.rate(score)
        self.finished.emit()

    def _facts(self) -> tuple[ProgramFacts, ...]:
        desk = self._desk
        return program_facts(desk.diary(), desk.catalogue, desk.now())
