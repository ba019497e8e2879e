"""A TCP proxy in front of a real server, which a test stops, starts and freezes.

Goes out: an address that is there, gone, or takes connections and never says a word. Called by the
tests of a server that goes away.
"""

import select
import socket
from threading import Event, Thread
from typing import Self


class Proxy:
    """Forwards one port of this machine to a server, until told otherwise."""

    def __init__(self, target: tuple[str, int]) -> None:
        self._target = target
        self._frozen = Event()
        self._open: list[socket.socket] = []
        self.port = 0
        self.start()

    def start(self) -> None:
        """Take connections, always on the same port."""
        self._frozen.clear()
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        self._thread = Thread(target=self._accept, args=(self._listener,))
        self._thread.start()

    def stop(self) -> None:
        """Refuse new connections and end those there are, as a server does that is killed."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listener.close()
        for one in self._open:
            one.close()
        self._open.clear()

    def freeze(self) -> None:
        """Take connections and forward nothing, as a server that hangs."""
        self._frozen.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def _accept(self, listener: socket.socket) -> None:
        """All connections in one thread: what is readable is passed to its other end."""
        other: dict[socket.socket, socket.socket] = {}
        while True:
            for ready in select.select([listener, *other], [], [])[0]:
                if ready is not listener:
                    self._pass_on(ready, other)
                elif not self._join(listener, other):
                    return

    def _join(self, listener: socket.socket, other: dict[socket.socket, socket.socket]) -> bool:
        try:
            near, _ = listener.accept()
        except OSError:
            return False
        far = socket.create_connection(self._target)
        self._open += [near, far]
        other |= {near: far, far: near}
        return True

    def _pass_on(self, ready: socket.socket, other: dict[socket.socket, socket.socket]) -> None:
        if ready not in other:
            return
        try:
            data = ready.recv(2**16)
            if data and not self._frozen.is_set():
                other[ready].sendall(data)
        except OSError:
            data = b""
        if not data:
            end = other.pop(ready)
            other.pop(end, None)
            for one in (ready, end):
                one.close()
                self._open.remove(one)
