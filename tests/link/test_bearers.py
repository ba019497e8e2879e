"""Short names: which of several bearers is meant, and when nobody is."""

import pytest

from tests.extract.written import written
from tests.link.said import speakers


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        # the headline, then who is named most often, then who was named last
        ("Robert Stone Leaves the Bank.\n\nMaria Stone met Robert Stone. Maria Stone left. "
         "Stone said no.", "Stone said", "Robert Stone"),
        ("It rained.\n\nMaria Stone came. Maria Stone met Robert Stone. Stone said no.",
         "Stone said", "Maria Stone"),
        # honorifics and titles come before all that
        ("It rained.\n\nMaria Stone came. Maria Stone met Robert Stone. Mr. Stone said no.",
         "Mr. Stone", "Robert Stone"),
        ("It rained.\n\nSenator Robert Stone met Maria Stone. Maria Stone left. "
         "Senator Stone said no.", "Senator Stone", "Robert Stone"),
        # a given name alone, a slip of the pen
        ("It rained.\n\nMaria Stone met Robert Stone. Maria said no.", "Maria said",
         "Maria Stone"),
        ("It rained.\n\nRobert Abernathy came. Abernaty said no.", "Abernaty", "Robert Abernathy"),
        # "Mr. Stone" is not Maria, so that Stone is somebody else
        ("It rained.\n\nMr. Stone met Maria Stone. Stone said no.", "Stone said", None),
        ("It rained.\n\nMr. Stone met Maria Stone. President Stone said no.", "President Stone",
         None),
        ("It rained.\n\nRobert Hales came. Hall said no.", "Hall", None),
    ],
)  # fmt: skip
def test_bearers(text: str, source: str, expected: str | None) -> None:
    assert _speaker(text, source) == expected


def _speaker(text: str, source: str) -> str | None:
    """The speaker of the name before "said", where this name stands for the last time."""
    name = source.removesuffix(" said")
    document = written(*text.split("\n\n"))
    times = document.text.count(name)
    return speakers(document, *[name] * times)[-1]
