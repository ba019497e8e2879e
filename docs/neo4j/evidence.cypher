// One statement with its passages: who, as what, about what, at which characters. (graph)
// :param uri => 'https://w3id.org/policykg/statement/...'
MATCH (s:Statement {uri: $uri})-[r:SAID|SPOKEN_AS|ABOUT|SUPPORTS|OPPOSES|QUOTED_FROM|EVIDENCED_BY|SAID_AT]-(x)
OPTIONAL MATCH passage = (x:Span)-[:IN_DOCUMENT|IN_VERSION]->()
RETURN s, r, x, passage
