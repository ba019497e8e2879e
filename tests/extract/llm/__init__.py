"""The extractor that asks a language model, against a local server that speaks the protocol."""
