"""All that can be wrong with a paper and is seen by a machine; a check of our own papers, not of any file."""

from tests.reports import reading
from tests.reports.checking.archive import archive_faults
from tests.reports.checking.faces import face_faults
from tests.reports.checking.pages import page_faults
from tests.reports.checking.said import said_faults
from tests.reports.checking.tree import tree_faults


def faults(pdf: bytes) -> list[str]:
    """All faults found; a good file has none."""
    with reading.opened(pdf) as document:
        found = [
            *archive_faults(pdf, document),
            *said_faults(document),
            *page_faults(document),
            *tree_faults(document),
            *face_faults(document),
        ]
    return found
