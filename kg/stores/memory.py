"""A store in memory, `memory://`: the embedded engine on a database that ends with the process.

Called through the entry point `policykg.stores`; for trying things out and for one-off exports.
"""

from kg.protocols import Store
from kg.settings import Settings
from kg.stores.sqlite_engine import SqliteEngine
from kg.stores.store import EngineStore
from schema.errors import StoreError


def open_store(url: str, settings: Settings | None = None) -> Store:
    """A new, empty store. Raises StoreError for another URL. No setting concerns this store."""
    if url != "memory://":
        raise StoreError(f"{url!r} is no address of a store in memory: memory://")
    return EngineStore(SqliteEngine(":memory:", alone=True))
