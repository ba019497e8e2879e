"""Neo4j's schema: constraints and indexes from the vocabulary, applied as numbered migrations.

Goes out: the statements of `migrations/V0001__constraints.cypher` (a test compares the two), and
`migrate`, called by `kg.stores.neo4j_engine` when a store is opened. Every statement has
IF NOT EXISTS, so a migration that was cut short is simply run again.
"""

from collections.abc import Iterator
from importlib.resources import files
from uuid import uuid4

from neo4j import Driver, ManagedTransaction

from kg.stores.searched import SEARCHED
from schema.terms import Datatype
from schema.vocabulary import NODE_TYPE

SEARCH_INDEX = "searched_words"
_KEYS = {"Resource": "uri", "Batch": "graph", "Claim": "key", "Store": "key", "Migration": "number"}
_BOOKS = (("Batch", "watermark"), ("Claim", "uri"))
# Every index is paid for at each write: only what questions start from has one.
_BY_URI = ("Actor", "Document", "Statement", "Topic", "Version")
_BY_DAY = ("Document", "Statement", "Version")
_DAYS = (Datatype.DATE, Datatype.DATETIME)


def statements() -> Iterator[str]:
    """All constraints and indexes, in a fixed order."""
    for label, name in _KEYS.items():
        yield (
            f"CREATE CONSTRAINT {label.lower()}_{name} IF NOT EXISTS "
            f"FOR (n:{label}) REQUIRE n.{name} IS UNIQUE"
        )
    indexed = [*_BOOKS, *((label, "uri") for label in _BY_URI), ("Topic", "notation")]
    for label in _BY_DAY:
        days = (p.name for p in NODE_TYPE[label].properties if p.datatype in _DAYS)
        indexed += [(label, name) for name in days]
    for label, name in indexed:
        yield (
            f"CREATE INDEX {label.lower()}_{name.lower()} IF NOT EXISTS FOR (n:{label}) "
            f"ON (n.{name})"
        )
    names = sorted({name for several in SEARCHED.values() for name in several})
    yield (
        f"CREATE FULLTEXT INDEX {SEARCH_INDEX} IF NOT EXISTS FOR (n:{'|'.join(sorted(SEARCHED))}) "
        f"ON EACH [{', '.join(f'n.{name}' for name in names)}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}"
    )


def script() -> str:
    """The first migration's text."""
    head = "// Generated from the vocabulary table by kg.stores.neo4j_schema; do not edit.\n"
    return head + "".join(f"{statement};\n" for statement in statements())


def migrations() -> dict[str, str]:
    """The migrations in their order: names ("V0001__constraints") and texts."""
    folder = files("kg.stores") / "migrations"
    found = (f for f in folder.iterdir() if f.name.startswith("V") and f.name.endswith(".cypher"))
    return {
        f.name.removesuffix(".cypher"): f.read_text("utf-8")
        for f in sorted(found, key=lambda f: f.name)
    }


def migrate(driver: Driver, database: str | None) -> None:
    """Bring a database up to date; does nothing when it is. Raises the driver's errors."""
    with driver.session(database=database) as session:
        done = session.execute_read(_recorded)
        for name, text in migrations().items():
            number = int(name[1:5])
            if number in done:
                continue
            for statement in _split(text):
                session.run(statement).consume()
            session.run("CALL db.awaitIndexes(300)").consume()
            session.execute_write(_record, number, name)


def _split(text: str) -> list[str]:
    lines = (line for line in text.splitlines() if not line.startswith("//"))
    return [s.strip() for s in "\n".join(lines).split(";") if s.strip()]


def _recorded(tx: ManagedTransaction) -> set[int]:
    found = tx.run("MATCH (m:Migration) RETURN m.number AS number")
    return {record["number"] for record in found}


def _record(tx: ManagedTransaction, number: int, name: str) -> None:
    tx.run(
        "MERGE (s:Store {key: 'graph'}) ON CREATE SET s.identity = $identity, s.watermark = 0 "
        "MERGE (m:Migration {number: $number}) "
        "ON CREATE SET m.name = $name, m.appliedAt = datetime()",
        identity=uuid4().hex,
        number=number,
        name=name,
    ).consume()
