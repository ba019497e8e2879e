"""A real Neo4j for tests and for trying the service by hand; nothing is tested on a mock.

Goes out: a `Server` from `POLICYKG_TEST_NEO4J_URI` (refused unless empty), else from Docker, else
from Java and Maven, on free ports with a temporary home. Called by `tests.conftest`;
`python -m tests.neo4j_server` runs one in the foreground until Ctrl-C.
"""

import argparse
import atexit
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import neo4j
from neo4j.exceptions import AuthError, ServiceUnavailable

from tests.neo4j_launch import Launch, Unavailable, launch

LOG = "console.log"
START_LIMIT = 240.0  # seconds; 18 to 40 are usual, a first Docker run also fetches the image
# The server takes the shell's place; a watcher beside it ends it and clears its home when our end
# of the pipe closes, which also happens when we are killed with -9.
WATCH = """home=$1; signal=$2; shift 2; exec 3<&0
{ read -r _; kill -s "$signal" $$
for i in $(seq 150); do kill -0 $$ && sleep 0.2 || break; done
rm -rf "$home"; } <&3 >/dev/null 2>&1 &
exec "$@" 3<&- </dev/null"""


@dataclass(frozen=True)
class Server:
    """A running server. `http` is the address of Neo4j Browser, where known."""

    uri: str
    auth: tuple[str, str]
    name: str
    http: str | None = None

    def driver(self) -> neo4j.Driver:
        """A new driver; the caller closes it."""
        return neo4j.GraphDatabase.driver(self.uri, auth=self.auth)


@contextmanager
def running() -> Iterator[Server]:
    """A server for one session, empty at the start. Raises Unavailable, saying why."""
    named = os.environ.get("POLICYKG_TEST_NEO4J_URI")
    if named:
        yield from _existing(named)
        return
    with started(bolt=free_port(), http=free_port()) as server:
        yield server


def _existing(uri: str) -> Iterator[Server]:
    user = os.environ.get("POLICYKG_TEST_NEO4J_USERNAME", "neo4j")
    password = os.environ.get("POLICYKG_TEST_NEO4J_PASSWORD", "neo4j")
    server = Server(uri, (user, password), f"POLICYKG_TEST_NEO4J_URI, {uri}")
    with server.driver() as driver:
        if driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"]:
            raise Unavailable(f"{uri} is not empty: tests erase their database, so it is refused")
        before = _schema(driver)
        yield server
        empty(driver)
        for kind, name in _schema(driver) - before:
            driver.execute_query(f"DROP {kind} `{name}` IF EXISTS")  # ours, read from the server


def _schema(driver: neo4j.Driver) -> set[tuple[str, str]]:
    constraints = driver.execute_query("SHOW CONSTRAINTS YIELD name").records
    own = "SHOW INDEXES YIELD name, type, owningConstraint WHERE owningConstraint IS NULL"
    indexes = driver.execute_query(own + " AND type <> 'LOOKUP' RETURN name").records
    return {("CONSTRAINT", r["name"]) for r in constraints} | {
        ("INDEX", r["name"]) for r in indexes
    }


@contextmanager
def started(*, bolt: int, http: int, password: str | None = None) -> Iterator[Server]:
    """A server of our own on these ports, ended with everything it started."""
    home = Path(tempfile.mkdtemp(prefix="policykg-neo4j-"))
    password = password or secrets.token_urlsafe(16)
    uri, browser = f"bolt://127.0.0.1:{bolt}", f"http://127.0.0.1:{http}"
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, home, ignore_errors=True)
        plan = launch(home, bolt=bolt, http=http, password=password)
        process = _watched(plan, home)
        atexit.register(_stop, process)
        stack.callback(atexit.unregister, _stop)
        stack.callback(_stop, process)
        server = Server(uri, ("neo4j", password), plan.name, browser)
        _wait(server, plan, process, home)
        yield server


def _watched(plan: Launch, home: Path) -> "subprocess.Popen[bytes]":
    with (home / LOG).open("wb") as console:
        return subprocess.Popen(
            ("sh", "-c", WATCH, "sh", str(home), plan.signal, *plan.command),
            stdin=subprocess.PIPE,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _stop(process: "subprocess.Popen[bytes]") -> None:
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(timeout=40)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait(server: Server, plan: Launch, process: "subprocess.Popen[bytes]", home: Path) -> None:
    limit = time.monotonic() + START_LIMIT
    while time.monotonic() < limit and process.poll() is None:
        try:
            _set_password(server, plan.first_password)
            with server.driver() as driver:
                driver.verify_connectivity()
        except (OSError, ServiceUnavailable):
            time.sleep(0.3)
        else:
            return
    tail = (home / LOG).read_text(errors="replace")[-1500:]
    raise Unavailable(f"{plan.name} did not start: {tail}")


def _set_password(server: Server, first: str) -> None:
    wanted = server.auth[1]
    if first == wanted:
        return
    change = "ALTER CURRENT USER SET PASSWORD FROM $first TO $wanted"
    driver = neo4j.GraphDatabase.driver(server.uri, auth=("neo4j", first))
    # Not by execute_query: its own retries, ever farther apart, would outlast the server's start.
    with driver, driver.session(database="system") as session, suppress(AuthError):
        session.run(change, first=first, wanted=wanted).consume()


def empty(driver: neo4j.Driver) -> None:
    """Delete all nodes and relationships, in batches; constraints and indexes stay."""
    with driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


def free_port() -> int:
    """A TCP port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> None:
    """Run a server in the foreground, with its data in a temporary home, until Ctrl-C."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--bolt", type=int, default=7687)
    options.add_argument("--http", type=int, default=7474)
    options.add_argument("--password", help="default: a random one, printed")
    given = options.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    ports = {"bolt": given.bolt, "http": given.http}
    with started(**ports, password=given.password) as server, suppress(KeyboardInterrupt):
        print(f"{server.name}\nNEO4J_URI={server.uri}\nNEO4J_USERNAME=neo4j")
        print(f"NEO4J_PASSWORD={server.auth[1]}\nNeo4j Browser: {server.http}/browser/", flush=True)
        signal.pause()


if __name__ == "__main__":
    main()
