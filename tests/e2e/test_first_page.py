"""The first page in a real browser: list, filters, passage, graph, links, history."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from schema import ids
from tests.e2e.articles import ANNA, BO, MARKUP, QUOTE

pytestmark = pytest.mark.browser
PASSAGE = "#article mark.passage"
QUOTED = "#statements .card .said >> text=Every voice"
# Empty until cytoscape has drawn for the first time.
NODES = "(document.getElementById('graph')._cyreg?.cy.nodes().map((n) => n.data('name')) ?? [])"
# Ink on the canvas where cytoscape draws its nodes: at least so many pixels are not transparent.
INK = """[...document.querySelectorAll('#graph canvas')].reduce((ink, canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return ink + data.filter((value, i) => i % 4 === 3 && value > 0).length;
}, 0)"""


def until(page: Page, condition: str) -> None:
    """Waits for a condition. Not `wait_for_function`: the page's policy refuses its second try."""
    while not page.evaluate(condition):
        page.evaluate("new Promise(requestAnimationFrame)")


def open_quote(page: Page) -> None:
    """Choose the minister's quote in the list."""
    page.click(QUOTED)
    expect(page.locator(PASSAGE).first).to_be_visible()


def test_who_said_what(opened: Page) -> None:
    card = opened.locator("#statements .card", has_text="Every voice")
    expect(card).to_have_count(1)  # one statement, carried by two outlets
    expect(card.locator(".who")).to_have_text(f"{ANNA}minister, Ministry of Machines")
    expect(card.locator("time")).to_have_text("1 Mar 2025")
    expect(card.locator(".said")).to_have_text(f"“{QUOTE}”")
    expect(card.locator(".where a")).to_have_text(["Daily Lamp", "Herald"])
    early = opened.locator("#statements .card", has_text="too early").first
    expect(early.locator(".act")).to_have_text("opposed")


def test_the_passage_is_marked_exactly_and_seen(opened: Page, address: str) -> None:
    open_quote(opened)
    text = opened.locator("#article .text")
    assert "".join(opened.locator(PASSAGE).all_text_contents()) == QUOTE
    uri = parse_qs(urlsplit(opened.url).query)["document"][0]
    stored = opened.request.get(f"{address}documents/{uri}").json()
    assert text.evaluate("(t) => t.textContent") == stored["text"]
    box, mark = text.bounding_box(), opened.locator(PASSAGE).first.bounding_box()
    assert box
    assert mark
    assert box["y"] <= mark["y"] <= box["y"] + box["height"] - mark["height"]
    expect(opened.locator(PASSAGE).first).to_be_in_viewport()


def test_other_statements_of_the_article_are_links(opened: Page) -> None:
    open_quote(opened)
    opened.locator("#article .text a.other", has_text="Chips come first.").click()
    expect(opened.locator(PASSAGE)).to_have_text("Chips come first.")
    expect(opened.locator("#article .verdict")).to_contain_text(BO)


def test_the_neighbourhood_is_drawn_and_walked(opened: Page) -> None:
    open_quote(opened)
    until(opened, f"{NODES}.length > 3")
    names = opened.evaluate(NODES)
    assert {ANNA, "AI law", "minister", "Voices must be labelled"} <= set(names)
    until(opened, f"{INK} > 1000")
    expect(opened.locator("#legend li")).to_have_text(
        ["Document", "Office", "Person", "Statement", "Topic"]
    )
    opened.locator("#legend").scroll_into_view_if_needed()
    # cytoscape.js learns of the scrolling by an event, which comes before a frame is drawn.
    opened.evaluate("new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))")
    position = opened.evaluate(
        "(() => { const cy = document.getElementById('graph')._cyreg.cy;"
        f"return cy.nodes().filter((n) => n.data('name') === '{ANNA}')[0].renderedPosition(); }})()"
    )
    opened.locator("#graph").click(position=position)
    expect(opened.locator("#around-title")).to_have_text(f"Around “{ANNA}”")
    assert parse_qs(urlsplit(opened.url).query)["node"] == [
        ids.person_uri(ANNA).removeprefix(ids.BASE)
    ]


def test_the_graph_can_be_walked_without_seeing_it(opened: Page) -> None:
    open_quote(opened)
    expect(opened.locator("#graph")).to_have_attribute("aria-label", re.compile("connected"))
    opened.click("#around-details summary")
    opened.locator("#around-list a", has_text=ANNA).press("Enter")
    expect(opened.locator("#around-title")).to_have_text(f"Around “{ANNA}”")


def test_words_find_statements_speakers_and_articles(opened: Page) -> None:
    opened.fill("input[name=q]", "machine makes")
    opened.press("input[name=q]", "Enter")
    expect(opened.locator("#results-status")).to_have_text("1 statement")
    opened.fill("input[name=q]", "nowak")
    opened.click("button[type=submit]")
    expect(opened.locator("#results-status")).to_contain_text("No statement fits")
    opened.locator("#found a", has_text=ANNA).click()
    expect(opened.locator("#results-status")).to_have_text("1 statement")
    expect(opened.locator("input[name=actor]")).to_have_value(ANNA)


