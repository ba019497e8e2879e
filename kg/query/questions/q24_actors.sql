-- Who speaks, and how often?
WITH RECURSIVE wanted(id) AS (
  SELECT id FROM "Topic" WHERE uri = :topic OR notation = :topic
  UNION
  SELECT b.source FROM "BROADER" b JOIN wanted w ON b.target = w.id
),
counted(actor, statements) AS (
  SELECT sa.source, count(DISTINCT s.id)
  FROM "SAID" sa
  JOIN "Statement" s ON s.id = sa.target
  WHERE s."retractedAt" IS NULL
    AND (:topic IS NULL OR s.id IN (
      SELECT r.source FROM "ABOUT" r JOIN wanted w ON w.id = r.target))
  GROUP BY sa.source
)
SELECT
  a.name AS who,
  a.uri AS who_uri,
  CASE
    WHEN EXISTS (SELECT 1 FROM "Person" p WHERE p.id = a.id) THEN 'Person'
    WHEN EXISTS (SELECT 1 FROM "Organization" o WHERE o.id = a.id) THEN 'Organization'
    WHEN EXISTS (SELECT 1 FROM "Group" g WHERE g.id = a.id) THEN 'Group'
    ELSE 'Document'
  END AS kind,
  c.statements AS statements
FROM counted c
JOIN "Actor" a ON a.id = c.actor
ORDER BY c.statements DESC, who, who_uri
