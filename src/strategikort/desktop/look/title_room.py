"""How long a title may be that is written in place: nothing is cut, and one that is too long is told while it stands.

An older title that is longer than that may stay as it is.
"""

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QLineEdit, QToolTip

from strategikort.domain.goals import Goal
from strategikort.domain.shape import field_of
from strategikort.domain.texts import one_line


def too_long(line: QLineEdit, before: str) -> bool:
    """Whether the title in ``line`` is too long to be kept; then a sentence below the line says by how much."""
    length = field_of(Goal, "title").length
    title = one_line(line.text())
    over = len(title) - length.most if length else 0
    wrong = over > 0 and title != one_line(before)
    said = QCoreApplication.translate(
        "TitleRoom", "%n character(s) too many. Make the title shorter, or press Esc to leave it as it was.", "", over
    )
    line.setToolTip(said if wrong else "")
    line.setAccessibleDescription(line.toolTip())
    QToolTip.showText(line.mapToGlobal(QPoint(0, line.height())), line.toolTip(), line)
    if bool(line.property("wrong")) != wrong:
        line.setProperty("wrong", wrong)
        line.style().unpolish(line)
        line.style().polish(line)
    return wrong
