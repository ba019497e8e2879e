"""Answers on disk, so that a second run asks nothing and gives the same.

Comes in: a request and its reply. Goes out: the reply of an equal request.
The key is a digest of all that is asked (model, instructions, schema, text) but the seed; a file
holds one reply. Deleting the folder costs money and nothing else.
"""

import hashlib
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kg.extract.llm.completion import Reply
from kg.private import private_folder
from schema.errors import ConfigurationError


@dataclass(frozen=True)
class Cache:
    """A folder of replies; several processes may use it."""

    folder: Path

    @classmethod
    def opened(cls, folder: Path) -> "Cache":
        """The cache in a folder, which is made. Raises ConfigurationError when it cannot be."""
        try:
            private_folder(folder)
        except OSError as error:
            raise ConfigurationError(
                f"cannot keep answers in {folder} ({error.strerror}): set POLICYKG_HOME to a "
                "folder that can be written"
            ) from error
        return cls(folder)

    def get(self, body: dict[str, Any]) -> Reply | None:
        """The reply that was kept; None where there is none that can be read."""
        try:
            return Reply.model_validate_json(self._file(body).read_bytes())
        except (FileNotFoundError, ValidationError):
            return None

    def keep(self, body: dict[str, Any], reply: Reply) -> None:
        """Remember a reply; a reader in another process sees all of it or nothing."""
        file = self._file(body)
        file.parent.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as part:
            part.write(reply.model_dump_json().encode())
        Path(part.name).replace(file)

    def _file(self, body: dict[str, Any]) -> Path:
        asked = {k: v for k, v in body.items() if k != "seed"}
        key = hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
        return self.folder / key[:2] / f"{key}.json"
