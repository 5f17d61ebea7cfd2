"""What the status bar says: saved where and when, what is selected, how many agreements can be signed."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from strategikort.application.agreements import agreements_of, goals_of
from strategikort.application.overlooking import OverviewSession
from strategikort.application.session import Session
from strategikort.cascade.findings import Finding, Gate
from strategikort.desktop.bridge import Bridge
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.shape import Id

_CLOSED = (AgreementState.CANCELLED, AgreementState.ARCHIVED)


def save_text(session: Session, bridge: Bridge) -> str:
    """The truth about saving, in a few words."""
    if isinstance(session, OverviewSession):
        return QCoreApplication.translate("Status", "Overview of a folder. Nothing can be changed here.")
    state = session.save_state
    if state.saving:
        return QCoreApplication.translate("Status", "Saving ...")
    if state.problem is not None:
        return bridge.say(state.problem)
    if session.path is None:
        return QCoreApplication.translate("Status", "Not saved in a file yet. Your work is safe on this computer.")
    place = str(session.path.parent)
    place = place if len(place) <= 48 else f"... {place[-44:]}"
    when = f"{state.saved_at.hour}.{state.saved_at.minute:02d}" if state.saved_at else ""
    if state.unsaved:
        return (
            QCoreApplication.translate("Status", "Changed since %1. Saves by itself.").replace("%1", when)
            if when
            else QCoreApplication.translate("Status", "Saves by itself in a moment.")
        )
    return QCoreApplication.translate("Status", "✓ Saved %1 in %2").replace("%1", when).replace("%2", place)


def selection_text(bridge: Bridge) -> str:
    """What is selected."""
    number = len(bridge.selection)
    if number < 2:
        return QCoreApplication.translate("Status", "1 goal chosen") if number else ""
    return QCoreApplication.translate("Status", "%1 goals chosen").replace("%1", str(number))


def signing_text(bridge: Bridge) -> str:
    """How many agreements run in this year, and how many are ready, have goals, and nothing stands in their way."""
    document = bridge.document
    year = bridge.workspace.today().year
    open_ones = [one for one in agreements_of(document, year) if one.state not in _CLOSED]
    if not open_ones:
        return ""
    stopped = stopped_agreements(document, bridge.findings)
    ready = (one for one in open_ones if one.state.may_be_signed and one.id not in stopped)
    free = sum(1 for one in ready if goals_of(document, one))
    words = bridge.workspace.words.word("unit_agreement")
    name = words.one if len(open_ones) == 1 else words.many
    text = QCoreApplication.translate("Status", "%1 %2 · %3 can be signed")
    return text.replace("%1", str(len(open_ones))).replace("%2", name).replace("%3", str(free))


def stopped_agreements(document: Document, findings: Iterable[Finding]) -> set[Id]:
    """The agreements that a finding about them, their goals or the efforts under these keeps from being signed."""
    stopped: set[Id] = set()
    for finding in findings:
        if finding.stops(Gate.SIGN):
            stopped |= _agreements_of(document, finding.about)
    return stopped


def _agreements_of(document: Document, record: Id) -> set[Id]:
    if document.get(Agreement, record):
        return {record}
    goals = [document.get(Goal, record), *(document.get(Goal, link.upper) for link in document.links_up(record))]
    return {goal.agreement for goal in goals if isinstance(goal, UnitGoal) and goal.agreement}
