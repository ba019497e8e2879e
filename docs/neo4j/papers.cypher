// Reports, proposals and laws, their topics and who cites them. (graph)
MATCH treated = (p:Document)-[:MENTIONS]->(:Topic)
WHERE p:Report OR p:Proposal OR p:Legislation
OPTIONAL MATCH cited = (:Document)-[:CITES]->(p)
RETURN treated, cited
LIMIT 100
