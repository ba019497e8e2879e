"""Articles for the browser: a long one with characters that count twice in JavaScript before its
passages, one whose headline looks like markup, and one that carries a quote of the first.

Goes out: batches for a store. Called by the fixtures of this package.
"""

from collections.abc import Iterator
from datetime import date

from schema.graph import DocumentGraph
from tests.query.article import Article

ANNA, BO = "Anna Nowak", "Bo Lindgren"
QUOTE = "Every voice that a machine makes 🎙️ must say so, in 𝒆𝒗𝒆𝒓𝒚 language."
MARKUP = "<img src=x onerror=alert(1)> & <b>Chips</b>"
FILLER = "Nothing is said in this line 😀, and it is only here to be scrolled over.\r\n\r\n"


def _long(name: str, outlet: str, headline: str, day: date) -> DocumentGraph:
    article = Article(
        name, day=day, outlet=outlet, headline=headline, opening="👩‍🔬 Capital. " + FILLER * 60
    )
    anna, bo = article.person(ANNA), article.person(BO)
    minister = article.office(anna, "minister", article.organization("Ministry of Machines"))
    article.say("Chips come first.", by=bo, topics=("chips",), act="called_for")
    article.text += FILLER * 3
    article.say(QUOTE, by=anna, quote=ANNA, supports=("ai-law",), offices=(minister,))
    article.text += FILLER * 60
    article.say("A law would come too early.", by=bo, opposes=("ai-law",), act="opposed")
    return article.graph()


def _markup() -> DocumentGraph:
    article = Article("markup", day=date(2025, 1, 5), outlet="<i>Lamp</i>", headline=MARKUP)
    article.say("<script>alert(2)</script> is no law.", sourceText="an <b>official</b>")
    for number in range(40):
        article.say(f"Sentence number {number} stands here.", sourceText="she", topics=("chips",))
    return article.graph()


def articles() -> Iterator[DocumentGraph]:
    """All batches."""
    yield _long("voices", "Daily Lamp", "Voices must be labelled", date(2025, 3, 2))
    yield _long("echo", "Herald", "An echo of the voices", date(2025, 3, 1))
    yield _markup()
