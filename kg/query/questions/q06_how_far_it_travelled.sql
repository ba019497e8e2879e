-- How far did each statement travel, and which outlet had it first?
WITH RECURSIVE wanted(id) AS (
  SELECT id FROM "Topic" WHERE uri = :topic OR notation = :topic
  UNION
  SELECT b.source FROM "BROADER" b JOIN wanted w ON b.target = w.id
),
-- A statement of a replaced version is named after the statement: it counts as the same one.
carried(statement_uri, said, who, who_uri, document_uri, day, outlet_id, outlet) AS MATERIALIZED (
  SELECT substr(s.uri, 1, instr(s.uri || '/version/', '/version/') - 1),
    s.text, a.name, a.uri, d.uri, d."publishedOn", o.id, o.name
  FROM "Statement" s
  JOIN "EVIDENCED_BY" e ON e.source = s.id
  JOIN "IN_VERSION" iv ON iv.source = e.target
  JOIN "Version" v ON v.id = iv.target
  JOIN "IN_DOCUMENT" di ON di.source = e.target
  JOIN "Document" d ON d.id = di.target
  LEFT JOIN "SAID" sa ON sa.target = s.id
  LEFT JOIN "Actor" a ON a.id = sa.source
  LEFT JOIN "PUBLISHED_BY" pb ON pb.source = d.id
  LEFT JOIN "Organization" o ON o.id = pb.target
  WHERE (v."retractedAt" IS NULL OR v."retractedAt" > :as_of)
    AND (:as_of IS NULL OR v."ingestedAt" <= :as_of)
    AND (:from IS NULL OR s."saidOn" >= :from)
    AND (:to IS NULL OR s."saidOn" < :to)
    AND (:actor IS NULL OR substr(a.uri, -length(:actor)) = :actor)
    AND (:topic IS NULL OR s.id IN (
      SELECT r.source FROM "ABOUT" r JOIN wanted w ON w.id = r.target))
),
reach AS MATERIALIZED (
  SELECT statement_uri, min(said) AS said, min(who) AS who, min(who_uri) AS who_uri,
    count(DISTINCT document_uri) AS documents, count(DISTINCT outlet_id) AS outlets,
    min(day) AS first_on
  FROM carried
  GROUP BY statement_uri
),
first_outlet AS MATERIALIZED (
  SELECT statement_uri, group_concat(outlet, '; ') AS names FROM (
    SELECT DISTINCT c.statement_uri, c.outlet
    FROM carried c JOIN reach r ON r.statement_uri = c.statement_uri AND r.first_on = c.day
    WHERE c.outlet IS NOT NULL ORDER BY c.outlet)
  GROUP BY statement_uri
),
first_document AS MATERIALIZED (
  SELECT statement_uri, group_concat(document_uri, ' ') AS uris FROM (
    SELECT DISTINCT c.statement_uri, c.document_uri
    FROM carried c JOIN reach r ON r.statement_uri = c.statement_uri AND r.first_on = c.day
    ORDER BY c.document_uri)
  GROUP BY statement_uri
)
SELECT r.said, r.who, r.who_uri, r.documents, r.outlets, r.first_on,
  fo.names AS first_outlets, fd.uris AS first_documents, r.statement_uri
FROM reach r
LEFT JOIN first_outlet fo ON fo.statement_uri = r.statement_uri
LEFT JOIN first_document fd ON fd.statement_uri = r.statement_uri
ORDER BY outlets DESC, documents DESC, first_on IS NULL, first_on, r.statement_uri
