-- Why does the graph say that an organisation supports a topic?
WITH RECURSIVE wanted(id) AS (
  SELECT id FROM "Topic" WHERE uri = :topic OR notation = :topic
  UNION
  SELECT b.source FROM "BROADER" b JOIN wanted w ON b.target = w.id
),
part(id) AS (
  SELECT id FROM "Organization" WHERE substr(uri, -length(:actor)) = :actor
  UNION
  SELECT r.source FROM "PART_OF" r JOIN part p ON r.target = p.id
),
voice(organization, statement, via) AS (
  SELECT p.id, sa.target, 'organization'
  FROM part p
  JOIN "SAID" sa ON sa.source = p.id
  UNION
  SELECT p.id, r.source, 'office'
  FROM part p
  JOIN "IN_ORG" i ON i.target = p.id
  JOIN "SPOKEN_AS" r ON r.target = i.source
)
SELECT DISTINCT
  o.name AS organization,
  o.uri AS organization_uri,
  voice.via AS via,
  a.name AS who,
  a.uri AS who_uri,
  t."prefLabel" AS topic,
  t.uri AS topic_uri,
  s."saidOn" AS said_on,
  s.text AS said,
  d.uri AS document_uri,
  coalesce(d.headline, d.name) AS headline,
  d.url AS url,
  sp.start AS start,
  sp."end" AS "end",
  sp.exact AS exact,
  s.uri AS statement_uri,
  s.confidence AS confidence
FROM voice
JOIN "Organization" o ON o.id = voice.organization
JOIN "Statement" s ON s.id = voice.statement
JOIN "SUPPORTS" r ON r.source = s.id
JOIN "Topic" t ON t.id = r.target
JOIN "EVIDENCED_BY" e ON e.source = s.id
JOIN "Span" sp ON sp.id = e.target
JOIN "IN_VERSION" iv ON iv.source = sp.id
JOIN "Version" v ON v.id = iv.target
JOIN "IN_DOCUMENT" di ON di.source = sp.id
JOIN "Document" d ON d.id = di.target
LEFT JOIN "SAID" sa ON sa.target = s.id
LEFT JOIN "Actor" a ON a.id = sa.source
WHERE (:from IS NULL OR s."saidOn" >= :from)
  AND (:to IS NULL OR s."saidOn" < :to)
  AND (:topic IS NULL OR t.id IN (SELECT id FROM wanted))
  AND (v."retractedAt" IS NULL OR v."retractedAt" > :as_of)
  AND (:as_of IS NULL OR v."ingestedAt" <= :as_of)
ORDER BY organization_uri, topic_uri, said_on IS NULL, said_on, document_uri, sp.start, sp."end",
  statement_uri, via, who_uri IS NULL, who_uri
