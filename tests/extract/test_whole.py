"""Contents reach to the end of their phrase, and never into what belongs to others."""

import pytest

from kg.extract.combined import Nearby
from kg.extract.attributions.modes import quoted_mask
from kg.read.reading import analyse
from kg.extract.attributions.whole import whole
from tests.extract.test_unspoken import attributed
from tests.extract.written import written


@pytest.mark.parametrize(
    ("text", "content", "longer"),
    [
        ("The leaders welcomed the summit, which opened in May.", "the summit",
         "the summit, which opened in May"),
        ("The leaders welcomed the talks, held in Norrstad.", "the talks",
         "the talks, held in Norrstad"),
        ("The leaders welcomed the help offered by their partners.", "the help offered",
         "the help offered by their partners"),
        ("The leaders welcomed the summit in May.", "the summit in May", "the summit in May"),
        ('The leaders welcomed "the summit", which opened in May.', '"the summit"',
         '"the summit"'),
    ],
)  # fmt: skip
def test_end(text: str, content: str, longer: str) -> None:
    document = written(text)
    one = attributed(document, source="The leaders", cue="welcomed", content=content)
    found = whole(one, Nearby([]), analyse(document), quoted_mask(document), asides=True)
    assert found.content[-1].of(document.text) == longer


def test_an_aside_in_news_is_the_writer_s() -> None:
    document = written("The leaders welcomed the talks, which nobody had expected.")
    one = attributed(document, source="The leaders", cue="welcomed", content="the talks")
    assert whole(one, Nearby([]), analyse(document), quoted_mask(document), asides=False) == one


def test_what_another_says_stays_his() -> None:
    document = written("The leaders welcomed the plan, which Norrland praised.")
    one = attributed(document, source="The leaders", cue="welcomed", content="the plan")
    other = attributed(document, source="Norrland", cue="praised", content="which")
    found = whole(one, Nearby([other]), analyse(document), quoted_mask(document), asides=True)
    assert found == one
