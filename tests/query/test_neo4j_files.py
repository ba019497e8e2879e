"""The files for Neo4j Browser: saved queries answer on a real graph, the style fits the model."""

import re
from pathlib import Path
from typing import Any

import pytest

from schema import ids
from schema.vocabulary import NODE_TYPE, RELATION_TYPE, properties_of
from tests.neo4j_server import Server
from tests.query.corpus import ANNA, QUOTE
from tests.require import ROOT

FOLDER = ROOT / "docs" / "neo4j"
SAVED = sorted(FOLDER.glob("*.cypher"))
GIVEN = {"topic": "licensing", "name": ANNA, "uri": ids.quotation_uri(ANNA, QUOTE)}
STYLE = (FOLDER / "policykg.grass").read_text("utf-8")
# Resource is every node's label; its uri is no property of the vocabulary but its key.
ALWAYS = {"Resource": {"uri"}}


@pytest.mark.neo4j
@pytest.mark.parametrize("file", SAVED, ids=lambda f: f.stem)
@pytest.mark.usefixtures("sources")
def test_a_saved_query_answers(neo4j_server: Server, file: Path) -> None:
    text = file.read_text("utf-8")
    asked = set(re.findall(r"\$(\w+)", text))
    assert asked == set(re.findall(r"^// :param (\w+) =>", text, re.M))
    with neo4j_server.driver() as driver, driver.session() as session:
        parameters: dict[str, Any] = {name: GIVEN[name] for name in asked}
        result = session.run(text, parameters)
        assert result.peek() is not None
        drawn = bool(result.graph().nodes)
        written = result.consume().counters.contains_updates
    assert drawn == ("(graph)" in text.splitlines()[0])
    assert not written


def test_every_label_and_only_labels_of_the_model_have_a_style() -> None:
    styled = set(re.findall(r"^node\.(\w+)", STYLE, re.M))
    parents = {kind.parent for kind in NODE_TYPE.values() if kind.parent}
    assert styled <= {*NODE_TYPE, "Resource"}
    # A paper of any kind looks like a Document.
    assert styled >= {t.label for t in NODE_TYPE.values() if t.parent != "Document"} | parents
    assert set(re.findall(r"^relationship\.(\w+)", STYLE, re.M)) <= set(RELATION_TYPE)


def test_captions_are_properties_of_their_label() -> None:
    captions = re.findall(r'^node\.(\w+) \{[^}]*?caption: "\{(\w+)\}"', STYLE, re.M)
    assert len(captions) == len(re.findall(r"^node\.", STYLE, re.M))
    for label, name in captions:
        kind = NODE_TYPE.get(label)
        labels = (label, *((kind.parent,) if kind and kind.parent else ())) if kind else ()
        assert name in ({*properties_of(labels)} if kind else ALWAYS[label]), label


def test_the_readme_names_every_saved_query() -> None:
    named = re.findall(r"\]\(([\w-]+\.cypher)\)", (FOLDER / "README.md").read_text("utf-8"))
    assert sorted(named) == [file.name for file in SAVED]
