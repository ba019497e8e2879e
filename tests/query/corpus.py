"""A small corpus with every feature that a question looks at.

Goes out: steps (what is loaded or removed, and when), applied to any store by `load`. In it: a wire
quote in three outlets of which two had it first, a replaced version and one that came back, a
removed document, a conflict, a change of mind, several offices of one speaker, terms of office,
parts of an organisation, cited papers, unknown speakers, missing days, addresses and outlets,
characters beyond the BMP, text that a query language could trip over.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from kg.build.batch import Batch
from kg.protocols import Store
from schema import ids
from schema.graph import DocumentGraph, Edge, Node
from schema.run import Run
from tests.query.article import BROADER, START, TOPICS, Article, add_topic

ANNA, BO, CARO = "Anna Nowak", "Bo Lindgren", "Caro Ferri"
MINISTRY, OFFICE, LAB = "Ministry of Machines", "Office for Models", "Northern Lab"
QUOTE = "Every model that is sold must have a licence."


def run(day: int) -> Run:
    """A run, `day` days after the first."""
    started = START + timedelta(days=day)
    return Run(tool="by hand", tool_version="1", fingerprint="by hand", started_at=started)


def scheme() -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """The topics of the corpus."""
    batch = Batch()
    for notation in TOPICS:
        add_topic(batch, notation)
    for narrow, broad in BROADER:
        batch.link(ids.topic_uri(narrow), "BROADER", ids.topic_uri(broad))
    return batch.freeze()


def wire(name: str, outlet: str | None, day: date | None, *, opening: str = "") -> Article:
    """A paper that carries the minister's quote."""
    article = Article(
        name, day=day, outlet=outlet, headline=f"Licences, says {outlet}", opening=opening
    )
    anna = article.person(ANNA)
    ministry = article.organization(MINISTRY)
    minister = article.office(anna, "minister", ministry)
    article.say(QUOTE, by=anna, quote=ANNA, supports=("licensing",), offices=(minister,))
    return article


def interview(*, second: bool = False) -> Article:
    """An interview; its second version takes a sentence back and adds another."""
    article = Article("interview", day=date(2025, 2, 9), outlet="Daily Lamp", opening="😀 Talk. ")
    anna, bo = article.person(ANNA), article.person(BO)
    lab = article.organization(LAB)
    head, professor = article.office(bo, "head", lab), article.office(bo, "professor")
    offices = (head, professor)
    article.say("Licences would stop research.", by=bo, opposes=("licensing",), offices=offices)
    article.say('It is "too early" for a law; that\'s all.', by=bo, topics=("ai-law", "chips"))
    if second:
        article.say("Licences may help after all.", by=bo, supports=("licensing",), act="noted")
    else:
        article.say("Chips come first.", by=anna, supports=("chips",), confidence=0.41)
    return article


def essay() -> Article:
    """Undated, without an outlet and an address; speakers unknown, paraphrased or a group."""
    article = Article("essay", url=False, kind="Document")
    group = article.batch.add(ids.group_uri("analysts"), "Group", name="analysts")
    article.say("A law is coming.", sourceText="an official", topics=("ai-law",), confidence=0.55)
    article.say("Nobody wants licences.", by=group, opposes=("licensing",), speakerConfidence=0.3)
    article.say("The sun will shine.", sourceText="he", reviewStatus="accepted")
    article.say("The sun will shine.", sourceText="he", reviewStatus="rejected", confidence=0.2)
    return article


def session() -> Article:
    """Organisations and papers speak; one office of the ministry's part supports chips."""
    article = Article("session", day=date(2025, 1, 15), outlet="Gazette", kind="Transcript")
    office = article.organization(OFFICE, part_of=MINISTRY)
    caro = article.person(CARO)
    director = article.office(caro, "director", office, status="acting")
    article.say("Chips need a plan.", by=caro, supports=("chips",), offices=(director,))
    article.say("The office backs licences.", by=office, supports=("licensing",), negated=True)
    report = article.paper("Report on Machines", "Report", "Proposal", topics=("chips", "ai-law"))
    article.say("Machines are many.", by=report, topics=("ai",), act="reported")
    article.paper("Licence Act", "Legislation", topics=("licensing",))
    return article


def careers() -> Article:
    """Terms of office: one that covers a day of speaking, one that ended before, one former."""
    article = Article("careers", day=date(2025, 2, 20), outlet="Gazette", headline="Who is who")
    caro, anna = article.person(CARO), article.person(ANNA)
    lab = article.organization(LAB)
    article.office(caro, "adviser", lab, from_=date(2024, 1, 1), to=date(2025, 1, 15))
    article.office(caro, "trainee", lab, from_=date(2020, 1, 1), to=date(2020, 12, 31))
    article.office(anna, "mayor", status="former")
    article.say("Chips again.", by=caro, topics=("chips",), saidOn=date(2025, 2, 19))
    article.say("Licences never!", by=anna, opposes=("licensing", "chips"))
    article.paper("Report on Machines", "Report")
    return article


def law() -> Article:
    """A law that was loaded itself, and later removed."""
    article = Article("law", day=date(2024, 12, 1), headline="Model Act", kind="Legislation")
    article.say(
        "Models shall be registered.", by=article.organization(MINISTRY), topics=("ai-law",)
    )
    return article


def steps() -> Iterator[tuple[int, DocumentGraph | str]]:
    """(day, batch to load or document to remove), in order."""
    yield 0, wire("lamp", "Daily Lamp", date(2025, 2, 3)).graph()
    yield 0, wire("herald", "Herald", date(2025, 2, 1), opening="Capital. ").graph()
    yield 0, wire("courier", "Courier", date(2025, 2, 1), opening="Wire. ").graph()
    yield 0, wire("blog", None, None).graph()
    yield 0, interview().graph()
    yield 1, essay().graph()
    yield 1, session().graph()
    yield 2, careers().graph()
    yield 2, law().graph()
    yield 5, interview(second=True).graph(modified=5)
    yield 7, wire("lamp", "Daily Lamp", date(2025, 2, 3), opening="Corrected. ").graph(modified=7)
    yield 9, law().uri
    yield 12, interview().graph(modified=12)


def load(store: Store) -> None:
    """Apply all steps to a store."""
    store.set_topics(*scheme())
    with store.writer() as writer:
        for day, step in steps():
            if isinstance(step, str):
                writer.flush()
                writer.remove(step, at=START + timedelta(days=day))
            else:
                writer.replace(step, run=run(day))
