// What is the stored text of a document, as it is now?
MATCH (d:Document {uri: $document})<-[:VERSION_OF]-(v:Version)
WHERE v.retractedAt IS NULL
WITH v,
  COLLECT {
    MATCH (d)-[:PUBLISHED_BY]->(o:Organization) RETURN DISTINCT o.name AS x ORDER BY x
  } AS outlets
RETURN
  v.uri AS version_uri,
  v.text AS text,
  reduce(all = head(outlets), x IN tail(outlets) | all + '; ' + x) AS outlet
ORDER BY version_uri
