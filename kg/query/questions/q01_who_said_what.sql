-- Who said what about a topic, in which article, at which characters?
WITH RECURSIVE wanted(id) AS (
  SELECT id FROM "Topic" WHERE uri = :topic OR notation = :topic
  UNION
  SELECT b.source FROM "BROADER" b JOIN wanted w ON b.target = w.id
),
-- First the rows in their order, which LIMIT and CROSS JOIN keep. Cells with several names cost most:
-- they are looked up when a row is read.
found AS MATERIALIZED (
  SELECT DISTINCT s.id AS statement, sp.id AS span, d.id AS document, a.name AS who,
    a.uri AS who_uri
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
    AND (:topic IS NULL OR s.id IN (
      SELECT r.source FROM "ABOUT" r JOIN wanted w ON w.id = r.target))
  ORDER BY s."saidOn" IS NULL, s."saidOn" DESC, d.uri, sp.start, sp."end", s.uri,
    who_uri IS NULL, who_uri
  LIMIT -1
)
SELECT
  f.who AS who,
  f.who_uri AS who_uri,
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
FROM found f
CROSS JOIN "Statement" s ON s.id = f.statement
CROSS JOIN "Span" sp ON sp.id = f.span
CROSS JOIN "Document" d ON d.id = f.document
