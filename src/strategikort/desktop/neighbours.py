"""Two starts of the program on one machine: the second hands its files to the first, whose window is raised."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_KNOCK_MS: Final = 1_000
_ANSWER_MS: Final = 20_000
"""How long somebody who is there may take to answer: long enough to read a large file meanwhile."""
_BYTES_MOST: Final = 1_000_000


def _name(state_folder: Path) -> str:
    return f"strategikort-{hashlib.sha256(str(state_folder).encode()).hexdigest()[:16]}"


def handed_over(files: Sequence[Path], state_folder: Path) -> bool:
    """Whether another process of this user took the files; False if there is none, or it does not answer."""
    socket = QLocalSocket()
    socket.connectToServer(_name(state_folder))
    if not socket.waitForConnected(_KNOCK_MS):
        return False
    names = json.dumps([str(file.absolute()) for file in files]).encode() + b"\n"
    socket.write(names)
    socket.flush()
    answered = socket.waitForReadyRead(_ANSWER_MS)
    heard = bytes(socket.readAll().data()) == b"ok\n"
    socket.disconnectFromServer()
    return answered and heard


class Doorkeeper(QObject):
    """Listens for later starts of the program by the same user; only this user can reach it."""

    asked = Signal(object)
    """The files (tuple of `Path`, maybe empty) that a later start was given."""

    def __init__(self, state_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._callers: list[QLocalSocket] = []
        self._door = _name(state_folder)
        self._server.listen(self._door)

    @property
    def listening(self) -> bool:
        """Whether later starts can reach this one. False if the door is another's, or was left by a crash."""
        return self._server.isListening()

    def take_over(self) -> None:
        """Listen at a door behind which nobody answers."""
        QLocalServer.removeServer(self._door)
        self._server.listen(self._door)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.readyRead.connect(self._read)
            caller.disconnected.connect(self._forget)
            self._callers.append(caller)
            self._hear(caller)

    def _forget(self) -> None:
        caller = self.sender()
        self._callers = [one for one in self._callers if one is not caller]
        caller.deleteLater()

    def _read(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        if caller.bytesAvailable() > _BYTES_MOST:
            caller.abort()
        elif caller.canReadLine():
            files = _files(bytes(caller.readLine().data()))
            if files is not None:
                caller.write(b"ok\n")
                caller.flush()
                self.asked.emit(files)


def _files(line: bytes) -> tuple[Path, ...] | None:
    try:
        names = json.loads(line)
    except ValueError:
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    return tuple(Path(name) for name in names)
