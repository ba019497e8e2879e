"""Work grows with the input, not faster.

No clock is asked: calls are counted, or the system stops a process at many times what it needs.
"""

import cProfile
import pstats
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from api.runtime import Runtime
from benchmarks.hostile import INPUTS
from benchmarks.input_growth import read, remember_windows
from kg.link.resolve import narrator
from kg.read.network import decode, parse, tags
from kg.read.reading import network as shared_network
from kg.settings import Settings
from loaders.page.furniture_rules import kind_of
from schema.document import BlockKind
from schema.span import Span
from schema.span_index import index_of
from tests.faults.loading import loaded_in_time

# What took the square of its length: pairs of statements, names, topics or words of a paragraph.
PAIRS = [
    "one name and a comma",
    "many names",
    "many names, one surname",
    "short names",
    "sentences of many bodies",
    "`the Act, `",
    "papers",
    "`“We act,” he said.` paragraphs",
    '`"We act," he said.` in one paragraph',
    "pronouns in one paragraph",
    "speech of a person",
]
# What patterns took the square of, or more, as they began anew at each character: once each of
# these took more than the limit alone.
PATTERNS = ["`[` in Markdown", "`![` in Markdown", "`[` in plain text", "digits", "one letter"]
# And what must not become so.
PATTERNS += ["`[a](` in Markdown", "`[a](b) ` in Markdown", "`A.`", "`AI-`", "`@`", "`views-is-`"]
PATTERNS += ["no-break spaces", "`<figcaption>` in Markdown", "many attributes", "nested elements"]


@pytest.fixture(scope="module")
def runtime() -> Iterator[Runtime]:
    with pytest.MonkeyPatch.context() as patch:
        network = shared_network()
        patch.setattr(network, "_run", network._run)  # to be put back
        patch.setattr(parse, "trees", parse.trees)
        remember_windows()
        ready = Runtime(Settings(store="memory://"))
        read(ready, "paragraphs of speech", 1)  # what is loaded once is loaded
        yield ready


def calls(runtime: Runtime, name: str, size: int) -> int:
    """How many functions are called for an input of some kB."""
    profile = cProfile.Profile()
    profile.runcall(read, runtime, name, size)
    return pstats.Stats(profile).total_calls


@pytest.mark.parametrize("name", PAIRS)
def test_four_times_the_input_takes_less_than_five_times_the_calls(
    runtime: Runtime, name: str
) -> None:
    assert calls(runtime, name, 12) < 5 * calls(runtime, name, 3)


def test_what_is_asked_of_a_whole_text_is_asked_once(runtime: Runtime) -> None:
    """Not at each "I" again: a pattern over the text, which no count of calls sees."""
    before = narrator._beside_an_i.cache_info().misses
    read(runtime, "`“I act,” I said.` in one paragraph", 3)
    assert narrator._beside_an_i.cache_info().misses == before + 1


def test_no_pattern_begins_anew_at_each_character(tmp_path: Path) -> None:
    """128 kB of each are loaded in one process, which the system would stop."""
    for k, name in enumerate(PATTERNS):
        text = INPUTS[name].make(128_000)
        (tmp_path / f"{k}{INPUTS[name].suffix}").write_text(text, "utf-8")
    assert len(loaded_in_time(tmp_path)) == len(PATTERNS)


def test_a_long_block_of_few_words_is_no_line_of_a_page() -> None:
    """The patterns for bylines, buttons and datelines are not asked about it."""
    assert kind_of("A." * 50, BlockKind.PARAGRAPH) is BlockKind.HEADING
    assert kind_of("A." * 5000, BlockKind.PARAGRAPH) is BlockKind.PARAGRAPH
    assert kind_of("[" * 5000, BlockKind.PARAGRAPH) is BlockKind.FURNITURE
    links = "[Home](/home) " * 500
    assert kind_of(links, BlockKind.PARAGRAPH) is BlockKind.FURNITURE
    assert kind_of(f"{links}and more", BlockKind.PARAGRAPH) is BlockKind.PARAGRAPH


def test_one_long_paragraph_does_not_make_room_for_many_short_ones() -> None:
    """The search for the best tags takes paragraphs side by side, in tables of a limited size."""
    fresh = np.array([True, *[False] * 9_999, *[True] * 10_000])
    parts = decode._parts(fresh)
    assert [a for a, _ in parts[1:]] == [b for _, b in parts[:-1]]
    assert (parts[0][0], parts[-1][1]) == (0, len(fresh))
    assert all(fresh[a] for a, _ in parts)
    table = [int(fresh[a:b].sum()) * max(_sizes(fresh[a:b])) for a, b in parts]
    assert max(table) <= decode._MOST_CELLS
    scores = np.random.default_rng(1).normal(size=(len(fresh), tags.COUNT))
    step = np.zeros((tags.COUNT, tags.COUNT))
    apart = [
        decode._viterbi(scores[a:b], step, fresh[a:b]) for a, b in ((0, 10_000), (10_000, 20_000))
    ]
    assert (decode.viterbi(scores, step, fresh) == np.concatenate(apart)).all()


def _sizes(fresh: np.ndarray) -> list[int]:
    return [int(n) for n in np.diff(np.flatnonzero(fresh), append=len(fresh))]


def test_an_index_of_passages_finds_what_a_look_at_all_of_them_finds() -> None:
    random = np.random.default_rng(7)
    starts = random.integers(0, 2000, 300).tolist()
    spans = [
        Span(a, a + n) for a, n in zip(starts, random.integers(1, 400, 300).tolist(), strict=True)
    ]
    index = index_of(spans)
    for one in spans:
        assert index.meeting(one) == [s for s in spans if s.overlaps(one)]
        assert index.holding(one) == [s for s in spans if s.contains(one)]
        assert index.inside(one) == [s for s in spans if one.contains(s)]
