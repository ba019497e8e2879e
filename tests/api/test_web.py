"""The pages as files: vendored code is what it says, no other hosts, no inline code."""

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

WEB = Path(str(files("api") / "web"))
OURS = sorted(p for p in WEB.iterdir() if p.is_file())
# Names of vocabularies, not places that a browser goes to.
NAMES = re.compile(r"https?://(w3id\.org/policykg|www\.w3\.org|schema\.org)/")


VENDOR = WEB / "vendor"
LICENCES = {"MIT": "Permission is hereby granted", "Apache-2.0": "Apache License"}


@pytest.mark.parametrize(
    "vendored", json.loads((VENDOR / "vendor.json").read_text("utf-8")), ids=lambda v: v["name"]
)
def test_vendored_files_are_those_named(vendored: dict[str, Any]) -> None:
    contents = {name: (VENDOR / name).read_bytes() for name in vendored["files"]}
    for name, content in contents.items():
        assert hashlib.sha256(content).hexdigest() == vendored["files"][name]
    assert any(f'"{vendored["version"]}"'.encode() in content for content in contents.values())
    licence = (VENDOR / vendored["licence_file"]).read_text("utf-8")
    assert LICENCES[vendored["license"]] in licence


@pytest.mark.parametrize("file", OURS, ids=lambda p: p.name)
def test_a_file_is_small_and_asks_no_other_host(file: Path) -> None:
    text = file.read_text("utf-8")
    assert len(text.splitlines()) < 300
    assert "http" not in NAMES.sub("", text).replace("https?:", "").replace("http and https", "")


@pytest.mark.parametrize("file", [p for p in OURS if p.suffix == ".js"], ids=lambda p: p.name)
def test_data_cannot_become_markup(file: Path) -> None:
    text = file.read_text("utf-8")
    for way in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "srcdoc",
    ):
        assert way not in text


@pytest.mark.parametrize("page", ["/", "/sparql", "/docs"])
def test_pages_load_only_what_is_ours(client: TestClient, page: str) -> None:
    answer = client.get(page, headers={"Accept": "text/html"})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", answer.text)
    linked = re.findall(r'(?:src|href)="(static/[^"]+)"', answer.text)
    assert linked
    for url in linked:
        assert client.get("/" + url).status_code == 200


def test_modules_are_served_as_javascript(client: TestClient) -> None:
    for file in [p for p in OURS if p.suffix == ".js"] + [WEB / "vendor/cytoscape.esm.min.js"]:
        answer = client.get(f"/static/{file.relative_to(WEB)}")
        assert "javascript" in answer.headers["content-type"]
        assert answer.content == file.read_bytes()
