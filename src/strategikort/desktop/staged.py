"""The window of the sample brought into states that a picture can tell something by."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from strategikort.application.demo import SAMPLE_DAY
from strategikort.application.parting import save_parts
from strategikort.application.profiles import load_profile
from strategikort.application.session import Session
from strategikort.application.starting import sample_document
from strategikort.cascade.findings import Severity
from strategikort.cascade.rules.asking import Check
from strategikort.desktop.agreement.certificate_dialog import CertificateDialog
from strategikort.desktop.agreement.verify_dialog import VerifyDialog
from strategikort.desktop.drafting.make_dialog import MakeAgreementsDialog
from strategikort.desktop.drafting.many_dialog import ChangeDraftsDialog
from strategikort.desktop.look.settings import Settings
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.maps.review_dialog import ReviewDialog
from strategikort.desktop.program import Program
from strategikort.desktop.trying.dialog import TryingDialog
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.domain.agreements import Agreement, AgreementState, IssuePurpose, Section
from strategikort.domain.edits.making import CommonGoal
from strategikort.domain.edits.measures import indicators_of
from strategikort.domain.edits.records import set_field
from strategikort.domain.edits.reviews import except_finding
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.organisation import Committee, OrgKind, OrgUnit
from strategikort.domain.shape import Id


def excepted(window: DocumentWindow) -> DocumentWindow:
    """The window with one warning that stands for a reason, shown among the findings."""
    space, panel = window.bridge.workspace, window.findings
    warning = next(one for one in window.bridge.findings if one.severity is Severity.WARNING)
    why, who = "Aftalt med direktionen: måltallet fastlægges i marts.", "Lone Berg"
    made = partial(
        except_finding, rule=warning.rule, record=warning.about, why=why, who=who, today=SAMPLE_DAY, new_id=space.new_id
    )
    window.bridge.edit(made)
    window.bridge.check_now()
    panel.form.errors.click()
    panel.form.excepted.click()
    settle()
    return window


def change_above(window: DocumentWindow, goal: Id) -> None:
    """Let the goal above a goal say something else than it did when they were linked."""
    bridge = window.bridge
    [link, *_] = bridge.document.links_up(goal)
    title = f"{bridge.document.all(Goal)[link.upper].title} alle ugens dage"
    bridge.edit(lambda document: set_field(document, Goal, link.upper, "title", title))


def reviewed(window: DocumentWindow, theme: Theme, goal: Id) -> QDialog:
    """The review of the map that is shown, with a goal remarked on and answered."""
    window.bridge.select([goal])
    assert window.map_area.map is not None, "a map is shown"
    dialog = ReviewDialog(window.bridge, theme, window.map_area.map, window)
    dialog.form.send.click()
    dialog.form.text.setPlainText("Hvad gør I, hvis ventetiden stiger om sommeren?")
    dialog.form.say.click()
    [first] = dialog.form.tree.findItems("*", Qt.MatchFlag.MatchWildcard)
    dialog.form.tree.setCurrentItem(first)
    dialog.form.text.setPlainText("Vi låner to medarbejdere fra arkivet i juli.")
    dialog.form.answer.click()
    return dialog


def tried(window: DocumentWindow, goal: Id) -> QDialog:
    """What would happen if the goal above a goal lapsed."""
    window.bridge.select([link.upper for link in window.bridge.document.links_up(goal)])
    dialog = TryingDialog(window.bridge, window)
    dialog.form.try_button.click()
    return dialog


def succeeding_goal(window: DocumentWindow) -> Id:
    """A goal that took the place of another, which has been measured."""
    document = window.bridge.document
    links = [one for one in document.all(Link).values() if one.kind is LinkKind.SUPERSEDES]
    return max(links, key=lambda one: (len(indicators_of(document, one.upper)), one.id)).lower


def telling_goal(window: DocumentWindow) -> Id:
    """A goal of a unit that shows most: with a thread, an indicator and efforts."""
    document = window.bridge.document
    units = [goal for goal in document.all(Goal).values() if goal.kind is GoalKind.UNIT_GOAL]
    units.sort(key=lambda one: one.code)
    telling = (
        one.id
        for one in units
        if indicators_of(document, one.id) and document.links_up(one.id) and document.links_down(one.id)
    )
    return next(telling, units[0].id)


def settle() -> None:
    """Let everything be laid out and painted that waits for it."""
    for _ in range(6):
        QApplication.processEvents()


def parted(program: Program) -> DocumentWindow:
    """The sample as a folder of the centres' files, seen as one municipality; one file is older and says otherwise."""
    folder = program.house.desk.state_folder / "Øresø"
    folder.mkdir()
    document = sample_document()
    check = Check(document, load_profile("helsingoer"), today=SAMPLE_DAY, year=SAMPLE_DAY.year)
    file = save_parts(check, folder, desk=program.house.desk)[0]
    session = Session.open(file, desk=program.house.desk)
    committee = next(iter(session.document.all(Committee).values()))
    session.edit(set_field(session.document, Committee, committee.id, "name", f"{committee.name} og Erhvervsudvalg"))
    session.close()
    window = program.open_file(folder)
    assert window is not None, "the files can be read"
    window.resize(1440, 900)
    return window


