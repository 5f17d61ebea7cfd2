"""Failures that are known: said to the user in one sentence, never shown as a fault of the program."""

from strategikort.domain.phrases import Phrase


class KnownFailure(Exception):
    """Something that cannot be done, and why. ``phrase`` says what, where and what to do."""

    def __init__(self, said: Phrase) -> None:
        super().__init__(said.code)
        self.phrase = said
