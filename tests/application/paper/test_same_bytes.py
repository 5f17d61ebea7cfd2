"""An agreement is the same file, byte for byte, whoever prints it and wherever."""

import os
import subprocess
import sys

import pytest

PROGRAM = """
import hashlib
from datetime import UTC, datetime
from strategikort.application.agreements import agreements_of
from strategikort.application.printing import Press
from strategikort.application.reading import reading_of
from tests.application.test_sample import sample

reading = reading_of(sample(), language="da")
press = Press(reading, made_at=datetime(2015, 2, 15, tzinfo=UTC))
papers = [press.printed(agreement).pdf for agreement in {order}(agreements_of(reading.document, 2015)[::9])]
print(*sorted(hashlib.sha256(paper).hexdigest() for paper in papers))
"""


def printed(*, seed: str, zone: str, order: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", PROGRAM.format(order=order)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


@pytest.mark.whole
def test_agreements_are_the_same_bytes_for_every_hash_seed_time_zone_and_order() -> None:
    here = printed(seed="0", zone="UTC", order="list")
    assert len(set(here.split())) == 7
    assert printed(seed="4711", zone="America/Lima", order="reversed") == here
