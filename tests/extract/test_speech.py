"""What `--reported-speech` keeps: speech in many words, no attitudes, states, deeds or plans."""

import pytest

from kg.extract.attributions.modes import mode_of
from kg.extract.attributions.reported_speech import is_speech
from kg.extract.meaning.acts import act_of
from kg.read.quoted import quoted_mask
from schema.attribution import Attribution
from schema.span import Span
from tests.extract.written import written


def spoken(source: str, cue: str, content: str) -> bool:
    """Whether the sentence of these three parts is reported speech."""
    document = written(f"{source} {cue} {content}.")
    at = len(source) + 1
    behind = at + len(cue) + 1
    act, negated = act_of(cue, source=source, content=content)
    parts = (Span(behind, behind + len(content)),)
    one = Attribution(
        source=(Span(0, len(source)),),
        cue=(Span(at, at + len(cue)),),
        content=parts,
        mode=mode_of(document.text, quoted_mask(document), parts),
        act=act,
        negated=negated,
    )
    return is_speech(document.text, one)


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("Holt", "said", "that the fund will open"),
        ("Holt", "did not rule out", "a ban"),
        ("Holt", "would not say", "who paid"),
        ("Holt", "wanted to know", "whether the fund would open"),
        ("Holt", "was quoted as saying", "that it is late"),
        ("Holt", "is calling for", "a ban"),
        ("Holt", "called", "it “a ban in all but name”"),
        ("Holt", "was more sceptical:", "“It will not work”"),
        ("Holt", "vowed to", "open the fund"),
        ("The report", "warns", "that costs may double"),
    ],
)
def test_speech(source: str, cue: str, content: str) -> None:
    assert spoken(source, cue, content)


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("Holt", "believes", "that the fund will open"),
        ("Holt", "wants", "the council to open the fund"),
        ("Holt", "is an opponent of", "the fund"),
        ("Holt", "is more concerned about", "jobs"),
        ("Holt", "did not say", "who paid"),
        ("None of the papers", "mention", "the fund"),
        ("Holt", "has stopped short of endorsing", "the fund"),
        ("The council", "will propose", "another delay"),
        ("The council", "introduced", "the bill"),
        ("Holt", "voted against", "the fund"),
        ("It", "requires", "operators to keep a protocol"),
        ("Holt", "has said", "little"),
        ("The order", "titled", "“A Fund for All”"),
    ],
)
def test_no_speech(source: str, cue: str, content: str) -> None:
    assert not spoken(source, cue, content)
