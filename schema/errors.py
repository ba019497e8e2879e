"""One small tree of errors; every message names the file, field or parameter at fault.

PolicyKGError
├── DocumentError        a source could not become a Document (also: UnsupportedSource, RecordError,
│                        SourceMissing)
├── ExtractionError      what an extractor relies on (a model's endpoint) does not do its part
├── VocabularyError      a node, edge or property the vocabulary does not know
├── StoreError           a store cannot be opened, reached or written
├── QuestionError        an unknown named query or a parameter that does not fit
├── QueryRefused         a query that is not read only, or asks another server
│   └── QuerySyntaxError  a text that is no query at all
├── QueryTimeout         a query that ran past its time limit
├── QueryTooLarge        a query that needs more memory, or nests more deeply, than it may
├── QueryBusy            a query that got no turn: too many others run
└── ConfigurationError   a setting that does not fit (also: UnknownChoice)
"""


class PolicyKGError(Exception):
    """The root of all errors that policykg raises on purpose."""


class DocumentError(PolicyKGError):
    """A source could not become a Document; the message names the source and the reason."""


class UnsupportedSource(DocumentError):
    """No loader accepts the source."""


class SourceMissing(DocumentError):
    """There is no such source, or nobody answers where it should be."""


class RecordError(DocumentError):
    """One record of a source could not become a Document; the records after it still can."""


class ExtractionError(PolicyKGError):
    """A document cannot be read now: a model's endpoint is away, or answers with what is no use."""


class VocabularyError(PolicyKGError):
    """A node, edge or property that `schema.vocabulary` does not declare."""


class StoreError(PolicyKGError):
    """A store cannot be opened, reached, read or written."""


class QuestionError(PolicyKGError):
    """An unknown named query, or a parameter that is missing, unknown or malformed."""


class QueryRefused(PolicyKGError):
    """A query that would write, or make the server ask another server."""


class QuerySyntaxError(QueryRefused):
    """A text that is no query: the message says where it fails."""


class QueryTimeout(PolicyKGError):
    """A query ran past its time limit and was ended."""


class QueryTooLarge(PolicyKGError):
    """A query needs more memory than it may have, or nests too deeply, and was ended."""


class QueryBusy(PolicyKGError):
    """A query got no turn, since too many others run; it may be asked again later."""


class ConfigurationError(PolicyKGError):
    """A setting is missing or does not fit."""


class UnknownChoice(ConfigurationError):
    """A name that is none of those there are; the message lists them."""
