"""Compare what the pipeline reads in an article with its gold.

A statement is found when at least half of the words of both contents together are shared (by
place); right means: the right speaker, the right act, at least one right topic. An extra is a
statement whose content matches none of the gold.

A found topic is right when it is one of the gold's or narrower. A stance is right when it takes the
same side on the gold's topic, or on a narrower or broader one of the same family: who is for strict
rules on deepfakes is for rules on AI. The whole field is no family: it would fit every topic.
Precisions count found statements only, and stances only in articles whose gold has some. An office
is found when person, title and organization are right; person and title are counted apart, since
readers name organizations that a text only implies.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.topics import load_scheme
from schema.attribution import Attribution
from schema.document import Document
from schema.entity import TenureStatus
from schema.ids import WORD, normalise_name
from schema.linked import Linked, LinkedAttribution
from tests.quality.gold import Gold, GoldOffice, GoldStatement

Words = frozenset[int]
_Office = tuple[str, str, tuple[str | None, ...]]


@dataclass
class Score:
    """Counts that add up over articles."""

    statements: int = 0
    found: int = 0
    speakers: int = 0
    wrong_speakers: int = 0
    acts: int = 0
    topics: int = 0
    topics_given: int = 0
    topics_fitting: int = 0
    stances: int = 0
    gold_stances: int = 0
    stances_given: int = 0
    stances_fitting: int = 0
    right: int = 0
    offices: int = 0
    office_titles: int = 0
    gold_offices: int = 0
    extra_offices: int = 0
    extras: int = 0
    missed: list[str] = field(default_factory=list)
    spurious: list[str] = field(default_factory=list)

    def __add__(self, other: "Score") -> "Score":
        return Score(**{k: v + getattr(other, k) for k, v in vars(self).items()})


class _Places:
    """The words of a text by place, so that contents can be compared."""

    def __init__(self, text: str) -> None:
        self.starts = [m.start() for m in WORD.finditer(text)]
        self.words = [m.group().casefold().replace("’", "'") for m in WORD.finditer(text)]

    def of_attribution(self, found: Attribution) -> Words:
        return frozenset(
            i
            for i, start in enumerate(self.starts)
            if any(s.start <= start < s.end for s in found.content)
        )

    def of_gold(self, statement: GoldStatement) -> list[Words]:
        """Every place at which the gold's words stand (a short content may stand several times)."""
        runs = [self._runs(part) for part in statement.content]
        if not all(runs):
            return []
        return [first.union(*(r[0] for r in runs[1:])) for first in runs[0]]

    def _runs(self, part: str) -> list[Words]:
        wanted = [w.casefold().replace("’", "'") for w in WORD.findall(part)]
        n = len(wanted)
        at = (i for i in range(len(self.words) - n + 1) if self.words[i : i + n] == wanted)
        return [frozenset(range(i, i + n)) for i in at]


