// The statements that most documents carried, and who published those. (graph)
MATCH (s:Statement)-[:QUOTED_FROM]->(d:Document)
WHERE s.retractedAt IS NULL
WITH s, count(DISTINCT d) AS documents
ORDER BY documents DESC, s.uri
LIMIT 5
MATCH said = (:Actor)-[:SAID]->(s)
MATCH carried = (s)-[:QUOTED_FROM]->(d:Document)
OPTIONAL MATCH published = (d)-[:PUBLISHED_BY]->(:Organization)
RETURN said, carried, published
