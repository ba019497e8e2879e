"""Attributions by a language model behind an OpenAI-compatible endpoint; off by default.

`extractor` is the way in. `windows` and `prompt` make the questions, `endpoint` asks them and
`cache` remembers the answers, `places` finds every answered passage in the text or drops it, and
`usage` counts tokens. `python -m kg.extract.llm` reports what was spent.
"""
