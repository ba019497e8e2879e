"""The constructions that put a person into an office, one function each.

Comes in: the words of a passage and the place of a person's name among them. Goes out: what the
person holds.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.english.offices import DETERMINERS, DOING, PREPOSITIONS, WEAK, is_head
from kg.extract.offices.organizations import name_of, read_organization
from kg.extract.offices.passage import Name, Word
from kg.extract.offices.titles import Title, read_title, read_titles, status_of
from schema.entity import TenureStatus

_OPENS = frozenset({",", "(", "—", "–", "--"})
_LONGEST_PREFIX = 10
_LONGEST_INVERSE = 22
_BE_NOW = frozenset({"is", "serves", "works", "became", "remains"})
_BE_ONCE = frozenset({"was", "served", "worked"})


@dataclass(frozen=True)
class Held:
    """An office held; the words `start` to `end` say it."""

    title: str
    organization: str | None
    status: TenureStatus
    start: int
    end: int


Construction = Callable[[str, Sequence[Word], int, int], Iterator[Held]]


def apposition(text: str, words: Sequence[Word], start: int, end: int) -> Iterator[Held]:
    """ "Ada Norr, chair of the Diet": one or more titles behind the name, and who-clauses there."""
    if end >= len(words) or words[end].text not in _OPENS or words[end - 1].possessive:
        return
    at = _after_age(words, end + 1)
    titles = read_titles(text, words, at)
    if titles and _names_next_person(words, titles[-1].end):
        return
    yield from (_held(t) for t in titles)
    yield from relative(text, words, at, titles[-1].end if titles else at)


def relative(text: str, words: Sequence[Word], start: int, end: int) -> Iterator[Held]:
    """ "Norr, who heads the Energy Agency": a clause behind a name or a title."""
    at = end + 1 if end < len(words) and words[end].text == "," else end
    if at >= len(words) or words[at].lower != "who":
        return
    at += 1
    while at < len(words) and words[at].tag == "ADV":
        at += 1
    if at >= len(words):
        return
    verb = words[at].text.lower()
    if verb in DOING:
        yield from _doing(text, words, at)
    elif verb in _BE_NOW | _BE_ONCE:
        past = verb in _BE_ONCE
        for title in read_titles(text, words, _after_as(words, at + 1)):
            yield _held(title, status=TenureStatus.FORMER if past else None)


def copula(text: str, words: Sequence[Word], start: int, end: int) -> Iterator[Held]:
    """ "Norr is the director of the Energy Agency": only with an organisation, or as an office."""
    if end >= len(words) or words[end].text.lower() not in _BE_NOW:
        return
    at = _after_as(words, end + 1)
    yield from (_held(t) for t in read_titles(text, words, at) if t.organization)


def prefix(text: str, words: Sequence[Word], start: int, end: int) -> Iterator[Held]:
    """ "Foreign Minister Norr", "actor Sol Brand": the title stands right before the name."""
    last = start - 1
    if last > 0 and words[last].text == "." and is_head(words[last - 1].text):
        last -= 1  # "Sen. Norr"
    if last < 0 or not (is_head(words[last].bare) or words[last].proper):
        return
    before = words[:start]
    # The longest run of words that reads as one title and ends at the name.
    for at in range(max(0, last - _LONGEST_PREFIX), last + 1):
        if not _may_begin(words, at) or _is_common_before_capital(words, at, last):
            continue
        title = read_title(text, before, at)
        if title is None or title.end != last + 1 or title.head in WEAK:
            continue
        if _is_of_another(title):
            return
        if is_head(words[last].bare) or words[at].text[0].isupper():
            yield _held(title)
            return


def inverse(text: str, words: Sequence[Word], start: int, end: int) -> Iterator[Held]:
    """ "The former head of the Energy Agency, Ada Norr, said": the title and comma go before."""
    if start < 2 or words[start - 1].text != "," or _goes_on(words, end):
        return
    before = words[: start - 1]
    for at in range(max(0, start - 1 - _LONGEST_INVERSE), start - 1):
        if not _points(words, at) or _is_apposition(words, at):
            continue
        titles = read_titles(text, before, at)
        if titles and titles[-1].end == start - 1:
            yield from (_held(t) for t in titles)
            return


CONSTRUCTIONS: tuple[Construction, ...] = (apposition, relative, copula, prefix, inverse)


def _held(title: Title, *, status: TenureStatus | None = None) -> Held:
    return Held(
        title=title.title,
        organization=title.organization,
        status=status or title.status,
        start=title.start,
        end=title.end,
    )


def _doing(text: str, words: Sequence[Word], at: int) -> Iterator[Held]:
    verb = words[at].text.lower()
    found = read_organization(words, at + 1)
    if found is not None and found.proper:
        past = verb in {"headed", "led", "chaired", "directed"}
        yield Held(
            title=DOING[verb],
            organization=name_of(text, words, found),
            status=TenureStatus.FORMER if past else TenureStatus.CURRENT,
            start=at,
            end=found.end,
        )


def _after_age(words: Sequence[Word], at: int) -> int:
    aged = at + 1 < len(words) and words[at].text.isdigit() and words[at + 1].text == ","
    return at + 2 if aged else at


def _after_as(words: Sequence[Word], at: int) -> int:
    while at < len(words) and (words[at].text.lower() == "as" or words[at].tag == "ADV"):
        at += 1
    return at


def _names_next_person(words: Sequence[Word], at: int) -> bool:
    """ "Ada Norr, Senator Lee and ...": the title belongs to the person behind it."""
    if at < len(words) and words[at].text == ".":
        at += 1 if at + 1 < len(words) and words[at + 1].name is Name.PERSON else 0
    return at < len(words) and words[at].name is Name.PERSON


def _may_begin(words: Sequence[Word], at: int) -> bool:
    """Whether a title before a name may begin here: at a noun or adjective, not at an article."""
    word = words[at]
    if word.name is Name.PERSON or word.sign or word.lower in PREPOSITIONS:
        return False
    if word.text.lower() in DETERMINERS or word.lower in {"and", "also"}:
        return False
    named = word.proper or word.common or status_of(word) is not None
    return named or is_head(word.bare) or word.lower.startswith("then-") or word.bare.isupper()


def _is_of_another(title: Title) -> bool:
    """ "chief of staff to President Norr": what is named last is the person's own title."""
    last = [*(title.organization or title.title).split()][-1]
    return is_head(last) and (title.organization is not None or last.lower() != title.head)


def _is_common_before_capital(words: Sequence[Word], at: int, last: int) -> bool:
    """ "the announcement President Norr made": what precedes a capital title is no part of it."""
    word = words[at]
    modifies = status_of(word) is not None or is_head(word.bare) or word.lower.startswith("then-")
    return word.text.islower() and words[last].text[0].isupper() and not modifies


def _points(words: Sequence[Word], at: int) -> bool:
    """Whether a title that stands for somebody begins here: "the ...", "its ...", "Norrlys's"."""
    word = words[at]
    definite = word.text.lower() in DETERMINERS - {"a", "an", "one"}
    return definite or word.possessive or status_of(word) is not None


def _is_apposition(words: Sequence[Word], at: int) -> bool:
    """Whether the title stands behind another name, and so belongs to that one."""
    return at > 1 and words[at - 1].text in _OPENS and words[at - 2].name is Name.PERSON


def _goes_on(words: Sequence[Word], end: int) -> bool:
    """Whether the name has an apposition of its own, or stands in a list of names."""
    return end < len(words) and words[end].text in {"and", "or"}
