// Which speakers are in open conflict on a topic?
MATCH (a:Actor)-[:SAID]->(s:Statement)-[side:SUPPORTS|OPPOSES]->(t:Topic)
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
WITH t, a, type(side) AS side, count(DISTINCT split(s.uri, '/version/')[0]) AS n
WITH t,
  collect(CASE side WHEN 'SUPPORTS' THEN {actor: a, n: n} END) AS supporters,
  collect(CASE side WHEN 'OPPOSES' THEN {actor: a, n: n} END) AS opponents
UNWIND supporters AS pro
UNWIND opponents AS contra
WITH t, pro, contra
WHERE pro.actor <> contra.actor
RETURN
  t.prefLabel AS topic,
  t.uri AS topic_uri,
  pro.actor.name AS pro,
  pro.actor.uri AS pro_uri,
  contra.actor.name AS contra,
  contra.actor.uri AS contra_uri,
  pro.n AS pro_statements,
  contra.n AS contra_statements
ORDER BY topic, topic_uri, pro, pro_uri, contra, contra_uri
