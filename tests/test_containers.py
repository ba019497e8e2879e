"""The container files: they fit each other, ask for a password, and listen on this machine only."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.neo4j_launch import output
from tests.require import ROOT, require

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")


def configured(folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """What compose makes of the file, with nothing in the environment but this."""
    plugin = output("docker", "compose", "version") is not None
    compose = ("docker", "compose") if plugin else ("docker-compose",)
    require(plugin or shutil.which("docker-compose"), "no docker compose to check the file with")
    none = folder / "none.env"  # not the .env of whoever runs the tests
    none.touch()
    command = (*compose, "--env-file", str(none), "-f", str(ROOT / "docker-compose.yml"), "config")
    known = {"PATH": os.environ["PATH"], "HOME": str(folder), **environment}
    return subprocess.run(
        command, cwd=folder, env=known, capture_output=True, text=True, check=False
    )


def test_compose_accepts_the_file(tmp_path: Path) -> None:
    done = configured(tmp_path, NEO4J_PASSWORD="correct horse")  # noqa: S106 an example
    assert done.returncode == 0, done.stderr
    service = yaml.safe_load(done.stdout)["services"]
    assert service["neo4j"]["environment"]["NEO4J_AUTH"] == "neo4j/correct horse"
    assert service["policykg"]["environment"]["NEO4J_PASSWORD"] == "correct horse"  # noqa: S105


@pytest.mark.parametrize("environment", [{}, {"NEO4J_PASSWORD": ""}])
def test_compose_refuses_to_start_without_a_password(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    done = configured(tmp_path, **environment)
    assert done.returncode != 0
    assert "NEO4J_PASSWORD" in done.stderr


@pytest.mark.parametrize("name", list(COMPOSE["services"]))
def test_ports_are_bound_to_this_machine(name: str) -> None:
    assert all(str(p).startswith("127.0.0.1:") for p in COMPOSE["services"][name]["ports"])


def test_the_service_waits_for_a_healthy_database() -> None:
    assert COMPOSE["services"]["policykg"]["depends_on"] == {
        "neo4j": {"condition": "service_healthy"}
    }
    assert COMPOSE["services"]["neo4j"]["healthcheck"]["test"][0] == "CMD-SHELL"


def test_data_lives_in_named_volumes() -> None:
    mounted = {v.split(":")[0] for s in COMPOSE["services"].values() for v in s["volumes"]}
    assert mounted == set(COMPOSE["volumes"])


def test_no_password_is_written_down() -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    assert re.search(r"^NEO4J_PASSWORD=$", example, re.M)
    for service in COMPOSE["services"].values():
        secrets = [v for k, v in service["environment"].items() if k.endswith(("AUTH", "PASSWORD"))]
        assert all("${NEO4J_PASSWORD:?" in value for value in secrets)


def test_the_image_is_built_from_what_is_let_in_and_runs_as_nobody() -> None:
    let_in = re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text("utf-8"), re.M)
    copied = [
        name
        for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.M)
        for name in line.split()
    ]
    assert sorted(copied) == sorted(let_in)
    assert all((ROOT / name).exists() for name in copied)
    last = DOCKERFILE[DOCKERFILE.rindex("\nFROM ") :]
    assert "--require-hashes" in DOCKERFILE
    assert last.index("USER policykg") < last.index("ENTRYPOINT")


def test_commands_of_the_image_are_json() -> None:
    for instruction in ("ENTRYPOINT", "CMD"):
        for text in re.findall(rf"^\s*{instruction} (\[.*\])$", DOCKERFILE, re.M):
            assert all(isinstance(part, str) for part in json.loads(text))
