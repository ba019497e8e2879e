// Who said what about a topic, in what office, in which article, at which characters? (table)
// :param topic => 'ai-regulation'
MATCH (s:Statement)-[:ABOUT]->(:Topic)-[:BROADER*0..]->(:Topic {notation: $topic})
WHERE s.retractedAt IS NULL
MATCH (s)-[:EVIDENCED_BY]->(sp:Span)-[:IN_DOCUMENT]->(d:Document)
OPTIONAL MATCH (a:Actor)-[:SAID]->(s)
OPTIONAL MATCH (s)-[:SPOKEN_AS]->(office:Tenure)
RETURN DISTINCT s.saidOn AS day, a.name AS who, office.title AS office, s.act AS act, s.text AS said,
  d.name AS article, sp.start AS start, sp.end AS end
ORDER BY day DESC, who, said
LIMIT 200
