"""A disk that loses power: what a drive can hold when everything that was not seen safe is late, torn or gone."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO


@dataclass
class Contents:
    """The bytes of one file, whatever it is called: as programs see them, and as they are safe on the disk."""

    seen: bytes
    safe: bytes

    def after_a_cut(self) -> set[bytes]:
        """What may be left: what was safe, what was seen, and half of what came after."""
        return {self.safe, self.seen, self.seen[: len(self.seen) // 2] if self.seen != self.safe else self.seen}


@dataclass
class Drive:
    """A folder as the disk knows it: which contents each name has, now and in what was seen safe of the names."""

    names: dict[str, Contents]
    safe_names: list[dict[str, Contents]] = field(default_factory=list)
    """What the names may be after a cut: as they were last seen safe, and after each change since."""

    @classmethod
    def of(cls, folder: Path) -> "Drive":
        names = {one.name: Contents(one.read_bytes(), one.read_bytes()) for one in folder.iterdir() if one.is_file()}
        return cls(names, [dict(names)])

    def renamed(self) -> None:
        self.safe_names.append(dict(self.names))

    def synced(self) -> None:
        self.safe_names = [dict(self.names)]

    def after_a_cut(self, name: str) -> set[bytes | None]:
        """What may stand under ``name``; None where nothing does."""
        held = [names.get(name) for names in self.safe_names]
        return {None for one in held if one is None} | {left for one in held if one for left in one.after_a_cut()}


class Recorder:
    """Stands for ``os`` in `disk`: all is done as ever, and what happens in ``folder`` is followed step by step.

    ``cuts`` holds for each step what the file ``target`` may be if the power goes right after it.
    """

    def __init__(self, folder: Path, target: str) -> None:
        self.drive, self.folder, self.target = Drive.of(folder), folder, target
        self.cuts: list[tuple[str, set[bytes | None]]] = []
        self._files: dict[int, Contents] = {}
        self._folders: set[int] = set()

    def __getattr__(self, name: str) -> object:
        return getattr(os, name)

    def open(self, path: Path, flags: int, mode: int = 0o777) -> int:
        handle = os.open(path, flags, mode)
        self._folders.discard(handle)
        self._files.pop(handle, None)
        if Path(path) == self.folder:
            self._folders.add(handle)
        elif Path(path).parent == self.folder and flags & os.O_CREAT:
            self._files[handle] = self.drive.names[Path(path).name] = Contents(b"", b"")
            self.drive.renamed()
            self._cut("made")
        return handle

    def fdopen(self, handle: int, mode: str) -> BinaryIO:
        file = os.fdopen(handle, mode)
        return Written(file, self, handle) if handle in self._files else file  # type: ignore[return-value]

    def wrote(self, handle: int, piece: bytes) -> None:
        self._files[handle].seen += piece
        self._cut("written")

    def fsync(self, handle: int) -> None:
        os.fsync(handle)
        if handle in self._files:
            self._files[handle].safe = self._files[handle].seen
            self._cut("file synced")
        elif handle in self._folders:
            self.drive.synced()
            self._cut("folder synced")

    def replace(self, source: Path, target: Path) -> None:
        os.replace(source, target)
        if Path(target).parent == self.folder:
            self.drive.names[Path(target).name] = self.drive.names.pop(Path(source).name)
            self.drive.renamed()
            self._cut("replaced")

    def _cut(self, step: str) -> None:
        self.cuts.append((step, self.drive.after_a_cut(self.target)))


class Written:
    """A file that is being written, followed by a `Recorder`."""

    def __init__(self, file: BinaryIO, recorder: Recorder, handle: int) -> None:
        self._file, self._recorder, self._handle = file, recorder, handle

    def __enter__(self) -> "Written":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)

    def write(self, piece: bytes) -> int:
        done = self._file.write(piece)
        self._recorder.wrote(self._handle, piece)
        return done
