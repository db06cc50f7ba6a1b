"""A second start of HipCoach on the same diary raises the first window instead.

The diary's lock decides who is first; this only carries the wish. It is a local socket, open to the
same user only, and nothing is read from it.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT = 500
"""Milliseconds to wait for the first window's answer."""


def _name(folder: Path) -> str:
    return "hipcoach-" + sha256(str(folder.resolve()).encode()).hexdigest()[:16]


def raise_other(folder: Path) -> bool:
    """Ask the window that has this diary to come forward; False where none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    answered = socket.waitForConnected(WAIT)
    socket.close()
    return answered


class SingleInstance(QObject):
    """Listens for later starts on the diary in `folder`, whose lock is held."""

    started_again = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        QLocalServer.removeServer(_name(folder))  # a killed one leaves its name behind
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(_name(folder))

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.close()
        self.started_again.emit()
