"""People whom the text introduces so that no recogniser is needed: a speaker whose given name is
known ("Ada Norr, a baker, said"), and a name with an age ("Bo Sol, 55,").

Comes in: a Document, its sources and the names already found. Goes out: more passages of names,
and names without the small words that sentences begin with.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from kg.english.chinese_names import is_chinese_name
from kg.english.offices import is_head
from kg.link.cast.gender import is_given_name
from schema.document import Document
from schema.span import Span
from schema.span_index import index_of

_PART = r"[A-Z](?:['’][A-Z])?[\w-]*[a-zß-ÿ]"
_NAME = re.compile(rf"(?<![\w.'’-])({_PART})(?:\s+(?:[A-Z]\.|{_PART})){{0,2}}\s+{_PART}(?![\w-])")
_DASH = re.compile(r"(?<=\w)\.?\s+(?:-|–|—|--)(?=\s).*", re.DOTALL)
_COMPOUND = re.compile(r"\w+\s+(?=\w)")
_MOST_WORDS = 3
_MOSTLY = 0.8
_WORD = re.compile(r"\S+")
_NO_GIVEN_NAME = re.compile(r"Team|Neither|Either|[A-Z][a-z]{2,}(?:ly|ing)")
_CAPITAL = re.compile(r"(?<![\w.'’-])[A-Z][\w-]+")
_AGED = re.compile(r",\s+(?:[1-9]\d)(?=,|\.|\s+(?:of|from|who|and)\b)")
# "Though Norr", "Against Norr": a capital at the start of a sentence or in a headline.
_LEADING = re.compile(
    r"(?:(?:Though|Although|While|But|If|When|Because|Since|Unless|Whether|That|Why|How|What|Where"
    r"|Could|Would|Should|Did|Does|Has|Had|Have|Against|Despite|Without|Like|Than|Then|Yet|And|Or"
    r"|Both|Says|Said|Former|Meanwhile|However|Also|Even|Once|Still|Again|Not|Never|Absent|Unlike"
    r"|Among|Besides|Amid|Inside|Behind|Beyond|After|Before|Under|With|For|From|To|At|On|In|By|As|Other|Many"
    r"|Some|Most|All|Several|Few|[A-Z]\w+['’]s"
    r"|[A-Z][\w.]*-(?:area|based|born|style|backed|led|era|wide|owned|aligned|leaning))\s+)+(?=[A-Z])"
)
# "Navy Capt": the recogniser stopped before the name.
_ENDS_IN_RANK = re.compile(r"(?:Capt|Gen|Lt|Col|Sgt|Adm|Sen|Rep|Gov|Maj|Cmdr|Cpl|Pvt)\.?$")
# "Ada Norr, director of": as good as a known given name.
_DESCRIBED = re.compile(
    r",\s+(?:an?\s+|the\s+)?((?:[\w'’.-]+\s+){0,6}?[\w-]+)(?=,|\s+(?:of|for|at|in|who)\b|$)"
)


def without_leading(text: str, span: Span) -> Span:
    """The passage of a name without small words in front ("Though Ada Norr"), the end of a compound
    ("out-Norr Ada Norr"), and what a dash parts from it.

    >>> "Though Ada Norr"[slice(*without_leading("Though Ada Norr", Span(0, 15)))]
    'Ada Norr'
    >>> "Ada Norr - Sol's friend"[slice(*without_leading("Ada Norr - Sol's friend", Span(0, 14)))]
    'Ada Norr'
    """
    dash = _DASH.search(text, *span)
    start, end = span.start, dash.start() if dash else span.end
    compound = _COMPOUND.match(text, start, end) if text[max(start - 1, 0)] == "-" else None
    start = compound.end() if compound and text[max(start - 2, 0)].isalnum() else start
    leading = _LEADING.match(text, start, end)
    return Span(leading.end() if leading else start, end)


def without_common_words(text: str, names: Iterable[Span]) -> Iterator[Span]:
    """The passages without a first word that is a common one, where the rest is the surname of
    somebody else ("Maybe Norr" beside "Ada Norr")."""
    spans = sorted(names)
    spelt = {s: s.of(text).split() for s in spans}
    surnames = Counter(w[-1] for w in {tuple(w) for w in spelt.values() if len(w) > 1})
    for span in spans:
        words = spelt[span]
        shared = len(words) == 2 and surnames[words[1]] > 1 and not is_given_name(words[0])
        if shared and (_NO_GIVEN_NAME.fullmatch(words[0]) or _is_word(words[0].lower(), text)):
            yield Span(span.end - len(words[1]), span.end)
        else:
            yield span


def _is_word(word: str, text: str) -> bool:
    """Whether a text has it as a word; most have not, and finding that out is quick."""
    return word in text and re.search(rf"\b{re.escape(word)}\b", text) is not None


def without_headline_words(text: str, names: Iterable[Span], headline: Span) -> Iterator[Span]:
    """The passages, less the first of two words that only a headline in capitals joins ("Derelict
    Norr"), unless it is a known given name."""
    long = re.findall(r"[A-Za-z]{4,}", headline.of(text))
    in_capitals = sum(w[0].isupper() for w in long) > _MOSTLY * len(long)
    for span in names:
        words = span.of(text).split()
        alone = (
            in_capitals
            and len(words) == 2
            and headline.contains(span)
            and text.count(span.of(text)) == 1
        )
        given = is_given_name(words[0]) or is_chinese_name(span.of(text))
        cut = alone and not given and text.find(words[-1], headline.end) >= 0
        yield Span(span.end - len(words[-1]), span.end) if cut else span


def without_predicates(text: str, names: Iterable[Span]) -> Iterator[Span]:
    """The passages up to the end of a full name that stands elsewhere too: headlines in capitals
    go on behind it ("Ada Norr Hammers Velmark Bank" beside "Ada Norr")."""
    spans = sorted(names)
    spelt = {" ".join(s.of(text).split()) for s in spans}
    for span in spans:
        words = list(_WORD.finditer(text, *span))
        ends = [
            w.end() for w in words[1:-2] if " ".join(text[span.start : w.end()].split()) in spelt
        ]
        yield Span(span.start, ends[-1]) if ends else span


def introduced_people(
    document: Document, sources: Iterable[Span], taken: Iterable[Span]
) -> Iterator[Span]:
    """Full names that none of the passages `taken` touches."""
    text = document.text
    known = index_of(taken)
    for name in sorted({*_speaking(text, sources), *_aged(text)}):
        if not known.meeting(name):
            yield name


def ends_in_rank(name: str) -> bool:
    """Whether a supposed name is a rank without its name ("Navy Capt")."""
    return _ENDS_IN_RANK.search(name) is not None


def people_among_bodies(
    text: str, bodies: Iterable[Span], people: Iterable[Span], sources: Iterable[Span]
) -> dict[Span, Span]:
    """Passages that the recogniser took for bodies and that name people: passage -> name.

    "Velmark, Ada Norr" has a place in front; "Ada Norr" alone speaks, or is called Norr elsewhere;
    "Norr" alone is the surname by which she is called.
    """
    named = [without_leading(text, s) for s in people]
    surnames = {s.of(text) for s in named}
    called = surnames & {s.of(text).split()[-1] for s in named if " " in s.of(text)}
    starts = {s.start for s in sources}
    found: dict[Span, Span] = {}
    for span in bodies:
        if span.of(text) in called:
            found[span] = span
            continue
        start = text.rfind(", ", span.start, span.end) + 2
        name = Span(start if start > 1 else span.start, span.end)
        words = name.of(text).split()
        if not (2 <= len(words) <= _MOST_WORDS and is_given_name(words[0])):
            continue
        told = name != span or words[-1] in surnames or span.start in starts
        if told and _is_whole_name(text, name):
            found[span] = name
    return found


def _is_whole_name(text: str, name: Span) -> bool:
    """Whether a passage looks like a name that no further capital word goes on with, as in
    "Cleveland Police Chief"."""
    titled = any(is_head(w) for w in name.of(text).split())
    goes_on = re.match(r"\s+[A-Z]", text[name.end : name.end + 3]) is not None
    return _NAME.fullmatch(text, *name) is not None and not titled and not goes_on


def _speaking(text: str, sources: Iterable[Span]) -> Iterator[Span]:
    for source in sources:
        first = _NAME.match(text, *source)
        if first and _is_described(text[first.end() : source.end]):
            yield Span(*first.span())
            continue
        for word in _CAPITAL.finditer(text, *source):
            name = _NAME.match(text, word.start(), source.end) if is_given_name(word[0]) else None
            if name and _is_whole_name(text, Span(*name.span())):
                yield Span(*name.span())
                break


def _is_described(behind: str) -> bool:
    """Whether a title follows behind a comma."""
    described = _DESCRIBED.match(behind)
    return described is not None and is_head(described[1].split()[-1])


def _aged(text: str) -> Iterator[Span]:
    for match in _NAME.finditer(text):
        if _AGED.match(text, match.end()):
            yield without_leading(text, Span(*match.span()))
