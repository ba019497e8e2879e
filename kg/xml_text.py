"""What XML can hold: the characters of RDF/XML, GraphML, GEXF and SPARQL answers in XML.

Comes in: a text. Goes out: the same text without what XML 1.0 forbids.
"""

import re

# Not even an escape can bring these into XML 1.0.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def xml_legal(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold: one for one, so that offsets stay true."""
    return _ILLEGAL.sub("\ufffd", text)
