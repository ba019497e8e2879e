"""The words of offices: what a person can be, and what stands before it.

Read by `offices_titles`, `offices`, `mentions` and `kg.link`: one place for all of them.
"""

import re


def word_set(text: str) -> frozenset[str]:
    """The words of a text that lists them, apart by white space."""
    return frozenset(text.split())


HEADS = word_set("""
    academic academician activist actor actress adm administrator admiral adviser advisor aide
    ambassador analyst anchor archbishop architect artist assistant astronaut athlete attorney
    auditor author banker biologist bishop blogger broadcaster businessman businesswoman
    campaigner candidate cardinal ceo cfo chair chairman chairperson chairwoman chancellor chemist
    chief cio ciso clerk co-chair co-chairman co-director co-founder co-lead co-president coach
    cofounder colonel columnist comedian commander commissioner comptroller congressman
    congresswoman consul consultant controller coo coordinator correspondent councillor councilman
    councilor councilwoman counsel counsellor counselor cryptographer cto curator czar dean
    del delegate deputy designer diplomat director director-general doctor economist editor
    editor-in-chief educator emperor engineer entrepreneur envoy ethicist executive expert fellow
    filmmaker financier founder gen general gov governor governor-general head historian host imam
    inspector investor journalist judge justice king lady lawmaker lawyer leader lecturer
    legislator librarian lieutenant linguist manager marshal mathematician mayor mediator member
    mep minister mogul monk mp musician negotiator neuroscientist nominee novelist nurse officer
    official ombudsman organizer owner parliamentarian partner pastor pediatrician philosopher
    physician physicist pianist pilot poet policymaker politician pope premier presenter president
    principal producer professor programmer prosecutor provost psychiatrist psychologist publisher
    queen rabbi rapporteur rector registrar regulator rep reporter representative researcher
    scholar scientist screenwriter secretary secretary-general sen senator sergeant sheriff singer
    sociologist solicitor speaker specialist spokesman spokesperson spokeswoman statesman
    statistician strategist superintendent supervisor surgeon teacher technologist treasurer
    trustee under-secretary under-secretary-general undersecretary vice-chair vice-chairman
    vice-chairwoman vice-chancellor vice-minister vice-premier vice-president whip writer
    """)  # fmt: skip
# Heads that are surnames as well.
SURNAMES_TOO = word_set("king pope bishop dean marshal judge cardinal monk justice major")
# Heads that say an office only with its organisation ("a member of the Norr Council").
WEAK = word_set("member partner fellow official expert leader specialist representative")
# In "founder and CEO of X" both are of X; an "advisor and director of X" is not X's advisor.
EXECUTIVE = word_set(
    "ceo cto cfo coo chairman chairwoman chair president founder co-founder cofounder owner"
)
# Their "of" names a field, not an organisation: "Secretary of Commerce".
OF_A_FIELD = word_set(
    "secretary minister undersecretary under-secretary ambassador envoy chief professor"
)
HONORIFICS = word_set(
    "mr mrs ms miss mx dr sir dame lord madam madame prof hon honorable rev"
    " datuk dato shri smt mdm baroness"
)
PARTIES = word_set(
    "republican democratic democrat labour conservative liberal independent green tory"
)
# Forms of address and ranks in a row: part of no office.
STYLES = word_set(
    "holiness excellency majesty highness honorable honourable hon second third fourth fifth sixth "
    "seventh eighth ninth tenth longtime long-time veteran then fellow new"
)
# Upper-case words that name a field of work, never the holder's organisation.
NO_ORGANIZATIONS = word_set("AI A.I. IT TV PR HR IP R&D ML I II III")
STATUS = re.compile(
    r"(?P<former>former|ex|onetime|one-time|then|late|retired|previous|past|then-|outgoing)"
    r"|(?P<acting>acting|interim|caretaker)|(?P<elect>incoming|designate)",
    re.IGNORECASE,
)
DETERMINERS = word_set("a an the its his her their our my this that one")
PREPOSITIONS = word_set("of for at with on to")
# What a person does to an organisation, and what that makes of the person.
DOING = {
    "heads": "head", "headed": "head", "leads": "leader", "led": "leader", "chairs": "chair",
    "chaired": "chair", "directs": "director", "directed": "director", "runs": "head",
    "founded": "founder", "co-founded": "co-founder", "cofounded": "co-founder",
}  # fmt: skip
CALENDAR = word_set("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sept oct nov dec
    """)  # fmt: skip


def is_head(word: str) -> bool:
    """Whether a word can be the head of a title, also with "-elect" behind it."""
    return word.lower().removesuffix("-elect").removeprefix("then-") in HEADS
