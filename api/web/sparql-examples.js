// Queries to begin with on the query page; a test asks every one of them.

export const PREFIXES = `PREFIX pk: <https://w3id.org/policykg/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

`;

export const EXAMPLES = [
  ["Who said what about which topic, and in which article", `SELECT ?day ?who ?topic ?said ?article WHERE {
  ?statement a pk:Statement ; schema:text ?said ;
    schema:about/skos:prefLabel ?topic ; prov:wasQuotedFrom/schema:headline ?article .
  OPTIONAL { ?statement prov:wasAttributedTo/schema:name ?who }
  OPTIONAL { ?statement schema:dateCreated ?day }
}
ORDER BY DESC(?day) ?who
LIMIT 50`],
  ["What is said about a topic or anything narrower", `SELECT ?topic (COUNT(DISTINCT ?statement) AS ?statements) WHERE {
  ?statement a pk:Statement ; schema:about/skos:broader* ?concept .
  ?concept skos:prefLabel ?topic .
}
GROUP BY ?topic
ORDER BY DESC(?statements)
LIMIT 50`],
  ["How many statements each speaker has", `SELECT ?who (COUNT(DISTINCT ?statement) AS ?statements) WHERE {
  ?statement a pk:Statement ; prov:wasAttributedTo/schema:name ?who .
}
GROUP BY ?who
ORDER BY DESC(?statements)
LIMIT 50`],
  ["Which statements take a side, and the passage", `SELECT ?who ?side ?topic ?exact WHERE {
  VALUES (?property ?side) { (pk:supports "supports") (pk:opposes "opposes") }
  ?statement ?property ?concept ; oa:hasTarget/oa:hasSelector/oa:exact ?exact .
  ?concept skos:prefLabel ?topic .
  OPTIONAL { ?statement prov:wasAttributedTo/schema:name ?who }
}
LIMIT 50`],
  ["The statements of one document as a graph", `CONSTRUCT { ?statement ?property ?value } WHERE {
  { SELECT ?document WHERE { ?some prov:wasQuotedFrom ?document } ORDER BY ?document LIMIT 1 }
  ?statement prov:wasQuotedFrom ?document ; ?property ?value .
}`],
];
