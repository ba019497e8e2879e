"""Speaker turns of a transcript: "MR. SMITH:  ...", "Q  ...", and the paragraphs that follow.

Comes in: a Document. Goes out: one Candidate a paragraph, with the label as source and its colon as
cue, and the blocks that are spoken for.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kg.english.offices import HONORIFICS, is_head
from kg.extract.attributions.keep import TURN
from kg.extract.candidate import Candidate
from schema.document import CONTENT, Block, BlockKind, Document, DocumentKind
from schema.span import Span, trim

# A name in capitals, or in title case (then it must come back: "Note: ..." is no speaker).
_CAPITALS = re.compile(
    r"(?:[A-Z][A-Z.'’\-]*\s+){0,6}[A-Z][A-Z.'’\-]+(?:\s+\([^)\n]{1,60}\))?(?=:\s)"
)
_TITLE_CASE = re.compile(r"[A-Z][\w.'’\-]*(?:\s+[A-Z][\w.'’\-]*){0,4}(?=:\s)")
_REPORTER = re.compile(r"Q(?=\s{1,6}\S)")
# News that prints a conversation may open every paragraph of it with a quotation mark.
_OPENING = re.compile(r"[\"“]\s*")
_STAGE = re.compile(r"[(\[][^)\]]*[)\]]")
_WORD = re.compile(r"\w+")
_TURNS = 2  # labels that make a conversation; one alone is a heading ("UPDATE: ...")
_FEWEST_WORDS = 5  # "Thank you, Mr. President." says nothing


@dataclass(frozen=True)
class _Label:
    """Who speaks from here on: the label, its colon, and where his words begin."""

    source: Span
    cue: tuple[Span, ...]
    start: int
    quoted: bool = False


def find_turns(document: Document) -> tuple[list[Candidate], frozenset[int]]:
    """One candidate for each spoken paragraph, and the starts of the blocks in any turn.

    Outside a transcript only the labelled paragraphs are turns: the article goes on behind them.
    """
    transcript = document.kind is DocumentKind.TRANSCRIPT
    labels = _labels(document)
    if not transcript and not _is_conversation(document, labels):
        return [], frozenset()
    found: list[Candidate] = []
    covered: set[int] = set()
    speaker: _Label | None = None
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            speaker = None
        if block.kind not in CONTENT:
            continue
        goes_on = transcript or _goes_on(document.text, block, speaker)
        speaker = labels.get(block.start, speaker if goes_on else None)
        if speaker is not None:
            covered.add(block.start)
            start = speaker.start if block.start in labels else block.start
            found += _spoken(document.text, Span(start, block.end), speaker)
    return found, frozenset(covered)


def _is_conversation(document: Document, labels: Mapping[int, _Label]) -> bool:
    """Whether labels are those of people who talk, not of a newsletter's items ("FTC: ..."): one
    comes back, one asks, or each is a title or the surname of somebody the text names in full."""
    text = document.text
    spelt = [x.source.of(text) for x in labels.values()]
    if len(spelt) < _TURNS:
        return False
    ends = {b.start: b.end for b in document.content()}
    asks = any(text[at : ends[at]].rstrip(' \n"”').endswith("?") for at in labels)
    return asks or len(set(spelt)) < len(spelt) or all(is_of_a_person(text, x) for x in spelt)


def is_of_a_person(text: str, label: str) -> bool:
    """Whether a label is a title, or the surname of somebody whom the text names in full."""
    words = re.findall(r"[\w'’-]+", label)
    if any(is_head(w) or w.lower() in HONORIFICS for w in words):
        return True
    name = re.escape(words[-1].title())
    return re.search(rf"\b[A-Z][a-z]+\s(?:[A-Z]\.\s)?{name}\b(?!\s[A-Z])", text) is not None


def _goes_on(text: str, block: Block, speaker: _Label | None) -> bool:
    """Whether a paragraph without a label goes on with a printed turn, as its mark says."""
    return speaker is not None and speaker.quoted and _OPENING.match(text, block.start) is not None


def _labels(document: Document) -> dict[int, _Label]:
    """The labels at the beginning of blocks, by the block's start; none outside a transcript."""
    found: dict[int, _Label] = {}
    title_case: dict[int, _Label] = {}
    reporters: dict[int, _Label] = {}
    for block in document.content():
        opening = _OPENING.match(document.text, block.start, block.end)
        begin = opening.end() if opening else block.start
        for pattern, kept in (
            (_CAPITALS, found),
            (_REPORTER, reporters),
            (_TITLE_CASE, title_case),
        ):
            match = pattern.match(document.text, begin, block.end)
            if match is not None:
                kept[block.start] = _label(document.text, match, block, quoted=opening is not None)
                break
    times = Counter(x.source.of(document.text) for x in title_case.values())
    again = {at: x for at, x in title_case.items() if times[x.source.of(document.text)] >= _TURNS}
    if len({x.source.of(document.text) for x in again.values()}) >= _TURNS:
        found |= again
    if found:
        found |= reporters
    return found


def _label(text: str, match: re.Match[str], block: Block, *, quoted: bool) -> _Label:
    colon = Span(match.end(), match.end() + 1)
    has_colon = colon.of(text) == ":"
    start = colon.end if has_colon else match.end()
    source = Span(match.start(), match.end())
    return _Label(source, (colon,) if has_colon else (source,), min(start, block.end), quoted)


def _spoken(text: str, words: Span, speaker: _Label) -> list[Candidate]:
    """The paragraph's words without stage directions ("(Applause.)"); none when hardly any."""
    content = [trim(text, s) for s in _without_stage(text, words)]
    content = [s for s in content if _WORD.search(s.of(text))]
    if sum(len(_WORD.findall(s.of(text))) for s in content) < _FEWEST_WORDS:
        return []
    return [Candidate((speaker.source,), speaker.cue, tuple(content), TURN)]


def _without_stage(text: str, words: Span) -> list[Span]:
    parts, start = [], words.start
    for match in _STAGE.finditer(text, words.start, words.end):
        if match[0][1:2].isupper():
            parts.append(Span(start, match.start()))
            start = match.end()
    return [*parts, Span(start, words.end)]
