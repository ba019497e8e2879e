"""Samples, seed article and White House documents through the whole system.

The same graph whatever the order, however often, and after a kill -9; the same rows in Cypher, SQL
and SPARQL. `make test` takes 20 of the 481 documents, `make acceptance` all (POLICYKG_ACCEPTANCE).
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from api.runtime import Runtime
from kg.query.question import questions
from kg.replica.sparql import SparqlService
from kg.settings import Settings
from tests.acceptance.asked import asked
from tests.acceptance.loading import Remembering, load
from tests.acceptance.repeating import documents_in, kill_in_the_middle, loading, nquads
from tests.neo4j_server import Server, empty
from tests.query.agreement import ALL, Sources, agree
from tests.require import ROOT

MOST = None if os.environ.get("POLICYKG_ACCEPTANCE") else 20
pytestmark = [pytest.mark.shared, pytest.mark.timeout(7200 if MOST is None else 600)]


@pytest.fixture(scope="module")
def folder(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder with the samples, the seed article and White House documents."""
    corpus = tmp_path_factory.mktemp("corpus")
    shutil.copytree(ROOT / "samples" / "articles", corpus / "samples")
    shutil.copy(shared / "data" / "seed" / "000_8e6cffc6d59e224d.txt", corpus)
    papers = sorted((shared / "data" / "whitehouse-ai").rglob("*.md"))
    step = max(1, len(papers) // MOST) if MOST else 1
    for paper in papers[::step]:
        target = corpus / "papers" / paper.relative_to(shared)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(paper, target)
    return corpus


@pytest.fixture(scope="module")
def memory() -> Remembering:
    """What the first load read, for the load into Neo4j."""
    return Remembering()


@pytest.fixture(scope="module")
def home(folder: Path, memory: Remembering, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An embedded store with the corpus, loaded in sorted order."""
    loaded = tmp_path_factory.mktemp("sorted")
    summary = load(folder, Settings(home=loaded), "sorted", memory=memory)
    assert not summary.failed
    assert set(summary.outcomes) <= {"loaded", "replaced", "older"}
    return loaded


def test_a_second_load_changes_nothing(folder: Path, home: Path) -> None:
    before = nquads(Settings(home=home))
    summary = load(folder, Settings(home=home), "sorted")
    assert set(summary.outcomes) <= {"unchanged", "older"}
    assert nquads(Settings(home=home)) == before


def test_another_order_gives_the_same_graph(folder: Path, home: Path, tmp_path: Path) -> None:
    load(folder, Settings(home=tmp_path), "7")
    assert nquads(Settings(home=tmp_path)) == nquads(Settings(home=home))


def test_a_killed_load_leaves_whole_documents_and_can_go_on(
    folder: Path, home: Path, tmp_path: Path
) -> None:
    command = loading(folder, tmp_path, "reversed")
    stored = kill_in_the_middle(command, tmp_path, after=5)
    assert 5 <= stored < documents_in(home)
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert "unchanged" in done.stdout
    assert nquads(Settings(home=tmp_path)) == nquads(Settings(home=home))


@pytest.fixture(scope="module")
def sources(
    folder: Path, home: Path, memory: Remembering, neo4j_server: Server
) -> Iterator[Sources]:
    """The corpus in Neo4j, in SQLite and in the replica."""
    with neo4j_server.driver() as driver:
        empty(driver)
    user, password = neo4j_server.auth
    server = Settings(
        store=neo4j_server.uri, neo4j_username=user, neo4j_password=SecretStr(password)
    )
    load(folder, server, "sorted", memory=memory)
    embedded, served = Runtime(Settings(home=home)), Runtime(server)
    view = embedded.store.view
    sparql = SparqlService(view, home / "replica", timeout=300, max_rows=ALL)
    yield Sources(sql=view(), cypher=served.store.view(), sparql=sparql)
    for opened in (sparql, embedded, served):
        opened.close()


@pytest.mark.neo4j
def test_all_questions_give_the_same_rows_in_three_languages(sources: Sources) -> None:
    answered = {name for name, given in asked(sources.sql) if agree(sources, name, given)}
    # A small part of the corpus may have no homonyms.
    assert answered >= {q.name for q in questions() if q.name != "homonyms"}


@pytest.mark.neo4j
def test_both_stores_hold_the_same_graph(sources: Sources) -> None:
    assert sources.sql.counts() == sources.cypher.counts()
