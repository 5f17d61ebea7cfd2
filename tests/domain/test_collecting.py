"""When rubbish is looked for."""

import gc

import pytest

from strategikort.domain.collecting import without_collecting


def test_nobody_looks_for_rubbish_meanwhile_and_afterwards_it_is_as_before() -> None:
    with without_collecting():
        assert not gc.isenabled()
        with without_collecting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_work_that_fails_leaves_it_as_before_too() -> None:
    with pytest.raises(ValueError, match="no"), without_collecting():
        raise ValueError("no")
    assert gc.isenabled()
