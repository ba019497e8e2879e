// How many statements a month are there on each topic, and what share is in favour?
MATCH (s:Statement)-[:ABOUT]->(t:Topic)
WHERE ($from IS NULL OR s.saidOn >= date($from))
  AND ($to IS NULL OR s.saidOn < date($to))
  AND ($topic IS NULL OR EXISTS {
    MATCH (t)-[:BROADER*0..]->(x:Topic) WHERE x.uri = $topic OR x.notation = $topic
  })
  AND EXISTS {
    MATCH (s)-[:EVIDENCED_BY]->(:Span)-[:IN_VERSION]->(v:Version)
    WHERE (v.retractedAt IS NULL OR v.retractedAt > datetime($as_of))
      AND ($as_of IS NULL OR v.ingestedAt <= datetime($as_of))
  }
// A statement of a replaced version is named after the statement: it counts as the same one.
WITH t, substring(toString(s.saidOn), 0, 7) AS month, split(s.uri, '/version/')[0] AS key,
  EXISTS { (s)-[:SUPPORTS]->(t) } AS supports,
  EXISTS { (s)-[:OPPOSES]->(t) } AS opposes
WITH t, month,
  count(DISTINCT key) AS statements,
  count(DISTINCT CASE WHEN supports THEN key END) AS supporting,
  count(DISTINCT CASE WHEN opposes THEN key END) AS opposing
RETURN
  month,
  t.prefLabel AS topic,
  t.uri AS topic_uri,
  statements,
  supporting,
  opposing,
  CASE WHEN supporting + opposing > 0 THEN toFloat(supporting) / (supporting + opposing) END
    AS share_in_favour
ORDER BY month IS NULL, month, topic, topic_uri
