"""People in a text: what the recogniser found, mended.

Comes in: a Reading. Goes out: the passages of personal names without titles and possessive endings.
The recogniser misses many Chinese names and bare surnames; it takes titles into names.
"""

import re
from collections.abc import Iterable, Iterator

from kg.english.chinese_names import CANDIDATE, is_chinese_name
from kg.english.offices import CALENDAR, HONORIFICS, SURNAMES_TOO, is_head
from kg.extract.names.evidence import (
    NAME_PART,
    PARTICLE,
    common_words,
    has_common_word,
    institutional,
    is_headed,
    unrecognised,
)
from kg.read.paragraph import Paragraph
from kg.read.reading import Reading
from schema.span import Span
from schema.span_index import SpanIndex

_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "X", "INTJ"})
_ELSEWHERE = _PLACES | {"ORG"}
_SUFFIX = re.compile(r"(?:['’]s|['’]|[\s.,:;\"“”()*_\]\[]+|\s+\(.*|\s+of\s.*)$")
_NO_NAME = re.compile(r"[\d/@#<>=:;!?\[\](){}*_|\\]|--")
_TITLE_WORDS = frozenset({"foreign", "prime", "vice", "chief", "emeritus", "emerita"})
_BEHIND_PARTICLE = re.compile(rf"{NAME_PART}(?:\s+{PARTICLE})+\s+{NAME_PART}")
_BEFORE_PARTICLE = re.compile(rf"(?<![\w'’-])({NAME_PART})(?:\s+{PARTICLE})+\s+$")
_HONOURED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Mdm|Dr|Datuk|Shri|Smt)\.?\s+((?:{NAME_PART}\s+){{2,3}}{NAME_PART})(?![\w-])"
)
# "Ada Norr-Sol": the recogniser may stop at the hyphen.
_BEHIND_HYPHEN = re.compile(r"-[^\W\d_][^\W\d_]+(?![\w-])")
_NAME_WORD = re.compile(r"[\w.'’-]+")


def people(reading: Reading) -> tuple[Span, ...]:
    """The passages of all personal names, full and short, in text order, not overlapping."""
    western = _without_headings(reading, {*_recognised(reading), *unrecognised(reading)})
    longest_first = sorted(western, key=lambda s: (s.start - s.end, s))
    full = [*_behind_honorifics(reading), *_chinese(reading), *longest_first]
    found: list[Span] = []
    taken: SpanIndex[Span] = SpanIndex()
    for span in full:
        if not taken.meeting(span):
            taken.add(span, span)
            found.append(span)
    surnames = known_surnames(reading.text, found)
    found.extend(_bare_surnames(reading, surnames, taken))
    return tuple(sorted(found))


def _without_headings(reading: Reading, spans: Iterable[Span]) -> Iterator[Span]:
    """The names without those that are only words of a heading in capitals."""
    text, common = reading.text, common_words(reading.text)
    headed = {p: is_headed(p.block.span.of(text)) for p in reading.paragraphs}
    for span in spans:
        name, paragraph = span.of(text), reading.paragraph_at(span.start)
        heading = " " in name and paragraph is not None and headed[paragraph]
        if not (heading and has_common_word(name, common)):
            yield span


def known_surnames(text: str, persons: Iterable[Span]) -> frozenset[str]:
    """The words by which people are called whose full names are among the passages."""
    return frozenset(w for span in persons for w in _ends(span.of(text)))


def _behind_honorifics(reading: Reading) -> Iterator[Span]:
    """Names of three parts behind "Mr" or "Ms": the recogniser keeps two of them, or none."""
    for paragraph in reading.paragraphs:
        for match in _HONOURED.finditer(reading.text, *paragraph.block.span):
            words = match[1].split()
            no_name = any(w.lower() in CALENDAR or is_head(w) for w in words)
            if not (no_name or institutional(match[1])):
                yield Span(*match.span(1))


def _chinese(reading: Reading) -> Iterator[Span]:
    for paragraph in reading.paragraphs:
        places = {n.span for n in paragraph.names if n.kind in _PLACES}
        for match in CANDIDATE.finditer(reading.text, *paragraph.block.span):
            span = Span(*match.span())
            if is_chinese_name(match.group()) and span not in places:
                yield span


