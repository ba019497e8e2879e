"""What is installed: a wheel that carries all that runs, no tests, under names of our own."""

import subprocess
import sys
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.require import ROOT

OURS = {"schema", "kg", "loaders", "api"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (built,) = Path(folder).glob("*.whl")
    return zipfile.ZipFile(built)


def test_the_wheel_carries_all_that_runs(wheel: zipfile.ZipFile) -> None:
    carried = set(wheel.namelist())
    files = (p for name in OURS for p in (ROOT / name).rglob("*") if p.is_file())
    wanted = {p.relative_to(ROOT).as_posix() for p in files if "__pycache__" not in p.parts}
    assert wanted <= carried


def test_the_wheel_carries_nothing_else(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {t for t in tops if not t.endswith(".dist-info")} == OURS


def test_the_licence_is_an_spdx_expression(wheel: zipfile.ZipFile) -> None:
    (metadata,) = (n for n in wheel.namelist() if n.endswith(".dist-info/METADATA"))
    text = wheel.read(metadata).decode()
    assert "License-Expression: Apache-2.0" in text


def test_no_other_distribution_brings_our_module_names() -> None:
    provided = packages_distributions()
    foreign = {name: set(provided.get(name, ())) - {"policykg"} for name in OURS}
    assert not any(foreign.values()), foreign
