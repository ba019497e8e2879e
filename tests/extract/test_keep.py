"""What is sure enough for a graph."""

import pytest

from kg.extract.attributions.keep import stored
from schema.attribution import Act, Attribution, Mode
from schema.linked import Linked, LinkedAttribution
from schema.span import Span
from tests.extract.written import written

DOCUMENT = written("Ana Belo announced a ban.")
ANNOUNCED = Attribution(
    source=(Span(0, 8),), cue=(Span(9, 18),), content=(Span(19, 24),), mode=Mode.INDIRECT
)
BAN = (Span(21, 24),)


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({"source": (), "confidence": 0.6}, False),
        ({"source": (), "confidence": 0.9}, True),
        ({"act": Act.SAID, "cue": BAN, "confidence": 0.5}, False),
        ({"act": Act.SAID, "confidence": 0.5}, True),
    ],
)
def test_what_is_not_sure_is_not_stored(changes: dict[str, object], kept: bool) -> None:
    one = LinkedAttribution(attribution=ANNOUNCED.model_copy(update=changes))
    found = stored(DOCUMENT, Linked(tool="t", attributions=(one,)))
    assert bool(found.attributions) is kept