def _recognised(reading: Reading) -> Iterator[Span]:
    for paragraph in reading.paragraphs:
        for name in paragraph.names:
            # "Enhancing Norr" is a heading, whatever the recogniser says.
            if name.kind == "PERSON" and name.tokens[0].pos in _NOMINAL:
                span = trimmed_name(reading.text, name.span)
                if span is not None and not institutional(span.of(reading.text)):
                    yield _completed(reading.text, span)


def _completed(text: str, span: Span) -> Span:
    """The name with what the recogniser cut off: a surname behind a particle, a hyphen or a broken
    line."""
    hyphen = _BEHIND_HYPHEN.match(text, span.end)
    if hyphen and hyphen[0][1].isupper():
        span = Span(span.start, hyphen.end())
    particle = _BEHIND_PARTICLE.match(text, span.start)
    if particle and span.of(text).split()[-1] in particle.group().split()[1:-1]:
        return Span(span.start, max(span.end, particle.end()))
    cut = _BEFORE_PARTICLE.search(text, max(0, span.start - 40), span.start)
    if cut and not institutional(cut[1]) and not is_head(cut[1]):
        return Span(cut.start(1), span.end)
    broken = re.compile(rf"[ \t]*\n[ \t]*({NAME_PART})").match(text, span.end)
    lone = " " not in span.of(text)
    return Span(span.start, broken.end()) if broken and lone and text[span.end] in "\n " else span


def trimmed_name(text: str, span: Span) -> Span | None:
    """The span of a personal name without title and ending; None when no name is left."""
    start, end = span
    while match := _SUFFIX.search(text, start, end):
        end = match.start()
        if end <= start:
            return None
    words = list(_NAME_WORD.finditer(text, start, end))
    while words and _is_title(words[0].group(), last=len(words) == 1):
        words = words[1:]
    if not words:
        return None
    start = words[0].start()
    name = text[start:end]
    last = words[-1].group()
    if len(words) > 1 and is_head(last) and last.lower() not in SURNAMES_TOO:
        return None  # "Legislative Director"
    starts_well = name[0].isupper() and any(c.islower() for c in name)
    return Span(start, end) if starts_well and not _NO_NAME.search(name) else None


def _is_title(word: str, *, last: bool) -> bool:
    """Honorifics and titles go."""
    bare = word.rstrip(".").lower()
    acronym = len(word) > 1 and word.isalpha() and word.isupper()
    if bare in HONORIFICS or word.islower() or (acronym and not last):
        return True
    return is_head(bare) or (not last and bare in _TITLE_WORDS)


def _ends(name: str) -> Iterator[str]:
    """The words of a full name that may be its surname."""
    words = name.split()
    if len(words) < 2:
        return
    if is_chinese_name(name):
        yield words[0]
        return
    last = words[-2] if words[-1].rstrip(".,") in {"Jr", "Sr", "II", "III"} else words[-1]
    yield last.rstrip(",")


def _bare_surnames(
    reading: Reading, surnames: frozenset[str], known: SpanIndex[Span]
) -> Iterator[Span]:
    """Further places of a known surname, where the parser takes it for a proper noun."""
    for paragraph in reading.paragraphs:
        taken = _words_of_longer_names(paragraph)
        for token in paragraph.tokens:
            if token.text not in surnames or token.pos != "PROPN" or token.i in taken:
                continue
            if not known.meeting(token.span) and _stands_alone(reading.text, token.span):
                yield token.span


def _words_of_longer_names(paragraph: Paragraph) -> set[int]:
    """The tokens that names of places and organisations of several words are made of."""
    longer = (n for n in paragraph.names if len(n.tokens) > 1 and n.kind in _ELSEWHERE)
    return {token.i for name in longer for token in name.tokens}


def _stands_alone(text: str, span: Span) -> bool:
    """Whether no capitalised word before or behind makes it part of another name."""
    behind = re.match(r"\s([A-Z][\w-]*)", text[span.end : span.end + 40])
    before = re.search(r"([A-Z][\w.'’-]*)\s$", text[max(0, span.start - 40) : span.start])
    if behind:
        return False
    return before is None or _is_title(before[1], last=False)
