// The topic scheme. (graph)
MATCH (t:Topic)
OPTIONAL MATCH broader = (t)-[:BROADER]->(:Topic)
RETURN t, broader
