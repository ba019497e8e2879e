-- Which documents are loaded, and how many statements are in each?
WITH RECURSIVE wanted(id) AS (
  SELECT id FROM "Topic" WHERE uri = :topic OR notation = :topic
  UNION
  SELECT b.source FROM "BROADER" b JOIN wanted w ON b.target = w.id
),
counted(document, statements) AS (
  SELECT q.target, count(DISTINCT s.id)
  FROM "QUOTED_FROM" q
  JOIN "Statement" s ON s.id = q.source
  WHERE s."retractedAt" IS NULL
    AND (:topic IS NULL OR s.id IN (
      SELECT r.source FROM "ABOUT" r JOIN wanted w ON w.id = r.target))
  GROUP BY q.target
),
kinds(id, kind) AS (
  SELECT id, 'Legislation' FROM "Legislation"
  UNION ALL SELECT id, 'NewsArticle' FROM "NewsArticle"
  UNION ALL SELECT id, 'Proposal' FROM "Proposal"
  UNION ALL SELECT id, 'Report' FROM "Report"
  UNION ALL SELECT id, 'Transcript' FROM "Transcript"
)
SELECT DISTINCT
  d.uri AS document_uri,
  coalesce(d.headline, d.name) AS headline,
  d.url AS url,
  (SELECT group_concat(x, '; ') FROM (
    SELECT DISTINCT o.name AS x
    FROM "PUBLISHED_BY" r JOIN "Organization" o ON o.id = r.target
    WHERE r.source = d.id ORDER BY x)) AS outlet,
  coalesce((SELECT min(k.kind) FROM kinds k WHERE k.id = d.id), 'Document') AS kind,
  d."publishedOn" AS published_on,
  coalesce(c.statements, 0) AS statements
FROM "Document" d
LEFT JOIN counted c ON c.document = d.id
WHERE EXISTS (
    SELECT 1 FROM "VERSION_OF" r JOIN "Version" v ON v.id = r.source
    WHERE r.target = d.id AND v."retractedAt" IS NULL)
  AND (:topic IS NULL OR c.statements > 0)
ORDER BY d."publishedOn" IS NULL, d."publishedOn" DESC, document_uri
