"""What an import says, it says in both languages."""

import string

from strategikort.application.wordings import sentences


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_sentence_of_an_import_is_there_in_both_languages_with_the_same_gaps() -> None:
    danish, english = (
        {code: gaps(text) for code, text in sentences(language).items() if code.startswith("import.")}
        for language in ("da", "en")
    )
    assert len(danish) > 50
    assert danish == english
