"""The README tells the truth: its transcripts are what the commands print."""

from pathlib import Path

import pytest

from tests.transcripts import PAGES, produced


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_transcripts(page: Path) -> None:
    text = page.read_text("utf-8")
    assert "```console" in text
    assert produced(text) == text, "run python -m tests.transcripts"
