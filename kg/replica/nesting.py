"""How deeply a query nests, told before anything parses it: parsers of SPARQL are recursive.

Comes in: the text of a query. Goes out: nothing, or a refusal. A query of 5 kB that opens 2,400
groups overflows the stack of Oxigraph's parser.
"""

import re

from schema.errors import QuerySyntaxError

DEEPEST = 256  # brackets; queries that people and programs write have less than thirty
_TEXTS = r'"""(?:[^"\\]|\\.|"(?!""))*"""' r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
_WORDS = r'"(?:[^"\\\n\r]|\\.)*"' r"|'(?:[^'\\\n\r]|\\.)*'"
_PASSED = r'<[^<>"{}|^`\\\s]*>' r"|#[^\n\r]*"  # an IRI, which may hold a "#"; a comment
# What a text of odd parts hides from this costs the process of its own query, and no other one.
_TOKENS = re.compile(rf"{_TEXTS}|{_WORDS}|{_PASSED}|(?P<open>[{{(\[])|(?P<close>[}})\]])", re.S)
_SIGNS = re.compile(rf"(?:[!+^-]\s*){{{DEEPEST + 1}}}")


def check_nesting(text: str) -> None:
    """Raises QuerySyntaxError where brackets or signs stand more than DEEPEST deep."""
    depth = 0
    for token in _TOKENS.finditer(text):
        if token["open"]:
            depth += 1
        elif token["close"]:
            depth = max(0, depth - 1)
        if depth > DEEPEST:
            raise QuerySyntaxError(
                f"the query nests more than {DEEPEST} brackets, at character {token.start() + 1}"
            )
    if found := _SIGNS.search(text):
        raise QuerySyntaxError(
            f"the query has more than {DEEPEST} signs in a row, at character {found.start() + 1}"
        )
