// Which documents are loaded, and how many statements are in each?
MATCH (v:Version)-[:VERSION_OF]->(d:Document)
WHERE v.retractedAt IS NULL
WITH DISTINCT d
WITH d,
  COUNT {
    MATCH (s:Statement)-[:QUOTED_FROM]->(d)
    WHERE s.retractedAt IS NULL
      AND ($topic IS NULL OR EXISTS {
        MATCH (s)-[:ABOUT]->(:Topic)-[:BROADER*0..]->(t:Topic)
        WHERE t.uri = $topic OR t.notation = $topic
      })
    RETURN DISTINCT s
  } AS statements,
  COLLECT {
    MATCH (d)-[:PUBLISHED_BY]->(o:Organization) RETURN DISTINCT o.name AS x ORDER BY x
  } AS outlets,
  [x IN ['Legislation', 'NewsArticle', 'Proposal', 'Report', 'Transcript'] WHERE x IN labels(d)]
    AS kinds
WHERE $topic IS NULL OR statements > 0
RETURN
  d.uri AS document_uri,
  coalesce(d.headline, d.name) AS headline,
  d.url AS url,
  reduce(all = head(outlets), x IN tail(outlets) | all + '; ' + x) AS outlet,
  coalesce(head(kinds), 'Document') AS kind,
  d.publishedOn AS published_on,
  statements
ORDER BY published_on IS NULL, published_on DESC, document_uri
