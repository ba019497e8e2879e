-- Which names may stand for several people?
WITH office(person, organization, document) AS (
  SELECT DISTINCT h.source, i.target, d.target
  FROM "HOLDS" h
  JOIN "Tenure" t ON t.id = h.target
  JOIN "IN_ORG" i ON i.source = t.id
  JOIN "EVIDENCED_BY" e ON e.source = t.id
  JOIN "IN_DOCUMENT" d ON d.source = e.target
  WHERE t.status IN ('current', 'acting')
),
-- Two organisations that one document gives the person.
beside(person, one, other) AS (
  SELECT DISTINCT x.person, x.organization, y.organization
  FROM office x
  JOIN office y ON y.person = x.person AND y.document = x.document
)
SELECT DISTINCT
  p.name AS who,
  p.uri AS who_uri,
  a.name AS organization,
  a.uri AS organization_uri,
  b.name AS other,
  b.uri AS other_uri
FROM office x
JOIN office y ON y.person = x.person
JOIN "Person" p ON p.id = x.person
JOIN "Organization" a ON a.id = x.organization
JOIN "Organization" b ON b.id = y.organization
WHERE a.uri < b.uri
  AND NOT EXISTS (
    SELECT 1
    FROM beside m
    JOIN beside n ON n.person = m.person AND n.other = m.other
    WHERE m.person = p.id AND m.one = a.id AND n.one = b.id)
ORDER BY who, who_uri, organization_uri, other_uri
