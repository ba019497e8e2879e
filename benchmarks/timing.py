"""Time two ways of doing the same work side by side, and say how they compare."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

ROUNDS = 3


@dataclass(frozen=True)
class Comparison:
    """One line of the table: `amount` took `seconds`, and the bare engine `bare_seconds`."""

    what: str
    unit: str
    amount: int
    seconds: float
    bare: str
    bare_seconds: float

    @property
    def ratio(self) -> float:
        """Our speed as a share of the bare engine's (1.0: as fast)."""
        return self.bare_seconds / self.seconds


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(
    what: str,
    unit: str,
    amount: int,
    ours: Callable[[], object],
    bare: str,
    theirs: Callable[[], object],
    *,
    rounds: int = ROUNDS,
) -> Comparison:
    """Median of alternating rounds, so that a noisy minute hits both alike."""
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    return Comparison(
        what, unit, amount, median(o for o, _ in pairs), bare, median(t for _, t in pairs)
    )


def table(lines: list[Comparison]) -> str:
    """The comparisons as a Markdown table."""
    out = ["| what | amount | a second | beside | ratio |", "|---|---|---|---|---|"]
    for c in lines:
        rate = c.amount / c.seconds
        out.append(f"| {c.what} | {c.amount:,} {c.unit} | {rate:,.0f} | {c.bare} | {c.ratio:.2f} |")
    return "\n".join(out)
