-- Which topics are there, and how many statements are about each?
WITH RECURSIVE below(topic, id) AS (
  SELECT id, id FROM "Topic"
  UNION
  SELECT w.topic, b.source FROM below w JOIN "BROADER" b ON b.target = w.id
),
counted(topic, statements) AS (
  SELECT w.topic, count(DISTINCT s.id)
  FROM below w
  JOIN "ABOUT" r ON r.target = w.id
  JOIN "Statement" s ON s.id = r.source
  WHERE s."retractedAt" IS NULL
  GROUP BY w.topic
)
SELECT
  t.uri AS topic_uri,
  t.notation AS notation,
  t."prefLabel" AS label,
  (SELECT group_concat(x, '; ') FROM (
    SELECT DISTINCT u.notation AS x
    FROM "BROADER" b JOIN "Topic" u ON u.id = b.target
    WHERE b.source = t.id ORDER BY x)) AS broader,
  coalesce(c.statements, 0) AS statements
FROM "Topic" t
LEFT JOIN counted c ON c.topic = t.id
ORDER BY label, topic_uri