def test_filters_narrow_the_list(opened: Page) -> None:
    opened.select_option("select[name=topic]", "ai-law")
    expect(opened.locator("#results-status")).to_have_text("3 statements")
    opened.fill("input[name=actor]", BO)
    opened.press("input[name=actor]", "Enter")
    expect(opened.locator("#results-status")).to_have_text("2 statements")
    opened.fill("input[name=from]", "2025-03-02")
    opened.press("input[name=from]", "Enter")
    expect(opened.locator("#results-status")).to_have_text("1 statement")
    opened.reload()
    expect(opened.locator("#results-status")).to_have_text("1 statement")
    expect(opened.locator("select[name=topic]")).to_have_value("ai-law")
    opened.click("#clear")
    expect(opened.locator("#results-status")).to_have_text("29 statements so far")


def test_more_pages_follow(opened: Page) -> None:
    # A page has 30 rows; the quote in two outlets is one statement of two rows.
    expect(opened.locator("#statements .card")).to_have_count(29)
    opened.click("#more")
    expect(opened.locator("#more")).to_be_hidden()
    expect(opened.locator("#statements .card")).to_have_count(46)


def test_the_back_button_goes_back(opened: Page, address: str) -> None:
    open_quote(opened)
    opened.locator("#statements .card .speaker", has_text=ANNA).click()
    expect(opened.locator("#results-status")).to_have_text("1 statement")
    expect(opened.locator("#article")).to_be_hidden()
    opened.go_back()
    expect(opened.locator(PASSAGE).first).to_be_visible()
    opened.go_back()
    expect(opened.locator("#overview")).to_be_visible()
    assert opened.url == address
    opened.go_forward()
    expect(opened.locator(PASSAGE).first).to_be_visible()


def test_the_same_as_json_and_turtle(opened: Page) -> None:
    open_quote(opened)
    for section in ("#article", "#around"):
        links = opened.locator(f"{section} .links a")
        for name, media_type in (("JSON", "application/json"), ("Turtle", "text/turtle")):
            link = links.filter(has_text=name).evaluate("(a) => a.href")
            answer = opened.request.get(link)
            assert answer.ok
            assert answer.headers["content-type"].startswith(media_type)
    listed = opened.locator("#results-links a").evaluate("(a) => a.href")
    assert opened.request.get(listed).json()["items"]


def test_markup_in_the_data_stays_text(opened: Page) -> None:
    card = opened.locator("#statements .card", has_text="is no law")
    expect(card.locator(".who")).to_have_text("“an <b>official</b>”")
    expect(card.locator(".where")).to_have_text("<i>Lamp</i>")
    card.locator(".said").click()
    expect(opened.locator("#article-title")).to_have_text(MARKUP)
    expect(opened.locator(PASSAGE)).to_have_text("<script>alert(2)</script> is no law.")
    assert opened.locator("#article img, #article script, #article .text b").count() == 0


def test_a_shared_address_opens_the_same(opened: Page, address: str) -> None:
    statement = ids.quotation_uri(ANNA, QUOTE).removeprefix(ids.BASE)
    opened.goto(f"{address}?statement={statement}&actor={ANNA.replace(' ', '+')}")
    expect(opened.locator(PASSAGE).first).to_be_visible()
    assert "".join(opened.locator(PASSAGE).all_text_contents()) == QUOTE
    expect(opened.locator("#statements .card.open")).to_have_count(1)


def test_it_can_be_used_by_keyboard(opened: Page) -> None:
    opened.keyboard.press("Tab")
    expect(opened.locator(".skip")).to_be_focused()
    opened.keyboard.press("Enter")
    opened.keyboard.press("Tab")
    opened.locator(QUOTED).focus()
    opened.keyboard.press("Enter")
    expect(opened.locator(PASSAGE).first).to_be_visible()
    unnamed = opened.evaluate(
        "[...document.querySelectorAll('input, select, button, a')].filter("
        "(e) => !e.labels?.length && !e.getAttribute('aria-label') && !e.textContent.trim())"
        ".map((e) => e.outerHTML)"
    )
    assert unnamed == []


def test_what_is_not_there_is_said(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}?document=document/none&topic=no-such-topic")
    expect(page.locator("#article .error")).to_contain_text("document/none")
    expect(page.locator("#around-status")).to_contain_text("document/none")
    expect(page.locator("#graph")).to_be_hidden()
    expect(page.locator("#results-status")).to_contain_text("No statement fits")
    page.close()


def test_dark_has_its_own_colours(browser: Browser, address: str) -> None:
    grounds = set()
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(address)
        grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.close()
    assert len(grounds) == 2
