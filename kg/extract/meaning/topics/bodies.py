"""Topics that only stand in the name of a body: "the AI safety office" is not about AI safety.

Comes in: a text and a topic mention. Goes out: yes or no.
"""

import re

from kg.english.words import either
from schema.attribution import TopicMention

# "the AI safety office": a body that is named after a topic is not the topic.
_KINDS = either("bodies", "named after topics")
_BODY = re.compile(rf"(?:{_KINDS}|Center|Centre)\b")
# A "data centre" is none.
_HEAD_OF_BODY = re.compile(rf"(?:[\w’'-]+\s+)*?(?:{_KINDS})\b", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z][\w’'-]*(?:\s+(?:of|for|and|on|the))*\s*)+")
_NEXT_WORD = 14  # characters behind a mention in which "office" stands
_LONGEST_NAME = 300  # characters


def is_body(text: str, mention: TopicMention) -> bool:
    """Whether a mention only names a body after its topic: "the AI safety office"."""
    name = _NAME.match(text, mention.span.start, mention.span.start + _LONGEST_NAME)
    if name is not None and _BODY.search(name[0]):
        return True
    words = text[mention.span.start : mention.span.end + _NEXT_WORD]
    body = _HEAD_OF_BODY.match(words)
    return body is not None and body.end() >= mention.span.end - mention.span.start
