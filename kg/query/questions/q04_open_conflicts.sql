-- Which speakers are in open conflict on a topic?
WITH RECURSIVE wanted(id) AS (
  SELECT id FROM "Topic" WHERE uri = :topic OR notation = :topic
  UNION
  SELECT b.source FROM "BROADER" b JOIN wanted w ON b.target = w.id
),
side(source, target, stance) AS (
  SELECT source, target, 'supports' FROM "SUPPORTS"
  UNION ALL
  SELECT source, target, 'opposes' FROM "OPPOSES"
),
-- A statement of a replaced version is named after the statement: it counts as the same one.
taken(topic, actor, stance, n) AS (
  SELECT side.target, sa.source, side.stance,
    count(DISTINCT substr(s.uri, 1, instr(s.uri || '/version/', '/version/') - 1))
  FROM side
  JOIN "Statement" s ON s.id = side.source
  JOIN "SAID" sa ON sa.target = s.id
  WHERE (:from IS NULL OR s."saidOn" >= :from)
    AND (:to IS NULL OR s."saidOn" < :to)
    AND (:topic IS NULL OR side.target IN (SELECT id FROM wanted))
    AND EXISTS (
      SELECT 1
      FROM "EVIDENCED_BY" e
      JOIN "IN_VERSION" iv ON iv.source = e.target
      JOIN "Version" v ON v.id = iv.target
      WHERE e.source = s.id
        AND (v."retractedAt" IS NULL OR v."retractedAt" > :as_of)
        AND (:as_of IS NULL OR v."ingestedAt" <= :as_of))
  GROUP BY side.target, sa.source, side.stance
)
SELECT
  t."prefLabel" AS topic,
  t.uri AS topic_uri,
  a.name AS pro,
  a.uri AS pro_uri,
  b.name AS contra,
  b.uri AS contra_uri,
  p.n AS pro_statements,
  c.n AS contra_statements
FROM taken p
JOIN taken c ON c.topic = p.topic AND c.actor <> p.actor AND c.stance = 'opposes'
JOIN "Topic" t ON t.id = p.topic
JOIN "Actor" a ON a.id = p.actor
JOIN "Actor" b ON b.id = c.actor
WHERE p.stance = 'supports'
ORDER BY topic, topic_uri, pro, pro_uri, contra, contra_uri
