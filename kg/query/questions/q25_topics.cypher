// Which topics are there, and how many statements are about each?
MATCH (t:Topic)
WITH t,
  COUNT {
    MATCH (t)<-[:BROADER*0..]-(:Topic)<-[:ABOUT]-(s:Statement)
    WHERE s.retractedAt IS NULL
    RETURN DISTINCT s
  } AS statements,
  COLLECT { MATCH (t)-[:BROADER]->(u:Topic) RETURN DISTINCT u.notation AS x ORDER BY x } AS above
RETURN
  t.uri AS topic_uri,
  t.notation AS notation,
  t.prefLabel AS label,
  reduce(all = head(above), x IN tail(above) | all + '; ' + x) AS broader,
  statements
ORDER BY label, topic_uri
