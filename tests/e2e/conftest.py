"""A real Chromium on the service, served by uvicorn in a thread on a free port.

`opened` gives a page that fails its test when the console has an error, a script throws, or a
request leaves the service. Chromium: the system's, else playwright's own, else `tests.require`.
"""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from api.app import create_app
from kg.settings import Settings
from tests.e2e.articles import articles
from tests.neo4j_server import free_port
from tests.query.corpus import run, scheme
from tests.require import missing

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="package")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running service on a few articles."""
    port = free_port()
    home = tmp_path_factory.mktemp("home")
    app = create_app(Settings(store="memory://", home=home, sparql_max_rows=1500))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the service did not start"
        time.sleep(0.05)
    store = app.state.runtime.store
    store.set_topics(*scheme())
    with store.writer() as writer:
        for graph in articles():
            writer.replace(graph, run=run(0))
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join()


def _chromium(playwright: Playwright) -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    system = next((path for name in names if (path := shutil.which(name))), None)
    own = playwright.chromium.executable_path
    found = system or (own if Path(own).exists() else None)
    return found or missing("no Chromium: install the system's, or run `playwright install`")


@pytest.fixture(scope="package")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A running Chromium, which keeps its settings and caches in a home of its own."""
    home = str(tmp_path_factory.mktemp("chromium"))
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), home)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=_chromium(playwright), args=ARGUMENTS, env={**os.environ, **places}
        )
        yield launched
        launched.close()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """The first page, with an eye on all that goes wrong behind it."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on("request", lambda r: None if r.url.startswith(address) else wrong.append(r.url))
    page.goto(address)
    page.wait_for_selector("#statements .card")
    yield page
    context.close()
    assert wrong == []
