"""Bytes -> text: the one place where a file is decoded.

Comes in: the bytes of a file. Goes out: its text, without newline translation and without the byte
order mark (offsets count from the character after it). Called by every loader of text.
"""

from pathlib import Path

from charset_normalizer import from_bytes

from schema.errors import DocumentError

MOST_BYTES = 20_000_000  # of one text: a page or a book is far smaller, and lies in memory whole
# UTF-8 must be tried by itself: a guesser may take short UTF-8 for something else.
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_bytes(path: Path, *, source: str) -> bytes:
    """The whole file; raises DocumentError when it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DocumentError(f"{source}: {error.strerror or error}") from error
    if len(data) > MOST_BYTES:
        raise DocumentError(f"{source}: larger than {MOST_BYTES:,} bytes")
    return data


def read_text(path: Path, *, source: str) -> str:
    """The decoded file; raises DocumentError when it is unreadable, binary or empty."""
    return decode(read_bytes(path, source=source), source=source)


def decode(data: bytes, *, source: str) -> str:
    """UTF-8 or UTF-16 by its mark, else UTF-8, else the best guess; raises DocumentError."""
    text = _decoded(data)
    if text is None or "\0" in text:
        raise DocumentError(f"{source}: binary, not text")
    if not text.strip():
        raise DocumentError(f"{source}: empty")
    return text


def start_of(data: bytes) -> str:
    """The first characters of a file, for a look at what it is; never an error."""
    return data.decode(_marked(data), "replace")


def _marked(data: bytes) -> str:
    return next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode(_marked(data))
    except UnicodeDecodeError:
        guess = None if b"\0" in data else from_bytes(data).best()
        return data.decode(guess.encoding) if guess else None
