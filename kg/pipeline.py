"""How an article becomes triples, on one screen.

    source --loaders--> Document                       text, blocks, outlet, authors, dates
      --read-----> Reading                             words, sentences, trees, once a document
      --extract--> Extraction                          attributions, offices, mentions, topics
      --link-----> Linked                              mentions are actors, sources are speakers
      --build----> DocumentGraph                       nodes and edges of what is sure enough
      --ingest---> Store                               replaced as one unit (`kg.ingest`)
      --ask------> rows, --export--> files             (`kg.query`, `kg.replica`, `kg.export`)

Each arrow is one package; all values but the Reading are frozen models in `schema`. A Pipeline is
the four steps in the middle: a pure function from a Document to its claims.
"""

from dataclasses import dataclass
from functools import cached_property

from kg import registry
from kg.build import build
from kg.fingerprint import fingerprint
from kg.protocols import Extractor, Linker
from kg.settings import Settings
from kg.topics import load_scheme
from schema.document import Document
from schema.graph import DocumentGraph
from schema.linked import Linked
from schema.topic import TopicScheme


@dataclass(frozen=True)
class Pipeline:
    """Document -> DocumentGraph. The result depends on the document alone."""

    extract: Extractor
    link: Linker
    scheme: TopicScheme

    @classmethod
    def from_settings(cls, settings: Settings) -> "Pipeline":
        """The pipeline that the settings describe."""
        # Imported here: the network takes half a second, and nobody who only asks needs it.
        from kg.link.linker import link

        scheme = load_scheme(settings.topics)
        return cls(extract=registry.extractor(settings, scheme), link=link, scheme=scheme)

    @cached_property
    def fingerprint(self) -> str:
        """Names the code, model and topics: a new one means that documents are read again."""
        return fingerprint(self.extract.name, self.scheme)

    def read(self, document: Document) -> Linked:
        """Who said what, in what office, about what: as passages of the document.

        Nothing in a text that is not English: what English rules find there is no statement.
        """
        from kg.read.reading import read

        if not document.is_english:
            return Linked(tool=self.extract.name)
        reading = read(document)
        return self.link(reading, self.extract(reading))

    def __call__(self, document: Document) -> DocumentGraph:
        """The document's claims as nodes and edges."""
        from kg.extract.attributions.keep import stored

        return build(
            document,
            stored(document, self.read(document)),
            topics=self.scheme.by_notation(),
            fingerprint=self.fingerprint,
        )
