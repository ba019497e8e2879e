"""The endpoint over real HTTP: what is asked again, what is not, and what the errors say."""

import time
from typing import Any

import pytest
from pydantic import SecretStr

from kg.extract.llm import endpoint as module
from kg.extract.llm.completion import message_of
from kg.extract.llm.endpoint import ATTEMPTS, Endpoint
from schema.errors import ConfigurationError, ExtractionError, PolicyKGError
from tests.extract.llm.model_server import Model, fails, never, says

BODY = {"model": "reader-1", "messages": [{"role": "user", "content": "<text>"}], "seed": 0}


def to(model: Model, *, key: str | None = None, timeout: float = 5.0) -> Endpoint:
    secret = SecretStr(key) if key is not None else None
    return Endpoint(url=model.url, key=secret, timeout=timeout, wait=0.01)


def test_a_reply_comes_with_its_tokens(model: Model) -> None:
    model.first = [says("{}")]
    reply = to(model).ask(BODY)
    assert (reply.content, reply.tokens_in, reply.tokens_out) == ("{}", 100, 10)
    assert (reply.refused, reply.cut) == (False, False)
    assert model.asked == [BODY]


@pytest.mark.parametrize(
    ("answer", "refused", "cut"),
    [
        (says(None, refusal="I cannot help with that."), True, False),
        (says("", finish_reason="content_filter"), True, False),
        (says('{"attri', finish_reason="length"), False, True),
    ],
)
def test_refused_and_cut_replies_are_known(
    model: Model, answer: Any, refused: bool, cut: bool
) -> None:
    model.first = [answer]
    reply = to(model).ask(BODY)
    assert (reply.refused, reply.cut) == (refused, cut)


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_what_may_pass_is_asked_again(model: Model, status: int) -> None:
    model.first = [fails(status), fails(status), says("{}")]
    assert to(model).ask(BODY).content == "{}"
    assert len(model.asked) == 3


def test_the_server_says_when_to_ask_again(model: Model) -> None:
    model.first = [fails(429, Retry_After="1"), says("{}")]
    began = time.monotonic()
    to(model).ask(BODY)
    assert time.monotonic() - began >= 1


def test_a_server_that_asks_for_hours_is_not_waited_for(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONGEST_WAIT", 0.05)
    model.first = [fails(429, Retry_After="7200"), says("{}")]
    assert to(model).ask(BODY).content == "{}"


def test_a_late_answer_is_asked_for_again(model: Model) -> None:
    with never() as silent:
        model.first = [silent, says("{}")]
        assert to(model, timeout=3).ask(BODY).content == "{}"
    assert len(model.asked) == 2


@pytest.mark.parametrize(
    ("answer", "asked", "error", "words"),
    [
        (fails(503, "Overloaded."), ATTEMPTS, ExtractionError, "503: Overloaded. Run again later"),
        (fails(429, "Slow down."), ATTEMPTS, ExtractionError, "429: Slow down. The quota or rate"),
        (fails(429, "Pay.", "insufficient_quota"), 1, ExtractionError, "The quota or rate"),
        (fails(400, "No such field."), 1, ConfigurationError, "takes temperature, seed and a JSON"),
        (lambda _: (200, {}, b"<html>"), 1, ConfigurationError, "mostly ends in /v1"),
        (lambda _: (200, {}, b'{"choices": []}'), 1, ConfigurationError, "mostly ends in /v1"),
        (lambda _: (302, {"Location": "/x"}, b""), 1, ConfigurationError, "302"),
    ],
)
def test_an_error_says_what_to_do(
    model: Model, answer: Any, asked: int, error: type[PolicyKGError], words: str
) -> None:
    model.first = [answer] * ATTEMPTS
    with pytest.raises(error, match=words):
        to(model).ask(BODY)
    assert len(model.asked) == asked


def test_a_model_that_never_answers_says_what_to_raise(model: Model) -> None:
    with never() as silent:
        model.first = [silent] * ATTEMPTS
        with pytest.raises(ExtractionError, match="raise POLICYKG_LLM_TIMEOUT"):
            to(model, timeout=0.2).ask(BODY)
    assert len(model.asked) == ATTEMPTS


@pytest.mark.parametrize("key", [None, "wrong-key"])
def test_a_key_that_is_missing_or_wrong(model: Model, key: str | None) -> None:
    model.key = "right-key"
    with pytest.raises(ConfigurationError, match=r"401: .* Check OPENAI_API_KEY") as raised:
        to(model, key=key).ask(BODY)
    assert "wrong-key" not in str(raised.value)
    assert to(model, key="right-key").ask(BODY).content == '{"attributions": []}'


def test_a_model_that_the_endpoint_does_not_have(model: Model) -> None:
    with pytest.raises(ConfigurationError, match=r"`none` does not exist.*POLICYKG_LLM_MODEL"):
        to(model).ask({**BODY, "model": "none"})


@pytest.mark.parametrize(
    ("url", "error", "words"),
    [
        ("http://127.0.0.1:1/v1", ExtractionError, "cannot reach .* is the server running"),
        ("127.0.0.1:1/v1", ConfigurationError, "OPENAI_BASE_URL is '127.0.0.1:1/v1'"),
        ("http://127.0.0.1:port/v1", ConfigurationError, "must begin with http"),
        ("", ConfigurationError, "OPENAI_BASE_URL is ''"),
    ],
)
def test_an_address_where_nobody_answers(url: str, error: type[PolicyKGError], words: str) -> None:
    with pytest.raises(error, match=words):
        Endpoint(url=url, key=None, timeout=2, wait=0.01).ask(BODY)


def test_a_path_that_is_not_the_endpoint(model: Model) -> None:
    wrong = Endpoint(url=model.url.removesuffix("/v1"), key=None, timeout=5, wait=0.01)
    with pytest.raises(ConfigurationError, match=r"404: Not Found.*ends in /v1"):
        wrong.ask(BODY)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'{"error": {"message": "Two\\n lines."}}', "Two lines"),
        (b"<h1>Bad gateway</h1>", "<h1>Bad gateway</h1>"),
        (b"", "no reason given"),
        (b"\xff" * 900, "\ufffd" * 300),
    ],
)
def test_the_servers_own_words_are_one_short_line(body: bytes, message: str) -> None:
    assert message_of(body) == message
