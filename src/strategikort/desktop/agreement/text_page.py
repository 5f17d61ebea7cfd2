"""The text of an agreement: its sections in the order of the model, each with what the model makes for it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from strategikort.desktop.agreement.parts import Parts
from strategikort.desktop.agreement.section_block import SectionBlock
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.editors import commit_all
from strategikort.desktop.look.theme import Theme
from strategikort.domain.agreements import Agreement, Section
from strategikort.domain.edits.sealed import text_lock
from strategikort.domain.profile import SectionTemplate
from strategikort.domain.shape import Id


class TextPage(QObject):
    """A block for each section. Blocks are kept while the agreements that are shown have the same sections."""

    goal_wanted = Signal(object)
    """The identity of a goal that shall be seen."""
    section_entered = Signal(object)
    """The `Section` that somebody begins to write."""

    def __init__(self, bridge: Bridge, theme: Theme, area: QScrollArea, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._area = area
        content = self._content = QWidget()
        area.setWidget(content)
        self._agreement: Agreement | None = None
        self.blocks: dict[str, SectionBlock] = {}
        self._box = QVBoxLayout(content)
        self._box.setContentsMargins(4, 0, 4, 12)
        self._box.setSpacing(2)
        self._box.addStretch(1)
        self.parts = Parts(bridge, theme, content)
        self.parts.goal_wanted.connect(self.goal_wanted)

    def show_agreement(self, agreement: Agreement | None) -> None:
        """Show the text of ``agreement`` as the document stands; what was typed for another is kept first."""
        if self._agreement and (agreement is None or agreement.id != self._agreement.id):
            commit_all(self._content)
        self._agreement = agreement
        self._content.setVisible(agreement is not None)
        if agreement is None:
            return
        shown = self._sections(agreement)
        if list(shown) != list(self.blocks):
            self._lay_out(shown)
        locked = bool(text_lock(agreement))
        self.parts.show_agreement(agreement, locked=locked)
        for key, (section, template) in shown.items():
            heading = (section.heading or (template.heading if template else "")) or key
            heading = heading.replace("{year}", str(agreement.valid_from.year))
            self.blocks[key].show_section(agreement, section, heading, template.guide if template else "")

    def _sections(self, agreement: Agreement) -> Mapping[str, tuple[Section, SectionTemplate | None]]:
        """The sections of an agreement in the order of print, by key; those of its own last."""
        found = self._bridge.document.grouped(Section, "agreement").get(agreement.id, ())
        templates = {one.key: one for one in self._bridge.workspace.profile.sections}
        order = {key: place for place, key in enumerate(templates)}
        ordered = sorted(found, key=lambda one: (order.get(one.key, len(order)), one.position, one.id))
        return {one.key or one.id: (one, templates.get(one.key)) for one in ordered}

    def _lay_out(self, shown: Mapping[str, tuple[Section, SectionTemplate | None]]) -> None:
        self.parts.loosen(self._content)
        for block in self.blocks.values():
            self._box.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.blocks = {}
        for place, (key, (_, template)) in enumerate(shown.items()):
            block = SectionBlock(self._bridge, self._content)
            block.entered.connect(self.section_entered)
            part = self.parts.of(template.part) if template else None
            if part is not None:
                block.put_part(part)
            self.blocks[key] = block
            self._box.insertWidget(place, block)

    def go_to(self, record: Id) -> bool:
        """Bring a section or what belongs to one into sight, ready to be written; gives whether it is here."""
        for block in self.blocks.values():
            mine = block.section is not None and block.section.id == record
            if mine or (block.part is not None and self.parts.holds(block.part, record)):
                block.editor.widget.setFocus()
                self._area.ensureWidgetVisible(block)
                return True
        return False
