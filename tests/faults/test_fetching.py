"""Fetching: one deadline for all of it, no way into a private network, no password kept."""

import gzip
import socket
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from typer.testing import CliRunner

from api.cli import app
from loaders.sources import open_sources
from loaders.web import connection, fetch
from loaders.web.private_addresses import is_public, names_private
from tests.faults.loading import GOOD, documents, reasons
from tests.loaders.http_server import Site, page, serving

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A web site on this machine."""
    with serving() as running:
        yield running


@contextmanager
def dripping(first: bytes) -> Iterator[str]:
    """A server that begins its answer so, and then sends a byte now and then, without an end."""
    done, threads = Event(), []

    def answer(client: socket.socket) -> None:
        with client:
            try:
                client.sendall(first)
                while not done.wait(0.02):
                    client.sendall(b"x")
            except OSError:
                return  # the other side is tired of it

    def serve(server: socket.socket) -> None:
        while True:
            try:
                client, _ = server.accept()
            except OSError:
                return
            threads.append(Thread(target=answer, args=(client,)))
            threads[-1].start()

    with socket.create_server(("127.0.0.1", 0)) as server:
        accepting = Thread(target=serve, args=(server,))
        accepting.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        finally:
            done.set()
            server.shutdown(socket.SHUT_RDWR)
            for thread in (accepting, *threads):
                thread.join()


@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\nX-Slow: ", HEAD + b"\r\n"])
def test_an_answer_without_an_end_ends_with_the_deadline(
    monkeypatch: pytest.MonkeyPatch, first: bytes
) -> None:
    """Before the first line, among the headers, in the body."""
    monkeypatch.setattr(fetch, "WHOLE_SECONDS", 0.5)
    with dripping(first) as url:
        assert reasons(open_sources([url], private=True)) == {url: "not read within 0 s"}


def test_redirects_and_attempts_share_the_deadline(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "WHOLE_SECONDS", 0.5)
    with dripping(HEAD) as slow:
        url = site.put("/on", (302, {"Location": slow}, b""))
        assert reasons(open_sources([url], private=True)) == {url: "not read within 0 s"}


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "0", "2130706433", "0x7f.1", "localhost", "a.localhost.",
        "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]", "[fe80::1]", "[fc00::1]", "169.254.169.254", "10.1.2.3",
        "172.16.0.1", "192.168.1.1", "100.64.0.1", "224.0.0.1", "255.255.255.255",
    ],
)  # fmt: skip
def test_a_private_address_is_refused_however_it_is_written(host: str) -> None:
    assert names_private(host)
    url = f"http://{host}/"
    (reason,) = reasons(open_sources([url])).values()
    assert "is an address of this machine or its network (POLICYKG_FETCH_PRIVATE=1" in reason


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_a_public_address_is_none(address: str) -> None:
    assert is_public(address)
    assert not names_private(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://[",
        "http://[bad/",
        "http://h:x/",
        "http://h:99999/",
        "http://",
        "http://[::1",
        "http:///x",
    ],
)
def test_a_malformed_address_is_named(url: str) -> None:
    assert set(reasons(open_sources([url]))) == {url}


Answers = Callable[[dict[str, list[str]]], list[str]]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Names that stand for addresses of this machine, of which 127.0.0.1 counts as public.

    A name answers with its addresses one by one, the last one for ever. Gives the names asked for.
    """
    real = socket.getaddrinfo

    def answers(known: dict[str, list[str]]) -> list[str]:
        asked: list[str] = []

        def look_up(host: Any, port: Any, *rest: Any, **more: Any) -> Any:
            if host not in known:
                return real(host, port, *rest, **more)
            asked.append(host)
            turn = min(asked.count(host), len(known[host])) - 1
            return real(known[host][turn], port, *rest, **more)

        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        monkeypatch.setattr(connection, "is_public", lambda address: address == "127.0.0.1")
        return asked

    return answers


def test_a_name_that_stands_for_a_private_address_is_refused(site: Site, names: Answers) -> None:
    names({"inside.example": ["127.0.0.2"]})
    url = f"http://inside.example:{site.address.rpartition(':')[2]}/"
    assert reasons(open_sources([url]))[url].startswith("inside.example is an address of this")


