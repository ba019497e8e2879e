"""Files derived from `schema.vocabulary`, one a module: pure functions that return the text.

`python -m kg.generate` writes them, `--check` fails when one on disk differs.
"""
