"""What a name is in its sentence: its subject, the subject of a clause in it, or something else.

Comes in: the passage of a name in a parsed paragraph. Goes out: a Role. Called by `mentions`.
Whom a pronoun means is decided by it (as in Lappin and Leass, "An algorithm for pronominal anaphora
resolution", 1994).
"""

from spacy.tokens import Token

from kg.extract.nlp import Paragraph
from schema.attribution import Role
from schema.span import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# "The president, Ada Norr": what the other noun is; "Ada Norr's": what the name is.
_TOGETHER = frozenset({"appos", "case"})


def role_of(paragraph: Paragraph, name: Span) -> Role:
    """The role of the last word of a name, or of the noun that it belongs to."""
    head = _noun_of(paragraph.last_token(name))
    if head.dep_ == "poss" and head.head.dep_ in _SUBJECTS:
        return Role.EMBEDDED  # "Norr's fate is open, but she": nearly the subject
    if head.dep_ not in _SUBJECTS:
        return Role.OTHER
    verb = head.head
    while verb.dep_ == "conj" and verb.head is not verb:
        verb = verb.head
    return Role.SUBJECT if verb.dep_ == "ROOT" else Role.EMBEDDED


def _noun_of(token: Token) -> Token:
    """The noun that a name belongs to. Behind "the president of the court," an apposition is the
    president's, though parsers give it to the court."""
    apposed = token.dep_ == "appos"
    while token.dep_ in _TOGETHER or (apposed and token.dep_ in {"pobj", "prep"}):
        token = token.head
    return token