def drafting(window: DocumentWindow) -> QDialog:
    """The year's agreements about to be made for a centre: last year's common goals and a common text."""
    centre = next(key for key, one in window.bridge.document.all(OrgUnit).items() if one.kind is OrgKind.CENTRE)
    dialog = MakeAgreementsDialog(window.bridge, centre, window)
    dialog.take_last_years()
    above = next(goal.id for goal in window.bridge.document.all(Goal).values() if goal.owner == centre)
    dialog.add_goal(CommonGoal(title="Alle medarbejdere har et kompetencemål", under=above, central=True))
    dialog.form.section.setCurrentIndex(dialog.form.section.findData("cooperation"))
    dialog.form.text.setPlainText("Centret og enhederne mødes hver anden måned.")
    return dialog


def signed_half(window: DocumentWindow, folder: Path) -> None:
    """An agreement that is ready, went out on paper, and which one party has signed, in the view *Aftaler*."""
    document = window.bridge.document
    agreement = max(document.all(Agreement).values(), key=lambda one: (one.state is AgreementState.READY, one.id))
    window.drafting.show_signatures(agreement.id)
    view = window.views.agreements
    view.files.issue(folder / "aftale.pdf", IssuePurpose.PAPER)
    view.form.place.setText("Øresø")
    view.signatories.sign()
    view.form.said.clear()


def checked(window: DocumentWindow, settings: Settings, paper: Path) -> QDialog:
    """A paper that went out, looked at again."""
    dialog = VerifyDialog(window.bridge, settings, window)
    dialog.look_at(paper)
    return dialog


def certifying(window: DocumentWindow, settings: Settings) -> QDialog:
    """A party about to sign by a certificate."""
    document = window.bridge.document
    ready = max(document.all(Agreement).values(), key=lambda one: (one.state is AgreementState.READY, one.id))
    return CertificateDialog(window.bridge, settings, ready, window)


def rewritten(window: DocumentWindow, theme: Theme) -> QDialog:
    """The core task about to be replaced in next year's drafts, one of which its leader has rewritten."""
    bridge, key = window.bridge, "core_task"
    dialog = drafting(window)
    assert isinstance(dialog, MakeAgreementsDialog), "it stands in its room"
    dialog.form.section.setCurrentIndex(dialog.form.section.findData(key))
    dialog.form.text.setPlainText("Vi passer, lærer og opdrager sammen med forældrene.")
    dialog.make()
    drafts = {one.id for one in bridge.document.all(Agreement).values() if one.state is AgreementState.DRAFT}
    texts = [one for one in bridge.document.all(Section).values() if one.key == key and one.agreement in drafts]
    mine = max(texts, key=lambda one: one.id)
    text = "Hos os begynder dagen ude, i al slags vejr."
    bridge.edit(lambda document: set_field(document, Section, mine.id, "text", text))
    centre = next(one.id for one in bridge.document.all(OrgUnit).values() if one.kind is OrgKind.CENTRE)
    shown = ChangeDraftsDialog(bridge, theme, centre, window)
    places = range(shown.form.what.count())
    shown.form.what.setCurrentIndex(next(one for one in places if shown.form.what.itemData(one).key == key))
    shown.form.text.setPlainText("Vi passer, lærer og opdrager børn sammen med deres forældre.")
    shown.show_drafts()
    return shown
