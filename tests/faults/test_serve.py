"""`policykg serve` that cannot start says why in one line and ends with 1."""

import socket
import subprocess
import sys
from pathlib import Path

from tests.neo4j_server import free_port


def serve(home: Path, *arguments: str) -> str:
    """What a start that fails prints on standard error."""
    done = subprocess.run(
        [sys.executable, "-c", "from api.cli import main; main()", "serve", *arguments],
        env={"POLICYKG_HOME": str(home), "PATH": ""},
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    return done.stderr


def test_without_its_neo4j(tmp_path: Path) -> None:
    for scheme in ("bolt", "neo4j"):
        place = f"{scheme}://127.0.0.1:{free_port()}"
        [line] = serve(tmp_path, "--store", place).splitlines()
        assert line.startswith(f"policykg: {place}: Neo4j cannot be reached: ")


def test_on_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        [line] = serve(tmp_path, "--store", "memory://", "--port", str(port)).splitlines()
    assert line.startswith(f"policykg: cannot listen on 127.0.0.1:{port}: ")


def test_at_an_address_that_is_not_ours(tmp_path: Path) -> None:
    [line] = serve(tmp_path, "--store", "memory://", "--host", "no.such.invalid").splitlines()
    assert line.startswith("policykg: cannot listen on no.such.invalid:8000: ")
