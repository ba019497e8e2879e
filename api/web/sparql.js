// The query page: sends a query to the service and shows rows as a table, graphs as Turtle.

import { byId, element, fill } from "./dom.js";
import { EXAMPLES, PREFIXES } from "./sparql-examples.js";

const ACCEPT = "application/sparql-results+json, text/turtle;q=0.9";
const SHOWN = 1000; // rows in the table: more make a browser slow
const form = byId("ask");
const query = form.elements.query;

async function ask() {
  byId("status").className = "";
  fill(byId("status"), "Running …");
  fill(byId("answer"));
  const answer = await fetch("sparql", {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: ACCEPT },
    body: query.value,
  });
  const type = answer.headers.get("content-type") || "";
  if (!answer.ok) {
    const detail = type.includes("json") ? (await answer.json()).detail : `it answered ${answer.status}`;
    throw new Error(detail);
  }
  if (type.includes("sparql-results+json")) table(await answer.json(), answer.headers.get("x-row-limit"));
  else graph(await answer.text());
}

function table({ head, results, boolean }, limit) {
  if (boolean !== undefined) {
    fill(byId("status"), `The answer is ${boolean ? "yes" : "no"}.`);
    return;
  }
  const names = head.vars;
  const rows = results.bindings;
  const cut = limit ? `; the service cuts after ${limit}` : "";
  const some = rows.length > SHOWN ? `; the first ${SHOWN} are shown` : "";
  fill(byId("status"), `${rows.length} rows${cut}${some}.`);
  fill(byId("answer"), element("table", {},
    element("thead", {}, element("tr", {}, ...names.map((n) => element("th", { scope: "col" }, n)))),
    element("tbody", {}, ...rows.slice(0, SHOWN).map((row) => element("tr", {},
      ...names.map((n) => element("td", {}, row[n] ? row[n].value : "")))))));
}

function graph(text) {
  fill(byId("status"), "");
  fill(byId("answer"), element("pre", { tabindex: "0" }, text));
}

function failed(error) {
  byId("status").className = "error";
  fill(byId("status"), error.message);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.replaceState(null, "", `?${new URLSearchParams({ query: query.value })}`);
  ask().catch(failed);
});
byId("examples").append(...EXAMPLES.map(([title], i) => element("option", { value: String(i) }, title)));
byId("examples").addEventListener("change", ({ target }) => {
  if (target.value) query.value = PREFIXES + EXAMPLES[Number(target.value)][1];
});
const given = new URLSearchParams(location.search).get("query");
query.value = given || PREFIXES + EXAMPLES[0][1];
if (given) ask().catch(failed);
