"""The extractor that asks a language model who said what; all else is as in `compose`.

Comes in: a Reading. Goes out: Candidates whose every passage stands in the text. `build_extractor`
is the entry point `policykg.extractors: llm`.
"""

from collections import Counter
from dataclasses import dataclass

import structlog
from pydantic import ValidationError

from kg.extract.attributions.deeds import is_deed
from kg.extract.attributions.longer import whole
from kg.extract.attributions.tidy import less, tidy
from kg.extract.candidate import Candidate, Pass, distinct
from kg.extract.compose import ComposedExtractor
from kg.extract.llm.answer import Answer
from kg.extract.llm.cache import Cache
from kg.extract.llm.completion import Reply
from kg.extract.llm.endpoint import Endpoint
from kg.extract.llm.places import Placed, placed
from kg.extract.llm.prompt import request
from kg.extract.llm.usage import Count, Ledger
from kg.extract.llm.windows import Window, windows
from kg.extract.meaning.topics.matcher import TopicMatcher
from kg.protocols import Extractor
from kg.read.reading import Reading
from kg.settings import Settings
from schema.document import Document
from schema.errors import ConfigurationError, ExtractionError
from schema.topic import TopicScheme

_log = structlog.get_logger()
OPENAI = "https://api.openai.com/v1"
SEEDS = (0, 1, 2)  # an unusable reply is asked for again with the next one
# Estimates, no measure: models differ. Lower where the model also answered what is not in the text.
CONFIDENCE, CONFIDENCE_INVENTED = 0.7, 0.5
# What becomes of what the model has answered, in this order.
OF_ANSWERS: tuple[Pass, ...] = (whole, distinct)


def build_extractor(settings: Settings, scheme: TopicScheme) -> Extractor:
    """The extractor of the settings' model. Raises ConfigurationError where one is missing."""
    if not settings.llm_model:
        raise ConfigurationError(
            "the extractor 'llm' needs a model: set POLICYKG_LLM_MODEL to its name at the endpoint"
        )
    if not settings.openai_base_url and not settings.openai_api_key:
        raise ConfigurationError(
            "the extractor 'llm' needs OPENAI_API_KEY, or OPENAI_BASE_URL for an endpoint of "
            "your own that asks for none"
        )
    step = AskedModel(
        model=settings.llm_model,
        endpoint=Endpoint(
            url=settings.openai_base_url or OPENAI,
            key=settings.openai_api_key,
            timeout=settings.llm_timeout,
        ),
        cache=Cache.opened(settings.llm_cache),
        ledger=Ledger(settings.llm_ledger),
    )
    return ComposedExtractor(f"llm:{settings.llm_model}", step, OF_ANSWERS, TopicMatcher(scheme))


@dataclass(frozen=True)
class AskedModel:
    """Finds candidates: each window of paragraphs is one question."""

    model: str
    endpoint: Endpoint
    cache: Cache
    ledger: Ledger

    def __call__(self, reading: Reading) -> list[Candidate]:
        """The document's candidates. Raises ExtractionError when the model cannot be used."""
        counts: Counter[Count] = Counter()
        found: list[Candidate] = []
        try:
            for window in windows(reading):
                counts[Count.WINDOWS] += 1
                for one in placed(self._answer(reading.document, window, counts), window):
                    found += _counted(reading.text, one, counts)
        finally:
            self.ledger.add(self.model, reading.document.source, counts)
        return found

    def _answer(self, document: Document, window: Window, counts: Counter[Count]) -> Answer:
        """What the model finds in a window; nothing where it refuses, which is said aloud."""
        body = request(self.model, window, seed=SEEDS[0])
        reply = self.cache.get(body)
        if reply is None:
            reply = self._asked(document, window, counts)
            self.cache.keep(body, reply)
        else:
            counts[Count.CACHED] += 1
        if reply.refused:
            counts[Count.REFUSED] += 1
            _log.warning(
                "the model refuses to read a passage",
                source=document.source,
                start=window.own[0].offsets[0],
                end=window.own[-1].offsets[-1] + 1,
            )
        return _read(reply)

    def _asked(self, document: Document, window: Window, counts: Counter[Count]) -> Reply:
        """A usable reply. Raises ExtractionError when no seed gives one."""
        cut = False
        for seed in SEEDS:
            reply = self.endpoint.ask(request(self.model, window, seed=seed))
            counts[Count.ASKED] += 1
            counts[Count.TOKENS_IN] += reply.tokens_in
            counts[Count.TOKENS_OUT] += reply.tokens_out
            if _usable(reply):
                return reply
            counts[Count.UNUSABLE] += 1
            cut = reply.cut
        raise ExtractionError(
            f"{document.source}: {self.model} gave no usable answer, {len(SEEDS)} times"
            + (", the last one cut for its length" if cut else "")
            + ": it must support a JSON schema as response_format; choose another "
            "POLICYKG_LLM_MODEL or run again (what was answered is kept)"
        )


def _read(reply: Reply) -> Answer:
    """The answer in a reply, an empty one in a refusal. Raises pydantic's ValidationError."""
    return Answer(attributions=()) if reply.refused else Answer.model_validate_json(reply.content)


def _usable(reply: Reply) -> bool:
    """Whether the reply has the form asked for."""
    try:
        _read(reply)
    except ValidationError:
        return False
    return True


def _counted(text: str, one: Placed, counts: Counter[Count]) -> list[Candidate]:
    """The candidate, if it is one and somebody spoke; what became of it is counted."""
    counts[Count.ATTRIBUTIONS] += 1
    counts[Count.INVENTED] += one.invented
    candidate = _candidate(text, one) if one.stands else None
    if candidate is None:
        counts[Count.DROPPED] += 1
        return []
    if is_deed(text, candidate):
        counts[Count.DEEDS] += 1
        return []
    return [candidate]


def _candidate(text: str, one: Placed) -> Candidate | None:
    """The answer as a candidate; None when no word of its content is left."""
    parts = less(one.content, (*one.source, *one.cue))
    tidied = (tidy(text, part) for part in parts)
    content = tuple(s for s in tidied if any(c.isalnum() for c in s.of(text)))
    sure = CONFIDENCE_INVENTED if one.invented else CONFIDENCE
    return Candidate(one.source, one.cue, content, sure) if content else None
