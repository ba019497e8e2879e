// Why does the graph say that an organisation supports a topic?
MATCH (whole:Organization)
WHERE whole.uri ENDS WITH $actor
MATCH (part:Organization)-[:PART_OF*0..]->(whole)
CALL (part) {
  MATCH (part)-[:SAID]->(s:Statement)
  RETURN s, 'organization' AS via
  UNION
  MATCH (part)<-[:IN_ORG]-(:Tenure)<-[:SPOKEN_AS]-(s:Statement)
  RETURN s, 'office' AS via
}
MATCH (s)-[:SUPPORTS]->(t:Topic)
WHERE ($from IS NULL OR s.saidOn >= date($from))
  AND ($to IS NULL OR s.saidOn < date($to))
  AND ($topic IS NULL OR EXISTS {
    MATCH (t)-[:BROADER*0..]->(x:Topic) WHERE x.uri = $topic OR x.notation = $topic
  })
MATCH (s)-[:EVIDENCED_BY]->(sp:Span)-[:IN_VERSION]->(v:Version)
WHERE (v.retractedAt IS NULL OR v.retractedAt > datetime($as_of))
  AND ($as_of IS NULL OR v.ingestedAt <= datetime($as_of))
MATCH (sp)-[:IN_DOCUMENT]->(d:Document)
OPTIONAL MATCH (a:Actor)-[:SAID]->(s)
RETURN DISTINCT
  part.name AS organization,
  part.uri AS organization_uri,
  via,
  a.name AS who,
  a.uri AS who_uri,
  t.prefLabel AS topic,
  t.uri AS topic_uri,
  s.saidOn AS said_on,
  s.text AS said,
  d.uri AS document_uri,
  coalesce(d.headline, d.name) AS headline,
  d.url AS url,
  sp.start AS start,
  sp.end AS end,
  sp.exact AS exact,
  s.uri AS statement_uri,
  s.confidence AS confidence
ORDER BY organization_uri, topic_uri, said_on IS NULL, said_on, document_uri, start, end,
  statement_uri, via, who_uri IS NULL, who_uri
