"""The YAML of front matter -> its fields, within bounds.

Comes in: the text between the fences. Goes out: a mapping. A header is a few lines that anybody may
have written: nine aliases of nine aliases of a list are a few bytes and gigabytes of memory, and
brackets in brackets exhaust the stack, so its events are looked at before anything is built of
them. Called by `loaders.formats.front_matter`.
"""

from collections.abc import Mapping
from typing import Any

import yaml
from yaml.constructor import ConstructorError

from schema.errors import DocumentError
from schema.values import storable

_MOST = 65_536  # characters
_DEEPEST = 20
_OPENS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSES = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class _Loader(yaml.SafeLoader):
    """The safe loader, which breaks on what does not fit its tag ("!!timestamp 2025")."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except (AttributeError, LookupError) as error:
            reason = f"a value is no {node.tag.rpartition(':')[2]}"
            raise ConstructorError(None, None, reason, node.start_mark) from error


def fields_of(header: str, *, source: str) -> Mapping[str, Any] | None:
    """The fields; None when the fences are only rules around prose. Raises DocumentError."""
    if len(header) > _MOST:
        raise DocumentError(f"{source}:1: front matter: longer than {_MOST:,} characters")
    try:
        _check(header, source=source)
        loaded = yaml.load(header, Loader=_Loader)  # noqa: S506 (a SafeLoader)
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
