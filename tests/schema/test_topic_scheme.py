"""The topic scheme keeps its promises: whole, a tree, one form for one topic, all gold covered."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef

ROOT = Path(__file__).parents[2]
BASE = "https://w3id.org/policykg/topic/"
SCHEME = URIRef(BASE)
FORMS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
SEED_LABELS = (
    *("large models", "embodied AI", "industry promotion", "AI regulation", "open source"),
    *("international AI governance", "talent and education", "deepfakes", "large-scale AI models"),
)


@pytest.fixture(scope="module")
def scheme() -> Graph:
    return Graph().parse(ROOT / "schema" / "topics" / "ai-policy.ttl")


@pytest.fixture(scope="module")
def concepts(scheme: Graph) -> list[URIRef]:
    return sorted(c for c in scheme.subjects(RDF.type, SKOS.Concept) if isinstance(c, URIRef))


def forms_of(scheme: Graph, concept: URIRef) -> list[str]:
    return [str(form) for label in FORMS for form in scheme.objects(concept, label)]


def test_the_scheme_has_50_to_60_concepts(concepts: list[URIRef]) -> None:
    assert 50 <= len(concepts) <= 60


def test_every_concept_is_whole(scheme: Graph, concepts: list[URIRef]) -> None:
    for concept in concepts:
        for required in (SKOS.prefLabel, SKOS.definition, SKOS.notation):
            assert len(list(scheme.objects(concept, required))) == 1, (concept, required)
        assert (concept, SKOS.inScheme, SCHEME) in scheme
        assert len(forms_of(scheme, concept)) >= 4, concept


def test_the_notation_is_the_end_of_the_uri_and_unique(
    scheme: Graph, concepts: list[URIRef]
) -> None:
    notations = [str(scheme.value(concept, SKOS.notation)) for concept in concepts]
    assert [BASE + notation for notation in notations] == [str(c) for c in concepts]
    assert len(set(notations)) == len(notations)


def test_every_broader_chain_ends_at_a_top_concept(scheme: Graph, concepts: list[URIRef]) -> None:
    tops = set(scheme.objects(SCHEME, SKOS.hasTopConcept))
    assert tops == set(scheme.subjects(SKOS.topConceptOf, SCHEME))
    for concept in concepts:
        chain = [concept]
        while chain[-1] not in tops:
            (parent,) = scheme.objects(chain[-1], SKOS.broader)
            assert isinstance(parent, URIRef)
            assert parent in concepts
            assert parent not in chain, chain
            chain.append(parent)


def test_no_form_belongs_to_two_concepts_or_stands_twice(
    scheme: Graph, concepts: list[URIRef]
) -> None:
    forms = Counter(form.casefold() for c in concepts for form in forms_of(scheme, c))
    assert [form for form, count in forms.items() if count > 1] == []
    owners: dict[str, set[URIRef]] = {}
    for concept in concepts:
        for form in forms_of(scheme, concept):
            as_matched = re.sub(r"[\s\-]+", " ", form).casefold()
            owners.setdefault(as_matched, set()).add(concept)
    assert {form: owner for form, owner in owners.items() if len(owner) > 1} == {}


def test_every_label_has_a_language_and_what_is_shown_is_english(scheme: Graph) -> None:
    for label in (*FORMS, SKOS.definition):
        languages = {"en", "zh", "fr"} if label == SKOS.hiddenLabel else {"en"}
        for text in scheme.objects(None, label):
            assert isinstance(text, Literal)
            assert text.language in languages, text
            assert str(text) == str(text).strip()


@pytest.mark.parametrize("label", SEED_LABELS)
def test_the_labels_of_the_seed_article_are_shown_forms(scheme: Graph, label: str) -> None:
    shown = {str(o) for p in (SKOS.prefLabel, SKOS.altLabel) for o in scheme.objects(None, p)}
    assert label in shown


def test_all_topics_of_the_samples_exist(concepts: list[URIRef]) -> None:
    notations = {str(concept).removeprefix(BASE) for concept in concepts}
    used: set[str] = set()
    for path in (ROOT / "samples" / "gold").glob("*.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        used.update(topic for s in gold["statements"] for topic in s["topics"])
        used.update(mention["topic"] for mention in gold["mentions"])
    assert used
    assert used - notations == set()
