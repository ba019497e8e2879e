"""Text made safe for spreadsheets: a cell that begins like a formula is run as one.

Comes in: a cell of a CSV file. Goes out: the same, with a single quote before what a spreadsheet
would run (OWASP, CSV injection). Called by the command line and by `kg.export.csv`.
"""

import re
from typing import Any

# Quotes before the sign count too, so that `plain_text` can tell a quote of ours from the text's.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def safe_cell(value: Any) -> Any:
    """The cell; numbers and words stay as they are, `=1+1` becomes `'=1+1`."""
    if not isinstance(value, str) or not _FORMULA.match(value) or _NUMBER.fullmatch(value):
        return value
    return "'" + value


def plain_text(cell: str) -> str:
    """What `safe_cell` was given: programs that read a file of ours take the quote off again."""
    quoted = cell.startswith("'") and _FORMULA.match(cell)
    return cell[1:] if quoted and not _NUMBER.fullmatch(cell) else cell
