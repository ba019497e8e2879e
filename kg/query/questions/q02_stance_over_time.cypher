// How has the stance of a person on a topic moved?
MATCH (a:Actor)-[:SAID]->(s:Statement)-[side:SUPPORTS|OPPOSES]->(t:Topic)
WHERE a.uri ENDS WITH $actor
  AND ($from IS NULL OR s.saidOn >= date($from))
  AND ($to IS NULL OR s.saidOn < date($to))
  AND ($topic IS NULL OR EXISTS {
    MATCH (t)-[:BROADER*0..]->(x:Topic) WHERE x.uri = $topic OR x.notation = $topic
  })
MATCH (s)-[:EVIDENCED_BY]->(sp:Span)-[:IN_VERSION]->(v:Version)
WHERE (v.retractedAt IS NULL OR v.retractedAt > datetime($as_of))
  AND ($as_of IS NULL OR v.ingestedAt <= datetime($as_of))
MATCH (sp)-[:IN_DOCUMENT]->(d:Document)
RETURN DISTINCT
  s.saidOn AS said_on,
  toLower(type(side)) AS stance,
  a.name AS who,
  a.uri AS who_uri,
  t.prefLabel AS topic,
  t.uri AS topic_uri,
  s.act AS act,
  s.text AS said,
  d.uri AS document_uri,
  coalesce(d.headline, d.name) AS headline,
  sp.start AS start,
  sp.end AS end,
  sp.exact AS exact,
  s.uri AS statement_uri
ORDER BY said_on IS NULL, said_on, topic_uri, stance, document_uri, start, end, statement_uri, who_uri
