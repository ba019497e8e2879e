"""What an OpenAI-compatible endpoint sends: replies, and its own words about a failure.

Comes in: the body of an HTTP response. Goes out: a `Reply`, or the server's message in one line.

"""

from pydantic import BaseModel, Field, ValidationError

from schema.base import Frozen

_SHOWN = 300  # characters of a server's own message


class Reply(Frozen):
    """What the model said, and what that took in tokens as the server counts them."""

    content: str
    refused: bool = False
    cut: bool = False
    tokens_in: int = 0
    tokens_out: int = 0


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Usage(BaseModel):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Completion(BaseModel):
    choices: list[_Choice] = Field(min_length=1)
    usage: _Usage | None = None


class _Error(BaseModel):
    message: str


class _Failure(BaseModel):
    error: _Error


def reply_of(body: bytes) -> Reply:
    """The reply in a chat completion. Raises pydantic's ValidationError when it is none."""
    answered = _Completion.model_validate_json(body)
    choice, usage = answered.choices[0], answered.usage or _Usage()
    said = choice.message
    return Reply(
        content=said.content or "",
        refused=bool(said.refusal) or choice.finish_reason == "content_filter",
        cut=choice.finish_reason == "length",
        tokens_in=usage.prompt_tokens,
        tokens_out=usage.completion_tokens,
    )


def message_of(body: bytes) -> str:
    """The server's own words about a failure; the beginning of the body when it has no such."""
    try:
        words = _Failure.model_validate_json(body).error.message
    except ValidationError:
        words = body.decode("utf-8", "replace")
    return " ".join(words.split())[:_SHOWN].rstrip(".") or "no reason given"
