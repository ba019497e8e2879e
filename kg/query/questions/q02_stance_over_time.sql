-- How has the stance of a person on a topic moved?
WITH RECURSIVE wanted(id) AS (
  SELECT id FROM "Topic" WHERE uri = :topic OR notation = :topic
  UNION
  SELECT b.source FROM "BROADER" b JOIN wanted w ON b.target = w.id
),
side(source, target, stance) AS (
  SELECT source, target, 'supports' FROM "SUPPORTS"
  UNION ALL
  SELECT source, target, 'opposes' FROM "OPPOSES"
)
SELECT DISTINCT
  s."saidOn" AS said_on,
  side.stance AS stance,
  a.name AS who,
  a.uri AS who_uri,
  t."prefLabel" AS topic,
  t.uri AS topic_uri,
  s.act AS act,
  s.text AS said,
  d.uri AS document_uri,
  coalesce(d.headline, d.name) AS headline,
  sp.start AS start,
  sp."end" AS "end",
  sp.exact AS exact,
  s.uri AS statement_uri
FROM "Actor" a
JOIN "SAID" sa ON sa.source = a.id
JOIN "Statement" s ON s.id = sa.target
JOIN side ON side.source = s.id
JOIN "Topic" t ON t.id = side.target
JOIN "EVIDENCED_BY" e ON e.source = s.id
JOIN "Span" sp ON sp.id = e.target
JOIN "IN_VERSION" iv ON iv.source = sp.id
JOIN "Version" v ON v.id = iv.target
JOIN "IN_DOCUMENT" di ON di.source = sp.id
JOIN "Document" d ON d.id = di.target
WHERE substr(a.uri, -length(:actor)) = :actor
  AND (:from IS NULL OR s."saidOn" >= :from)
  AND (:to IS NULL OR s."saidOn" < :to)
  AND (:topic IS NULL OR t.id IN (SELECT id FROM wanted))
  AND (v."retractedAt" IS NULL OR v."retractedAt" > :as_of)
  AND (:as_of IS NULL OR v."ingestedAt" <= :as_of)
ORDER BY said_on IS NULL, said_on, topic_uri, stance, document_uri, sp.start, sp."end",
  statement_uri, who_uri
