"""The page of the API in a real browser: it lists every route and loads nothing from elsewhere.

`opened` fails the test for a request that leaves the service and for what the page's own policy
(Content-Security-Policy) refuses.
"""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_every_route_is_shown(opened: Page, address: str) -> None:
    paths = opened.request.get(f"{address}openapi.json").json()["paths"]
    opened.goto(f"{address}docs")
    expect(opened.locator(".opblock")).to_have_count(sum(len(p) for p in paths.values()))
    shown = {
        path.replace("\u200b", "")
        for path in opened.locator(".opblock-summary-path").all_text_contents()
    }
    assert shown == set(paths)


def test_a_route_can_be_tried(opened: Page, address: str) -> None:
    opened.goto(f"{address}docs")
    block = opened.locator("#operations-health-readyz_readyz_get")
    block.locator(".opblock-summary").click()
    block.get_by_role("button", name="Try it out").click()
    block.get_by_role("button", name="Execute").click()
    expect(block.locator(".live-responses-table .response-col_status").last).to_contain_text("200")
    expect(block.locator(".live-responses-table")).to_contain_text("ready")
