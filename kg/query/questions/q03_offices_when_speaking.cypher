// Which office did each speaker hold on the day of speaking?
MATCH (a:Person)-[:SAID]->(s:Statement)
WHERE ($actor IS NULL OR a.uri ENDS WITH $actor)
  AND ($from IS NULL OR s.saidOn >= date($from))
  AND ($to IS NULL OR s.saidOn < date($to))
  AND ($topic IS NULL OR EXISTS {
    MATCH (s)-[:ABOUT]->(:Topic)-[:BROADER*0..]->(x:Topic)
    WHERE x.uri = $topic OR x.notation = $topic
  })
  AND EXISTS {
    MATCH (s)-[:EVIDENCED_BY]->(:Span)-[:IN_VERSION]->(v:Version)
    WHERE (v.retractedAt IS NULL OR v.retractedAt > datetime($as_of))
      AND ($as_of IS NULL OR v.ingestedAt <= datetime($as_of))
  }
OPTIONAL MATCH (a)-[:HOLDS]->(t:Tenure)
WHERE EXISTS { (s)-[:SPOKEN_AS]->(t) }
  OR (t.from <= s.saidOn AND (t.to IS NULL OR s.saidOn <= t.to))
  OR (t.status IN ['current', 'acting'] AND t.observedFrom <= s.saidOn AND s.saidOn <= t.observedTo)
OPTIONAL MATCH (t)-[:IN_ORG]->(o:Organization)
RETURN DISTINCT
  a.name AS who,
  a.uri AS who_uri,
  s.saidOn AS said_on,
  s.text AS said,
  t.title AS title,
  o.name AS organization,
  o.uri AS organization_uri,
  t.status AS status,
  CASE
    WHEN t IS NULL THEN null
    WHEN EXISTS { (s)-[:SPOKEN_AS]->(t) } THEN 'stated'
    WHEN t.from <= s.saidOn AND (t.to IS NULL OR s.saidOn <= t.to) THEN 'term'
    ELSE 'observed'
  END AS basis,
  t.uri AS tenure_uri,
  s.uri AS statement_uri
ORDER BY who, who_uri, said_on IS NULL, said_on, statement_uri, tenure_uri IS NULL, tenure_uri,
  organization_uri IS NULL, organization_uri
