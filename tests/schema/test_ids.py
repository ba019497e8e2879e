"""schema.ids: keys are pure functions of content, and stay apart where content differs."""

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from schema import ids

TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
NAMED = (ids.person_uri, ids.organization_uri, ids.group_uri, ids.cited_document_uri)


@settings(deadline=None)
@given(TEXT)
def test_every_named_uri_is_a_valid_iri(name: str) -> None:
    for uri in (*(make(name) for make in NAMED), ids.event_uri(name, 2026)):
        assert NamedNode(uri).value == uri
        assert uri.startswith(ids.BASE)


@settings(deadline=None)
@given(TEXT, TEXT, st.integers(0, 3))
def test_hashed_uris_are_valid_iris(one: str, other: str, number: int) -> None:
    for uri in (
        ids.document_uri(url=None, source=one),
        ids.quotation_uri(one, other),
        ids.statement_uri(one, other, number),
        ids.tenure_uri(one, other, None, "current"),
        ids.run_uri(one, other, "f", "s"),
    ):
        assert re.fullmatch(re.escape(ids.BASE) + r"[a-z]+/[0-9a-f]{16}", uri)


@settings(deadline=None)
@given(TEXT)
def test_normalising_twice_changes_nothing(text: str) -> None:
    words = ids.normalise_words(text)
    assert ids.normalise_words(words) == words


@settings(deadline=None)
@given(st.from_regex(r"https?://[A-Za-z0-9.]{1,10}/[a-z/]{0,10}(\?[a-z=&]{0,10})?", fullmatch=True))
def test_a_canonical_url_is_its_own(url: str) -> None:
    assert ids.canonical_url(ids.canonical_url(url)) == ids.canonical_url(url)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://A.example/x/?utm_source=feed#top", "https://a.example/x"),
        ("https://a.example:443/x?b=1&fbclid=2", "https://a.example/x?b=1"),
        ("HTTPS://a.example", "https://a.example/"),
    ],
)
def test_addresses_of_one_page_are_one_document(one: str, other: str) -> None:
    keys = {ids.document_uri(url=url, source=url) for url in (one, other)}
    assert len(keys) == 1


def test_addresses_of_two_pages_are_two_documents() -> None:
    urls = ("https://a.example/x?page=1", "https://a.example/x?page=2", "https://b.example/x")
    assert len({ids.document_uri(url=url, source="s") for url in urls}) == len(urls)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("José Núñez", "jose nunez", True),
        ("Zhu Songchun", "ZHU  SONGCHUN", True),
        ("Li Wu", "Lu Wu", False),
        ("朱松纯", "李武", False),
        ("朱松纯", "朱松纯", True),
    ],
)
def test_names_that_share_a_key(one: str, other: str, same: bool) -> None:
    assert (ids.person_uri(one) == ids.person_uri(other)) is same


def test_an_article_before_an_organisation_is_no_part_of_its_name() -> None:
    assert ids.organization_uri("The Ministry") == ids.organization_uri("Ministry")
    assert ids.organization_uri("Theology Board") != ids.organization_uri("ology Board")


def test_a_quotation_is_keyed_by_speaker_and_words_alone() -> None:
    key = ids.quotation_uri("Ada Marlow", "We will test every large model.")
    assert key == ids.quotation_uri("ada marlow", "we will test, every large model")
    assert key != ids.quotation_uri("Bea Marlow", "We will test every large model.")
    assert key != ids.quotation_uri("Ada Marlow", "We will test every small model.")


def test_digests_keep_their_parts_apart() -> None:
    assert ids.digest("ab", "c") != ids.digest("a", "bc")


def test_a_selector_stands_beside_its_span() -> None:
    span = ids.span_uri("urn:v", 3, 9)
    assert span == "urn:v#char=3,9"
    assert ids.selector_uri(span) == "urn:v#selector=3,9"


def test_keys_do_not_depend_on_the_process() -> None:
    code = "from schema import ids; print(ids.person_uri('Ada Marlow'), ids.digest('a', 'b'))"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for seed in ("1", "2")
    ]
    assert runs == [[ids.person_uri("Ada Marlow"), ids.digest("a", "b")]] * 2
