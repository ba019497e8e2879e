"""What is reported speech, and what is an attitude, an intention or a deed that only looks like it.

Comes in: a text and an attribution with its act. Goes out: yes or no. `--reported-speech` asks:
PARC and PolNeAR annotate attitudes too ("believes", "is an opponent of").
"""

import re
from collections.abc import Sequence

from kg.english.cues import ACT_OF_VERB, LEMMA_OF
from kg.english.words import listed
from kg.extract.attributions.keep import is_sure
from schema.attribution import ATTITUDES, Act, Attribution, Mode
from schema.span import joined

_WORD = re.compile(r"[^\W\d_]+(?:['’]\w+)?")
_SPEAKING = frozenset(v for v, act in ACT_OF_VERB.items() if act not in ATTITUDES)
_SAYING = listed("verbs", "saying")
_ATTITUDE = frozenset(v for v, act in ACT_OF_VERB.items() if act in ATTITUDES) - {"seek"}
_BE = listed("verbs", "being")
_AUXILIARY = listed("verbs", "beside others")
_MODAL = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "shall"})
_TELLING = frozenset(
    [
        "say",
        "mention",
        "know",
        "specify",
        "elaborate",
        "disclose",
        "detail",
        "name",
        "rule",
        "comment",
    ]
)
_SPEAKERS_OWN = {Act.DECLINED, Act.DENIED, Act.PLEDGED}
# "The bill, dubbed the Norr Act": a thing has a name, nobody gives it one here.
_NAMING = frozenset({"dubbed", "titled", "entitled", "headlined", "named", "nicknamed"})
# What is done in a chamber, at a desk or by a law.
_DEEDS = listed("verbs", "deeds")
_LAYING_DOWN = frozenset({"require", "requires", "required"})
_THINGS = frozenset({"it", "which", "that"})
_NOTHING = re.compile(r"(?:little|nothing|much|goodbye|hello|something\s.*)", re.IGNORECASE)


def is_speech(text: str, one: Attribution) -> bool:
    """Whether somebody said, wrote, announced or asked it."""
    if one.act in ATTITUDES:
        return False
    cue = [w.lower().replace("’", "'") for w in _WORD.findall(joined(text, one.cue))]
    if cue and set(cue) <= _NAMING:
        return False
    if not cue or one.mode is Mode.DIRECT or ":" in joined(text, one.cue):
        return True
    if not is_sure(text, one):
        return False
    verbs = [LEMMA_OF.get(w, w) for w in cue]
    main = next((v for w, v in zip(cue, verbs, strict=True) if not _is_aside(w)), verbs[-1])
    content = joined(text, one.content)
    return not (
        (main in _ATTITUDE and one.act is not Act.ASKED)
        or _is_state(cue, verbs)
        or (
            cue[0] in _MODAL
            and one.mode is Mode.INDIRECT
            and not one.negated
            and one.act not in _SPEAKERS_OWN
        )
        or (one.negated and set(verbs) & _TELLING and one.act is Act.SAID)
        or (one.negated and "short" in cue)
        or (set(cue) & _DEEDS and not set(verbs) & _SAYING)
        or (main in _LAYING_DOWN and joined(text, one.source).lower() in _THINGS)
        or _NOTHING.fullmatch(content) is not None
    )


def _is_aside(word: str) -> bool:
    return word in _AUXILIARY or word.endswith(("ly", "n't")) or word == "not"


def _is_state(cue: Sequence[str], verbs: Sequence[str]) -> bool:
    """ "Is wary of", "was an opponent of": what somebody is, not what he said."""
    return cue[0] in _BE and not set(verbs) & _SPEAKING
