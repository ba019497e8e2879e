"""Who or what can speak: a bridge supports a road, and nobody has said anything.

Comes in: the head of a source. Goes out: yes or no. Called for the verbs that also mean something
that is no speech ("supports", "shows", "demands").
"""

from spacy.tokens import Token

from kg.extract.cues import DOCUMENTS, words

_PRONOUNS = words(
    "he she we they i who both all some many others several most few everyone someone"
)
_NOT_SPEAKING = frozenset(
    {"PRODUCT", "EVENT", "WORK_OF_ART", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "FAC"}
)
_PEOPLE = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "man",
    "men",
    "woman",
    "women",
    "person",
    "people",
    "ee",
    "ees",
    "crat",
    "crats",
    "ans",
    "eers",
)
_COLLECTIVE = words(
    "government administration ministry department agency agencies committee commission council"
    " congress parliament assembly senate house court courts bureau office board party parties"
    " coalition alliance union unions group groups organization organisation association"
    " company companies firm firms startup startups corporation giant campaign team body"
    " country countries nation nations state states city cities industry industries public"
    " majority minority percent third quarter half president presidents chief chiefs head heads"
    " secretary secretaries minister official officials spokesperson deputy deputies delegate"
    " delegates student students scientist expert experts executive executives analyst analysts"
    " critic critics advocate advocates activist aide aides ally allies candidate candidates"
    " politician democrat democrats republican republicans resident residents citizen citizens"
    " parent parents child children family families judge judges justice police authority"
    " authorities regulator watchdog bank university universities institute institution"
    " institutions foundation newspaper magazine outlet media press network site website side"
    " sides leader leadership delegation panel taskforce force trade lobby caucus cabinet"
    " monarch king queen prince pope bishop church guest participant participants partner"
    " partners professional professionals individual individuals society community communities"
    " client attorney attorneys opponent opponents agent agents veteran general lieutenant"
    " captain chair mayor ceo cio cto boss hand chairperson ambassador envoy diplomat"
)
# "-er" and the like, but no people.
_THINGS = words(
    "computer computers number numbers power powers paper papers order orders matter matters"
    " center centers factor factors sector sectors number error errors summer winter water"
    " chapter offer letter letters answer answers layer layers server servers transformer"
    " tower towers parameter parameters border borders effort driver drivers behavior labor"
    " sensor sensors processor processors barrier barriers indicator indicators quarter"
    " semiconductor semiconductors reactor reactors accelerator tier tiers cluster clusters"
    " charter register router means"
)

# What is given, run or built, under a name of its own too: "the Norr Fund supports schools".
_UNDERTAKINGS = words(
    "program programs programme programmes initiative initiatives fund funds project projects"
    " investment investments award awards grant grants engine engines hub hubs challenge workshop"
    " workshops scholarship fellowship fellowships effort efforts roundtable roundtables"
)


def is_undertaking(head: Token) -> bool:
    """Whether the word names what is given, run or built, whatever else is in its name."""
    return head.lower_ in _UNDERTAKINGS


def can_speak(head: Token) -> bool:
    """Whether the word names a person, an institution, a group or a document."""
    word = head.lower_
    if head.pos_ == "PRON":
        return word in _PRONOUNS
    if is_undertaking(head):
        return False
    if head.pos_ == "PROPN" or head.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}:
        return head.ent_type_ not in _NOT_SPEAKING
    if word in _COLLECTIVE or word in DOCUMENTS:
        return True
    if any(c.dep_ in {"compound", "nmod"} and c.ent_type_ == "PERSON" for c in head.children):
        return True
    return word not in _THINGS and (word.endswith(_PEOPLE) or head.tag_ == "CD")
