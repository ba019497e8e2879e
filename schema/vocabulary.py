"""The one mapping table: what Neo4j holds and what the RDF export says are the same graph.

Label = rdf:type, relationship type = object property, property = data property. The ontology, the
SHACL shapes, the JSON-LD context, the Neo4j constraints, the SQL views, every exporter and the docs
page are generated from this file or checked against it. A relationship carries no properties.
"""

from schema.terms import Datatype, Fold, NodeType, Property, RelationType

S, D = Datatype.STRING, Datatype.DATE
_NAME = Property("name", "schema:name", S, "The name it goes by.", required=True)
_ALT = Property("altNames", "schema:alternateName", S, "Other names.", fold=Fold.UNION)
_OBSERVED = (
    Property("observedFrom", "pk:observedFrom", D, "First day a text shows it.", fold=Fold.MIN),
    Property("observedTo", "pk:observedTo", D, "Last day a text shows it.", fold=Fold.MAX),
)

NODE_TYPES: tuple[NodeType, ...] = (
    NodeType(
        "Document",
        "schema:CreativeWork",
        "A text: one that was loaded, or one that a loaded text cites.",
        (
            Property("name", "schema:name", S, "Short name: the headline or what others call it."),
            Property("headline", "schema:headline", S, "The headline."),
            Property("url", "schema:url", Datatype.URI, "Where it was published."),
            Property("source", "pk:source", S, "File name relative to the folder loaded."),
            Property("language", "schema:inLanguage", S, "BCP 47 language tag."),
            Property("dateline", "pk:dateline", S, "The dateline as printed."),
            Property("publishedOn", "schema:datePublished", D, "Day of publication."),
            Property("publishedOnSource", "pk:datePublishedSource", S, "Where that day is from."),
        ),
    ),
    NodeType("NewsArticle", "schema:NewsArticle", "A piece of journalism.", parent="Document"),
    NodeType("Report", "schema:Report", "An official or research report.", parent="Document"),
    NodeType("Legislation", "schema:Legislation", "A law, decree or order.", parent="Document"),
    NodeType("Proposal", "pk:Proposal", "A bill, motion or plan.", parent="Document"),
    NodeType("Transcript", "pk:Transcript", "A record of spoken words.", parent="Document"),
    NodeType(
        "Version",
        "pk:Version",
        "One version of a document's text; passages belong to a version.",
        (
            Property("text", "schema:text", S, "The stored text; all offsets point into it."),
            Property("sha256", "pk:sha256", S, "Digest of text and metadata.", required=True),
            Property(
                "ingestedAt",
                "prov:generatedAtTime",
                Datatype.DATETIME,
                "When the graph learnt it.",
                learning_time=True,
            ),
            Property(
                "retractedAt",
                "prov:invalidatedAtTime",
                Datatype.DATETIME,
                "When it was replaced or withdrawn.",
                learning_time=True,
            ),
        ),
        also=("prov:Entity",),
        caption="sha256",
    ),
    NodeType("Actor", "prov:Agent", "Who can speak.", (_NAME, _ALT)),
    NodeType("Person", "foaf:Person", "A person.", parent="Actor"),
    NodeType("Organization", "org:Organization", "An organisation.", parent="Actor"),
    NodeType("Group", "pk:Group", "People without a name of their own.", parent="Actor"),
    NodeType(
        "Tenure",
        "org:Membership",
        "A person in an office.",
        (
            Property("title", "schema:roleName", S, "The title.", required=True),
            Property("status", "pk:status", S, "current, former, elect or acting.", required=True),
            Property("from", "schema:startDate", D, "First day in office, where known."),
            Property("to", "schema:endDate", D, "Last day in office, where known."),
            *_OBSERVED,
        ),
        caption="title",
    ),
    NodeType(
        "Topic",
        "skos:Concept",
        "A policy topic.",
        (
            Property("notation", "skos:notation", S, "Its short key.", required=True),
            Property(
                "prefLabel", "skos:prefLabel", S, "Preferred label.", required=True, language="en"
            ),
            Property(
                "altLabels", "skos:altLabel", S, "Other labels.", fold=Fold.UNION, language="en"
            ),
            Property("definition", "skos:definition", S, "What it covers.", language="en"),
        ),
        caption="prefLabel",
    ),
    NodeType(
        "Event",
        "schema:Event",
        "A session, summit or press conference.",
        (_NAME, *_OBSERVED),
    ),
    NodeType(
        "Statement",
        "pk:Statement",
        "What somebody said, proposed, pledged, ... as one document renders it.",
        (
            Property("text", "schema:text", S, "The words of the content.", required=True),
            Property("mode", "pk:mode", S, "direct, indirect or mixed.", required=True),
            Property("act", "pk:act", S, "What was done by speaking.", required=True),
            Property("negated", "pk:negated", Datatype.BOOLEAN, "Whether the act was not done."),
            Property("cue", "pk:cue", S, "The words that attribute."),
            Property("sourceText", "pk:sourceText", S, "The speaker in the words of the text."),
            Property("saidOn", "schema:dateCreated", D, "Day of speaking.", fold=Fold.MIN),
            Property("saidOnSource", "pk:dateCreatedSource", S, "Where that day is from."),
            Property("confidence", "pk:confidence", Datatype.DOUBLE, "0 to 1.", required=True),
            Property(
                "speakerConfidence", "pk:speakerConfidence", Datatype.DOUBLE, "0 to 1: the speaker."
            ),
            Property(
                "stanceReason", "pk:stanceReason", S, "The words that take a side.", fold=Fold.UNION
            ),
            Property("reviewStatus", "pk:reviewStatus", S, "unreviewed, accepted or rejected."),
            Property(
                "retractedAt",
                "prov:invalidatedAtTime",
                Datatype.DATETIME,
                "When the last text that carried it was replaced.",
                learning_time=True,
            ),
        ),
        also=("schema:Claim", "prov:Entity"),
        caption="text",
    ),
    NodeType(
        "Quotation", "schema:Quotation", "A verbatim statement.", parent="Statement", caption="text"
    ),
    NodeType(
        "Span",
        "oa:SpecificResource",
        "A passage: offsets are Unicode code points, half open, in the version's text.",
        (
            Property("start", "oa:start", Datatype.INTEGER, "First character.", required=True),
            Property("end", "oa:end", Datatype.INTEGER, "Past the last one.", required=True),
            Property("exact", "oa:exact", S, "The exact characters.", required=True),
            Property("prefix", "oa:prefix", S, "The characters before."),
            Property("suffix", "oa:suffix", S, "The characters after."),
        ),
        caption="exact",
        on_selector=frozenset({"start", "end", "exact", "prefix", "suffix"}),
    ),
    NodeType(
        "Run",
        "prov:Activity",
        "One run of the pipeline.",
        (
            Property("tool", "pk:tool", S, "What ran.", required=True, learning_time=True),
            Property("toolVersion", "pk:toolVersion", S, "Its version.", learning_time=True),
            Property(
                "startedAt",
                "prov:startedAtTime",
                Datatype.DATETIME,
                "When it started.",
                learning_time=True,
            ),
        ),
        caption="tool",
    ),
)

