"""Names that may stand for several people: who is flagged, and who is not, in three languages."""

from collections.abc import Iterator
from datetime import date

import pytest

from kg.protocols import Store
from tests.neo4j_server import Server
from tests.query.agreement import Sources, agree, open_sources
from tests.query.article import Article
from tests.query.corpus import run, scheme

pytestmark = pytest.mark.neo4j
# Who stands in which organisations, one document a line.
DOCUMENTS = (
    ("Dana Roth", ("Harbour Bank",)),
    ("Dana Roth", ("Institute of Bees",)),
    ("Emil Sand", ("City Council",)),
    ("Emil Sand", ("City Council", "Chess Club")),
    ("Fay Lund", ("Ministry of Roads",)),
    ("Fay Lund", ("Ministry of Roads", "Party of Roads")),
    ("Fay Lund", ("Party of Roads", "Road Museum")),
    ("Gil Voss", ("Weather Office",)),
    ("Gil Voss", ()),
)


def load(store: Store) -> None:
    store.set_topics(*scheme())
    with store.writer() as writer:
        for number, (name, organizations) in enumerate(DOCUMENTS):
            article = Article(f"paper-{number}", day=date(2025, 1, 1 + number))
            person = article.person(name)
            for organization in organizations:
                office = article.office(person, "head", article.organization(organization))
                article.note(f"{name}, head of {organization}.", shows=office)
            writer.replace(article.graph(), run=run(0))


@pytest.fixture(scope="module")
def sources(neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sources]:
    with open_sources(neo4j_server, tmp_path_factory.mktemp("homonyms"), load) as opened:
        yield opened


def test_only_unconnected_offices_are_flagged(sources: Sources) -> None:
    rows = agree(sources, "homonyms", {})
    found = [(r["who"], r["organization"], r["other"]) for r in rows]
    assert found == [("Dana Roth", "Harbour Bank", "Institute of Bees")]
