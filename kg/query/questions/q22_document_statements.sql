-- Which passages of a document are statements, and who said them?
SELECT DISTINCT
  s.uri AS statement_uri,
  a.name AS who,
  a.uri AS who_uri,
  s."sourceText" AS source_text,
  s.act AS act,
  s.negated AS negated,
  s.mode AS mode,
  s.text AS said,
  s."saidOn" AS said_on,
  sp.start AS start,
  sp."end" AS "end",
  sp.exact AS exact,
  s.confidence AS confidence
FROM "Document" d
JOIN "VERSION_OF" r ON r.target = d.id
JOIN "Version" v ON v.id = r.source
JOIN "IN_VERSION" iv ON iv.target = v.id
JOIN "Span" sp ON sp.id = iv.source
JOIN "EVIDENCED_BY" e ON e.target = sp.id
JOIN "Statement" s ON s.id = e.source
LEFT JOIN "SAID" sa ON sa.target = s.id
LEFT JOIN "Actor" a ON a.id = sa.source
WHERE d.uri = :document AND v."retractedAt" IS NULL
ORDER BY sp.start, sp."end", statement_uri, who_uri IS NULL, who_uri
