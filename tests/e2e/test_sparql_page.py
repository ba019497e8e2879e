"""The query page in a real browser: every example runs, errors are shown, addresses are shared."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_every_example_has_an_answer(opened: Page, address: str) -> None:
    opened.goto(f"{address}sparql")
    options = opened.locator("#examples option").all_text_contents()
    assert len(options) > 3
    for title in options[1:]:
        opened.select_option("#examples", label=title)
        opened.click("button[type=submit]")
        expect(opened.locator("#answer tbody tr, #answer pre").first).to_be_visible(timeout=30_000)


def test_an_address_with_a_query_is_answered(opened: Page, address: str) -> None:
    opened.goto(f"{address}sparql?query=ASK+%7B+%3Fs+%3Fp+%3Fo+%7D")
    expect(opened.locator("#status")).to_have_text("The answer is yes.", timeout=30_000)


def test_cut_rows_are_told(opened: Page, address: str) -> None:
    opened.goto(f"{address}sparql?query=SELECT+*+%7B+%3Fs+%3Fp+%3Fo+.+%3Fa+%3Fb+%3Fc+%7D")
    expect(opened.locator("#status")).to_have_text(
        "1500 rows; the service cuts after 1500; the first 1000 are shown.", timeout=30_000
    )
    expect(opened.locator("#answer tbody tr")).to_have_count(1000)
