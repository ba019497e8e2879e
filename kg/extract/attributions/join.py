"""Join spans into attributions. In: tagged spans and the layout of their words. Out: one
attribution for each cue.

Annotated attributions have exactly one cue, so cues are the anchors: every content fragment goes to
the cue nearest to it, every cue takes the nearest source that is still free and, where there is
none, inherits one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.read.network import tags
from kg.read.network.decode import Tagged

SOURCE, CUE, CONTENT = (tags.ROLES.index(r) for r in ("source", "cue", "content"))
# What sets two spans apart, in words of distance; chosen on annotated spans of the training set.
SENTENCE, PARAGRAPH = 8.0, 40.0
PASSED = {CUE: 10.0, CONTENT: 6.0, SOURCE: 2.0}
REACH = 60.0
NEAREST = 3  # cues looked at on either side


@dataclass(frozen=True)
class Layout:
    """Sentence and paragraph number of each word, and whether it is in or at quotation marks."""

    sentence: Sequence[int]
    paragraph: Sequence[int]
    quoted: Sequence[bool]

    def any_quoted(self, span: Tagged) -> bool:
        """Is a word of the span quoted?"""
        return any(self.quoted[span.begin : span.end])


@dataclass
class Joined:
    """An attribution as spans; `inherited` when the source was taken over from a neighbour."""

    cue: Tagged
    contents: list[Tagged] = field(default_factory=list)
    source: Tagged | None = None
    inherited: bool = False


def join(spans: Sequence[Tagged], layout: Layout) -> list[Joined]:
    """All attributions with a content, in order of their first one."""
    found = {s: Joined(s) for s in spans if s.role == CUE}
    _give_contents(spans, found, layout)
    _give_sources(spans, found, layout)
    for joined in found.values():
        _drop_strays(joined, layout)
    told = sorted((j for j in found.values() if j.contents), key=lambda j: j.contents[0].begin)
    _inherit(told, layout)
    return told


def distance(spans: Sequence[Tagged], a: int, b: int, layout: Layout) -> float:
    """How far apart the spans number a and b are: the words between them and what lies there."""
    a, b = min(a, b), max(a, b)
    left, right = spans[a], spans[b]
    words = float(_gap(left, right))
    words += SENTENCE * (layout.sentence[right.begin] - layout.sentence[left.end - 1])
    words += PARAGRAPH * (layout.paragraph[right.begin] - layout.paragraph[left.end - 1])
    return words + sum(PASSED[s.role] for s in spans[a + 1 : b])


def _gap(left: Tagged, right: Tagged) -> int:
    return right.begin - left.end


def _pairs(spans: Sequence[Tagged], role: int, layout: Layout) -> list[tuple[float, int, int]]:
    """(distance, span of this role, cue) for spans and cues in reach, as numbers of spans."""
    cues = [k for k, s in enumerate(spans) if s.role == CUE]
    found = []
    for k, span in enumerate(spans):
        if span.role == role:
            at = bisect_left(cues, k)
            for cue in cues[max(0, at - NEAREST) : at + NEAREST]:
                if _gap(spans[min(k, cue)], spans[max(k, cue)]) > REACH:
                    continue  # before all between them is added up
                far = distance(spans, k, cue, layout)
                if far <= REACH:
                    found.append((far, k, cue))
    return sorted(found)


def _give_contents(spans: Sequence[Tagged], found: dict[Tagged, Joined], layout: Layout) -> None:
    given: set[int] = set()
    for _, content, cue in _pairs(spans, CONTENT, layout):
        if content not in given:
            given.add(content)
            found[spans[cue]].contents.append(spans[content])
    for joined in found.values():
        joined.contents.sort(key=lambda s: s.begin)


def _give_sources(spans: Sequence[Tagged], found: dict[Tagged, Joined], layout: Layout) -> None:
    given: set[int] = set()
    for _, source, cue in _pairs(spans, SOURCE, layout):
        joined = found[spans[cue]]
        if source not in given and joined.source is None:
            given.add(source)
            joined.source = spans[source]


def _drop_strays(joined: Joined, layout: Layout) -> None:
    """Only a quotation goes on outside its cue's sentence; other fragments there are strays, and so
    is a quotation before it, which somebody else has said ("It is late." Norr thinks that).

    They stay where the attribution has nothing else.
    """
    at = layout.sentence[joined.cue.begin], layout.sentence[joined.cue.end - 1]
    near = [c for c in joined.contents if _within(layout.sentence, c, at)]
    if near:
        begin = layout.sentence[near[0].begin]
        behind = (c for c in joined.contents if layout.sentence[c.end - 1] >= begin)
        joined.contents = [c for c in behind if c in near or layout.any_quoted(c)]


def _within(sentence: Sequence[int], span: Tagged, at: tuple[int, int]) -> bool:
    return sentence[span.begin] <= at[1] and sentence[span.end - 1] >= at[0]


def _inherit(told: list[Joined], layout: Layout) -> None:
    """An attribution without a source goes on with the one before it in the sentence."""
    for before, after in pairwise(told):
        together = layout.sentence[before.cue.begin] == layout.sentence[after.cue.begin]
        if after.source is None and together:
            after.source, after.inherited = before.source, before.source is not None
