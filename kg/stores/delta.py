"""What changes in the visible graph when the claims on some nodes change.

Comes in: the claims on the touched nodes before and after. Goes out: a `Delta` that a store writes.
Called by `kg.stores.ledger`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.stores.claims import Claim, Triple
from kg.stores.fold import Folded, fold, visible

Stated = Mapping[str, Sequence[Claim]]
"""Claims by node. Of claims with equal content only the one of lowest rank has to be there."""


@dataclass
class Delta:
    """Nodes to write (as they were, as they are now) and to delete, edges to add and to delete.

    `restated`: keys of contents that were there before and are there now, but of which another
    part is visible: the batches that hold them look different from outside.
    """

    written: list[tuple[Folded | None, Folded]] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    added: list[Triple] = field(default_factory=list)
    dropped: list[Triple] = field(default_factory=list)
    restated: set[str] = field(default_factory=set)


def diff(before: Stated, after: Stated) -> Delta:
    """The changes between two states, in a fixed order."""
    delta = Delta()
    for uri in sorted({*before, *after}):
        old, new = fold(before.get(uri, ())), fold(after.get(uri, ()))
        held = old.triples if old else frozenset()
        now = new.triples if new else frozenset()
        delta.added += sorted(now - held)
        delta.dropped += sorted(held - now)
        if old and new:
            delta.restated |= _restated(before[uri], after[uri], old, new)
        if new and (old is None or (old.labels, old.properties) != (new.labels, new.properties)):
            delta.written.append((old, new))
        elif old and new is None:
            delta.deleted.append(uri)
    return delta


def _restated(
    before: Sequence[Claim], after: Sequence[Claim], old: Folded, new: Folded
) -> set[str]:
    if (old.labels, old.properties) == (new.labels, new.properties):
        return set()
    seen = {c.key: visible(c, old) for c in before}
    return {
        key
        for c in after
        if (key := c.key) in seen and _parts(seen[key]) != _parts(visible(c, new))
    }


def _parts(claim: Claim | None) -> object:
    return claim and (claim.labels, claim.properties)
