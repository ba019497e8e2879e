"""Reads titles: "a national political advisor and director of the Norr Institute" -> two titles.

Comes in: a passage as `Word`s. Goes out: `Title`s with the words of the organisation. Called by
`offices` (next to a name) and by `kg.link` (a title that stands for a name).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.english.offices import (
    DETERMINERS,
    EXECUTIVE,
    NO_ORGANIZATIONS,
    OF_A_FIELD,
    PARTIES,
    PREPOSITIONS,
    STATUS,
    STYLES,
    WEAK,
    is_head,
)
from kg.english.words import listed
from kg.extract.offices.organizations import name_of, read_organization
from kg.extract.offices.passage import Name, Word
from schema.entity import TenureStatus

_BEFORE = frozenset({"also", "currently", "now", "both", "himself", "herself", "formerly", "once"})
_FIELDS = frozenset({"Staff", "State", "Operations", "Mission"})
_INSTITUTIONS = listed("bodies", "with offices")
_POINTING = frozenset({"that", "this", "its", "their", "his", "her"})
_LONGEST_PREMODIFIER = 8


@dataclass(frozen=True)
class Title:
    """One title; the words `start` to `end` hold it and its organisation."""

    title: str
    head: str
    organization: str | None
    status: TenureStatus
    start: int
    end: int
    bare: bool


def read_titles(text: str, words: Sequence[Word], at: int) -> list[Title]:
    """The titles that begin here, joined by commas or "and"; empty when none does."""
    first = read_title(text, words, at)
    titles = [first] if first else []
    while titles:
        following = _joined(text, words, titles[-1].end)
        if following is None:
            break
        titles.append(following)
    return [t for t in _shared(titles) if t.head not in WEAK or t.organization]


def read_title(text: str, words: Sequence[Word], at: int) -> Title | None:
    """The title that begins here, with its organisation; None when there is none."""
    start, status = _opening(words, at)
    heads = _heads(words, start)
    if heads is None:
        return None
    head_at, heads_end = heads
    premodifiers, organization, inner = _premodifiers(text, words[start:heads_end])
    head = words[heads_end - 1].lower
    tail_end, named, end = _behind(text, words, heads_end, head)
    tail = text[words[heads_end - 1].end : words[tail_end - 1].end].split()
    elect = any(w.lower.endswith("-elect") for w in words[head_at:heads_end])
    title = " ".join([*premodifiers, *tail]).replace("-elect", "")
    if not title:
        return None
    return Title(
        title=title,
        head=head.removesuffix("-elect").removeprefix("then-"),
        organization=named or organization,
        status=TenureStatus.ELECT if elect else inner or status,
        start=at,
        end=end,
        bare=len(premodifiers) == heads_end - head_at and tail_end == heads_end,
    )


def _opening(words: Sequence[Word], at: int) -> tuple[int, TenureStatus]:
    """Skip what stands before the title proper: "also", articles, "former"."""
    status = TenureStatus.CURRENT
    while at < len(words):
        lower = words[at].text.lower()
        if lower in {"formerly", "once", "previously"}:
            status = TenureStatus.FORMER
        elif status_of(words[at]) is not None:
            status = status_of(words[at]) or status
        elif lower not in _BEFORE and lower not in DETERMINERS:
            break
        at += 1
    return at, status


def status_of(word: Word) -> TenureStatus | None:
    """The status that a word gives to a title ("former", "acting"); None for other words."""
    match = STATUS.fullmatch(word.text)
    if match is None:
        return None
    if match["former"]:
        return TenureStatus.FORMER
    return TenureStatus.ACTING if match["acting"] else TenureStatus.ELECT


def _heads(words: Sequence[Word], start: int) -> tuple[int, int] | None:
    """The first head and the end of the last one in the noun phrase that begins at `start`."""
    first: int | None = None
    end = start
    for k in range(start, min(len(words), start + _LONGEST_PREMODIFIER)):
        word = words[k]
        readable = word.proper or word.common or word.bare in _UPPER
        if word.name is Name.PERSON or not (readable or word.name is Name.ORGANIZATION):
            break
        # "Norr Agency of Trade Director": inside an organisation's name these go on.
        if word.name is not Name.ORGANIZATION and word.lower in {*PREPOSITIONS, "and"}:
            break
        if is_head(word.text) and not _inside_organization(words, k):
            first = k if first is None else first
            end = k + 1
    return None if first is None else (first, end)


_UPPER = NO_ORGANIZATIONS


def _inside_organization(words: Sequence[Word], k: int) -> bool:
    """A head in the middle of an organisation's name is no title ("General Norr Corporation")."""
    inside = words[k].name is Name.ORGANIZATION
    return inside and k + 1 < len(words) and words[k + 1].name is Name.ORGANIZATION


