"""The store of a service: Neo4j 5, `neo4j://HOST`, `bolt://HOST:PORT` (and `+s`, `+ssc`).

Called through the entry points `policykg.stores`. User, password and database come from settings.
"""

from kg.protocols import Store
from kg.settings import Settings
from kg.stores.neo4j_engine import Neo4jEngine
from kg.stores.store import EngineStore


def open_store(url: str, settings: Settings | None = None) -> Store:
    """Connect and bring the schema up to date; without a password, without a login.

    Raises StoreError when the server cannot be reached or refuses the login.
    """
    given = settings or Settings()
    password = given.neo4j_password
    auth = None if password is None else (given.neo4j_username, password.get_secret_value())
    return EngineStore(Neo4jEngine(url, auth=auth, database=given.neo4j_database))
