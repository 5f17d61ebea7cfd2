"""Words that a document itself makes known: the names of its people and places."""

from strategikort.domain.document import Document
from strategikort.domain.organisation import Committee, Municipality, OrgUnit, Person
from strategikort.exchange import spelling


def known_words(document: Document) -> frozenset[str]:
    """The words of the names in a document, worked out once for it."""
    return document.derived(known_words, _gathered)


def _gathered(document: Document) -> frozenset[str]:
    names = [
        *(one.name for one in document.all(Committee).values()),
        *(one.name for one in document.all(Municipality).values()),
        *(one.name for one in document.all(OrgUnit).values()),
        *(one.name for one in document.all(Person).values()),
    ]
    return frozenset(word.casefold() for name in names for _, word in spelling.words_in(name))