def _premodifiers(
    text: str, words: Sequence[Word]
) -> tuple[list[str], str | None, TenureStatus | None]:
    """The words of the title, the organisation before it, and the status among them."""
    organization_end = _organization_before(words)
    organization = None
    if organization_end:
        exact = text[words[0].start : words[organization_end - 1].end]
        organization = " ".join(exact.split()).removesuffix("'s").removesuffix("’s")
    kept: list[str] = []
    status: TenureStatus | None = None
    for word in words[organization_end:]:
        found = status_of(word)
        if found is not None:
            status = found
        elif word.lower.startswith("then-"):
            status = TenureStatus.FORMER
            kept.append(word.text[len("then-") :])
        elif word is words[-1] or not _says_where_from(word):  # the head is no place
            kept.append(word.text)
    return kept, organization, status


def _says_where_from(word: Word) -> bool:
    """Nationality, party, place, owner, number or address: no part of a title."""
    elsewhere = word.name in {Name.PLACE, Name.LONE}
    counted = (
        word.text in {"U.S.", "US", "USA", "U.K.", "UK"}
        or word.text[0].isdigit()
        or word.lower in STYLES
    )
    return elsewhere or counted or word.possessive or word.lower in PARTIES


def _organization_before(words: Sequence[Word]) -> int:
    """How many words before the title name its organisation ("Norrlys founder", "NPC deputy")."""
    end = 0
    head = words[-1]
    for k, word in enumerate(words[:-1]):
        other = word.name in {Name.PLACE, Name.LONE}
        inside = word.name is Name.ORGANIZATION
        if other or is_head(word.bare) or not (word.proper or inside):
            break
        acronym = len(word.bare) > 1 and word.bare.isupper()
        # Among lower-case words of a title a capital is a name, but for the first of a sentence.
        stands_out = (head.text.islower() or head.text.isupper()) and not (word.first and k == 0)
        if not (inside or word.possessive or acronym or stands_out):
            break
        end = k + 1
        if word.possessive:
            return end
    # "Commerce Secretary": the field of a minister, not his employer.
    named = " ".join(w.lower for w in words[:end])
    body = any(i in named for i in _INSTITUTIONS) or words[end - 1].bare.isupper()
    field = end == len(words) - 1 and head.text[1:].islower() and head.text[0].isupper()
    return 0 if end and field and not body else end


def _behind(text: str, words: Sequence[Word], at: int, head: str) -> tuple[int, str | None, int]:
    """Where the title's own words end, the organisation behind it, and where reading goes on.

    "director of AI policy at the Norr Institute": the first "of" belongs to the title.
    """
    tail_end = start = at
    while at < len(words) and words[at].lower in PREPOSITIONS:
        found = read_organization(words, at + 1)
        if found is None:
            break
        name = name_of(text, words, found)
        # Behind a field of his own a minister's "of" names where he is minister.
        placed = tail_end > start and words[at].lower == "of"
        if found.proper and (placed or _is_organization(words[at].lower, head, name)):
            return tail_end, name, found.after
        # "chair of that committee": which one it is stands elsewhere.
        anaphoric = words[at + 1].lower in _POINTING and not found.proper
        at = found.end
        tail_end = tail_end if anaphoric else at
    return tail_end, None, at


def _is_organization(preposition: str, head: str, name: str) -> bool:
    institution = any(word in name.lower() for word in _INSTITUTIONS)
    if name in _FIELDS or (preposition in {"to", "on"} and not institution):
        return False
    return head not in OF_A_FIELD or preposition == "at" or institution


def _joined(text: str, words: Sequence[Word], at: int) -> Title | None:
    """A further title behind "and" or a comma; not one that introduces another person."""
    k = at
    while k < len(words) and words[k].text in {",", "and", "&"}:
        k += 1
    if k == at or k - at > 2:
        return None
    title = read_title(text, words, k)
    if title is None or (title.end < len(words) and words[title.end].name is Name.PERSON):
        return None
    return title


def _shared(titles: list[Title]) -> list[Title]:
    """ "founder and CEO of Norrlys": both are of Norrlys."""
    shared = list(titles)
    for k in range(len(titles) - 2, -1, -1):
        one, other = shared[k], shared[k + 1]
        executives = one.head in EXECUTIVE and other.head in EXECUTIVE
        if executives and one.bare and one.organization is None and other.organization:
            shared[k] = replace(one, organization=other.organization)
    return shared
