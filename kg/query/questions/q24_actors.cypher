// Who speaks, and how often?
MATCH (a:Actor)-[:SAID]->(s:Statement)
WHERE s.retractedAt IS NULL
  AND ($topic IS NULL OR EXISTS {
    MATCH (s)-[:ABOUT]->(:Topic)-[:BROADER*0..]->(t:Topic)
    WHERE t.uri = $topic OR t.notation = $topic
  })
WITH a, count(DISTINCT s) AS statements
RETURN
  a.name AS who,
  a.uri AS who_uri,
  CASE
    WHEN a:Person THEN 'Person'
    WHEN a:Organization THEN 'Organization'
    WHEN a:Group THEN 'Group'
    ELSE 'Document'
  END AS kind,
  statements
ORDER BY statements DESC, who, who_uri
