"""Actors and tenures of a document: each once, by its fullest name, with all passages."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.names.mentions import find_mentions
from kg.extract.names.names import Names
from kg.extract.offices.mentions import find_offices
from kg.link.linker import link
from kg.read.reading import read
from schema.attribution import Extraction
from schema.document import BlockKind
from schema.entity import Actor, ActorKind, TenureStatus
from schema.linked import Linked
from tests.extract.written import written
from tests.link.said import attributions, linked


def actors(found: Linked, kind: ActorKind) -> dict[str, Actor]:
    """The actors of one kind by name."""
    return {a.name: a for a in found.actors if a.kind is kind}


def test_a_person_has_the_fullest_name_and_all_passages() -> None:
    text = "Robert Hale came. Dr. Robert B. Hale said no. Hale left."
    found = actors(linked(written(text), "Hale left"), ActorKind.PERSON)
    assert list(found) == ["Robert B. Hale"]
    hale = found["Robert B. Hale"]
    assert hale.alt_names == ("Robert Hale",)
    assert [s.of(text) for s in hale.mentions] == ["Robert Hale", "Robert B. Hale", "Hale"]


def test_an_abbreviation_and_its_full_name_are_one() -> None:
    text = "The Norr Provincial People's Congress (NPPC) met. NPPC left."
    found = actors(linked(written(text)), ActorKind.ORGANIZATION)
    assert list(found) == ["Norr Provincial People's Congress"]
    assert found["Norr Provincial People's Congress"].alt_names == ("NPPC",)


def test_a_nominal_gives_the_last_speaker_its_office() -> None:
    document = written(
        "Ren Haoyu, a national political advisor, said no.",
        '"We act," said the former president of the Norr Academy of Trade.',
    )
    sources = (
        "Ren Haoyu, a national political advisor",
        "the former president of the Norr Academy",
    )
    found = linked(document, *sources[:1], "the former president of the Norr Academy of Trade")
    offices = {(t.title, t.organization.name if t.organization else None, t.status)
               for t in found.tenures}  # fmt: skip
    assert offices == {
        ("national political advisor", None, TenureStatus.CURRENT),
        ("president", "Norr Academy of Trade", TenureStatus.FORMER),
    }


def test_an_office_without_organisation_yields_to_the_same_with_one() -> None:
    document = written("Maria Stone, director of the Norr Bank, left. Director Maria Stone spoke.")
    assert [(t.title, t.organization is not None) for t in linked(document).tenures] == [
        ("director", True)
    ]


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("The Norr Energy Agency agreed. Its director, Maria Stone, left.", "Norr Energy Agency"),
        ("Norrlys AI agreed. Maria Stone, the company's director, left.", "Norrlys AI"),
        ("The Trade Committee met. Maria Stone, the chair of that committee, left.",
         "Trade Committee"),
        ("Maria Stone, director of Norrlys AI, spoke of Sol Robotics. Stone, the company's founder,"
         " left.", "Norrlys AI"),
        ("The Norr Energy Agency agreed. Its guest met Maria Stone, a director.", None),
    ],
)  # fmt: skip
def test_the_body_of_an_office_may_be_named_before(text: str, organization: str | None) -> None:
    last = linked(written(text)).tenures[-1]
    assert (last.organization.name if last.organization else None) == organization


def test_who_stands_in_a_caption_only_is_no_actor() -> None:
    document = written("It rained.", ("Photo by Maria Stone of Norr Bank.", BlockKind.CAPTION))
    assert linked(document).actors == ()


def test_a_shared_surname_goes_to_who_bears_the_title() -> None:
    document = written(
        "First Lady Ada Norr and President Robert Norr came.",
        "Ada Norr rose.",
        "President Norr left.",
    )
    found = actors(linked(document), ActorKind.PERSON)
    assert [s.of(document.text) for s in found["Robert Norr"].mentions] == ["Robert Norr", "Norr"]


_SENTENCES = st.sampled_from(
    ["Maria Stone said no.", "She said more.", "Ren Haoyu, head of the Norr Bank (NB), left.",
     "The head said yes.", "Stone agreed.", "NB replied.", "Analysts doubt it.", "HALE: Yes."]
)  # fmt: skip
_SOURCES = ("Stone", "She", "The head", "NB", "Analysts", "HALE", "Maria Stone")


@settings(max_examples=40, deadline=None)
@given(st.lists(_SENTENCES, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_linking_depends_on_what_was_found_not_on_its_order(
    sentences: list[str], random: Random
) -> None:
    document = written(*sentences)
    reading = read(document)
    names = Names.of(reading)
    present = tuple(s for s in _SOURCES if s in document.text)
    given_ = [a for s in present for a in attributions(document.text, (s,))]
    mentions = list(find_mentions(reading, names))
    extraction = Extraction(
        tool="given",
        attributions=tuple(given_),
        offices=find_offices(reading, names),
        mentions=tuple(mentions),
    )
    random.shuffle(mentions)
    shuffled = extraction.model_copy(update={"mentions": tuple(mentions)})
    result = link(reading, extraction)
    assert link(reading, shuffled) == result
    known = {a.uri for a in result.actors}
    assert all(a.speaker.uri in known for a in result.attributions if a.speaker)
    assert all(
        0 <= s.start < s.end <= len(document.text) for a in result.actors for s in a.mentions
    )