def _jaccard(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _same_name(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    article = re.compile(r"^(the|a|an|this) ")
    return article.sub("", normalise_name(one)) == article.sub("", normalise_name(other))


@cache
def _family(label: str) -> frozenset[str]:
    """A topic by notation or label, with all that is narrower."""
    topics = load_scheme().topics
    named = {
        t.uri
        for t in topics
        if label == t.notation or label.casefold() in map(str.casefold, t.labels)
    }
    while more := {t.uri for t in topics if set(t.broader) & named} - named:
        named |= more
    return frozenset(t.notation for t in topics if t.uri in named)


@cache
def _whole_fields() -> frozenset[str]:
    return frozenset(t.notation for t in load_scheme().topics if not t.broader)


def _same_side(found: tuple[str, str], gold: tuple[str, str]) -> bool:
    """The same side on topics of one family."""
    if found[0] in _whole_fields() and found[0] != gold[0]:
        return False
    akin = found[0] in _family(gold[0]) or gold[0] in _family(found[0])
    return akin and found[1] == gold[1]


def score(document: Document, linked: Linked, gold: Gold) -> Score:
    """The counts for one article."""
    places = _Places(document.text)
    pairs, extras = _match(places, linked.attributions, gold.statements)
    total = Score(statements=len(gold.statements), extras=len(extras))
    total.spurious = [f"{document.source}: {_words(document, e)}" for e in extras]
    for j, statement in enumerate(gold.statements):
        found = pairs.get(j)
        if found is None:
            total.missed.append(f"{document.source}: {' / '.join(statement.content)}")
        else:
            _count(total, statement, found)
    total.gold_stances = sum(len(s.stances) for s in gold.statements)
    if not total.gold_stances:  # stances are not annotated
        total.stances_given = 0
    _count_offices(total, linked, gold.offices)
    return total


def _words(document: Document, found: LinkedAttribution) -> str:
    return " / ".join(s.of(document.text) for s in found.attribution.content)


def _match(
    places: _Places, found: Sequence[LinkedAttribution], wanted: Sequence[GoldStatement]
) -> tuple[dict[int, LinkedAttribution], list[LinkedAttribution]]:
    """One to one, best overlap first: attributions by gold statement, and the extra ones."""
    contents = [places.of_attribution(a.attribution) for a in found]
    candidates = sorted(
        (-_jaccard(words, run), i, j)
        for j, statement in enumerate(wanted)
        for run in places.of_gold(statement)
        for i, words in enumerate(contents)
    )
    pairs: dict[int, LinkedAttribution] = {}
    used: set[int] = set()
    for overlap, i, j in candidates:
        if overlap <= -0.5 and i not in used and j not in pairs:
            used.add(i)
            pairs[j] = found[i]
    return pairs, [a for i, a in enumerate(found) if i not in used]


def _count(total: Score, gold: GoldStatement, found: LinkedAttribution) -> None:
    speaker = found.speaker.name if found.speaker else None
    speaker_right = _same_name(speaker, gold.speaker)
    act_right = found.attribution.act == gold.act
    topics = set(found.attribution.topics)
    topic_right = not gold.topics or any(topics & _family(t) for t in gold.topics)
    stances = {(s.topic, s.polarity) for s in found.attribution.stances}
    total.found += 1
    total.speakers += speaker_right
    total.wrong_speakers += speaker is not None and not speaker_right
    total.acts += act_right
    total.topics += topic_right
    if gold.topics:
        total.topics_given += len(topics)
        total.topics_fitting += sum(any(t in _family(g) for g in gold.topics) for t in topics)
    total.stances += sum(any(_same_side(s, g) for s in stances) for g in gold.stances)
    total.stances_given += len(stances)
    total.stances_fitting += sum(any(_same_side(s, g) for g in gold.stances) for s in stances)
    total.right += speaker_right and act_right and topic_right


def _count_offices(total: Score, linked: Linked, gold: Iterable[GoldOffice]) -> None:
    found: list[_Office] = []
    for tenure in linked.tenures:
        prefix = "" if tenure.status is TenureStatus.CURRENT else f"{tenure.status.value} "
        organization = tenure.organization
        names = (organization.name, *organization.alt_names) if organization else (None,)
        found.append((tenure.person.name, prefix + tenure.title, names))
    unused = list(dict.fromkeys(found))
    for office in gold:
        total.gold_offices += 1
        total.office_titles += any(_same_title(f, office) for f in found)
        hit = next((f for f in unused if _same_office(f, office)), None)
        if hit is not None:
            unused.remove(hit)
            total.offices += 1
    total.extra_offices += len(unused)


def _same_title(found: _Office, office: GoldOffice) -> bool:
    person, title, _ = found
    same = normalise_name(title) == normalise_name(office.title)
    return same and _same_name(person, office.person)


def _same_office(found: _Office, office: GoldOffice) -> bool:
    return _same_title(found, office) and any(_same_name(o, office.organization) for o in found[2])
