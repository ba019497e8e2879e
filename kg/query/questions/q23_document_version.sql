-- What is the stored text of a document, as it is now?
SELECT
  v.uri AS version_uri,
  v.text AS text,
  (SELECT group_concat(x, '; ') FROM (
    SELECT DISTINCT o.name AS x
    FROM "PUBLISHED_BY" r JOIN "Organization" o ON o.id = r.target
    WHERE r.source = d.id ORDER BY x)) AS outlet
FROM "Document" d
JOIN "VERSION_OF" r ON r.target = d.id
JOIN "Version" v ON v.id = r.source
WHERE d.uri = :document AND v."retractedAt" IS NULL
ORDER BY version_uri
