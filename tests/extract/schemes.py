"""A small topic scheme for tests: three levels under one general topic."""

from schema.topic import Kind, Topic, TopicScheme

_URI = "https://example.org/topic/"


def topic(notation: str, *labels: str, broader: str | None = None, kind: Kind = "thing") -> Topic:
    """A topic of the scheme; the first label is the preferred one."""
    return Topic(
        uri=_URI + notation,
        notation=notation,
        pref_label=labels[0],
        alt_labels=labels[1:],
        broader=(_URI + broader,) if broader else (),
        kind=kind,
    )


SCHEME = TopicScheme(
    uri=_URI,
    topics=(
        topic("ai", "artificial intelligence", "AI"),
        topic("models", "large-scale AI models", "large models", broader="ai"),
        topic("open", "open models", "open large models", broader="models"),
        topic("fakes", "deepfakes", "deepfake", broader="ai", kind="harm"),
        topic(
            "rules", "AI regulation", "rules for AI", "misuse of AI", broader="ai", kind="measure"
        ),
        topic("privacy", "personal data", "privacy law", broader="ai", kind="measure"),
        topic("export", "EXPO controls", "EXPO", broader="ai"),
    ),
)
