"""What is done is told from what is said, whatever extractor found it."""

import pytest

from kg.extract.attributions.deeds import is_deed
from tests.extract.written import candidate, written


def deed(source: str, cue: str, content: str) -> bool:
    document = written(f"{source} {cue} {content}.")
    return is_deed(document.text, candidate(document, source=source, cue=cue, content=content))


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("The Order", "directs", "the agency to publish a list"),
        ("The Liability Act of 2031", "requires", "makers to pay"),
        ("President Roe", "signed an order", "to bring models into schools"),
        ("President Roe", "signed", "the Liability Act"),
        ("President Roe", "welcomed", "Chancellor Ada Oru of Norrland to the Blue House"),
    ],
)
def test_deeds(source: str, cue: str, content: str) -> None:
    assert deed(source, cue, content)


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("The Order", "warns", "that models fail"),
        ("The report", "supports", "a ban"),
        ("President Roe", "directs", "the agency to publish a list"),
        ("President Roe", "signed a letter urging", "parliament to act"),
        ("President Roe", "welcomed", "the plan to test all models"),
        ("Bill", "supports", "a ban"),
    ],
)
def test_words(source: str, cue: str, content: str) -> None:
    assert not deed(source, cue, content)
