"""The YAML of front matter -> its fields, within bounds.

Comes in: the text between the fences. Goes out: a mapping. A header is a few lines that anybody may
have written: nine aliases of nine aliases of a list are a few bytes and gigabytes of memory, and
brackets in brackets exhaust the stack, so its events are looked at before anything is built of
them. Called by `loaders.formats.front_matter`.
"""

from collections.abc import Mapping
from typing import Any

import yaml

from schema.errors import DocumentError
from schema.values import storable

_MOST = 65_536  # characters
_DEEPEST = 20
_OPENS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSES = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def fields_of(header: str, *, source: str) -> Mapping[str, Any] | None:
    """The fields; None when the fences are only rules around prose. Raises DocumentError."""
    if len(header) > _MOST:
        raise DocumentError(f"{source}:1: front matter: longer than {_MOST:,} characters")
    try:
        _check(header, source=source)
        loaded = yaml.safe_load(header)
    except yaml.MarkedYAMLError as error:
        raise _fault(source, error.problem_mark, str(error.problem)) from error
    except (yaml.YAMLError, ValueError) as error:
        raise DocumentError(f"{source}:1: front matter: {error}") from error
    if loaded is None:
        return {}
    return {str(k): v for k, v in loaded.items()} if isinstance(loaded, dict) else None


def _check(header: str, *, source: str) -> None:
    depth = 0
    for event in yaml.parse(header, Loader=yaml.SafeLoader):
        depth += isinstance(event, _OPENS) - isinstance(event, _CLOSES)
        if isinstance(event, yaml.AliasEvent):
            raise _fault(source, event.start_mark, "aliases (*name) are not read")
        if depth > _DEEPEST:
            raise _fault(source, event.start_mark, f"nested more than {_DEEPEST} deep")
        if isinstance(event, yaml.ScalarEvent) and not storable(event.value):
            reason = "a value holds a NUL or half of a surrogate pair"
            raise _fault(source, event.start_mark, reason)


def _fault(source: str, mark: Any, reason: str) -> DocumentError:
    # The fence is line 1 of the file, and marks count from 0.
    line = mark.line + 2 if mark else 1
    return DocumentError(f"{source}:{line}: front matter: {reason}")
