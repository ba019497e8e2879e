"""What the entity recogniser gets wrong must not stop a document from being read."""

from kg.extract.names.names import Names
from kg.extract.names.organizations import organizations
from kg.extract.offices.mentions import find_offices
from kg.read.reading import Reading, read
from tests.extract.written import written


def misread(text: str, words: str, kind: str) -> Reading:
    """The reading of a text in which these words, and nothing else, are taken for a name."""
    reading = read(written(text))
    at = text.index(words)
    for token in reading.paragraphs[0].tokens:
        token.kind = kind if at <= token.start < at + len(words) else ""
    return reading


def test_an_article_and_a_mark_are_no_organization() -> None:
    assert organizations(misread('He praised the "digital" plans.', 'the "', "ORG")) == ()


def test_a_title_that_is_taken_for_a_nationality_stays_a_title() -> None:
    reading = misread("Comedian Sol Brand opened the evening.", "Comedian", "NORP")
    assert [o.title for o in find_offices(reading, Names.of(reading))] == ["Comedian"]
