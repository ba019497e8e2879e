// Which passages of a document are statements, and who said them?
MATCH (d:Document {uri: $document})<-[:VERSION_OF]-(v:Version)<-[:IN_VERSION]-(sp:Span)
WHERE v.retractedAt IS NULL
MATCH (s:Statement)-[:EVIDENCED_BY]->(sp)
OPTIONAL MATCH (a:Actor)-[:SAID]->(s)
RETURN DISTINCT
  s.uri AS statement_uri,
  a.name AS who,
  a.uri AS who_uri,
  s.sourceText AS source_text,
  s.act AS act,
  s.negated AS negated,
  s.mode AS mode,
  s.text AS said,
  s.saidOn AS said_on,
  sp.start AS start,
  sp.end AS end,
  sp.exact AS exact,
  s.confidence AS confidence
ORDER BY start, end, statement_uri, who_uri IS NULL, who_uri
