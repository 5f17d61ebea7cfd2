"""Marks texts in tables for the translators, who find them by the name of this function."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """``text`` itself: it is said in the user's language where it is shown, by the translation of ``context``."""
    return text
