-- What must a person check?
WITH RECURSIVE wanted(id) AS (
  SELECT id FROM "Topic" WHERE uri = :topic OR notation = :topic
  UNION
  SELECT b.source FROM "BROADER" b JOIN wanted w ON b.target = w.id
),
judged(id, unsure, review_status) AS (
  SELECT id, confidence < :below OR coalesce("speakerConfidence" < :below, 0),
    coalesce("reviewStatus", 'unreviewed')
  FROM "Statement"
)
SELECT DISTINCT
  CASE WHEN j.unsure THEN 'low confidence' ELSE 'not reviewed' END AS reason,
  s.confidence AS confidence,
  s."speakerConfidence" AS speaker_confidence,
  j.review_status AS review_status,
  a.name AS who,
  a.uri AS who_uri,
  s."sourceText" AS source_text,
  s.act AS act,
  s.text AS said,
  s."saidOn" AS said_on,
  d.uri AS document_uri,
  coalesce(d.headline, d.name) AS headline,
  sp.start AS start,
  sp."end" AS "end",
  sp.exact AS exact,
  sp.prefix AS prefix,
  sp.suffix AS suffix,
  s.uri AS statement_uri
FROM "Statement" s
JOIN judged j ON j.id = s.id
JOIN "EVIDENCED_BY" e ON e.source = s.id
JOIN "Span" sp ON sp.id = e.target
JOIN "IN_VERSION" iv ON iv.source = sp.id
JOIN "Version" v ON v.id = iv.target
JOIN "IN_DOCUMENT" di ON di.source = sp.id
JOIN "Document" d ON d.id = di.target
LEFT JOIN "SAID" sa ON sa.target = s.id
LEFT JOIN "Actor" a ON a.id = sa.source
WHERE v."retractedAt" IS NULL
  AND (j.unsure OR j.review_status = 'unreviewed')
  AND (:from IS NULL OR s."saidOn" >= :from)
  AND (:to IS NULL OR s."saidOn" < :to)
  AND (:actor IS NULL OR substr(a.uri, -length(:actor)) = :actor)
  AND (:topic IS NULL OR s.id IN (
    SELECT r.source FROM "ABOUT" r JOIN wanted w ON w.id = r.target))
ORDER BY s.confidence, speaker_confidence IS NULL, speaker_confidence, document_uri, sp.start,
  sp."end", statement_uri, who_uri IS NULL, who_uri
