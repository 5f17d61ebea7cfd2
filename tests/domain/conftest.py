"""What the tests of the domain share."""

import pytest

from tests.domain.town import Town


@pytest.fixture
def town() -> Town:
    return Town()
