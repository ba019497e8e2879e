"""What the fingerprint of the pipeline turns on, and what it does not."""

import pytest

from kg.fingerprint import fingerprint, what_runs
from kg.topics import load_scheme

SOURCE = "def said(text: str) -> str:\n    return text.strip()\n"


@pytest.mark.parametrize(
    "same",
    [
        "# why\n" + SOURCE,
        SOURCE.replace("\n    return", '\n    """What was said."""\n    return'),
        SOURCE.replace("(text: str)", "(\n    text: str,\n)"),
    ],
)
def test_what_changes_no_claim_is_left_out(same: str) -> None:
    assert what_runs(same) == what_runs(SOURCE)


@pytest.mark.parametrize("other", [SOURCE.replace("strip", "lstrip"), SOURCE + "LEAST = 0.3\n"])
def test_what_runs_counts(other: str) -> None:
    assert what_runs(other) != what_runs(SOURCE)


def test_extractor_and_topics_count() -> None:
    scheme = load_scheme()
    fewer = scheme.model_copy(update={"topics": scheme.topics[1:]})
    found = {fingerprint(name, of) for name in ("model", "llm:x") for of in (scheme, fewer)}
    assert len(found) == 4
