"""Acting without the rights of an administrator: what is forbidden to the owner of a file is then forbidden to us."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_VERSION = 0x20080522
_PAST_LOCKS = 1 << 1 | 1 << 2
"""The capabilities that let root read and write whatever a file's mode says (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH)."""


@contextmanager
def an_ordinary_user() -> Iterator[None]:
    """Whatever is done inside is done by one who has to heed the rights of files and folders."""
    if os.name != "posix":
        pytest.skip("access is given in another way here")
    if os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("nothing is forbidden to root here")
    header, rights = (ctypes.c_uint32 * 2)(_VERSION, 0), (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capget(header, rights) == 0
    before, rights[0] = rights[0], rights[0] & ~_PAST_LOCKS
    assert libc.capset(header, rights) == 0
    try:
        yield
    finally:
        rights[0] = before
        assert libc.capset(header, rights) == 0
