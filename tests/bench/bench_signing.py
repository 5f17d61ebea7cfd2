"""What looking through 200 signed agreements costs beside pyhanko's own validation, and what memory it keeps."""

import gc
import statistics
import time
import tracemalloc
from collections.abc import Callable
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from strategikort.reports.certificates import Trusted, trusted
from strategikort.reports.comparing import compared
from strategikort.reports.verifying import verify
from tests.reports.authority import chief, leader, root
from tests.reports.signed import FIELDS, SIGNED_AT, signed_by, signed_twice, unsigned

COUNT = 200
ROUNDS = 2
WATCHED = 40


def rows() -> list[tuple[str, str, str]]:
    """Each work, what it measured as a ratio, and what is aimed at."""
    vouching = trusted([root().pem])
    files = [signed_twice()] * COUNT
    ours, plain = [], []
    for _ in range(ROUNDS):
        plain.append(_seconds(lambda: _each(_plain, files, vouching)))
        ours.append(_seconds(lambda: _each(_ours, files, vouching)))
    one = statistics.median(plain) / COUNT
    signing = _seconds(lambda: signed_by(leader(), signed_by(chief(), unsigned(), FIELDS[0]), FIELDS[1]))
    texts = _seconds(lambda: [compared(unsigned(), signed_twice()) for _ in range(10)]) / 10
    return [
        (
            "verify of 200 files with two signatures beside pyhanko's validation",
            f"{statistics.median(ours) / statistics.median(plain):.2f}",
            "<= 1.5",
        ),
        ("two signatures beside the validation of both", f"{signing / one:.2f}", "-"),
        ("comparison of texts beside the validation", f"{texts / one:.2f}", "-"),
        ("memory kept for each file looked through, KB", f"{_memory(signed_twice(), vouching):.1f}", "<= 2"),
    ]


def _each(work: Callable[[bytes, Trusted], None], files: list[bytes], vouching: Trusted) -> None:
    for pdf in files:
        work(pdf, vouching)


def _ours(pdf: bytes, vouching: Trusted) -> None:
    assert verify(pdf, trusted=vouching, at=SIGNED_AT).sound


def _plain(pdf: bytes, vouching: Trusted) -> None:
    """Each signature as pyhanko judges it by itself."""
    for one in PdfFileReader(BytesIO(pdf)).embedded_regular_signatures:
        context = ValidationContext(
            trust_roots=list(vouching.certificates), moment=SIGNED_AT, allow_fetching=False, revocation_mode="soft-fail"
        )
        assert validate_pdf_signature(one, signer_validation_context=context).bottom_line


def _memory(pdf: bytes, vouching: Trusted) -> float:
    """How many kilobytes are still held for each file when the first have been looked through."""
    tracemalloc.start()
    held = []
    for _ in range(2):
        _each(_ours, [pdf] * (WATCHED // 2), vouching)
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    return (held[1] - held[0]) / (WATCHED // 2) / 1024


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    for row in rows():
        print(" | ".join(row))
