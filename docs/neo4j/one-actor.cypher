// One actor: statements, topics, offices. (graph)
// :param name => 'Anna Nowak'
MATCH (a:Actor {name: $name})
OPTIONAL MATCH said = (a)-[:SAID]->(s:Statement)-[:ABOUT]->(:Topic)
WHERE s.retractedAt IS NULL
OPTIONAL MATCH held = (a)-[:HOLDS]->(:Tenure)-[:IN_ORG]->(:Organization)
RETURN a, said, held
LIMIT 100
