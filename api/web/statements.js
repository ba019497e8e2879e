// The list of who said what: one card a statement, with every outlet that carried it.

import { byId, element, fill } from "./dom.js";
import { address, get, shortId } from "./service.js";
import { filtersOf, linkTo } from "./state.js";
import { actInWords, day, office, said, speaker } from "./words.js";

const PAGE = 30;
let shown = { key: null, rows: [], next: null };
let latest = null;

/** Show the statements that the filters of a state leave. */
export async function showStatements(state) {
  const filters = filtersOf(state);
  const key = JSON.stringify(filters);
  if (key !== shown.key) await load(filters, key);
  markOpen(state.statement);
}

/** Ask for the next page and put it under the last one. */
export async function showMore() {
  const { rows, next, asked, key } = shown;
  const answer = await get(address("statements", { ...asked, next }));
  if (shown.key !== key) return;
  shown = { ...shown, rows: [...rows, ...answer.items], next: answer.next };
  draw();
}

async function load(filters, key) {
  latest?.abort();
  latest = new AbortController();
  const asked = { ...filters, limit: PAGE };
  byId("results").setAttribute("aria-busy", "true");
  status("Loading …");
  try {
    const answer = await get(address("statements", asked), { signal: latest.signal });
    shown = { key, asked, rows: answer.items, next: answer.next };
    draw();
  } catch (error) {
    if (error.name === "AbortError") return;
    shown = { key: null, asked, rows: [], next: null };
    draw();
    status(`That did not work: ${error.message}`, "error");
  }
  byId("results").setAttribute("aria-busy", "false");
}

function status(text, kind = "") {
  byId("results-status").className = kind;
  fill(byId("results-status"), text);
}

function draw() {
  const cards = grouped(shown.rows);
  fill(byId("statements"), ...cards.map(card));
  byId("more").hidden = !shown.next;
  const more = shown.next ? " so far" : "";
  const count = `${cards.length} statement${cards.length === 1 ? "" : "s"}${more}`;
  status(cards.length ? count : "No statement fits. Try fewer words, or clear a filter.");
  fill(byId("results-links"), element("a", { href: address("statements", shown.asked) }, "JSON"));
}

/** One entry a statement: its first row, and a row for each document that carried it. */
function grouped(rows) {
  const byStatement = new Map();
  for (const row of rows) {
    const found = byStatement.get(row.statement_uri) || { row, documents: new Map() };
    found.documents.set(row.document_uri, row);
    byStatement.set(row.statement_uri, found);
  }
  return [...byStatement.values()];
}

function card({ row, documents }) {
  const statement = shortId(row.statement_uri);
  const open = { statement, document: shortId(row.document_uri), node: "" };
  return element("li", { "data-statement": statement, class: "card" },
    element("p", { class: "meta" },
      element("time", { datetime: row.said_on }, day(row.said_on) || "no date"),
      element("span", { class: "where" }, ...outlets(statement, documents))),
    element("p", { class: "who" }, who(row), element("span", { class: "office" }, office(row))),
    // Read aloud, a card is a sentence: who, in which office, did what by saying what.
    element("p", { class: "words" },
      element("span", { class: `act act-${row.act}` }, actInWords(row.act, row.negated)), " ",
      element("a", { class: "said", ...linkTo(open) }, said(row))),
    row.topic ? element("p", { class: "topics" }, row.topic.replaceAll("; ", " · ")) : null);
}

function who(row) {
  if (!row.who_uri) return element("span", { class: "unknown" }, speaker(row));
  const only = linkTo({ actor: row.who_uri });
  return element("a", { class: "speaker", title: "Everything this speaker said", ...only }, speaker(row));
}

function outlets(statement, documents) {
  return [...documents.values()].map((row) => element("a",
    { title: row.headline, ...linkTo({ statement, document: shortId(row.document_uri), node: "" }) },
    row.outlet || row.headline || "the document"));
}

function markOpen(statement) {
  for (const item of byId("statements").children) {
    const open = item.dataset.statement === statement;
    item.classList.toggle("open", open);
    item.querySelector(".said").setAttribute("aria-current", open);
  }
}
