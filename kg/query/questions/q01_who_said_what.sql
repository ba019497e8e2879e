-- Who said what about a topic, in which article, at which characters?
WITH RECURSIVE wanted(id) AS (
  SELECT id FROM "Topic" WHERE uri = :topic OR notation = :topic
  UNION
  SELECT b.source FROM "BROADER" b JOIN wanted w ON b.target = w.id
)
SELECT DISTINCT
  a.name AS who,
  a.uri AS who_uri,
  s."sourceText" AS source_text,
  s.act AS act,
  s.negated AS negated,
  s.mode AS mode,
  s.text AS said,
  s."saidOn" AS said_on,
  (SELECT group_concat(x, '; ') FROM (
    SELECT DISTINCT t.title AS x
    FROM "SPOKEN_AS" r JOIN "Tenure" t ON t.id = r.target
    WHERE r.source = s.id ORDER BY x)) AS title,
  (SELECT group_concat(x, '; ') FROM (
    SELECT DISTINCT o.name AS x
    FROM "SPOKEN_AS" r
    JOIN "IN_ORG" i ON i.source = r.target
    JOIN "Organization" o ON o.id = i.target
    WHERE r.source = s.id ORDER BY x)) AS organization,
  (SELECT group_concat(x, '; ') FROM (
    SELECT DISTINCT t."prefLabel" AS x
    FROM "ABOUT" r JOIN "Topic" t ON t.id = r.target
    WHERE r.source = s.id ORDER BY x)) AS topic,
  d.uri AS document_uri,
  coalesce(d.headline, d.name) AS headline,
  d.url AS url,
  (SELECT group_concat(x, '; ') FROM (
    SELECT DISTINCT o.name AS x
    FROM "PUBLISHED_BY" r JOIN "Organization" o ON o.id = r.target
    WHERE r.source = d.id ORDER BY x)) AS outlet,
  sp.start AS start,
  sp."end" AS "end",
  sp.exact AS exact,
  s.uri AS statement_uri,
  s.confidence AS confidence
FROM "Statement" s
JOIN "EVIDENCED_BY" e ON e.source = s.id
JOIN "Span" sp ON sp.id = e.target
JOIN "IN_VERSION" iv ON iv.source = sp.id
JOIN "Version" v ON v.id = iv.target
JOIN "IN_DOCUMENT" di ON di.source = sp.id
JOIN "Document" d ON d.id = di.target
LEFT JOIN "SAID" sa ON sa.target = s.id
LEFT JOIN "Actor" a ON a.id = sa.source
WHERE (v."retractedAt" IS NULL OR v."retractedAt" > :as_of)
  AND (:as_of IS NULL OR v."ingestedAt" <= :as_of)
  AND (:from IS NULL OR s."saidOn" >= :from)
  AND (:to IS NULL OR s."saidOn" < :to)
  AND (:min_confidence IS NULL OR s.confidence >= :min_confidence)
  -- "a b" becomes the JSON list ["a","b"]: a set, built once.
  AND (:statements IS NULL OR s.uri IN (
    SELECT value FROM json_each('[' || replace(json_quote(:statements), ' ', '","') || ']')))
  AND (:actor IS NULL OR substr(a.uri, -length(:actor)) = :actor)
  AND (:topic IS NULL OR EXISTS (
    SELECT 1 FROM "ABOUT" r WHERE r.source = s.id AND r.target IN (SELECT id FROM wanted)))
ORDER BY said_on IS NULL, said_on DESC, document_uri, sp.start, sp."end", statement_uri,
  who_uri IS NULL, who_uri
