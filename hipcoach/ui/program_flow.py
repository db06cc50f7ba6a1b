"""The Program page at work: shows it from the diary, and does what is pressed on it.

Every change is in force at once and can be taken back through `LastChange`.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from hipcoach.core.change_view import change_view
from hipcoach.core.document import NotSavedError
from hipcoach.core.program_view import ProgramsView, programs_view
from hipcoach.core.text import say, tr
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.preferences import Preferences
from hipcoach.journeys.programs import Programs
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.program.change_steps import Agreed, ChangeSteps
from hipcoach.ui.program.page import ProgramPage
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

PAGE, STEPS = "program", "program-change"


class ProgramFlow(QObject):
    """`exercise_asked` carries an exercise's id; `kit_asked`: the bands that are owned.

    `started`: another program began, and Today comes next.
    """

    exercise_asked = Signal(str)
    kit_asked = Signal()
    started = Signal()

    def __init__(self, window: Window, theme: Theme, desk: Desk, last: LastChange) -> None:
        super().__init__()
        self._window, self._theme, self._desk, self._last = window, theme, desk, last
        self._programs, self._preferences = Programs(desk), Preferences(desk)
        self._page: ProgramPage | None = None
        self._back_to = ""

    def show(self) -> None:
        """Show the page; after an exercise's page the focus is where it was before."""
        page = self._made()
        page.show_programs(self._view())
        self._window.show_page(PAGE)
        page.focus_on(self._back_to)
        self._back_to = ""

    def make_ahead(self) -> Iterator[None]:
        """Make the page and fill it, a piece a step."""
        yield
        page = self._made()
        yield
        view = self._view()
        yield
        if self._window.shown != PAGE:  # where it was opened meanwhile it is filled
            page.show_programs(view)

    def refresh(self) -> None:
        """Show the diary as it is now, where the page was made."""
        if self._page is not None:
            self._page.show_programs(self._view())

    def _view(self) -> ProgramsView:
        return programs_view(self._desk.diary(), self._desk.catalogue, self._desk.now())

    def _made(self) -> ProgramPage:
        if self._page is None:
            self._page = page = ProgramPage(self._theme)
            page.exercise_asked.connect(self._on_exercise_asked)
            page.kit_asked.connect(self.kit_asked)
            page.once_chosen.connect(self._on_once_chosen)
            page.kept.connect(self._on_kept)
            page.paused.connect(self._on_paused)
            page.change_asked.connect(self._on_change_asked)
            self._window.add_page(PAGE, page)
        return self._page

    # What was pressed

    def _on_exercise_asked(self, exercise: str) -> None:
        self._back_to = exercise
        self.exercise_asked.emit(exercise)

    def _on_once_chosen(self, on: bool) -> None:
        try:
            self._last.keep(self._programs.once_a_day(on))  # the switch itself is the way back
            self.refresh()
        except NotSavedError:
            self._made().show_again()  # the switch shows what is stored
            raise

    def _on_kept(self) -> None:
        self._last.keep(self._programs.keep_on(), tr("The program goes on as it is"))
        self.refresh()

    def _on_paused(self) -> None:
        self._last.keep(self._programs.pause(), tr("The program is paused"))
        self.refresh()

    def _on_change_asked(self, program: str) -> None:
        """Tell what changes and ask what has to be asked, on pages of their own."""
        diary, catalogue, now = self._desk.diary(), self._desk.catalogue, self._desk.now()
        steps = ChangeSteps(self._theme, catalogue)
        steps.agreed.connect(self._on_agreed)
        steps.left.connect(self._on_left)
        self._window.add_page(STEPS, steps, alone=True)
        facts = self._view().facts(program)
        change = change_view(diary, catalogue, now, program)
        if change or facts.asks_bridge or diary.settings.bands is None:
            self._window.show_page(STEPS)
        steps.begin(facts, change, asks_bands=diary.settings.bands is None)

    def _on_left(self) -> None:
        self._window.show_page(PAGE)
        self._made().focus_on("main")

    def _on_agreed(self, agreed: Agreed) -> None:
        if agreed.bands is not None:
            self._preferences.keep_bands(agreed.bands)
        back = self._programs.start(agreed.program, one_leg_bridge=agreed.able)
        view = self._view()
        self._made().show_programs(view, agreed.program)
        self._window.show_page(PAGE)
        self.started.emit()
        name = say(view.facts(agreed.program).name)
        self._last.keep(back, tr("“{program}” begins today", program=name))
