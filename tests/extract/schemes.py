"""A small topic scheme for tests: three levels under one general topic."""

from schema.topic import Topic, TopicScheme

_URI = "https://example.org/topic/"


def topic(notation: str, *labels: str, broader: str | None = None) -> Topic:
    """A topic of the scheme; the first label is the preferred one."""
    return Topic(
        uri=_URI + notation,
        notation=notation,
        pref_label=labels[0],
        alt_labels=labels[1:],
        broader=(_URI + broader,) if broader else (),
    )


SCHEME = TopicScheme(
    uri=_URI,
    topics=(
        topic("ai", "artificial intelligence", "AI"),
        topic("models", "large-scale AI models", "large models", broader="ai"),
        topic("open", "open models", "open large models", broader="models"),
        topic("fakes", "deepfakes", "deepfake", broader="ai"),
        topic("rules", "AI regulation", "rules for AI", "misuse of AI", broader="ai"),
        topic("export", "EXPO controls", "EXPO", broader="ai"),
    ),
)
