"""The seven tags of a word and which may follow which. Shared by `decode` and the training."""

from __future__ import annotations

import numpy as np

ROLES = ("source", "cue", "content")
OUTSIDE = 0
COUNT = 1 + 2 * len(ROLES)


def begin(role: int) -> int:
    """Tag of the first word of a span of this role (an index into ROLES)."""
    return 1 + 2 * role


def inside(role: int) -> int:
    """Tag of every further word of that span."""
    return 2 + 2 * role


def role_of(tag: int) -> int:
    """Index into ROLES of a tag other than OUTSIDE."""
    return (tag - 1) // 2


def is_inside(tag: int) -> bool:
    """Does the tag continue a span?"""
    return tag > 0 and tag % 2 == 0


def legal() -> np.ndarray:
    """`legal()[a, b]`: may b follow a? A span goes on only after a word of its own role."""
    allowed = np.ones((COUNT, COUNT), dtype=bool)
    for role in range(len(ROLES)):
        allowed[:, inside(role)] = False
        allowed[begin(role), inside(role)] = allowed[inside(role), inside(role)] = True
    return allowed
