"""A failure in a line for people: what kind it is, without a word of any article.

Comes in: an error. Goes out: a reason for a summary. Called by the loaders and `kg.reading`, which
also log the error as a whole.
"""

from pydantic import ValidationError

from schema.errors import PolicyKGError
from schema.printable import one_line


def told(error: BaseException) -> str:
    """Why something failed. Only of our own errors the message is known to quote no article."""
    if isinstance(error, PolicyKGError):
        return one_line(str(error))
    if isinstance(error, ValidationError):
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        return one_line(f"{place}: {first['msg']}" if place else first["msg"])
    if isinstance(error, OSError) and error.strerror:
        return one_line(error.strerror)
    return type(error).__name__
