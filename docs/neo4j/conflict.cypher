// Who supports and who opposes a topic? (graph)
// :param topic => 'ai-regulation'
MATCH side = (:Actor)-[:SAID]->(s:Statement)-[:SUPPORTS|OPPOSES]->(:Topic {notation: $topic})
WHERE s.retractedAt IS NULL
RETURN side
LIMIT 100
