"""The whole extractor against a real local endpoint: found, dropped, refused, asked again, kept."""

import json
from collections import Counter
from pathlib import Path

import pytest
from pydantic import ValidationError

from kg import registry
from kg.extract.llm.extractor import CONFIDENCE, CONFIDENCE_INVENTED, SEEDS
from kg.extract.llm.usage import Count, Ledger
from kg.extract.llm.windows import CHARACTERS
from kg.protocols import Extractor
from kg.read.reading import read
from kg.settings import Settings
from kg.topics import load_scheme
from schema.attribution import Act, Mode
from schema.document import Document, DocumentKind
from schema.errors import ConfigurationError, ExtractionError
from schema.span import Span
from tests.extract.llm.model_server import Model, attribution, fails, says
from tests.extract.written import written

SCHEME = load_scheme()
ARTICLE = written(
    "Mina Holt, chairwoman of the Northern Council, opposed a ban on facial recognition.",
    "“It is too late,” she said, and Roe told her that a ban\non open models was “a joke”.",
)
KNOWN = [
    attribution("Mina Holt", "opposed", "a ban on facial recognition"),
    attribution("she", "said", "It is too late"),
    attribution("Roe", "told", "a ban on open models was “a joke”"),
]


def built(settings: Settings) -> Extractor:
    return registry.extractor(settings, SCHEME)


def counts(settings: Settings) -> Counter[Count]:
    return Ledger(settings.llm_ledger).totals()["reader-1"]


def words(document: Document, spans: tuple[Span, ...]) -> str:
    return " | ".join(s.of(document.text) for s in spans)


def test_only_the_attributions_are_the_models(model: Model, settings: Settings) -> None:
    model.knows = KNOWN
    found = built(settings)(read(ARTICLE))
    ruled = built(Settings(extractor="model"))(read(ARTICLE))
    assert found.tool == "llm:reader-1"
    assert (found.offices, found.mentions, found.topics) == (
        ruled.offices,
        ruled.mentions,
        ruled.topics,
    )
    ban, late, joke = found.attributions
    assert (ban.act, ban.mode, bool(ban.topics)) == (Act.OPPOSED, Mode.INDIRECT, True)
    assert (late.mode, words(ARTICLE, late.source)) == (Mode.DIRECT, "she")
    assert (joke.mode, joke.confidence) == (Mode.MIXED, CONFIDENCE)
    assert words(ARTICLE, joke.content) == "a ban\non open models was “a joke”"


def test_a_second_run_asks_nothing_and_finds_the_same(model: Model, settings: Settings) -> None:
    model.knows = KNOWN
    first = built(settings)(read(ARTICLE))
    again = built(settings)(read(ARTICLE))
    assert first == again
    assert first.attributions
    assert len(model.asked) == 1
    assert counts(settings) == Counter(
        {
            Count.WINDOWS: 2,
            Count.ASKED: 1,
            Count.CACHED: 1,
            Count.TOKENS_IN: 100,
            Count.TOKENS_OUT: 10,
            Count.ATTRIBUTIONS: 6,
        }
    )


def test_another_model_is_asked_for_itself(model: Model, settings: Settings) -> None:
    built(settings)(read(ARTICLE))
    other = settings.model_copy(update={"llm_model": "reader-2"})
    assert built(other)(read(ARTICLE)).tool == "llm:reader-2"
    assert [b["model"] for b in model.asked] == ["reader-1", "reader-2"]


def test_what_the_model_invents_is_dropped_and_counted(model: Model, settings: Settings) -> None:
    answered = [
        attribution("Mina Holt", "opposed", "a ban on facial recognition", "and on drones"),
        attribution("she", "said", "It is too late", "It’s too late"),
        attribution("Roe", "told", "her that it was late", "a ban on open models"),
        attribution("Nobody", "whispered", "a ban"),
        attribution("Roe", "told", "a ban on facial recognition forever", "a prohibition"),
    ]
    model.first = [says(json.dumps({"attributions": answered}))]
    found = built(settings)(read(ARTICLE))
    assert [a.confidence for a in found.attributions] == [CONFIDENCE_INVENTED] * 3
    tally = counts(settings)
    assert (tally[Count.ATTRIBUTIONS], tally[Count.DROPPED], tally[Count.INVENTED]) == (5, 2, 7)
    for one in found.attributions:
        assert all(words(ARTICLE, (s,)) in ARTICLE.text for s in one.content)


def test_source_and_cue_are_cut_out_of_a_content(model: Model, settings: Settings) -> None:
    document = written('"We will wait," Ada Roe said, "for now."')
    model.knows = [attribution("Ada Roe", "said", 'We will wait," Ada Roe said, "for now.')]
    (one,) = built(settings)(read(document)).attributions
    assert words(document, one.content) == "We will wait | for now."
    assert one.mode == Mode.DIRECT


