"""The ledger sums what several runs and processes used, and prices it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from kg.extract.llm.__main__ import main
from kg.extract.llm.usage import Count, Ledger, cost

USED = {Count.ASKED: 2, Count.TOKENS_IN: 1_500_000, Count.TOKENS_OUT: 20_000, Count.REFUSED: 0}


def test_sums_are_by_model(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "usage.jsonl")
    assert ledger.totals() == {}
    ledger.add("b", "one.txt", USED)
    ledger.add("a", "two.txt", {Count.CACHED: 1})
    ledger.add("b", "two.txt", USED)
    totals = ledger.totals()
    assert list(totals) == ["a", "b"]
    assert totals["a"] == {Count.CACHED: 1}
    assert totals["b"][Count.TOKENS_IN] == 3_000_000


def test_since_leaves_out_what_is_older(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "usage.jsonl")
    ledger.add("a", "one.txt", USED)
    now = datetime.now(UTC)
    assert ledger.totals(since=now - timedelta(minutes=1))
    assert ledger.totals(since=now + timedelta(minutes=1)) == {}


def test_writers_side_by_side_keep_their_lines_whole(tmp_path: Path) -> None:
    file = tmp_path / "usage.jsonl"

    def write() -> None:
        for i in range(50):
            Ledger(file).add("a", f"{i}.txt", USED)

    writers = [Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert Ledger(file).totals()["a"][Count.ASKED] == 400


def test_the_cost_needs_both_prices() -> None:
    assert cost(USED, price_in=0.4, price_out=1.6) == pytest.approx(0.6 + 0.032)
    assert cost(USED, price_in=0.4, price_out=None) is None
    assert cost(USED, price_in=None, price_out=1.6) is None
    assert cost({}, price_in=0.4, price_out=1.6) == 0


def test_the_report_prints_tokens_and_cost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "llm-cache").mkdir()
    Ledger(tmp_path / "llm-cache" / "usage.jsonl").add("reader-1", "one.txt", USED)
    main(["--home", str(tmp_path)])
    assert "no prices set" in capsys.readouterr().out
    monkeypatch.setenv("POLICYKG_LLM_PRICE_IN", "0.4")
    monkeypatch.setenv("POLICYKG_LLM_PRICE_OUT", "1.6")
    main(["--home", str(tmp_path)])
    printed = capsys.readouterr().out
    assert "reader-1" in printed
    assert "│ tokens_in │ 1,500,000 │" in " ".join(printed.split())
    assert "│ cost │ 0.6320 │" in " ".join(printed.split())
    main(["--home", str(tmp_path), "--since", "2999-01-01"])
    assert capsys.readouterr().out == "No language model was asked.\n"
