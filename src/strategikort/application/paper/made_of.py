"""What the papers made of an agreement's own have in common: columns of tables, and which version they are made of."""

from strategikort.domain.phrases import Wording
from strategikort.domain.written import Column
from strategikort.reports.model import AgreementPaper


def columns(words: Wording, *heads: tuple[str, float], figures: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """Columns by the codes of their heads and their shares; those named in ``figures`` hold figures."""
    return tuple(Column(head=words.text(code), share=share, figures=code in figures) for code, share in heads)


def version_facts(words: Wording, paper: AgreementPaper, label: str) -> tuple[tuple[str, str], ...]:
    """Whether it is made of a draft, and under ``label``, a code, of which version it is made."""
    held = words.text("paper_form.held", code=paper.code, version=paper.version, fingerprint=paper.fingerprint)
    state = ((words.text("paper_form.state"), words.text("paper.draft")),) if paper.draft else ()
    return *state, (words.text(label), held)
