"""The word lists: `data/*.txt`, one file a subject, in sections, and the one reader of them.

A line in brackets begins a section, `#` a comment; every other line lists words, apart by blanks.
Where a section holds phrases of several words, a line is one phrase. `python -m kg.english WORD`
says in which sections a word stands.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_FOLDER = files("kg.english") / "data"


@cache
def _sections(subject: str) -> dict[str, tuple[str, ...]]:
    """The lines of a file by section."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in (_FOLDER / f"{subject}.txt").read_text("utf-8").splitlines():
        entry = line.strip()
        if entry.startswith("["):
            name = entry.strip("[]")
        elif entry and not entry.startswith("#"):
            found.setdefault(name, []).append(entry)
    return {section: tuple(lines) for section, lines in found.items()}


def sections(subject: str) -> tuple[str, ...]:
    """The names of the sections of a subject, in their order."""
    return tuple(_sections(subject))


def phrases(subject: str, section: str) -> tuple[str, ...]:
    """The lines of a section. Raises KeyError when there is no such section."""
    return _sections(subject)[section]


@cache
def listed(subject: str, section: str) -> frozenset[str]:
    """The words of a section. Raises KeyError when there is no such section."""
    return frozenset(" ".join(_sections(subject)[section]).split())


def pairs(subject: str, section: str) -> dict[str, str]:
    """A section whose lines hold a word and what it stands for."""
    return dict(line.split() for line in phrases(subject, section))


def either(subject: str, section: str) -> str:
    """The words of a section as an expression that matches one of them, the longest first."""
    return "|".join(sorted(listed(subject, section), key=lambda w: (-len(w), w)))


def any_of(subject: str, section: str) -> str:
    """The lines of a section as an expression that matches the first that fits; a blank in them
    stands for any white space."""
    return "|".join(line.replace(" ", r"\s+") for line in phrases(subject, section))


def classes_of(word: str) -> Iterator[str]:
    """Where a word is listed: "people: plurals", in the order of the files."""
    for file in sorted(_FOLDER.iterdir(), key=lambda f: f.name):
        subject, dot, _ = file.name.rpartition(".txt")
        for section in sections(subject) if dot else ():
            if word in listed(subject, section) or word in phrases(subject, section):
                yield f"{subject}: {section}"
