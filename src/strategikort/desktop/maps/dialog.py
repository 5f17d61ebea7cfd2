"""A map that is made, dated anew or copied: what it is for, its period, its title."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.forms.map_dialog import Ui_MapDialogForm
from strategikort.desktop.look.days import day_text, read_day
from strategikort.desktop.look.room import open_within_screen
from strategikort.domain.edits.map_set import map_period
from strategikort.domain.edits.maps import Period
from strategikort.domain.maps import MapSubject, StrategyMap
from strategikort.domain.organisation import OrgKind, OrgUnit
from strategikort.domain.shape import Id, room
from strategikort.domain.texts import one_line, sort_key


@dataclass(frozen=True, slots=True)
class About:
    """What a map is for: a centre, the whole municipality (no centre), or the vision."""

    subject: MapSubject
    centre: Id | None = None


def years_text(period: Period) -> str:
    """A period in years: 2014-2015, 2015, or nothing if it is open."""
    first, last = period
    if not first or not last:
        return ""
    return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"


class MapDialog(QDialog):
    """Asks for what a map needs; `about`, `period` and `title` are the answers once it is accepted.

    A title is proposed and follows the other answers until somebody writes one.
    """

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.form = Ui_MapDialogForm()
        self.form.setupUi(self)
        open_within_screen(self, self.size())
        self.form.title.setMaxLength(room(StrategyMap, "title"))
        for field in (self.form.first, self.form.last):
            field.setPlaceholderText(self.tr("d.m.yyyy"))
            field.textChanged.connect(self._follow)
        self._abouts = self._choices()
        self.form.about.addItems([name for _, name in self._abouts])
        self.form.about.currentIndexChanged.connect(self._follow)
        self.form.title.textEdited.connect(self._follow)
        self.form.make.setDefault(True)
        self.form.make.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)
        self._choose(bridge.workspace.today().year)

    def for_map(self, map: StrategyMap, period: Period, *, heading: str, go: str, title: str = "") -> None:
        """Ask about ``map``: what it is for stays, the period is proposed; ``title`` too, if not by the period."""
        self.setWindowTitle(heading)
        self.form.heading.setText(heading)
        self.form.make.setText(go)
        self.choose(About(map.subject, map.centre))
        self.form.about.setEnabled(False)
        self._show(period)
        if title:
            self.form.title.setText(title)
            self.form.title.setModified(True)
            self._follow()

    @property
    def about(self) -> About:
        """What the map is for."""
        return self._abouts[self.form.about.currentIndex()][0]

    @property
    def period(self) -> Period:
        """The first and the last day, None for no limit. Raises ValueError if one is no day."""
        return read_day(self.form.first.text()), read_day(self.form.last.text())

    @property
    def title(self) -> str:
        """What the map is called."""
        return one_line(self.form.title.text())

    def choose(self, about: About) -> None:
        """Propose what the map is for."""
        places = [place for place, (one, _) in enumerate(self._abouts) if one == about]
        self.form.about.setCurrentIndex(next(iter(places), 0))

    def _choose(self, year: int) -> None:
        self._show(map_period(self._bridge.workspace.profile, year))

    def _show(self, period: Period) -> None:
        self.form.first.setText(day_text(period[0]))
        self.form.last.setText(day_text(period[1]))

    def _choices(self) -> list[tuple[About, str]]:
        document, words = self._bridge.document, self._bridge.workspace.words
        orgs = (org for org in document.all(OrgUnit).values() if org.kind is OrgKind.CENTRE)
        centres = sorted(orgs, key=lambda org: sort_key(org.name))
        return [
            *((About(MapSubject.GOALS, org.id), org.name) for org in centres),
            (About(MapSubject.GOALS), self.tr("The whole municipality")),
            (About(MapSubject.VISION), f"{words.word('vision'):The}"),
        ]

    def _follow(self) -> None:
        complaint = self._complaint()
        if not complaint and not self.form.title.isModified():
            self.form.title.setText(self._proposed())
        complaint = complaint or ("" if self.title else self.tr("Write a title."))
        self.form.complaint.setText(complaint)
        self.form.make.setEnabled(not complaint)

    def _complaint(self) -> str:
        try:
            first, last = self.period
        except ValueError:
            return self.tr("Write a day like 15.2.2015.")
        late = bool(first and last and (last or date.max) < (first or date.min))
        return self.tr("The period ends before it begins.") if late else ""

    def _proposed(self) -> str:
        words = self._bridge.workspace.words
        org = self._bridge.document.get(OrgUnit, self.about.centre)
        municipality = self._bridge.document.municipality
        if self.about.subject is MapSubject.VISION:
            name = f"{words.word('vision'):One}"
        else:
            name = org.name if org else municipality.name if municipality else ""
        return " ".join(part for part in (name, years_text(self.period)) if part)[: self.form.title.maxLength()]
