"""What the entity recogniser gets wrong must not stop a document from being read."""

from spacy.tokens import Span as TokenSpan

from kg.extract.names.organizations import organizations
from kg.extract.names.names import Names
from kg.read.reading import Paragraph, analyse
from kg.extract.offices.mentions import find_offices
from schema.document import Document
from tests.extract.written import written


def misread(document: Document, words: str, label: str) -> tuple[Paragraph, ...]:
    """The analysis of a document in which these words are taken for an entity."""
    paragraphs = analyse(document)
    (paragraph,) = paragraphs
    at = paragraph.doc.text.index(words)
    found = paragraph.doc.char_span(at, at + len(words))
    assert found is not None
    paragraph.doc.set_ents([TokenSpan(paragraph.doc, found.start, found.end, label=label)])
    return paragraphs


def test_an_article_and_a_mark_are_no_organization() -> None:
    document = written('He praised the "digital" plans.')
    assert organizations(document, misread(document, 'the "', "ORG")) == ()


def test_a_title_that_is_taken_for_a_nationality_stays_a_title() -> None:
    document = written("Comedian Sol Brand opened the evening.")
    paragraphs = misread(document, "Comedian", "NORP")
    offices = find_offices(document, paragraphs, Names.of(document, paragraphs))
    assert [o.title for o in offices] == ["Comedian"]