@pytest.mark.parametrize("target", ["127.0.0.2", "127.1", "[::1]", "inside.example"])
def test_a_redirect_to_a_private_address_is_refused(
    site: Site, names: Answers, target: str
) -> None:
    names({"outside.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]})
    port = site.address.rpartition(":")[2]
    site.put("/secret", page(GOOD, "text/plain"))
    site.put("/go", (302, {"Location": f"http://{target}:{port}/secret"}, b""))
    (reason,) = reasons(open_sources([f"http://outside.example:{port}/go"])).values()
    assert reason.startswith(f"{target.strip('[]')} is an address of this machine")
    assert site.asked["/secret"] == 0


def test_a_name_is_asked_for_once_and_the_checked_address_is_reached(
    site: Site, names: Answers
) -> None:
    asked = names({"turning.example": ["127.0.0.1", "127.0.0.2"]})
    site.put("/a", page(GOOD, "text/plain"))
    url = f"http://turning.example:{site.address.rpartition(':')[2]}/a"
    (document,) = documents(open_sources([url]))
    assert (document.url, asked) == (url, ["turning.example"])


@pytest.mark.parametrize(
    "login", ["ann:secret", "ann:sec/ret", "ann:sec?ret", ":secret", "a@b:secret"]
)
def test_user_and_password_are_neither_stored_nor_told(site: Site, login: str) -> None:
    site.put("/a", page(GOOD, "text/plain"))
    for path in ("/a", "/gone"):
        url = site.address.replace("//", f"//{login}@") + path
        for loaded in open_sources([url], private=True):
            assert "ret" not in repr(loaded)


def test_retries_tell_no_password(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.put("/down", (503, {}, b""))
    url = site.address.replace("//", "//ann:secret@") + "/down"
    monkeypatch.setenv("POLICYKG_FETCH_PRIVATE", "1")
    done = CliRunner().invoke(app, ["ingest", url, "--home", str(tmp_path)])
    assert "503" in done.stderr
    written = "".join(x.read_text("utf-8") for x in tmp_path.glob("*.log"))
    assert "secret" not in done.output + written


def test_user_and_password_are_sent(site: Site) -> None:
    url = site.put("/b", page(GOOD, "text/plain")).replace("//", "//ann:secret@")
    (document,) = documents(open_sources([url], private=True))
    assert document.source == document.url == site.address + "/b"


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain; charset*=us-ascii''utf%00",
        "text/plain; charset=hex",
        "text/plain; charset=\u00ff",
    ],
)
def test_a_charset_that_is_none_does_not_count(site: Site, content_type: str) -> None:
    url = site.put("/c", page(GOOD, content_type))
    (document,) = documents(open_sources([url], private=True))
    assert document.text == GOOD


def test_a_suffix_too_long_for_a_file_does_not_count(site: Site) -> None:
    url = site.put("/x." + "a" * 400, page(GOOD, ""))
    assert len(documents(open_sources([url], private=True))) == 1


def raw_deflate(data: bytes) -> bytes:
    """Deflate without a head, as some servers send it."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


LONG = "".join(f"{n}: {GOOD}" for n in range(500))
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": lambda data: gzip.compress(data[:900]) + gzip.compress(data[900:]) + bytes(8),
    "deflate": zlib.compress,
    "Deflate": raw_deflate,
}


@pytest.mark.parametrize("encoding", PACKERS)
def test_a_packed_body_is_read_whole(site: Site, encoding: str) -> None:
    body = PACKERS[encoding](LONG.encode())
    url = site.put("/packed", page(body, "text/plain", Content_Encoding=encoding))
    (document,) = documents(open_sources([url], private=True))
    assert document.text == LONG


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "Deflate"])
def test_a_packed_body_that_is_cut_short_is_no_page(site: Site, encoding: str) -> None:
    """Its length is as the header says: only the packing tells."""
    body = PACKERS[encoding](LONG.encode())[:-30]
    url = site.put(f"/cut-{encoding}", page(body, "text/plain", Content_Encoding=encoding))
    told = reasons(open_sources([url], private=True))
    assert told == {url: "the packed body ends before its end"}
    assert site.asked[f"/cut-{encoding}"] == fetch.ATTEMPTS


@pytest.mark.parametrize(("encoding", "told"), [("gzip", "the body is no gzip"), ("br", "packed")])
def test_a_body_that_cannot_be_unpacked_is_told(site: Site, encoding: str, told: str) -> None:
    url = site.put("/odd", page(GOOD, "text/plain", Content_Encoding=encoding))
    (reason,) = reasons(open_sources([url], private=True)).values()
    assert reason.startswith(told)
