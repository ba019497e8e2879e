// How far did each statement travel, and which outlet had it first?
MATCH (s:Statement)-[:EVIDENCED_BY]->(sp:Span)-[:IN_VERSION]->(v:Version)
WHERE (v.retractedAt IS NULL OR v.retractedAt > datetime($as_of))
  AND ($as_of IS NULL OR v.ingestedAt <= datetime($as_of))
  AND ($from IS NULL OR s.saidOn >= date($from))
  AND ($to IS NULL OR s.saidOn < date($to))
  AND ($topic IS NULL OR EXISTS {
    MATCH (s)-[:ABOUT]->(:Topic)-[:BROADER*0..]->(t:Topic)
    WHERE t.uri = $topic OR t.notation = $topic
  })
MATCH (sp)-[:IN_DOCUMENT]->(d:Document)
OPTIONAL MATCH (a:Actor)-[:SAID]->(s)
WITH s, d, a
WHERE $actor IS NULL OR a.uri ENDS WITH $actor
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(o:Organization)
// A statement of a replaced version is named after the statement: it counts as the same one.
WITH split(s.uri, '/version/')[0] AS statement_uri,
  min(s.text) AS said,
  min(a.name) AS who,
  min(a.uri) AS who_uri,
  count(DISTINCT d) AS documents,
  count(DISTINCT o) AS outlets,
  min(d.publishedOn) AS first_on,
  collect({uri: d.uri, day: d.publishedOn, outlet: o.name}) AS carried
WITH *,
  COLLECT {
    UNWIND carried AS c WITH c WHERE c.day = first_on AND c.outlet IS NOT NULL
    RETURN DISTINCT c.outlet AS x ORDER BY x
  } AS first_outlets,
  COLLECT {
    UNWIND carried AS c WITH c WHERE c.day = first_on RETURN DISTINCT c.uri AS x ORDER BY x
  } AS first_documents
RETURN
  said,
  who,
  who_uri,
  documents,
  outlets,
  first_on,
  reduce(all = head(first_outlets), x IN tail(first_outlets) | all + '; ' + x) AS first_outlets,
  reduce(all = head(first_documents), x IN tail(first_documents) | all + ' ' + x)
    AS first_documents,
  statement_uri
ORDER BY outlets DESC, documents DESC, first_on IS NULL, first_on, statement_uri
