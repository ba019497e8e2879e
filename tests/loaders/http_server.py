"""A real HTTP server on this machine that answers as the web does, badly behaved parts included."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """What the server answers by path; a list is answered one by one, the last one for ever."""

    address: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)

    def put(self, path: str, *answers: Answer) -> str:
        """Answer a path so; returns its URL."""
        self.answers[path] = list(answers)
        return self.address + path


def page(body: str | bytes, content_type: str = "text/html", **headers: str) -> Answer:
    """An answer that carries a body."""
    data = body.encode() if isinstance(body, str) else body
    named = {k.replace("_", "-"): v for k, v in headers.items()}
    return 200, {"Content-Type": content_type, **named} if content_type else named, data


@contextmanager
def serving() -> Iterator[Site]:
    """A site on a free port, as long as the block lasts."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answers = site.answers.get(self.path, [(404, {}, b"")])
            status, headers, body = answers[min(site.asked[self.path], len(answers) - 1)]
            site.asked[self.path] += 1
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Tests print nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site.address = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
