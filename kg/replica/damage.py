"""What an error of Oxigraph means for the copy: can it be read again, or is it damaged?

Comes in: an error. Goes out: one of ours. Called in the keeper and the query workers.
"""

from schema.errors import StoreError

# What passes, and says nothing of the data.
_PASSING = ("too many open files", "cannot allocate memory", "no space left", "quota exceeded")


class Damaged(StoreError):
    """The copy cannot be read or written: it must be built again."""


def fault(error: Exception) -> StoreError:
    """The error to raise for one of Oxigraph's."""
    passing = any(words in str(error).lower() for words in _PASSING)
    kind = StoreError if passing else Damaged
    return kind(f"SPARQL copy: {error}")
