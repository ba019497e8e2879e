"""Content-derived identifiers: pure functions of a document, so a second load changes nothing.

Comes in: names, titles, words, URLs. Goes out: URIs under `BASE`. Called by loaders and `kg.build`.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

BASE = "https://w3id.org/policykg/"
NS = BASE + "ns#"
WORD = re.compile(r"\w+(?:['’]\w+)*")
# Parameters that only say how a reader came to a page, never which page it is.
_TRACKING = re.compile(r"^(utm_[a-z]+|fbclid|gclid|mc_[ce]id|ref|ref_src|cmpid)=", re.I)
MIN_QUOTE_WORDS = 6


def digest(*parts: str, size: int = 16) -> str:
    """`size` hex digits of the SHA-256 over the parts, kept apart by a unit separator."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:size]


@lru_cache(maxsize=8192)  # a document compares the same names again and again
def normalise_name(name: str) -> str:
    """A name without case, accents, punctuation and doubled spaces: what two spellings share."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"[^\w\s]", " ", plain.replace("’", "'").replace("'s ", " ")).split())


def slug(name: str) -> str:
    """A readable ASCII part for a URI; empty for a name that has no Latin letters or digits."""
    ascii_name = normalise_name(name).encode("ascii", "ignore").decode()
    return "-".join(ascii_name.split())[:60].rstrip("-")


def _named(kind: str, name: str) -> str:
    # The hash keeps names apart that share a slug (other scripts, cut-off length).
    return f"{BASE}{kind}/{slug(name) or 'x'}-{digest(normalise_name(name), size=8)}"


def person_uri(name: str) -> str:
    """The URI of a person by full name (`normalise_name`); a surname alone never gets here."""
    return _named("person", name)


def organization_uri(name: str) -> str:
    """The URI of an organisation by its full name without a leading article."""
    return _named("organization", re.sub(r"^the\s+", "", name.strip(), flags=re.I))


def group_uri(name: str) -> str:
    """The URI of an unnamed group of people ("national lawmakers", "analysts")."""
    return _named("group", re.sub(r"^the\s+", "", name.strip(), flags=re.I))


def canonical_url(url: str) -> str:
    """The URL without fragment, tracking parameters, default port, and with a lower-case host."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").lower()
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    query = "&".join(p for p in parts.query.split("&") if p and not _TRACKING.match(p))
    path = parts.path.rstrip("/") or "/"
    return urlunsplit((parts.scheme.lower(), host + port, path, query, ""))


def document_uri(*, url: str | None, source: str) -> str:
    """The URI of a document: by canonical URL, else by source name relative to the ingest root."""
    key = canonical_url(url) if url else "source:" + source
    return f"{BASE}document/{digest(key)}"


def cited_document_uri(name: str) -> str:
    """The URI of a document known only by the name others call it ("government work report")."""
    return _named("document", re.sub(r"^(the|this|an?)\s+", "", name.strip(), flags=re.I))


def local_document_uri(document: str, name: str) -> str:
    """The URI of a paper that a document calls by a common noun alone ("the report").

    Another document's "report" is another paper, so the document is part of the key.
    """
    return f"{BASE}document/{slug(name) or 'x'}-{digest(document, normalise_name(name), size=8)}"


def version_uri(document: str, sha256: str) -> str:
    """The URI of one version of a document: spans belong to it."""
    return f"{document}/version/{sha256[:16]}"


def span_uri(version: str, start: int, end: int) -> str:
    """The URI of a passage (RFC 5147 character range, code points, half open)."""
    return f"{version}#char={start},{end}"


def selector_uri(span: str) -> str:
    """The URI of the selector node that stands for a Span's offsets in RDF."""
    return span.replace("#char=", "#selector=")


def normalise_words(text: str) -> str:
    """The words of a text in lower case, without punctuation: what makes two quotes the same."""
    return " ".join(w.group().casefold().replace("’", "'") for w in WORD.finditer(text))


def quotation_uri(speaker: str, text: str) -> str:
    """The URI of a verbatim quote of at least `MIN_QUOTE_WORDS` words by a speaker's full name.

    The same quote in another outlet is the same Statement; date and offsets are no part of the key.
    """
    return f"{BASE}statement/{digest('quote', normalise_name(speaker), normalise_words(text))}"


def statement_uri(document: str, text: str, occurrence: int) -> str:
    """The URI of a paraphrase or short quote: document, words, and which occurrence of them."""
    return f"{BASE}statement/{digest(document, normalise_words(text), str(occurrence))}"


def tenure_uri(person: str, title: str, organization: str | None, status: str) -> str:
    """The URI of an office held: person, title, organisation and status."""
    return f"{BASE}tenure/{digest(person, normalise_words(title), organization or '', status)}"


def event_uri(name: str, year: int) -> str:
    """The URI of an event by name and year."""
    return _named("event", f"{name} {year}")


def topic_uri(notation: str) -> str:
    """The URI of a concept of the built-in scheme."""
    return f"{BASE}topic/{notation}"


def run_uri(tool: str, version: str, fingerprint: str, started: str) -> str:
    """The URI of one run of the pipeline."""
    return f"{BASE}run/{digest(tool, version, fingerprint, started)}"
