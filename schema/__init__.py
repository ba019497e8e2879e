"""The domain: documents, attributions, actors, offices, topics and the graph. No I/O."""
