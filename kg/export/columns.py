"""The columns of a table of nodes: every property of the vocabulary, once.

Goes out: `COLUMNS` and the spelling of values where everything is text. Called by the exporters
that write tables or attributes (CSV, Parquet, GraphML, GEXF).
"""

import json
from typing import Any

from schema.terms import Property
from schema.values import plain
from schema.vocabulary import NODE_TYPES

# A name means the same in every node type: a test holds the vocabulary to it.
COLUMNS: dict[str, Property] = {p.name: p for t in NODE_TYPES for p in t.properties}


def cell(value: Any) -> str | int | float | bool:
    """A value as one cell: dates and times as ISO text, lists as JSON."""
    if isinstance(value, tuple):
        return json.dumps(plain(value), ensure_ascii=False)
    flat = plain(value)
    return flat if isinstance(flat, str | int | float | bool) else str(flat)
