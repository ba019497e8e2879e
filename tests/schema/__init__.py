"""The domain: identifiers, documents, the graph and the one vocabulary table."""
