"""A time in which nothing is pressed: the window stays as it is and takes no keys and no mouse."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject

_INPUT = frozenset(
    {
        QEvent.Type.Close,
        QEvent.Type.ContextMenu,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Shortcut,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)


class Hush(QObject):
    """From when it is made until `end`."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        app.installEventFilter(self)

    def end(self) -> None:
        """Let everything through again."""
        self._app.removeEventFilter(self)
        self.deleteLater()

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what a person does; a window that is to be closed stays."""
        del watched
        if event.type() not in _INPUT:
            return False
        event.ignore()
        return True
