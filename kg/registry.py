"""Entry points -> factories: built-in and foreign loaders, extractors, stores and exporters.

The groups are `policykg.loaders`, `.extractors`,
`.stores` and `.exporters`; a plugin is one file and one entry point.
"""

from importlib.metadata import entry_points
from typing import Any
from urllib.parse import urlsplit

from kg.protocols import Exporter, Extractor, Loader, Store
from kg.settings import Settings
from schema.errors import UnknownChoice
from schema.topic import TopicScheme


def names(group: str) -> tuple[str, ...]:
    """The names registered in a group ("stores"), sorted."""
    return tuple(sorted(e.name for e in entry_points(group=f"policykg.{group}")))


def _load(group: str, name: str) -> Any:
    for entry in entry_points(group=f"policykg.{group}"):
        if entry.name == name:
            return entry.load()
    raise UnknownChoice(
        f"unknown {group.removesuffix('s')} {name!r}: choose from {', '.join(names(group))}"
    )


def loaders() -> tuple[Loader, ...]:
    """One of each registered loader."""
    return tuple(_load("loaders", name)() for name in names("loaders"))


def extractor(settings: Settings, scheme: TopicScheme) -> Extractor:
    """The extractor that the settings name. Raises UnknownChoice when there is none."""
    built: Extractor = _load("extractors", settings.extractor)(settings, scheme)
    return built


def store(settings: Settings) -> Store:
    """The store that the settings name, opened. Raises UnknownChoice or StoreError."""
    scheme = urlsplit(settings.store_url).scheme.partition("+")[0]
    opened: Store = _load("stores", scheme)(settings.store_url, settings)
    return opened


def exporter(name: str) -> Exporter:
    """The exporter of a format ("turtle"). Raises UnknownChoice when there is none."""
    built: Exporter = _load("exporters", name)()
    return built
