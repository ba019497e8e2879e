-- Which office did each speaker hold on the day of speaking?
WITH RECURSIVE wanted(id) AS (
  SELECT id FROM "Topic" WHERE uri = :topic OR notation = :topic
  UNION
  SELECT b.source FROM "BROADER" b JOIN wanted w ON b.target = w.id
),
spoken(person, statement) AS (
  SELECT sa.source, s.id
  FROM "SAID" sa
  JOIN "Person" p ON p.id = sa.source
  JOIN "Statement" s ON s.id = sa.target
  WHERE (:actor IS NULL OR substr(p.uri, -length(:actor)) = :actor)
    AND (:from IS NULL OR s."saidOn" >= :from)
    AND (:to IS NULL OR s."saidOn" < :to)
    AND (:topic IS NULL OR s.id IN (
      SELECT r.source FROM "ABOUT" r JOIN wanted w ON w.id = r.target))
    AND EXISTS (
      SELECT 1
      FROM "EVIDENCED_BY" e
      JOIN "IN_VERSION" iv ON iv.source = e.target
      JOIN "Version" v ON v.id = iv.target
      WHERE e.source = s.id
        AND (v."retractedAt" IS NULL OR v."retractedAt" > :as_of)
        AND (:as_of IS NULL OR v."ingestedAt" <= :as_of))
),
held(person, statement, tenure, basis) AS (
  SELECT k.person, k.statement, t.id, CASE
    WHEN EXISTS (SELECT 1 FROM "SPOKEN_AS" r WHERE r.source = s.id AND r.target = t.id)
      THEN 'stated'
    WHEN t."from" <= s."saidOn" AND (t."to" IS NULL OR s."saidOn" <= t."to") THEN 'term'
    WHEN t.status IN ('current', 'acting') AND s."saidOn" BETWEEN t."observedFrom" AND t."observedTo"
      THEN 'observed'
    END
  FROM spoken k
  JOIN "Statement" s ON s.id = k.statement
  JOIN "HOLDS" h ON h.source = k.person
  JOIN "Tenure" t ON t.id = h.target
)
SELECT DISTINCT
  a.name AS who,
  a.uri AS who_uri,
  s."saidOn" AS said_on,
  s.text AS said,
  t.title AS title,
  o.name AS organization,
  o.uri AS organization_uri,
  t.status AS status,
  h.basis AS basis,
  t.uri AS tenure_uri,
  s.uri AS statement_uri
FROM spoken k
JOIN "Actor" a ON a.id = k.person
JOIN "Statement" s ON s.id = k.statement
LEFT JOIN held h ON h.person = k.person AND h.statement = k.statement AND h.basis IS NOT NULL
LEFT JOIN "Tenure" t ON t.id = h.tenure
LEFT JOIN "IN_ORG" i ON i.source = t.id
LEFT JOIN "Organization" o ON o.id = i.target
ORDER BY who, who_uri, said_on IS NULL, said_on, statement_uri, tenure_uri IS NULL, tenure_uri,
  organization_uri IS NULL, organization_uri
