"""A time of modification in the future counts as now: it must not outrank every later edit."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from loaders.sources import open_sources
from tests.faults.loading import GOOD, documents, with_a_good_one, write
from tests.loaders.http_server import page, serving

run = CliRunner().invoke
LATER = datetime.now(UTC) + timedelta(days=365)


def set_time(path: Path, moment: datetime) -> None:
    os.utime(path, (moment.timestamp(), moment.timestamp()))


def test_of_a_file_of_a_record_and_of_an_answer(tmp_path: Path) -> None:
    set_time(write(tmp_path, "b.txt", GOOD), LATER)
    record = json.dumps({"text": GOOD, "modified": LATER.isoformat()})
    loaded = documents(with_a_good_one(tmp_path, "a.jsonl", record))
    with serving() as site:
        dated = page(GOOD, "text/plain", Last_Modified="Sun, 09 Mar 2125 12:30:00 GMT")
        loaded += documents(open_sources([site.put("/a", dated)], private=True))
    assert len(loaded) == 4
    assert all(x.modified <= datetime.now(UTC) for x in loaded)


@pytest.mark.parametrize("stated", ["Sun, 09 Mar 99999 12:30:00 GMT", "never"])
def test_a_time_that_is_none_is_the_time_of_fetching(stated: str) -> None:
    with serving() as site:
        url = site.put("/a", page(GOOD, "text/plain", Last_Modified=stated))
        (document,) = documents(open_sources([url], private=True))
    assert datetime.now(UTC) - document.modified < timedelta(days=1)


def test_an_edit_after_a_time_in_the_future_is_loaded_and_an_older_one_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "a.txt", GOOD)
    ingest = ["ingest", str(path), "--home", str(tmp_path / "home")]
    set_time(path, LATER)
    assert "1 loaded" in run(app, ingest).stderr
    write(tmp_path, "a.txt", f"Edited. {GOOD}")
    assert "1 replaced" in run(app, ingest).stderr
    write(tmp_path, "a.txt", f"Restored from long ago. {GOOD}")
    set_time(path, datetime(2020, 1, 1, tzinfo=UTC))
    done = run(app, ingest)
    assert "1 older" in done.stderr
    assert "older a.txt: a newer version of it is stored" in done.stderr
