"""The topic scheme: any SKOS file becomes a TopicScheme, and its nodes and edges for a store.

Comes in: an RDF file in any syntax that pyoxigraph knows by its suffix. Goes out: `TopicScheme`.
Called by `kg.pipeline` and by the commands that fill a store.
"""

from collections import Counter
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from schema.errors import ConfigurationError, UnknownChoice
from schema.graph import Edge, Node
from schema.terms import expand
from schema.topic import Kind, Topic, TopicScheme

_TYPE = NamedNode(expand("rdf:type"))
_PREFERRED, _NO_LANGUAGE = "en", ""
# The skos:Collections that say what kind of topic their members are, by notation.
_COLLECTIONS: dict[str, Kind] = {"harms": "harm", "measures": "measure"}


def load_scheme(path: Path | None = None) -> TopicScheme:
    """Read a SKOS file; without a path, the scheme that comes with policykg.

    Raises ConfigurationError, naming the file and the concept, when the file cannot be read or a
    concept has no label, an unknown broader concept, or a notation or place that is taken.
    """
    if path is None:
        with as_file(files("schema") / "topics" / "ai-policy.ttl") as packaged:
            return load_scheme(packaged)
    store = _read(path)
    scheme = _scheme_uri(store, path)
    concepts = sorted(_subjects(store, "skos:Concept"))
    if not concepts:
        raise ConfigurationError(f"{path}: no skos:Concept in the file")
    kinds = _kinds(store)
    topics = tuple(
        _topic(store, path, uri).model_copy(update={"kind": kinds.get(uri, "thing")})
        for uri in concepts
    )
    _check(path, topics)
    return TopicScheme(uri=scheme, topics=topics)


def scheme_nodes(scheme: TopicScheme) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """The scheme as Topic nodes and BROADER edges, sorted."""
    nodes = tuple(_node(t) for t in sorted(scheme.topics, key=lambda t: t.uri))
    edges = (Edge(source=t.uri, type="BROADER", target=b) for t in scheme.topics for b in t.broader)
    return nodes, tuple(sorted(edges, key=lambda e: e.key))


def _node(topic: Topic) -> Node:
    properties: dict[str, str | tuple[str, ...]] = {
        "notation": topic.notation,
        "prefLabel": topic.pref_label,
    }
    if topic.alt_labels:
        properties["altLabels"] = tuple(sorted(set(topic.alt_labels)))
    if topic.definition:
        properties["definition"] = topic.definition
    return Node(uri=topic.uri, labels=("Topic",), properties=properties)


def _read(path: Path) -> Store:
    if not path.is_file():
        raise UnknownChoice(f"POLICYKG_TOPICS: {path}: no such file")
    syntax = RdfFormat.from_extension(path.suffix.lstrip("."))
    if syntax is None:
        raise ConfigurationError(f"{path}: unknown suffix {path.suffix!r} for a SKOS file")
    store = Store()
    try:
        store.load(path=path, format=syntax)
    except (OSError, SyntaxError, ValueError) as error:
        raise ConfigurationError(f"{path}: cannot be read as SKOS: {error}") from error
    return store


def _scheme_uri(store: Store, path: Path) -> str:
    found = sorted(_subjects(store, "skos:ConceptScheme"))
    if len(found) != 1:
        raise ConfigurationError(f"{path}: {len(found)} skos:ConceptScheme in the file, not one")
    return found[0]


def _topic(store: Store, path: Path, uri: str) -> Topic:
    preferred = _literals(store, uri, "skos:prefLabel")
    if not preferred:
        raise ConfigurationError(f"{path}: concept {uri} has no skos:prefLabel")
    alternative = _literals(store, uri, "skos:altLabel")
    hidden = _literals(store, uri, "skos:hiddenLabel")
    # Forms in other languages are found in texts, but are no English labels of the graph.
    foreign = [x for x in (*preferred[1:], *alternative) if not _english(x)]
    notations = _literals(store, uri, "skos:notation")
    return Topic(
        uri=uri,
        notation=notations[0].value if notations else _local_name(uri),
        pref_label=preferred[0].value,
        alt_labels=tuple(x.value for x in alternative if _english(x)),
        hidden_labels=tuple(x.value for x in (*hidden, *foreign)),
        definition=next((x.value for x in _literals(store, uri, "skos:definition")), None),
        broader=tuple(sorted(_broader(store, uri))),
        exact_match=_links(store, uri, "skos:exactMatch"),
        close_match=_links(store, uri, "skos:closeMatch"),
    )


def _kinds(store: Store) -> dict[str, Kind]:
    """The kind of each concept that a collection names; a scheme without them has none."""
    found: dict[str, Kind] = {}
    for uri in sorted(_subjects(store, "skos:Collection")):
        for notation in _literals(store, uri, "skos:notation"):
            if kind := _COLLECTIONS.get(notation.value):
                found |= dict.fromkeys(_links(store, uri, "skos:member"), kind)
    return found


def _subjects(store: Store, kind: str) -> Iterator[str]:
    for quad in store.quads_for_pattern(None, _TYPE, NamedNode(expand(kind))):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject.value


def _literals(store: Store, uri: str, name: str) -> list[Literal]:
    """The literals in a fixed order: English first, then without language, then the others."""
    quads = store.quads_for_pattern(NamedNode(uri), NamedNode(expand(name)), None)
    found = {q.object for q in quads if isinstance(q.object, Literal)}
    return sorted(found, key=lambda x: (not _english(x), x.language or _NO_LANGUAGE, x.value))


def _english(label: Literal) -> bool:
    language = (label.language or _PREFERRED).lower()
    return language == _PREFERRED or language.startswith(_PREFERRED + "-")


def _broader(store: Store, uri: str) -> set[str]:
    narrower = store.quads_for_pattern(None, NamedNode(expand("skos:narrower")), NamedNode(uri))
    above = {q.subject.value for q in narrower if isinstance(q.subject, NamedNode)}
    return {*_links(store, uri, "skos:broader"), *above}


def _links(store: Store, uri: str, name: str) -> tuple[str, ...]:
    quads = store.quads_for_pattern(NamedNode(uri), NamedNode(expand(name)), None)
    return tuple(sorted(q.object.value for q in quads if isinstance(q.object, NamedNode)))


def _local_name(uri: str) -> str:
    return uri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]


def _check(path: Path, topics: tuple[Topic, ...]) -> None:
    by_uri = {t.uri: t for t in topics}
    taken = Counter(t.notation for t in topics)
    for topic in topics:
        if taken[topic.notation] > 1:
            raise ConfigurationError(
                f"{path}: concept {topic.uri}: the notation {topic.notation!r} is not its own"
            )
        for broader in topic.broader:
            if broader not in by_uri:
                raise ConfigurationError(
                    f"{path}: concept {topic.uri}: the broader concept {broader} is not in the file"
                )
        if topic.uri in ancestors(by_uri, topic.uri):
            raise ConfigurationError(f"{path}: concept {topic.uri} is broader than itself")


def ancestors(by_uri: dict[str, Topic], uri: str) -> set[str]:
    """The URIs of all broader concepts, however far up; of the concept itself in a circle only."""
    found: set[str] = set()
    todo = list(by_uri[uri].broader)
    while todo:
        above = todo.pop()
        if above not in found:
            found.add(above)
            todo.extend(by_uri[above].broader)
    return found
