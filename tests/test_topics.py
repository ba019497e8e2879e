"""The topic scheme: the packaged one, others' SKOS files, and what is wrong with some."""

from pathlib import Path

import pytest

from kg.topics import load_scheme, scheme_nodes
from schema.errors import ConfigurationError

_HEAD = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix t: <https://example.org/topic/> .
t: a skos:ConceptScheme .
"""


def skos(folder: Path, body: str, *, head: str = _HEAD) -> Path:
    """A SKOS file with this body."""
    path = folder / "topics.ttl"
    path.write_text(head + body, encoding="utf-8")
    return path


def test_the_packaged_scheme() -> None:
    scheme = load_scheme()
    assert 40 <= len(scheme.topics) <= 70
    assert len(scheme.by_notation()) == len(scheme.topics)
    assert "artificial-intelligence" in scheme.by_notation()


def test_labels_broader_and_notation(tmp_path: Path) -> None:
    path = skos(
        tmp_path,
        't:a a skos:Concept ; skos:prefLabel "Alpha"@en, "Alfa"@it ; skos:altLabel "A one" ;'
        ' skos:hiddenLabel "alhpa"@en ; skos:narrower t:b ; skos:definition "First."@en .'
        't:b a skos:Concept ; skos:notation "bb" ; skos:prefLabel "Beta"@en .',
    )
    alpha, beta = load_scheme(path).topics
    assert (alpha.notation, alpha.pref_label, alpha.alt_labels) == ("a", "Alpha", ("A one",))
    assert alpha.hidden_labels == ("alhpa", "Alfa")
    assert (beta.notation, beta.broader) == ("bb", ("https://example.org/topic/a",))


def test_collections_say_what_kind_a_topic_is(tmp_path: Path) -> None:
    path = skos(
        tmp_path,
        't:a a skos:Concept ; skos:prefLabel "Alpha" . t:b a skos:Concept ; skos:prefLabel "Beta" .'
        't:c a skos:Concept ; skos:prefLabel "Gamma" .'
        't:bad a skos:Collection ; skos:notation "harms" ; skos:member t:a .'
        't:good a skos:Collection ; skos:notation "measures" ; skos:member t:b .'
        't:more a skos:Collection ; skos:notation "other" ; skos:member t:c .',
    )
    assert [t.kind for t in load_scheme(path).topics] == ["harm", "measure", "thing"]


def test_another_syntax(tmp_path: Path) -> None:
    path = tmp_path / "topics.nt"
    core, rdf = (
        "http://www.w3.org/2004/02/skos/core#",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    )
    path.write_text(
        f"<https://e.org/s> <{rdf}type> <{core}ConceptScheme> .\n"
        f"<https://e.org/s/x> <{rdf}type> <{core}Concept> .\n"
        f'<https://e.org/s/x> <{core}prefLabel> "X" .\n'
    )
    assert [t.notation for t in load_scheme(path).topics] == ["x"]


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("t:a a skos:Concept .", "topic/a has no skos:prefLabel"),
        ('t:a a skos:Concept ; skos:prefLabel "A" ; skos:broader t:z .', "topic/z is not in"),
        (
            't:a a skos:Concept ; skos:prefLabel "A" ; skos:broader t:b .'
            't:b a skos:Concept ; skos:prefLabel "B" ; skos:broader t:a .',
            "topic/a is broader than itself",
        ),
        (
            't:a a skos:Concept ; skos:prefLabel "A" ; skos:notation "n" .'
            't:b a skos:Concept ; skos:prefLabel "B" ; skos:notation "n" .',
            "the notation 'n' is not its own",
        ),
        ("", "no skos:Concept"),
        ("this is no Turtle", "cannot be read"),
    ],
)
def test_what_is_wrong_is_named_with_the_file(tmp_path: Path, body: str, complaint: str) -> None:
    path = skos(tmp_path, body)
    with pytest.raises(ConfigurationError) as error:
        load_scheme(path)
    assert str(path) in str(error.value)
    assert complaint in str(error.value)


def test_a_file_without_scheme_or_syntax_is_refused(tmp_path: Path) -> None:
    body = 't:a a skos:Concept ; skos:prefLabel "A" .'
    headless = skos(tmp_path, body, head=_HEAD.replace("t: a skos:ConceptScheme .", ""))
    with pytest.raises(ConfigurationError, match="0 skos:ConceptScheme"):
        load_scheme(headless)
    with pytest.raises(ConfigurationError, match="unknown suffix"):
        load_scheme(headless.rename(tmp_path / "topics.doc"))
    with pytest.raises(ConfigurationError, match="no such file"):
        load_scheme(tmp_path / "absent.ttl")


def test_nodes_and_edges_are_those_of_the_vocabulary() -> None:
    scheme = load_scheme()
    nodes, edges = scheme_nodes(scheme)
    uris = {n.uri for n in nodes}
    assert uris == {t.uri for t in scheme.topics}
    assert {(e.source, e.target) for e in edges} == {
        (t.uri, b) for t in scheme.topics for b in t.broader
    }
    assert {e.type for e in edges} == {"BROADER"}
    assert list(nodes) == sorted(nodes, key=lambda n: n.uri)
