"""Fixtures: a model that answers, and settings that point at it and at nothing else."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.settings import Settings
from tests.extract.llm.model_server import Model, answering


@pytest.fixture(autouse=True)
def nothing_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No endpoint of the user's environment or `.env` is ever asked."""
    for name in list(os.environ):
        if name.startswith(("OPENAI_", "POLICYKG_LLM_", "POLICYKG_EXTRACTOR", "POLICYKG_HOME")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def model() -> Iterator[Model]:
    """A model on this machine."""
    with answering() as running:
        yield running


@pytest.fixture
def settings(model: Model, tmp_path: Path) -> Settings:
    """Settings of a user who has this model."""
    return Settings(
        extractor="llm",
        llm_model="reader-1",
        openai_base_url=model.url,
        llm_timeout=5.0,
        home=tmp_path / "home",
    )
