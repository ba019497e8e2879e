"""The common attribution scorer, which lives with the shared data and is never copied.

Comes in: a text, gold and predicted attributions as lists of spans. Goes out: its counts and which
prediction it linked to which gold attribution. Called by `score`.
"""

import importlib.util
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from schema.errors import DocumentError
from schema.span import Span

Counts = dict[Any, float]

# Link addresses and tags stand inside contents but are no words that anybody said.
_MARKUP = re.compile(r"\]\([^)\s]*\)|</?[a-z][^<>]*>", re.IGNORECASE)
# The scorer ends a quotation where a line ends; these texts are wrapped, so only a paragraph may.
_WRAP = re.compile(r"(?<!\n)\n(?!\s*\n)(?!-\s)")


def load_scorer(shared: Path) -> ModuleType:
    """The scorer's module. Raises DocumentError when the shared data have none."""
    path = shared / "tools" / "score_attributions.py"
    spec = importlib.util.spec_from_file_location("score_attributions", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise DocumentError(f"{path.name}: the shared data hold no scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plain(text: str) -> str:
    """The text without markup and without line breaks inside paragraphs, as many characters."""
    return _WRAP.sub(" ", _MARKUP.sub(lambda m: " " * len(m[0]), text))


def spans_of(roles: Mapping[str, Iterable[Span]], *, index: int) -> dict[str, Any]:
    """An attribution as the scorer takes it; `index` finds it again in its answer."""
    return {name: [list(s) for s in spans] for name, spans in roles.items()} | {"index": index}


def linked(
    scorer: ModuleType,
    text: str,
    gold: Sequence[dict[str, Any]],
    found: Sequence[dict[str, Any]],
) -> tuple[Counts, list[tuple[int, int]]]:
    """The scorer's counts, and the linked pairs as (index of gold, index of prediction)."""
    document = scorer.Doc("", plain(text))
    counts, (golds, preds, by_pred, *_) = scorer.score_doc(document, gold, found, [])
    pairs = [(golds[g]["raw"]["index"], preds[p]["raw"]["index"]) for p, g in by_pred.items()]
    return counts, sorted(pairs)


def total(counts: Iterable[Counts]) -> Counts:
    """The sum over documents."""
    added: Counts = defaultdict(float)
    for one in counts:
        for key, value in one.items():
            added[key] += value
    return added
