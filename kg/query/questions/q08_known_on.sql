-- What did the graph hold on a given day?
WITH RECURSIVE wanted(id) AS (
  SELECT id FROM "Topic" WHERE uri = :topic OR notation = :topic
  UNION
  SELECT b.source FROM "BROADER" b JOIN wanted w ON b.target = w.id
)
SELECT DISTINCT
  a.name AS who,
  a.uri AS who_uri,
  s.act AS act,
  s.text AS said,
  s."saidOn" AS said_on,
  d.uri AS document_uri,
  coalesce(d.headline, d.name) AS headline,
  sp.start AS start,
  sp."end" AS "end",
  sp.exact AS exact,
  v."ingestedAt" AS ingested_at,
  v."retractedAt" AS retracted_at,
  s.uri AS statement_uri,
  v.uri AS version_uri
FROM "Statement" s
JOIN "EVIDENCED_BY" e ON e.source = s.id
JOIN "Span" sp ON sp.id = e.target
JOIN "IN_VERSION" iv ON iv.source = sp.id
JOIN "Version" v ON v.id = iv.target
JOIN "IN_DOCUMENT" di ON di.source = sp.id
JOIN "Document" d ON d.id = di.target
LEFT JOIN "SAID" sa ON sa.target = s.id
LEFT JOIN "Actor" a ON a.id = sa.source
WHERE v."ingestedAt" <= :as_of
  AND (v."retractedAt" IS NULL OR v."retractedAt" > :as_of)
  AND (:actor IS NULL OR substr(a.uri, -length(:actor)) = :actor)
  AND (:topic IS NULL OR s.id IN (
    SELECT r.source FROM "ABOUT" r JOIN wanted w ON w.id = r.target))
ORDER BY said_on IS NULL, said_on DESC, document_uri, version_uri, sp.start, sp."end",
  statement_uri, who_uri IS NULL, who_uri
