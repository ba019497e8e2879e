// Who said what about a topic, and where is it written? (graph)
// :param topic => 'ai-regulation'
MATCH said = (a:Actor)-[:SAID]->(s:Statement)-[:ABOUT]->(t:Topic)-[:BROADER*0..]->(:Topic {notation: $topic})
WHERE s.retractedAt IS NULL
MATCH written = (s)-[:QUOTED_FROM]->(:Document)
RETURN said, written
LIMIT 100
