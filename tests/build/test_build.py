"""What one document asserts: keys, passages, offices and stances, from hand-made linked values."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.build import build
from kg.build.days import said_on
from schema import ids
from schema.attribution import Act, Attribution, Mode, Stance, TopicMention
from schema.document import Block, DateSource, Document, DocumentKind
from schema.entity import Actor, ActorKind, Tenure, TenureStatus
from schema.graph import DocumentGraph, Node
from schema.linked import Linked, LinkedAttribution
from schema.span import Span
from schema.topic import Topic

TEXT = (
    "“We must label every synthetic voice before the autumn,” said Ana Belo, minister of Justice. "
    "The Voice Labelling Bill would ban unmarked clones."
)
TOPIC = Topic(
    uri=ids.topic_uri("voice-cloning"), notation="voice-cloning", pref_label="voice cloning"
)
BELO = Actor(name="Ana Belo", kind=ActorKind.PERSON, alt_names=("Belo",))
BILL = Actor(name="Voice Labelling Bill", kind=ActorKind.DOCUMENT)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def document(**changes: object) -> Document:
    fields = {
        "source": "a.txt",
        "text": TEXT,
        "kind": DocumentKind.NEWS_ARTICLE,
        "headline": "Voices",
        "url": "https://Example.org/a/?utm_source=x",
        "outlet": "The Daily Sample",
        "authors": ("Rui Porto",),
        "published": date(2025, 3, 9),
        "published_source": DateSource.METADATA,
        "modified": datetime(2025, 3, 9, tzinfo=UTC),
        "blocks": (Block(start=0, end=len(TEXT)),),
    }
    return Document.model_validate(fields | changes)


def quote(**changes: object) -> Attribution:
    fields = {
        "source": (span("Ana Belo"),),
        "cue": (span("said"),),
        "content": (span("We must label every synthetic voice before the autumn"),),
        "mode": Mode.DIRECT,
        "act": Act.CALLED_FOR,
        "topics": ("voice-cloning",),
        "stances": (Stance(topic="voice-cloning", polarity="opposes", reason="must label"),),
        "confidence": 0.9,
    }
    return Attribution.model_validate(fields | changes)


def linked(*found: LinkedAttribution) -> Linked:
    justice = Actor(name="Justice", kind=ActorKind.ORGANIZATION)
    tenures = (
        Tenure(
            person=BELO, title="minister", organization=justice, span=span("minister of Justice")
        ),
        Tenure(
            person=BELO, title="judge", status=TenureStatus.FORMER, span=span("minister of Justice")
        ),
    )
    topics = (TopicMention(span=span("synthetic voice"), topic="voice-cloning"),)
    return Linked(
        tool="test", actors=(BELO, BILL), attributions=found, tenures=tenures, topics=topics
    )


def graph(*found: LinkedAttribution, **changes: object) -> DocumentGraph:
    return build(
        document(**changes), linked(*found), topics={TOPIC.notation: TOPIC}, fingerprint="f"
    )


def edges(built: DocumentGraph, relation: str) -> set[tuple[str, str]]:
    return {(e.source, e.target) for e in built.edges if e.type == relation}


def labelled(built: DocumentGraph, label: str) -> list[Node]:
    return [n for n in built.nodes if label in n.labels]


SPOKEN = LinkedAttribution(attribution=quote(), speaker=BELO, speaker_confidence=1.0)


def test_a_quote_opens_to_its_exact_characters() -> None:
    (passage,) = (
        n for n in labelled(graph(SPOKEN), "Span") if n.properties["exact"].startswith("We must")
    )
    start, end = passage.properties["start"], passage.properties["end"]
    assert TEXT[start:end] == passage.properties["exact"]
    assert TEXT.startswith(passage.properties["prefix"] + passage.properties["exact"])


def test_a_speaker_speaks_in_the_offices_in_force_only() -> None:
    built = graph(SPOKEN)
    spoken_as = {target for _, target in edges(built, "SPOKEN_AS")}
    titles = {n.properties["title"] for n in labelled(built, "Tenure") if n.uri in spoken_as}
    assert titles == {"minister"}
    assert len(edges(built, "HOLDS")) == 2


def test_a_side_taken_stands_beside_the_topic() -> None:
    built = graph(SPOKEN)
    assert edges(built, "OPPOSES") == edges(built, "ABOUT") != set()
    assert not edges(built, "SUPPORTS")


def test_a_cited_paper_is_a_document_by_its_name() -> None:
    built = graph(LinkedAttribution(attribution=quote(), speaker=BILL, speaker_confidence=1.0))
    (paper,) = labelled(built, "Proposal")
    assert (document().uri, paper.uri) in edges(built, "CITES")
    assert (paper.uri, TOPIC.uri) in edges(built, "MENTIONS")


@pytest.mark.parametrize(("name", "shared"), [("report", False), ("annual police report", True)])
def test_a_paper_called_by_a_common_noun_is_another_one_in_each_document(
    name: str, shared: bool
) -> None:
    paper = Actor(name=name, kind=ActorKind.DOCUMENT)
    found = LinkedAttribution(attribution=quote(), speaker=paper, speaker_confidence=1.0)
    one, other = graph(found), graph(found, url="https://example.com/b")
    speakers = [{source for source, _ in edges(g, "SAID")} for g in (one, other)]
    assert (speakers[0] == speakers[1]) is shared


def test_an_unknown_speaker_is_stored_with_the_words_of_the_text() -> None:
    built = graph(LinkedAttribution(attribution=quote()))
    (statement,) = labelled(built, "Statement")
    assert not edges(built, "SAID")
    assert statement.properties["sourceText"] == "Ana Belo"


def test_the_same_quote_in_another_outlet_is_the_same_statement() -> None:
    one = graph(SPOKEN)
    other = graph(SPOKEN, url="https://example.com/b", outlet="Other", published=date(2025, 4, 1))
    assert [n.uri for n in labelled(one, "Quotation")] == [
        n.uri for n in labelled(other, "Quotation")
    ]
    assert one.document != other.document


@pytest.mark.parametrize(
    "changes",
    [
        {"mode": Mode.INDIRECT},
        {"content": (span("synthetic voice"),)},
    ],
)
def test_paraphrases_and_short_quotes_belong_to_their_document(changes: dict[str, object]) -> None:
    found = LinkedAttribution(attribution=quote(**changes), speaker=BELO, speaker_confidence=1.0)
    one, other = graph(found), graph(found, url="https://example.com/b")
    uris = [{n.uri for n in labelled(g, "Statement")} for g in (one, other)]
    assert not uris[0] & uris[1]


def test_relinking_a_speaker_of_a_paraphrase_keeps_its_uri() -> None:
    attribution = quote(mode=Mode.INDIRECT)
    one = graph(LinkedAttribution(attribution=attribution, speaker=BELO, speaker_confidence=1.0))
    other = graph(LinkedAttribution(attribution=attribution))
    assert [n.uri for n in labelled(one, "Statement")] == [
        n.uri for n in labelled(other, "Statement")
    ]


def test_building_is_a_pure_function_of_the_document() -> None:
    later = document(modified=datetime(2026, 1, 1, tzinfo=UTC))
    again = build(later, linked(SPOKEN), topics={TOPIC.notation: TOPIC}, fingerprint="f")
    assert again.nodes == graph(SPOKEN).nodes
    assert again.edges == graph(SPOKEN).edges


@pytest.mark.parametrize(
    ("dateline", "published", "day", "source"),
    [
        ("LISBON, March 8", date(2025, 3, 9), date(2025, 3, 8), "dateline"),
        ("LISBON, Dec. 31", date(2025, 1, 1), date(2024, 12, 31), "dateline"),
        ("LISBON", date(2025, 3, 9), date(2025, 3, 9), "metadata"),
        ("LISBON, Feb 30", date(2025, 3, 9), date(2025, 3, 9), "metadata"),
    ],
)
def test_the_day_of_speaking_says_where_it_comes_from(
    dateline: str, published: date, day: date, source: str
) -> None:
    assert said_on(document(dateline=dateline, published=published)) == (day, source)


def test_without_a_date_the_day_stays_unknown() -> None:
    found = document(published=None, published_source=DateSource.UNKNOWN, dateline="ROME, May 1")
    assert said_on(found) == (None, None)


@given(
    st.integers(0, len(TEXT) - 1), st.integers(1, 40), st.sampled_from(list(Mode)), st.booleans()
)
def test_any_passage_gives_a_closed_batch_with_true_offsets(
    start: int, length: int, mode: Mode, known: bool
) -> None:
    content = (Span(start, min(len(TEXT), start + length)),)
    found = LinkedAttribution(
        attribution=quote(content=content, mode=mode), speaker=BELO if known else None
    )
    built = graph(found)  # a DocumentGraph checks itself against the vocabulary
    for node in labelled(built, "Span"):
        exact = TEXT[node.properties["start"] : node.properties["end"]]
        assert exact == node.properties["exact"]
