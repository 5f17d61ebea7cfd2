"""What goes wrong with files, told in sentences for the user."""

import errno
from pathlib import Path

from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import About, phrase


class FileProblem(KnownFailure):
    """A file cannot be used as asked. ``phrase`` says what, where and what to do; nothing was changed."""

    def __init__(self, code: str, /, **about: About) -> None:
        super().__init__(phrase(code, **about))
        self.code = code


class Damaged(Exception):
    """The bytes are not what was written. ``code`` is the sentence to be said where the path is known."""

    def __init__(self, code: str = "file.damaged") -> None:
        super().__init__(code)
        self.code = code


_READING = {
    errno.ENOENT: "file.missing",
    errno.ENOTDIR: "file.missing",
    errno.EISDIR: "file.folder",
    errno.ELOOP: "file.link",
    errno.EACCES: "file.forbidden",
    errno.EPERM: "file.forbidden",
    errno.ENAMETOOLONG: "file.missing",
}
_WRITING = {
    errno.ENOSPC: "file.full",
    errno.EDQUOT: "file.full",
    errno.EFBIG: "file.full",
    errno.EACCES: "file.read_only",
    errno.EPERM: "file.read_only",
    errno.EROFS: "file.read_only",
    errno.ENOENT: "file.unreachable",
    errno.ENOTDIR: "file.unreachable",
}


def not_read(path: Path, failure: OSError) -> FileProblem:
    """Why ``path`` could not be read."""
    return FileProblem(_READING.get(failure.errno or 0, "file.unreadable"), path=str(path))


def not_written(path: Path, failure: OSError) -> FileProblem:
    """Why ``path`` could not be written; what the user did is safe in the work copy."""
    return FileProblem(_WRITING.get(failure.errno or 0, "file.unreachable"), path=str(path))
