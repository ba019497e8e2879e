"""The embedded store: one SQLite file (WAL, FTS5), `sqlite:///PATH`.

Called through the entry point `policykg.stores`.
"""

from pathlib import Path

from kg.private import private_file, private_folder
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
    path = _path(url)
    try:
        private_folder(path.parent)
        private_file(path)  # the files that SQLite puts beside it get the same permissions
    except OSError as error:
        raise StoreError(f"{error.filename}: {error.strerror}") from error
    return EngineStore(SqliteEngine(str(path)))


def check_exists(url: str) -> None:
    """Raises StoreError when the URL is that of an embedded store whose file is not there."""
    if not url.startswith(_PREFIX):
        return
    path = _path(url)
    if not path.exists() or (path.is_file() and not path.stat().st_size):
        raise StoreError(f"{path}: no graph yet; `policykg ingest SOURCE...` makes one")


def _path(url: str) -> Path:
    path = Path(url.removeprefix(_PREFIX)).expanduser()
    if not url.startswith(_PREFIX) or not path.name:
        raise StoreError(f"{url!r} is no address of an embedded store: {_PREFIX}PATH")
    return path
