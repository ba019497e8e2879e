// Queries to begin with on the query page; a test asks every one of them.

export const PREFIXES = `PREFIX pk: <https://w3id.org/policykg/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

`;

export const EXAMPLES = [
  ["Who said what about artificial intelligence or anything narrower", `SELECT ?day ?who ?said ?article WHERE {
  ?topic skos:broader* ?root . ?root skos:notation "artificial-intelligence" .
  ?statement schema:about ?topic ; schema:text ?said ; prov:wasQuotedFrom ?document .
  OPTIONAL { ?statement prov:wasAttributedTo/schema:name ?who }
  OPTIONAL { ?statement schema:dateCreated ?day }
  OPTIONAL { ?document schema:headline ?article }
}
ORDER BY DESC(?day) ?who
LIMIT 50`],
  ["How many statements each speaker has", `SELECT ?who (COUNT(DISTINCT ?statement) AS ?statements) WHERE {
  ?statement a pk:Statement ; prov:wasAttributedTo/schema:name ?who .
}
GROUP BY ?who
ORDER BY DESC(?statements)
LIMIT 50`],
  ["Which statements take a side, and the passage", `SELECT ?who ?side ?topic ?exact WHERE {
  VALUES (?property ?side) { (pk:supports "supports") (pk:opposes "opposes") }
  ?statement ?property/skos:prefLabel ?topic ; oa:hasTarget/oa:hasSelector/oa:exact ?exact .
  OPTIONAL { ?statement prov:wasAttributedTo/schema:name ?who }
}
LIMIT 50`],
  ["The statements of one document as a graph", `CONSTRUCT { ?statement ?property ?value } WHERE {
  { SELECT ?document WHERE { ?some prov:wasQuotedFrom ?document } ORDER BY ?document LIMIT 1 }
  ?statement prov:wasQuotedFrom ?document ; ?property ?value .
}`],
];
