"""`export --output`: a device, a pipe or a link that is named stays what it is."""

import os
import stat
import zipfile
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner

from api.cli import app
from api.cli.writing import whole_file
from tests.faults.devices import NULL, device

run = CliRunner().invoke


@pytest.fixture(autouse=True)
def graph(tmp_path: Path) -> None:
    """A graph to export: the topics alone."""
    assert run(app, ["init", "--home", str(tmp_path / "home")]).exit_code == 0


def export(output: Path, home: Path, *, form: str = "nquads") -> str:
    done = run(app, ["export", "--format", form, "--home", str(home), "--output", str(output)])
    assert done.exit_code == 0, done.output
    return done.stderr


def test_a_device_is_written_through(tmp_path: Path) -> None:
    """A device of our own in our own folder: a fault in the code must not harm the machine."""
    null = device(tmp_path / "null", NULL)
    export(null, tmp_path / "home")
    assert stat.S_ISCHR(null.lstat().st_mode)


def test_a_named_pipe_is_written_through(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[bytes] = []
    reader = Thread(target=lambda: received.append(pipe.read_bytes()))
    reader.start()
    export(pipe, tmp_path / "home")
    reader.join()
    assert pipe.is_fifo()
    assert received[0].count(b"\n") > 100


@pytest.mark.parametrize("there", [True, False])
def test_of_a_link_the_target_is_replaced_and_the_link_left(tmp_path: Path, there: bool) -> None:
    real, link = tmp_path / "below" / "real.nq", tmp_path / "link.nq"
    real.parent.mkdir()
    if there:
        real.write_text("old")
    link.symlink_to(Path("below") / "real.nq")
    export(link, tmp_path / "home")
    assert link.is_symlink()
    assert real.read_bytes().count(b"\n") > 100
    assert [x.name for x in real.parent.iterdir()] == ["real.nq"]


def test_a_replaced_file_keeps_its_permissions_and_a_new_one_gets_the_usual_ones(
    tmp_path: Path,
) -> None:
    kept, new, plain = tmp_path / "kept", tmp_path / "new", tmp_path / "plain"
    kept.touch()
    kept.chmod(0o640)
    plain.touch()
    for path in (kept, new):
        with whole_file(path) as file:
            file.write(b"all")
        assert path.read_bytes() == b"all"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    assert new.stat().st_mode == plain.stat().st_mode


def test_when_writing_fails_the_old_file_is_there_and_no_part_of_the_new_one(
    tmp_path: Path,
) -> None:
    path = tmp_path / "out" / "graph.nq"
    path.parent.mkdir()
    path.write_text("old")

    def fail() -> None:
        with whole_file(path) as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert path.read_text() == "old"
    assert [x.name for x in path.parent.iterdir()] == ["graph.nq"]


def test_an_open_stream_is_written_where_it_stands(tmp_path: Path) -> None:
    """`/dev/fd/N` of a regular file: the file must not be replaced behind whoever has it open."""
    with (tmp_path / "out").open("w+b") as file:
        inode = os.fstat(file.fileno()).st_ino
        file.write(b"before, ")
        file.flush()
        with whole_file(Path(f"/dev/fd/{file.fileno()}")) as through:
            through.write(b"all")
        assert (tmp_path / "out").read_bytes() == b"before, all"
        assert (tmp_path / "out").stat().st_ino == inode


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_an_archive_in_a_stream_can_be_read(tmp_path: Path, form: str) -> None:
    with (tmp_path / "out").open("w+b") as file:
        export(Path(f"/dev/fd/{file.fileno()}"), tmp_path / "home", form=form)
        with zipfile.ZipFile(tmp_path / "out") as archive:
            assert archive.testzip() is None


def test_a_place_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from api.cli import main

    monkeypatch.setenv("POLICYKG_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("sys.argv", ["policykg", "export", "-o", str(tmp_path / "no" / "graph")])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 1
    assert capsys.readouterr().err.startswith(f"policykg: {tmp_path}/no/graph: No such file")
