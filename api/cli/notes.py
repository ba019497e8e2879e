"""Standard error: what people are told beside the answer, which has standard output for itself."""

from rich.console import Console

from schema.printable import MOST, one_line


def notes() -> Console:
    """Standard error: progress, hints and summaries."""
    return Console(stderr=True, highlight=False)


def say(text: str, *, style: str | None = None, indent: int = 0) -> None:
    """One line for people on standard error, whatever stands in the text; it is never wrapped."""
    line = " " * indent + one_line(text, most=2 * MOST)
    notes().print(line, markup=False, style=style, soft_wrap=True)
