"""The embedded store: one SQLite file (WAL, FTS5), `sqlite:///PATH`.

Called through the entry point `policykg.stores`.
"""

from pathlib import Path

from kg.protocols import Store
from kg.settings import Settings
from kg.stores.sqlite_engine import SqliteEngine
from kg.stores.store import EngineStore
from schema.errors import StoreError

_PREFIX = "sqlite:///"


def open_store(url: str, settings: Settings | None = None) -> Store:
    """Open the file that the URL names, and make it and its folder when there is none.

    `sqlite:///graph.db` is relative to the working directory, `sqlite:////srv/graph.db` is not.
    Raises StoreError when the file cannot be used. No setting concerns this store.
    """
    path = Path(url.removeprefix(_PREFIX)).expanduser()
    if not url.startswith(_PREFIX) or not path.name:
        raise StoreError(f"{url!r} is no address of an embedded store: {_PREFIX}PATH")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path.parent}: {error.strerror}") from error
    return EngineStore(SqliteEngine(str(path)))
