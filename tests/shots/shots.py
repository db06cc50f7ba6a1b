"""`python3 dev.py shots DIR [NAME ...]`: pictures of the real window in every state of states.py.

Each state is reached once for each language, as a person reaches it, in a diary of its own at a
clock that stands; then it is shown in each look. What cannot be reached is named at the end.
The figures have contact sheets besides, whose names begin with "figure-".
With names, only the states and sheets whose name begins with one of them.
"""

from __future__ import annotations

import gettext
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from hipcoach import app as root
from hipcoach.core import text
from hipcoach.store.ids import IdSource
from hipcoach.store.store import Store
from hipcoach.ui.theme import Theme
from tests.display import on_screen, screen
from tests.shots.diaries import PLACE, Told, written
from tests.shots.figures import PREFIX, Sheets
from tests.shots.hand import Hand, StandingClock
from tests.shots.pseudo import Pseudo
from tests.shots.states import STATES, State

MONDAY = date(2026, 11, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A size of the window in pixels, a theme, a text size and a language."""

    name: str
    size: tuple[int, int] = (1280, 800)
    dark: bool = False
    scale: float = 1.0
    pseudo: bool = False


LOOKS = (
    Look(name="1280-light"),
    Look(name="1280-dark", dark=True),
    Look(name="960-light", size=(960, 640)),
    Look(name="1280-text150", scale=1.5),
    Look(name="1280-pseudo", pseudo=True),
    Look(name="960-pseudo", size=(960, 640), pseudo=True),
)


def main(arguments: Sequence[str]) -> int:
    """Write the pictures; 1 where a state could not be reached, 2 where no folder is named."""
    if not arguments:
        print("shots: name the folder for the pictures", file=sys.stderr)
        return 2
    folder, names = Path(arguments[0]), tuple(arguments[1:]) or ("",)
    folder.mkdir(parents=True, exist_ok=True)
    with screen() as display, tempfile.TemporaryDirectory() as work:
        os.environ.update(on_screen(display))
        app = QApplication(["hipcoach"])
        studio = Studio(app, Path(work), folder)
        failed = [
            name for state in STATES if state.name.startswith(names) for name in studio.show(state)
        ]
        show_figures(folder, names)
        app.shutdown()  # before its screen goes
    for name in failed:
        print("shots: FAILED", name, file=sys.stderr)
    return 1 if failed else 0


def show_figures(folder: Path, names: tuple[str, ...]) -> None:
    """Write the contact sheets of the figures that are asked for."""
    sheets = Sheets()
    for name in sheets.names:
        if f"{PREFIX}-{name}".startswith(names):
            for path in sheets.write(name, folder):
                print(path, flush=True)


class Studio:
    """Takes pictures with one application; diaries are made once below `work`."""

    def __init__(self, app: QApplication, work: Path, folder: Path) -> None:
        self._app, self._work, self._folder = app, work, folder

    def show(self, state: State) -> Iterator[str]:
        """Take all pictures of the state; the names of those that were not reached, with why."""
        for pseudo in (False, True):
            looks = [look for look in LOOKS if look.pseudo is pseudo]
            text.use(Pseudo() if pseudo else gettext.NullTranslations())
            try:
                self._take(state, looks)
            except (LookupError, AttributeError) as error:
                yield f"{state.name} {looks[0].name}: {error}"

    def _take(self, state: State, looks: Sequence[Look]) -> None:
        day = MONDAY + timedelta(days=state.weekday)
        clock = StandingClock(datetime(day.year, day.month, day.day, state.hour, tzinfo=PLACE))
        theme = root.look(self._app)
        with self._diary(state.diary, day, clock) as store:
            navigator = root.compose(self._app, theme, store, clock.clocks())
            hand = Hand(navigator, clock)
            self._wear(theme, looks[0], hand)
            navigator.open()
            navigator.window.show()
            try:
                theme.figures.begin(theme.figures.load)
                hand.let_draw(theme.figures)
                state.way(hand)
                for look in looks:
                    self._wear(theme, look, hand)
                    hand.let_draw(theme.figures)
                    picture = self._folder / f"{state.name}--{look.name}.png"
                    navigator.window.grab().save(str(picture))
                    print(picture, flush=True)
            finally:
                navigator.close()
                navigator.window.may_close = True
                navigator.window.close()
                navigator.window.deleteLater()
                navigator.deleteLater()
                # No event loop runs here that would do it, and each look is put on all windows.
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _wear(self, theme: Theme, look: Look, hand: Hand) -> None:
        theme.show_look(self._app, dark=look.dark, scale=look.scale)
        hand.window.resize(*look.size)
        hand.settle(0.25)

    @contextmanager
    def _diary(self, diary: Told, day: date, clock: StandingClock) -> Iterator[Store]:
        """A copy of the diary of its own, opened."""
        with tempfile.TemporaryDirectory(dir=self._work) as name:
            folder = Path(name)
            shutil.copytree(self._made(diary, day), folder, dirs_exist_ok=True)
            with Store.open(folder, now=clock.now, new_id=IdSource(clock.now, os.urandom)) as store:
                yield store

    def _made(self, diary: Told, day: date) -> Path:
        """The folder with this diary, filled when it is first asked for."""
        folder = self._work / f"{diary.name}-{day}"
        if not folder.exists():
            folder.mkdir()
            dawn = datetime(day.year, day.month, day.day, tzinfo=PLACE)
            with Store.open(
                folder, now=lambda: dawn, new_id=IdSource(lambda: dawn, os.urandom)
            ) as it:
                if diary.weeks:
                    it.fill(written(diary, day))
        return folder


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
