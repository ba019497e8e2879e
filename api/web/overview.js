// What the graph holds, while nothing is open: the topics and the speakers with most statements.

import { byId, element, fill } from "./dom.js";
import { linkTo } from "./state.js";

const MOST = 10;

/** Draw the two lists, as links that set a filter. */
export function drawOverview({ topics, actors }) {
  // The topic that holds all others says nothing: every statement counts there.
  const above = new Set(topics.flatMap((t) => (t.broader || "").split("; ")));
  const spoken = topics.filter((t) => t.statements && (t.broader || !above.has(t.notation)))
    .sort((a, b) => b.statements - a.statements);
  const speakers = actors.filter((a) => a.who_uri);
  fill(byId("overview-lists"),
    list("Topics", spoken, (t) => t.label, (t) => ({ topic: t.notation })),
    list("Speakers", speakers, (a) => a.who, (a) => ({ actor: a.who_uri })),
    spoken.length || speakers.length ? null : nothing());
}

function list(title, rows, label, filter) {
  if (!rows.length) return null;
  const most = rows[0].statements;
  const items = rows.slice(0, MOST).map((row) => element("li", {},
    element("a", linkTo(filter(row)), label(row)),
    element("meter", { min: 0, max: most, value: row.statements, "aria-hidden": "true" }),
    element("span", { class: "count" }, String(row.statements),
      element("span", { class: "hidden" }, " statements"))));
  return element("section", {}, element("h3", {}, title), element("ol", { class: "bars" }, ...items));
}

function nothing() {
  return element("p", { class: "empty" }, "The graph is empty. Load some articles: ",
    element("code", {}, "policykg ingest FOLDER"));
}
