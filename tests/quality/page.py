"""The words of docs/quality.md: what each table means. Called by `python -m tests.quality`."""

ARTICLES = """\
# How good the extraction is

Made by `python -m tests.quality --write`; held in CI by the floors under `tests/quality`. What
still goes wrong, read by hand: [errors.md](errors.md).

## Whole articles

A statement is found when its content shares at least half of its words with the gold's. `samples`
are the invented articles of the project, `seed` one state-media article. Acts, topics and stances
are tuned on nine samples; `held out` are the other seven. All were written by the project: the
figures are a hope for other articles and no proof. How a topic, a stance and an office count:
`tests/quality/scoring.py`.

"""
OUTLETS = """\
## Reported speech in AI-policy news

Invented articles in the styles of as many outlets, with their page furniture, read as
`--reported-speech` reads them. A statement is found when half of its words and a word of its source
are; speakers and acts are shares of the statements found. From the errors in `tuned on` rules were
made, from those in `held out` none: `tests/quality/outlets/README.md`.

"""
NEWS = """\
## Attributions in annotated news

PolNeAR's development part: 84 articles of US political news, attitudes and intentions included.
Linked: the content shares half of its words with an annotated one and the source a word with its
source; strict: the same words, and the same head of the source. The model was trained on the
training part, and a few of its joining rules were compared on this part: slightly optimistic.

"""
GOVERNMENT = """\
## Reported speech in government texts

Forty White House documents, attitudes left out on both sides, read by one person before any
extractor saw them; some rules, those of acts, topics and stances above all, were mended from the
errors on them since.

"""
SPEAKERS = """\
## Who it was

Sources in the same news articles, each with the name that stands for it. Wrong is worse than not
found. The linker was tuned on every second of these documents.

"""