RELATION_TYPES: tuple[RelationType, ...] = (
    RelationType(
        "SAID",
        "prov:wasAttributedTo",
        ("Actor", "Document"),
        ("Statement",),
        "Who said it.",
        inverse=True,
        owner="target",
    ),
    RelationType(
        "SPOKEN_AS", "pk:spokenAs", ("Statement",), ("Tenure",), "The office held on the day."
    ),
    RelationType("SAID_AT", "schema:recordedAt", ("Statement",), ("Event",), "Where it was said."),
    RelationType("ABOUT", "schema:about", ("Statement",), ("Topic",), "What it is about."),
    RelationType(
        "SUPPORTS",
        "pk:supports",
        ("Statement",),
        ("Topic",),
        "Takes a side for the topic.",
        sub_property_of="schema:about",
    ),
    RelationType(
        "OPPOSES",
        "pk:opposes",
        ("Statement",),
        ("Topic",),
        "Takes a side against the topic.",
        sub_property_of="schema:about",
    ),
    RelationType(
        "QUOTED_FROM", "prov:wasQuotedFrom", ("Statement",), ("Document",), "A text carrying it."
    ),
    RelationType(
        "EVIDENCED_BY", "oa:hasTarget", ("Statement", "Tenure"), ("Span",), "The passage it is in."
    ),
    RelationType("IN_DOCUMENT", "oa:hasSource", ("Span",), ("Document",), "The text it is in."),
    RelationType("IN_VERSION", "pk:inVersion", ("Span",), ("Version",), "The version it is in."),
    RelationType(
        "VERSION_OF", "dcterms:isVersionOf", ("Version",), ("Document",), "The document it is of."
    ),
    RelationType(
        "EXTRACTED_BY", "prov:wasGeneratedBy", ("Version",), ("Run",), "The run that read it."
    ),
    RelationType(
        "HOLDS", "org:hasMembership", ("Person",), ("Tenure",), "Holds the office.", owner="target"
    ),
    RelationType(
        "IN_ORG", "org:organization", ("Tenure",), ("Organization",), "The office is in it."
    ),
    RelationType(
        "PART_OF", "org:subOrganizationOf", ("Organization",), ("Organization",), "Is part of."
    ),
    RelationType(
        "MENTIONS",
        "schema:mentions",
        ("Document",),
        ("Topic", "Actor", "Document"),
        "Names it.",
    ),
    RelationType(
        "PUBLISHED_BY", "schema:publisher", ("Document",), ("Organization",), "Who carries it."
    ),
    RelationType(
        "CREDITED_TO", "pk:creditedTo", ("Document",), ("Organization",), "The agency named."
    ),
    RelationType("AUTHORED_BY", "schema:author", ("Document",), ("Actor",), "Who wrote it."),
    RelationType("CITES", "schema:citation", ("Document",), ("Document",), "Refers to it."),
    RelationType("BROADER", "skos:broader", ("Topic",), ("Topic",), "Is narrower than."),
)

NODE_TYPE: dict[str, NodeType] = {t.label: t for t in NODE_TYPES}
RELATION_TYPE: dict[str, RelationType] = {t.type: t for t in RELATION_TYPES}


def properties_of(labels: tuple[str, ...]) -> dict[str, Property]:
    """All properties that a node with these labels may carry, by name."""
    return {p.name: p for label in labels for p in NODE_TYPE[label].properties}
