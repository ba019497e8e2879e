"""Texts that are not English: they are stored and said to be so, and no statements are read."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from loaders.language import language_of
from schema.document import Document
from tests.faults.loading import GOOD, write
from tests.require import ROOT

run = CliRunner().invoke
FOREIGN = {
    "de": "Digitalministerin Ute Kern sagte am Montag, das Gesetz über lernende Maschinen werde im "
    "Herbst gelten. „Wir haben lange genug gewartet“, sagte Kern. Die Opposition widersprach.",
    "fr": "La ministre du Numérique, Aude Morel, a déclaré lundi que la loi sur les algorithmes "
    "serait votée à l’automne. « Nous avons assez attendu », a-t-elle dit aux députés.",
    "ar": "قالت وزيرة الاقتصاد الرقمي سلمى حداد يوم الاثنين إن القانون الجديد سيعرض على "
    "البرلمان في الخريف. وأضافت أن الحكومة انتظرت وقتا طويلا.",
    "zh": "数字经济部长周一表示，关于人工智能的新法律将于今年秋季提交议会审议。"
    "她说，政府已经等待了很长时间，各地企业需要明确的规则。反对派议员批评了这一计划。",
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICYKG_HOME", str(tmp_path / "home"))


ENGLISH = (
    "The minister said that the law would be in force by the autumn, and that it was for the "
    "courts to say what it is that they will do with it."
)


@pytest.mark.parametrize("language", FOREIGN)
def test_the_words_tell_the_language(language: str) -> None:
    assert language_of(FOREIGN[language]) == language


@pytest.mark.parametrize(
    ("words", "language"),
    [("人工智能监管法案将于明年生效。部长表示：", "zh"), ("Закон вступит в силу. ", "ru")],
)
def test_another_script_is_not_english_however_unsure_the_language(
    monkeypatch: pytest.MonkeyPatch, words: str, language: str
) -> None:
    monkeypatch.setattr("loaders.language._SURE", 1.1)
    assert language_of(words * 20) == language


@pytest.mark.parametrize("short", ["Bonjour à tous", "KI-Gesetz", "42", ""])
def test_a_short_text_tells_nothing(short: str) -> None:
    assert language_of(short) is None


@pytest.mark.parametrize("stated", ["en", "en-GB", "EN_us", "English", "eng"])
def test_what_the_source_states_counts_first(stated: str) -> None:
    assert language_of(FOREIGN["de"], stated=stated) == stated
    assert Document(
        source="a",
        text="x",
        language=stated,
        modified="2025-01-01T00:00:00Z",  # type: ignore[arg-type]
    ).is_english


@pytest.mark.parametrize("stated", ["uk", "us", "fr"])
def test_a_text_that_can_only_be_english_is_english(stated: str) -> None:
    """Pages of the US and the UK state "us" and "uk", and templates state anything."""
    assert language_of(ENGLISH, stated=stated) == "en"


@pytest.mark.parametrize("stated", ["und", "mul", "", "x-default?", "see the page"])
def test_what_names_no_language_does_not_count(stated: str) -> None:
    assert language_of(FOREIGN["de"], stated=stated) == "de"


def test_no_english_text_of_ours_is_taken_for_another_language() -> None:
    folders = (ROOT / "samples" / "articles", ROOT / "tests" / "quality" / "outlets" / "texts")
    texts = [path.read_text("utf-8") for folder in folders for path in sorted(folder.iterdir())]
    assert len(texts) > 40
    assert [x[:80] for x in texts if language_of(x) is not None] == []


def test_no_white_house_document_is_taken_for_another_language(shared: Path) -> None:
    files = (x for x in (shared / "data" / "whitehouse-ai").rglob("*.*") if x.is_file())
    texts = {x: x.read_text("utf-8") for x in files}
    assert len(texts) > 400
    assert [path.name for path, text in texts.items() if language_of(text) is not None] == []


def test_they_are_listed_and_said_to_have_no_statements(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder, "a.txt", FOREIGN["de"])
    write(folder, "b.jsonl", json.dumps({"text": "Rien de neuf.", "language": "fr"}) + "\n")
    write(folder, "c.txt", GOOD)
    done = run(app, ["ingest", str(folder)])
    assert done.exit_code == 0, done.output
    assert "3 loaded" in done.stderr
    assert "2 not English: no statements are read from them" in done.stderr
    assert "not English a.txt: its language is de" in done.stderr
    assert "not English b.jsonl#1: its language is fr" in done.stderr
    rows = [json.loads(x) for x in run(app, ["ask", "documents", "-f", "json"]).stdout.splitlines()]
    assert sorted(r["statements"] for r in rows) == [0, 0, 1]


@pytest.mark.parametrize("more", [[], ["--raw"]])
def test_attributions_say_the_same(tmp_path: Path, more: list[str]) -> None:
    done = run(app, ["attributions", str(write(tmp_path, "a.txt", FOREIGN["fr"])), *more])
    assert done.exit_code == 0
    assert json.loads(done.stdout) == {"doc": "a", "attributions": []}
    assert "1 not English: no statements are read from it" in done.stderr
    assert "not English a.txt: its language is fr" in done.stderr
