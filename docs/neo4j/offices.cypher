// Who holds which office, in what, and which passage says so? (graph)
MATCH held = (:Person)-[:HOLDS]->(t:Tenure)
OPTIONAL MATCH body = (t)-[:IN_ORG]->(:Organization)
OPTIONAL MATCH shown = (t)-[:EVIDENCED_BY]->(:Span)-[:IN_DOCUMENT]->(:Document)
RETURN held, body, shown
LIMIT 50
