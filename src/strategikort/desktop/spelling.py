"""Spelling of all windows: the dictionary of this computer, the user's own words, and what is left alone."""

from threading import Thread

from PySide6.QtCore import QObject, Signal

from strategikort.application.known_words import known_words
from strategikort.desktop.look.settings import OWN_WORDS, SPELLING, Settings
from strategikort.domain.document import Document
from strategikort.exchange import spelling


class Spelling(QObject):
    """What all windows share of it: the dictionary, read on a thread of its own when first asked for; own words."""

    changed = Signal()
    """What is wrong may be other words now."""
    _read = Signal(object)

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._words: spelling.WordList | None = None
        self._asked = False
        self._ignored: set[str] = set()
        self._own = {word.casefold() for word in settings.get(OWN_WORDS)}
        self._read.connect(self._take_in)
        settings.changed.connect(self._follow)

    def wrong(self, text: str, document: Document) -> list[tuple[int, str]]:
        """The words, with their places, in ``text`` that nobody knows; none before the dictionary is there."""
        if not text or not self._settings.get(SPELLING):
            return []
        if self._words is None:
            self._begin()
            return []
        words, named = self._words, known_words(document)
        return [
            (place, word)
            for place, word in spelling.words_in(text)
            if not words.knows(word)
            and not (text.startswith(".", place + len(word)) and words.knows(f"{word}."))  # an abbreviation
            and not self._is_own(word, named)
        ]

    def _is_own(self, word: str, named: frozenset[str]) -> bool:
        """Whether it is known here though no dictionary has it, also with the *s* of the genitive."""
        said = word.casefold()
        return any(one in self._own or one in self._ignored or one in named for one in (said, said.removesuffix("s")))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant."""
        return self._words.suggestions(word) if self._words else ()

    def learn(self, word: str) -> None:
        """Know a word from now on, on this computer."""
        self._own.add(word.casefold())
        self._settings.put(OWN_WORDS, sorted(self._own))
        self.changed.emit()

    def ignore(self, word: str) -> None:
        """Leave a word alone until the program ends."""
        self._ignored.add(word.casefold())
        self.changed.emit()

    def _begin(self) -> None:
        if not self._asked:
            self._asked = True
            Thread(target=self._load, name="spelling", daemon=True).start()

    def _load(self) -> None:
        folder = spelling.dictionary_folder()
        try:
            words = spelling.WordList(folder) if folder else None
        except OSError:
            words = None
        self._read.emit(words)

    def _take_in(self, words: "spelling.WordList | None") -> None:
        self._words = words
        if words is not None:
            self.changed.emit()

    def _follow(self, setting: object) -> None:
        if setting is SPELLING:
            self.changed.emit()
