"""From spans to attributions: `kg.extract.attributions.join`, over the invented sentences given."""

from kg.extract.attributions.join import CONTENT, CUE, SOURCE, Joined, join
from kg.extract.attributions.layout import layout
from kg.read.network.decode import Tagged
from kg.read.network.encode import Word

ROLES = {"S": SOURCE, "K": CUE, "C": CONTENT}
Told = list[tuple[str, str, list[str]]]


def _joined(marked: str) -> Told:
    """Join a text in which `S[...]`, `K[...]` and `C[...]` mark the spans."""
    words, spans, text = [], [], ""
    paragraph, opened, inside = 0, None, False
    for part in marked.replace("[", " [ ").replace("]", " ] ").replace("\n", " \n ").split(" "):
        if part in ROLES:
            opened = (ROLES[part], len(words))
        elif part == "]" and opened:
            spans.append(Tagged(opened[0], opened[1], len(words)))
        elif part == "\n":
            paragraph += 1
        elif part not in ("", "["):
            inside ^= part == '"'
            words.append(Word(len(text), len(text) + len(part), (), int(inside), paragraph))
            text += part + " "
    told = join(spans, layout(text, words))
    return [_spell(j, text, words) for j in told]


def _spell(joined: Joined, text: str, words: list[Word]) -> tuple[str, str, list[str]]:
    def spelt(span: Tagged | None) -> str:
        return text[words[span.begin].start : words[span.end - 1].end] if span else ""

    return spelt(joined.source), spelt(joined.cue), [spelt(c) for c in joined.contents]


def test_source_cue_and_content_in_a_row() -> None:
    assert _joined("S[ The minister ] K[ said ] C[ rules come ] .") == [
        ("The minister", "said", ["rules come"])
    ]


def test_halves_around_the_cue_are_one_attribution() -> None:
    told = _joined('C[ " Rules come , " ] K[ said ] S[ Ada Roe ] . C[ " And soon . " ]')
    assert told == [("Ada Roe", "said", ['" Rules come , "', '" And soon . "'])]


def test_two_sentences_keep_their_own_speakers() -> None:
    told = _joined("S[ Roe ] K[ said ] C[ yes ] . S[ Lim ] K[ said ] C[ no ] .")
    assert told == [("Roe", "said", ["yes"]), ("Lim", "said", ["no"])]


def test_a_missing_source_is_that_of_the_attribution_before() -> None:
    told = _joined("S[ Roe ] K[ said ] C[ yes ] and K[ added ] C[ no ] .")
    assert told == [("Roe", "said", ["yes"]), ("Roe", "added", ["no"])]


def test_a_new_sentence_inherits_nothing() -> None:
    told = _joined("S[ Roe ] K[ said ] C[ yes ] . It was K[ added ] that C[ no ] .")
    assert told[1] == ("", "added", ["no"])


def test_a_fragment_without_marks_in_another_sentence_is_a_stray() -> None:
    told = _joined("C[ The plan ] was big . S[ Roe ] K[ denied ] C[ it ] .")
    assert told == [("Roe", "denied", ["it"])]


def test_a_source_serves_its_nearest_cue() -> None:
    told = _joined("S[ Roe ] K[ said ] C[ yes ] , while S[ Lim ] K[ denied ] C[ it ] .")
    assert [source for source, _, _ in told] == ["Roe", "Lim"]


def test_a_cue_without_content_tells_nothing() -> None:
    assert _joined("S[ Roe ] K[ said ] nothing .") == []
