"""Settings: the only reader of the environment.

Own settings have the prefix POLICYKG_; Neo4j's are the names its users know.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dotenv import dotenv_values
from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from schema.address import without_login
from schema.errors import UnknownChoice
from schema.ids import digest

ENV_FILE = ".env"
# Where the graph lies and whom a text is sent to: a file of the folder one happens to be in may
# decide that, but not in silence.
_GRAPH = {"POLICYKG_HOME", "POLICYKG_STORE", "NEO4J_URI"}
_PLACES = _GRAPH | {"POLICYKG_EXTRACTOR", "OPENAI_BASE_URL"}


def _workers() -> int:
    return min(4, os.cpu_count() or 1)


class Settings(BaseSettings):
    """All that can be configured. Arguments win over the environment, which wins over `.env`."""

    model_config = SettingsConfigDict(
        env_prefix="POLICYKG_", env_file=ENV_FILE, extra="ignore", populate_by_name=True
    )

    home: Path = Field(
        default_factory=lambda: Path.home() / ".policykg",
        description="Folder of the embedded store, the replica and caches.",
    )
    store: str | None = Field(
        default=None,
        description="Where the graph lives: sqlite:///PATH, memory://, neo4j://HOST:PORT. "
        "Unset: NEO4J_URI when that is set, else graph.db in POLICYKG_HOME.",
    )
    extractor: str = Field(default="model", description="Which extractor reads the documents.")
    llm_model: str | None = Field(
        default=None, description="The model that the extractor llm asks, by its endpoint's name."
    )
    llm_timeout: float = Field(
        default=120.0,
        gt=0,
        le=86_400,
        description="Seconds without an answer after which to ask again.",
    )
    llm_price_in: float | None = Field(
        default=None, ge=0, description="Price of a million tokens of text, for the report."
    )
    llm_price_out: float | None = Field(
        default=None, ge=0, description="Price of a million tokens of answers, for the report."
    )
    openai_base_url: str | None = Field(
        default=None,
        validation_alias=AliasChoices("openai_base_url", "OPENAI_BASE_URL"),
        description="The endpoint of the extractor llm, up to /v1. Unset: OpenAI's own.",
    )
    # Left out of a dump: processes that read side by side get the settings as JSON, in which a
    # secret is stars, and take this one from their environment.
    openai_api_key: SecretStr | None = Field(
        default=None,
        exclude=True,
        validation_alias=AliasChoices("openai_api_key", "OPENAI_API_KEY"),
    )
    topics: Path | None = Field(
        default=None, description="A SKOS file to use in place of the built-in topic scheme."
    )
    workers: int = Field(
        default_factory=_workers, ge=1, description="Processes that read documents side by side."
    )
    fetch_private: bool = Field(
        default=False,
        description="Whether addresses to load may lie on this machine or in its network.",
    )
    sparql_timeout: float = Field(
        default=20.0,
        gt=0,
        le=86_400,
        description="Seconds of computing after which a SPARQL query is ended; whoever asks waits "
        "at most twice as long for the turn and the answer together.",
    )
    sparql_memory: int = Field(
        default=2048,
        ge=768,
        le=1_048_576,
        description="MB of address space that a SPARQL query may take.",
    )
    sparql_max_rows: int = Field(
        default=10_000, gt=0, description="Rows after which a SPARQL answer is cut."
    )
    host: str = Field(default="127.0.0.1", description="Address the service listens on.")
    allowed_hosts: str | None = Field(
        default=None,
        description="Names by which the service may be called besides localhost and its own host, "
        "with commas between; * for any.",
    )
    port: int = Field(default=8000, ge=0, le=65535, description="Port the service listens on.")
    neo4j_uri: str | None = Field(
        default=None, validation_alias=AliasChoices("neo4j_uri", "NEO4J_URI")
    )
    neo4j_username: str = Field(
        default="neo4j", validation_alias=AliasChoices("neo4j_username", "NEO4J_USERNAME")
    )
    neo4j_password: SecretStr | None = Field(
        default=None, validation_alias=AliasChoices("neo4j_password", "NEO4J_PASSWORD")
    )
    neo4j_database: str | None = Field(
        default=None, validation_alias=AliasChoices("neo4j_database", "NEO4J_DATABASE")
    )

    @property
    def store_url(self) -> str:
        """The store in use, as a URL."""
        return self.store or self.neo4j_uri or f"sqlite:///{self.home.absolute() / 'graph.db'}"

    @property
    def llm_cache(self) -> Path:
        """The folder of the language model's answers."""
        return self.home / "llm-cache"

    @property
    def llm_ledger(self) -> Path:
        """The file that counts what the language model was asked."""
        return self.llm_cache / "usage.jsonl"

    @property
    def replica(self) -> Path:
        """The folder of the SPARQL replica: one for each store, free to delete."""
        return self.home / "replica" / digest(self.store_url)


def read_settings(**given: Any) -> Settings:
    """The settings with these ones given. Raises UnknownChoice, naming the first misfit."""
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        known = name if name.isupper() else f"POLICYKG_{name.upper()}"
        raise UnknownChoice(f"{known}: {first['msg']}") from error


def moved_by_env_file(given: Mapping[str, Any]) -> dict[str, str]:
    """The variables of a `.env` in the working directory that say where things go.

    Those that a flag (`given`) or the environment overrules are left out.
    """
    if not Path(ENV_FILE).is_file():
        return {}
    overruled = {name.upper() for name in os.environ} | {f"POLICYKG_{x.upper()}" for x in given}
    overruled |= _GRAPH if "store" in given else set()
    there = {name.upper(): value or "" for name, value in dotenv_values(ENV_FILE).items()}
    moved = sorted((_PLACES & there.keys()) - overruled)
    return {name: without_login(there[name]) for name in moved}
