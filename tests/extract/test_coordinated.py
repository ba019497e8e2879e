"""Statements read as one and cut at their cue: a second verb of speech, a clause behind the cue."""

from collections.abc import Sequence

import pytest

from kg.extract.nlp import analyse
from kg.extract.trained import find_trained
from schema.span import Span
from tests.extract.written import written


def read(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of what the model finds in one paragraph."""
    document = written(text)

    def words(spans: Sequence[Span]) -> str:
        return " / ".join(s.of(text) for s in spans)

    found = find_trained(document, analyse(document))
    return [(words(a.source), words(a.cue), words(a.content)) for a in found]


def test_a_second_verb_of_speech_begins_a_statement_of_its_own() -> None:
    text = "Maria Stone said that the council opposes the fund and urged the ministry to close it."
    assert read(text) == [
        ("Maria Stone", "said", "that the council opposes the fund"),
        ("Maria Stone", "urged", "the ministry to close it"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # the minister may have urged it, or did
        "Maria Stone said that the minister left the council and urged the ministry to act.",
        "Maria Stone said that the minister opposes the fund and that he urged them to act.",
    ],
)
def test_what_the_clause_before_may_say_stays(text: str) -> None:
    assert len(read(text)) == 1 or all(cue != "urged" for _, cue, _ in read(text)[:1])


def test_a_content_goes_on_behind_its_cue() -> None:
    text = "The fund is late, Maria Stone added, and the schools will wait for it."
    [(_, cue, content)] = read(text)
    assert (cue, content) == ("added", "The fund is late / and the schools will wait for it")


def test_what_somebody_did_behind_the_cue_is_no_content() -> None:
    [(_, _, content)] = read("The fund is late, Maria Stone said, and left the room.")
    assert content == "The fund is late"