def test_a_deed_is_no_statement_whoever_finds_it(model: Model, settings: Settings) -> None:
    document = written("The Liability Order directs the ministry to keep records.")
    model.knows = [attribution("The Liability Order", "directs", "the ministry to keep records")]
    assert built(settings)(read(document)).attributions == ()
    assert (counts(settings)[Count.DEEDS], counts(settings)[Count.DROPPED]) == (1, 0)


@pytest.mark.parametrize(
    "reply", ["", "Sure! Here they are:", '{"attributions": [{"source": "Roe"}]}', "[]", '{"attr']
)
def test_an_unusable_reply_is_asked_for_again(model: Model, settings: Settings, reply: str) -> None:
    model.knows = KNOWN
    model.first = [says(reply)]
    assert len(built(settings)(read(ARTICLE)).attributions) == 3
    assert [b["seed"] for b in model.asked] == [0, 1]
    assert counts(settings)[Count.UNUSABLE] == 1
    assert counts(settings)[Count.TOKENS_IN] == 200
    built(settings)(read(ARTICLE))
    assert len(model.asked) == 2


def test_a_model_that_is_of_no_use_is_an_error_and_not_kept(
    model: Model, settings: Settings
) -> None:
    model.knows = KNOWN
    model.first = [says('{"attr', finish_reason="length")] * len(SEEDS)
    with pytest.raises(ExtractionError, match=r"written: reader-1 gave no usable .* its length"):
        built(settings)(read(ARTICLE))
    assert counts(settings)[Count.TOKENS_IN] == 300
    assert len(built(settings)(read(ARTICLE)).attributions) == 3


def test_a_refusal_leaves_one_window_out_aloud(
    model: Model, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    document = written("Filler. " * (CHARACTERS // 8), 'Ada Roe said: "No."')
    model.knows = [attribution("Ada Roe", "said", "No.")]
    model.first = [says(None, refusal="I cannot read this.")]
    found = built(settings)(read(document))
    assert len(found.attributions) == 1
    printed = capsys.readouterr()  # where logs go is the program's choice
    assert "the model refuses to read a passage" in printed.out + printed.err
    assert counts(settings)[Count.REFUSED] == 1
    assert built(settings)(read(document)) == found
    assert len(model.asked) == 2


def test_turns_of_a_transcript_are_not_asked_about(model: Model, settings: Settings) -> None:
    document = written(
        "MR. ROE:  We will wait for the court to decide.",
        "MS. DAY:  And we will not wait for any court.",
        kind=DocumentKind.TRANSCRIPT,
    )
    assert len(built(settings)(read(document)).attributions) == 2
    assert model.asked == []


def test_a_server_that_stumbles_and_one_that_is_gone(model: Model, settings: Settings) -> None:
    model.first = [fails(429, Retry_After="1")]
    assert built(settings)(read(ARTICLE)).attributions == ()
    gone = settings.model_copy(update={"openai_base_url": "http://127.0.0.1:1/v1"})
    assert built(gone)(read(ARTICLE)).attributions == ()  # from the cache


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"openai_api_key": "k"}, "POLICYKG_LLM_MODEL"),
        ({"llm_model": "reader-1"}, "OPENAI_API_KEY, or OPENAI_BASE_URL"),
        ({"llm_model": "reader-1", "openai_api_key": ""}, "OPENAI_API_KEY"),
    ],
)
def test_a_missing_setting_is_named(tmp_path: Path, given: dict[str, str], words: str) -> None:
    settings = Settings(extractor="llm", home=tmp_path, **given)  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match=words):
        built(settings)


def test_it_is_off_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    monkeypatch.setenv("POLICYKG_LLM_MODEL", "reader-1")
    assert not Settings().extractor.startswith("llm")


def test_a_worker_process_has_the_key_of_its_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings travel as JSON, in which the key does not stand."""
    monkeypatch.setenv("OPENAI_API_KEY", "secret-key")
    dumped = Settings(llm_model="reader-1").model_dump_json()
    assert "secret-key" not in dumped
    arrived = Settings.model_validate_json(dumped)
    assert arrived.openai_api_key is not None
    assert arrived.openai_api_key.get_secret_value() == "secret-key"
    assert arrived.llm_model == "reader-1"


@pytest.mark.parametrize("name", ["llm_timeout", "llm_price_in", "llm_price_out"])
def test_a_figure_below_nothing_is_refused(name: str) -> None:
    with pytest.raises(ValidationError, match=name):
        Settings.model_validate({name: -1})
