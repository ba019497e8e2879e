// Who said what about a topic, in which article, at which characters?
MATCH (s:Statement)-[:EVIDENCED_BY]->(sp:Span)-[:IN_VERSION]->(v:Version)
WHERE (v.retractedAt IS NULL OR v.retractedAt > datetime($as_of))
  AND ($as_of IS NULL OR v.ingestedAt <= datetime($as_of))
  AND ($from IS NULL OR s.saidOn >= date($from))
  AND ($to IS NULL OR s.saidOn < date($to))
  AND ($min_confidence IS NULL OR s.confidence >= $min_confidence)
  AND ($statements IS NULL OR s.uri IN split($statements, ' '))
  AND ($topic IS NULL OR EXISTS {
    MATCH (s)-[:ABOUT]->(:Topic)-[:BROADER*0..]->(t:Topic)
    WHERE t.uri = $topic OR t.notation = $topic
  })
MATCH (sp)-[:IN_DOCUMENT]->(d:Document)
OPTIONAL MATCH (a:Actor)-[:SAID]->(s)
WITH s, sp, d, a
WHERE $actor IS NULL OR a.uri ENDS WITH $actor
WITH s, sp, d, a,
  COLLECT { MATCH (s)-[:SPOKEN_AS]->(t:Tenure) RETURN DISTINCT t.title AS x ORDER BY x } AS titles,
  COLLECT {
    MATCH (s)-[:SPOKEN_AS]->(:Tenure)-[:IN_ORG]->(o:Organization)
    RETURN DISTINCT o.name AS x ORDER BY x
  } AS organizations,
  COLLECT { MATCH (s)-[:ABOUT]->(t:Topic) RETURN DISTINCT t.prefLabel AS x ORDER BY x } AS topics,
  COLLECT {
    MATCH (d)-[:PUBLISHED_BY]->(o:Organization) RETURN DISTINCT o.name AS x ORDER BY x
  } AS outlets
RETURN DISTINCT
  a.name AS who,
  a.uri AS who_uri,
  s.sourceText AS source_text,
  s.act AS act,
  s.negated AS negated,
  s.mode AS mode,
  s.text AS said,
  s.saidOn AS said_on,
  reduce(all = head(titles), x IN tail(titles) | all + '; ' + x) AS title,
  reduce(all = head(organizations), x IN tail(organizations) | all + '; ' + x) AS organization,
  reduce(all = head(topics), x IN tail(topics) | all + '; ' + x) AS topic,
  d.uri AS document_uri,
  coalesce(d.headline, d.name) AS headline,
  d.url AS url,
  reduce(all = head(outlets), x IN tail(outlets) | all + '; ' + x) AS outlet,
  sp.start AS start,
  sp.end AS end,
  sp.exact AS exact,
  s.uri AS statement_uri,
  s.confidence AS confidence
ORDER BY said_on IS NULL, said_on DESC, document_uri, start, end, statement_uri,
  who_uri IS NULL, who_uri
