"""Replies on disk: kept whole, found by what was asked, and never in the way."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.llm.cache import Cache
from kg.extract.llm.completion import Reply
from schema.errors import ConfigurationError

BODY = {"model": "reader-1", "messages": [{"role": "user", "content": "Words."}], "seed": 0}
REPLY = Reply(content="{}", tokens_in=3)


@given(st.builds(Reply, content=st.text(st.characters(codec="utf-8")), refused=st.booleans()))
def test_what_is_kept_comes_back(tmp_path_factory: pytest.TempPathFactory, reply: Reply) -> None:
    cache = Cache.opened(tmp_path_factory.mktemp("cache"))
    assert cache.get(BODY) is None
    cache.keep(BODY, reply)
    assert Cache.opened(cache.folder).get(BODY) == reply
    assert [f.suffix for f in cache.folder.rglob("*") if f.is_file()] == [".json"]


@pytest.mark.parametrize(
    "other",
    [
        {"model": "reader-2"},
        {"messages": [{"role": "user", "content": "Words"}]},
        {"temperature": 1},
    ],
)
def test_another_question_has_no_reply(tmp_path: Path, other: dict[str, object]) -> None:
    cache = Cache.opened(tmp_path)
    cache.keep(BODY, REPLY)
    assert cache.get({**BODY, **other}) is None


def test_another_seed_is_the_same_question(tmp_path: Path) -> None:
    cache = Cache.opened(tmp_path)
    cache.keep({**BODY, "seed": 2}, REPLY)
    assert cache.get(BODY) == REPLY


def test_a_file_that_is_damaged_is_asked_for_anew(tmp_path: Path) -> None:
    cache = Cache.opened(tmp_path)
    cache.keep(BODY, REPLY)
    (file,) = tmp_path.rglob("*.json")
    file.write_bytes(file.read_bytes()[:-3])
    assert cache.get(BODY) is None
    cache.keep(BODY, REPLY)
    assert cache.get(BODY) == REPLY


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(ConfigurationError, match=r"home/llm-cache .*set POLICYKG_HOME"):
        Cache.opened(tmp_path / "home" / "llm-cache")
