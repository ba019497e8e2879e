"""The question that is put to the model: instructions, the window's text, the answer's schema.

Comes in: a window. Goes out: the body of a chat completion request. Every
change here is a change of results: the cache key and the pipeline's fingerprint follow it.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from kg.extract.llm.answer import Answer
from kg.extract.llm.shown import Shown
from kg.extract.llm.windows import Window


def request(model: str, window: Window, *, seed: int) -> dict[str, Any]:
    """The request's body: as repeatable as a model can be (temperature 0 and a seed)."""
    return {
        "model": model,
        "messages": [
            {"role": "system", "content": _instructions()},
            {"role": "user", "content": _text(window)},
        ],
        "temperature": 0,
        "seed": seed,
        "response_format": {
            "type": "json_schema",
            "json_schema": {
                "name": "attributions",
                "strict": True,
                "schema": Answer.model_json_schema(),
            },
        },
    }


@cache
def _instructions() -> str:
    return (files(__package__) / "prompt.txt").read_text("utf-8")


def _text(window: Window) -> str:
    parts = [_tagged("before", window.before)] if window.before else []
    return "\n".join([*parts, _tagged("text", window.own)])


def _tagged(tag: str, paragraphs: Sequence[Shown]) -> str:
    words = "\n\n".join(p.text for p in paragraphs)
    return f"<{tag}>\n{words}\n</{tag}>"
