// What did the graph hold on a given day?
MATCH (s:Statement)-[:EVIDENCED_BY]->(sp:Span)-[:IN_VERSION]->(v:Version)
WHERE v.ingestedAt <= datetime($as_of)
  AND (v.retractedAt IS NULL OR v.retractedAt > datetime($as_of))
  AND ($topic IS NULL OR EXISTS {
    MATCH (s)-[:ABOUT]->(:Topic)-[:BROADER*0..]->(t:Topic)
    WHERE t.uri = $topic OR t.notation = $topic
  })
MATCH (sp)-[:IN_DOCUMENT]->(d:Document)
OPTIONAL MATCH (a:Actor)-[:SAID]->(s)
WITH s, sp, v, d, a
WHERE $actor IS NULL OR a.uri ENDS WITH $actor
RETURN DISTINCT
  a.name AS who,
  a.uri AS who_uri,
  s.act AS act,
  s.text AS said,
  s.saidOn AS said_on,
  d.uri AS document_uri,
  coalesce(d.headline, d.name) AS headline,
  sp.start AS start,
  sp.end AS end,
  sp.exact AS exact,
  v.ingestedAt AS ingested_at,
  v.retractedAt AS retracted_at,
  s.uri AS statement_uri,
  v.uri AS version_uri
ORDER BY said_on IS NULL, said_on DESC, document_uri, version_uri, start, end, statement_uri,
  who_uri IS NULL, who_uri
