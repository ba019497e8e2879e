"""Where the graph lives: SQLite, Neo4j, memory."""
