// Which official papers treat a topic, and which articles cite them?
MATCH (p:Document)-[:MENTIONS]->(t:Topic)
WHERE (p:Legislation OR p:Proposal OR p:Report)
  AND ($topic IS NULL OR EXISTS {
    MATCH (t)-[:BROADER*0..]->(x:Topic) WHERE x.uri = $topic OR x.notation = $topic
  })
WITH DISTINCT p, t.prefLabel AS label ORDER BY label
WITH p, collect(label) AS topics,
  [x IN ['Legislation', 'Proposal', 'Report'] WHERE x IN labels(p)] AS kinds
OPTIONAL MATCH (c:Document)-[:CITES]->(p)
RETURN DISTINCT
  coalesce(p.headline, p.name) AS paper,
  p.uri AS paper_uri,
  reduce(all = head(kinds), x IN tail(kinds) | all + '; ' + x) AS kind,
  reduce(all = head(topics), x IN tail(topics) | all + '; ' + x) AS topic,
  coalesce(c.headline, c.name) AS cited_by,
  c.uri AS cited_by_uri,
  c.url AS cited_by_url,
  c.publishedOn AS cited_by_published_on
ORDER BY paper IS NULL, paper, paper_uri, cited_by_published_on IS NULL, cited_by_published_on,
  cited_by_uri IS NULL, cited_by_uri
