"""The player's window: top bar, the page in the middle, the keys. Knows no session."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget

from hipcoach.core.player_view import PlayerView
from hipcoach.core.text import tr
from hipcoach.ui.player.first_question import FirstQuestion
from hipcoach.ui.player.fitting import height_factor
from hipcoach.ui.player.hurt_page import HurtPage
from hipcoach.ui.player.keys import ALWAYS, PRESSING, Command, command
from hipcoach.ui.player.leave_page import LeavePage
from hipcoach.ui.player.notice import Notice
from hipcoach.ui.player.play_view import PlayView
from hipcoach.ui.player.top_bar import TopBar
from hipcoach.ui.theme import Theme

TWICE = 500
"""Milliseconds in which a second press of a key belongs to the first."""

NESTED = 4
"""Layouts in one another that ask for another arrangement, each after what it holds."""

NO_RING = QRect(-9999, -9999, 1, 1)
"""Where keys belong to a page and to no control, there is no ring to draw."""


class PlayerFrame(QWidget):
    """`commanded` tells of keys and buttons alike, `seen` whether there is anybody to draw for.

    Space and Enter are the player's unless Tab has moved the focus onto a control; a click never
    moves it.
    """

    commanded = Signal(Command)
    seen = Signal(bool)

    def __init__(
        self, theme: Theme, question: str, low: str, high: str, *, hurt: HurtPage | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self.question = FirstQuestion(theme, question, low, high)
        self.top = TopBar(theme)
        self.notice = Notice(theme)
        self.play = PlayView(theme, self.question)
        self.hurt = hurt or HurtPage(theme, low, high)
        self.leave = LeavePage(theme)
        self._stack = _Pages()
        self._before: QWidget = self.play
        self._state_before = Qt.WindowState.WindowNoState
        self._begun = QTimer(self, singleShot=True, interval=TWICE)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._fit)

    def begin(self) -> None:
        """A session was just started: Enter pressed twice says that once, and no "I am ready"."""
        self._begun.start()

    # What is drawn

    def show_view(self, view: PlayerView, *, own_pace: bool) -> None:
        """Draw a moment of the session."""
        focused = self.focusWidget()
        if self.play.show_view(view, own_pace=own_pace):
            self.top.show_view(view)
            if focused is not None and not (focused.isVisibleTo(self) and focused.isEnabled()):
                self.take_focus()

    def show_play(self) -> None:
        """The session itself."""
        self._show(self.play)

    def show_hurt(self) -> None:
        """This hurts."""
        self._show(self.hurt)

    def show_leave(self) -> None:
        """Leaving asks."""
        if not self.asks_leave:
            self._before = self._stack.currentWidget() or self.play
            self._show(self.leave)

    def show_before(self) -> None:
        """Back from leaving to where one was."""
        self._show(self._before)

    @property
    def asks_leave(self) -> bool:
        """Whether the page about leaving is shown."""
        return self._stack.currentWidget() is self.leave

    def show_full_screen(self, *, on: bool) -> None:
        """Fill the screen, or be as before."""
        window = self.window()
        full = Qt.WindowState.WindowFullScreen
        if on and not window.windowState() & full:
            self._state_before = window.windowState()
            window.setWindowState(window.windowState() | full)
        elif not on and window.windowState() & full:
            window.setWindowState(self._state_before)
        self.top.show_full_screen(on=on)

    @property
    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return bool(self.window().windowState() & Qt.WindowState.WindowFullScreen)

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keys to the page: a control has vanished, or was only clicked."""
        page = self._stack.currentWidget()
        asks: dict[QWidget, QWidget] = {self.hurt: self.hurt, self.leave: self.leave.back}
        takes = asks.get(page, self) if page is not None else self
        takes.setFocus()

    def _lay_out(self) -> None:
        self.setProperty("kind", "page")
        self.setAccessibleName(tr("Session"))
        self.hurt.setAccessibleName(tr("This hurts"))
        for keyed in (self, self.hurt):
            keyed.setProperty("ringRect", NO_RING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        for page in (self.play, self.hurt, self.leave):
            self._stack.addWidget(page)

    def _connect(self) -> None:
        bar = self.play.bar
        pressed = (
            (bar.hurt_asked, Command.HURT),
            (bar.back_asked, Command.BACK),
            (bar.pause_asked, Command.PAUSE),
            (bar.skip_asked, Command.SKIP),
            (bar.done_asked, Command.ENTER),
            (self.play.panel.ready_asked, Command.ENTER),
            (self.top.leave_asked, Command.LEAVE),
            (self.top.full_screen_asked, Command.FULL_SCREEN),
        )
        for signal, told in pressed:
            signal.connect(lambda told=told: self.commanded.emit(told))
        for button in (*_buttons(self.top), *_buttons(self.play)):
            if not self.question.isAncestorOf(button):
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.installEventFilter(self)

    def _fit(self) -> None:
        self.play.set_factor(height_factor(self.height()), self.height() / self._theme.scale)

    def _does(self, told: Command | None) -> bool:
        """Pass a key's command on, if it is one that works on the page that is shown."""
        playing = self._stack.currentWidget() is self.play
        if told is None or not (playing or told in ALWAYS):
            return False
        self.commanded.emit(told)
        return True

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A focused button keeps Space and Enter; its other keys are the player's."""
        del watched
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        return event.key() not in PRESSING and self._does(command(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no control has kept for itself."""
        told = command(event)
        if told is Command.ENTER and self._begun.isActive():
            return
        if not self._does(told):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The large texts grow with the window's height."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """There is somebody to draw for, from the first picture on as it is to be.

        What was hidden got its size just now and asked for another arrangement; Qt would paint
        first and arrange then.
        """
        super().showEvent(event)
        for _ in range(NESTED):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hidden or minimised."""
        super().hideEvent(event)
        self.seen.emit(False)


class _Pages(QStackedWidget):
    """Pages of which the hidden ones ask for no room."""

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        """None: the pages scroll where they must."""
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        """They fill what there is."""
        return False


def _buttons(widget: QWidget) -> list[QAbstractButton]:
    return widget.findChildren(QAbstractButton)
