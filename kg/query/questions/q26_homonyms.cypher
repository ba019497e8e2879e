// Which names may stand for several people?
MATCH (p:Person)-[:HOLDS]->(t:Tenure)-[:IN_ORG]->(o:Organization)
MATCH (t)-[:EVIDENCED_BY]->(:Span)-[:IN_DOCUMENT]->(d:Document)
WHERE t.status IN ['current', 'acting']
WITH p, d, collect(DISTINCT o) AS named
WITH p, collect(named) AS documents
WHERE size(documents) > 1
UNWIND documents AS first
UNWIND first AS a
UNWIND documents AS second
UNWIND second AS b
WITH DISTINCT p, documents, a, b
WHERE a.uri < b.uri
  AND none(x IN documents WHERE a IN x
    AND any(y IN documents WHERE b IN y AND any(shared IN x WHERE shared IN y)))
RETURN DISTINCT
  p.name AS who,
  p.uri AS who_uri,
  a.name AS organization,
  a.uri AS organization_uri,
  b.name AS other,
  b.uri AS other_uri
ORDER BY who, who_uri, organization_uri, other_uri
