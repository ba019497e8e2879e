-- How many statements a month are there on each topic, and what share is in favour?
WITH RECURSIVE wanted(id) AS (
  SELECT id FROM "Topic" WHERE uri = :topic OR notation = :topic
  UNION
  SELECT b.source FROM "BROADER" b JOIN wanted w ON b.target = w.id
),
-- A statement of a replaced version is named after the statement: it counts as the same one.
counting(month, topic, statement, supports, opposes) AS (
  SELECT substr(s."saidOn", 1, 7), r.target,
    substr(s.uri, 1, instr(s.uri || '/version/', '/version/') - 1),
    EXISTS (SELECT 1 FROM "SUPPORTS" y WHERE y.source = s.id AND y.target = r.target),
    EXISTS (SELECT 1 FROM "OPPOSES" n WHERE n.source = s.id AND n.target = r.target)
  FROM "ABOUT" r
  JOIN "Statement" s ON s.id = r.source
  WHERE (:from IS NULL OR s."saidOn" >= :from)
    AND (:to IS NULL OR s."saidOn" < :to)
    AND (:topic IS NULL OR r.target IN (SELECT id FROM wanted))
    AND EXISTS (
      SELECT 1
      FROM "EVIDENCED_BY" e
      JOIN "IN_VERSION" iv ON iv.source = e.target
      JOIN "Version" v ON v.id = iv.target
      WHERE e.source = s.id
        AND (v."retractedAt" IS NULL OR v."retractedAt" > :as_of)
        AND (:as_of IS NULL OR v."ingestedAt" <= :as_of))
),
counted AS (
  SELECT month, topic,
    count(DISTINCT statement) AS statements,
    count(DISTINCT CASE WHEN supports THEN statement END) AS supporting,
    count(DISTINCT CASE WHEN opposes THEN statement END) AS opposing
  FROM counting
  GROUP BY month, topic
)
SELECT c.month AS month, t."prefLabel" AS topic, t.uri AS topic_uri, c.statements, c.supporting,
  c.opposing,
  CASE WHEN c.supporting + c.opposing > 0
    THEN CAST(c.supporting AS REAL) / (c.supporting + c.opposing) END AS share_in_favour
FROM counted c
JOIN "Topic" t ON t.id = c.topic
ORDER BY c.month IS NULL, c.month, t."prefLabel", topic_uri
