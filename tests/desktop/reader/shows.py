"""The program with one file on the day of the sample, for a screen reader: ``python -m tests.desktop.reader.shows``."""

import sys
from pathlib import Path

from strategikort.__main__ import desk, open_window
from strategikort.application.demo import SAMPLE_DAY

if __name__ == "__main__":
    sys.exit(open_window([Path(sys.argv[1])], desk=desk(), language="da", today=SAMPLE_DAY))
