"""Duties and help are no speech, whatever extractor takes them for it."""

import pytest

from kg.extract.nlp import analyse
from kg.extract.unspoken import is_unspoken
from schema.attribution import Attribution, Mode
from schema.document import Document
from schema.span import Span
from tests.extract.written import written


def attributed(document: Document, *, source: str, cue: str, content: str) -> Attribution:
    """An attribution whose roles are found in the text by their words."""
    source_at, cue_at, content_at = (document.text.index(w) for w in (source, cue, content))
    return Attribution(
        source=(Span(source_at, source_at + len(source)),),
        cue=(Span(cue_at, cue_at + len(cue)),),
        content=(Span(content_at, content_at + len(content)),),
        mode=Mode.INDIRECT,
    )


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The Minister shall identify all data that labs may use.",
         "The Minister", "shall identify", "all data that labs may use"),
        ("The Chair shall, in consultation with Norrland, issue a statement on the tests.",
         "The Chair", "issue", "a statement on the tests"),
        ("That notice must explain how states lose the money.",
         "That notice", "must explain", "how states lose the money"),
        ("The Initiative supports the training of teachers in all schools.",
         "The Initiative", "supports", "the training of teachers in all schools"),
        ("Supporting this order, the ministry has opened an office.",
         "the ministry", "Supporting", "this order"),
    ],
)  # fmt: skip
def test_not_said(text: str, source: str, cue: str, content: str) -> None:
    document = written(text)
    one = attributed(document, source=source, cue=cue, content=content)
    assert is_unspoken(one, analyse(document))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("I must warn that the models fail in many tests.",
         "I", "must warn", "that the models fail in many tests"),
        ("The minister said labs must test their models.",
         "The minister", "said", "labs must test their models"),
        ("The entrepreneur supports a ban on the trade.", "The entrepreneur", "supports",
         "a ban on the trade"),
    ],
)  # fmt: skip
def test_said(text: str, source: str, cue: str, content: str) -> None:
    document = written(text)
    one = attributed(document, source=source, cue=cue, content=content)
    assert not is_unspoken(one, analyse(document))
