"""A real HTTP server on this machine that speaks the chat completions protocol.

Comes in: what the model knows (attributions), and answers to give first, one by one. Goes out: over
HTTP, what an OpenAI-compatible endpoint sends. It refuses what the protocol does not allow.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Response = tuple[int, dict[str, str], bytes]
Body = dict[str, Any]

PATH = "/v1/chat/completions"
MODELS = ("reader-1", "reader-2")


@dataclass
class Model:
    """What the server answers: `first` in order, then from what it `knows` of the text."""

    url: str = ""
    key: str | None = None
    knows: list[Body] = field(default_factory=list)
    first: list[Callable[[Body], Response]] = field(default_factory=list)
    asked: list[Body] = field(default_factory=list)

    def answer(self, path: str, authorization: str | None, body: Body) -> Response:
        """One answer, as the protocol has it."""
        if path != PATH:
            return failure(404, "Not Found")
        self.asked.append(body)
        if self.key is not None and authorization != f"Bearer {self.key}":
            return failure(401, "Incorrect API key provided.")
        if body["model"] not in MODELS:
            return failure(404, f"The model `{body['model']}` does not exist")
        if self.first:
            return self.first.pop(0)(body)
        text = body["messages"][-1]["content"].partition("<text>")[2]
        known = [a for a in self.knows if any(c in text for c in a["content"])]
        return completion(json.dumps({"attributions": known}, ensure_ascii=False))


def completion(
    content: str | None, *, refusal: str | None = None, finish_reason: str = "stop"
) -> Response:
    """A successful answer that took 100 tokens of text and 10 of answer."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "choices": [{"index": 0, "message": message, "finish_reason": finish_reason}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
    }
    return 200, {"Content-Type": "application/json"}, json.dumps(body).encode()


def says(content: str | None, **more: Any) -> Callable[[Body], Response]:
    """An answer whatever is asked."""
    return lambda _: completion(content, **more)


def failure(status: int, message: str, code: str | None = None, **headers: str) -> Response:
    """An answer that is an error."""
    body = {"error": {"message": message, "type": "error", "code": code}}
    named = {k.replace("_", "-"): v for k, v in headers.items()}
    return status, {"Content-Type": "application/json", **named}, json.dumps(body).encode()


def fails(status: int, message: str = "No.", code: str | None = None, **headers: str) -> Any:
    """An error whatever is asked."""
    return lambda _: failure(status, message, code, **headers)


@contextmanager
def never() -> Iterator[Callable[[Body], Response]]:
    """An answer that does not come as long as the block lasts."""
    over = Event()

    def answer(_: Body) -> Response:
        over.wait()
        return completion('{"attributions": []}')

    try:
        yield answer
    finally:
        over.set()


def attribution(source: str | None, cue: str, *content: str) -> Body:
    """One attribution as the model answers it."""
    return {"source": [source] if source else [], "cue": [cue], "content": list(content)}


@contextmanager
def answering() -> Iterator[Model]:
    """A model on a free port, as long as the block lasts."""
    model = Model()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            response = model.answer(self.path, self.headers["Authorization"], body)
            status, headers, data = response
            self.send_response(status)
            for name, value in {"Content-Length": str(len(data)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Tests print nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A client that gave up waiting is part of the tests."""

    with Server(("127.0.0.1", 0), Handler) as server:
        model.url = f"http://127.0.0.1:{server.server_port}/v1"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield model
        finally:
            server.shutdown()
            thread.join()
