"""Cursors: all pages together are the one big page, whatever the size of a page."""

from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

LISTS = (
    "/statements",
    "/statements?topic=ai-law",
    "/statements?q=licence",
    "/documents",
    "/actors",
    "/topics",
    "/questions/to_review?below=0.95",
    "/questions/statements_by_month",
)


def followed(client: TestClient, url: str) -> list[object]:
    """All items, page after page by the Link header, which must agree with `next`."""
    found: list[object] = []
    for _ in range(200):
        answer = client.get(url)
        assert answer.status_code == 200, answer.text
        found += answer.json()["items"]
        link = answer.links.get("next")
        assert (link is None) == (answer.json()["next"] is None)
        if link is None:
            return found
        assert answer.json()["next"] in link["url"]
        parts = urlsplit(link["url"])
        url = f"{parts.path}?{parts.query}"
    raise AssertionError(f"{url}: no end of pages")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(url=st.sampled_from(LISTS), size=st.integers(1, 20))
def test_all_pages_are_the_big_page(client: TestClient, url: str, size: int) -> None:
    mark = "&" if "?" in url else "?"
    whole = client.get(f"{url}{mark}limit=1000").json()
    assert whole["next"] is None
    assert whole["items"]
    assert followed(client, f"{url}{mark}limit={size}") == whole["items"]


@pytest.mark.parametrize("cursor", ["x", "o", "o-1", "o1g", "", "o12345678", "1"])
def test_a_cursor_that_is_not_ours_is_refused(client: TestClient, cursor: str) -> None:
    answer = client.get("/statements", params={"next": cursor})
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("next:")


def test_a_cursor_beyond_the_end_gives_an_empty_page(client: TestClient) -> None:
    assert client.get("/statements?next=offffff").json() == {"items": [], "next": None}
