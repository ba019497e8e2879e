// The article of the open statement, with its passage marked and every other statement in it linked.

import { byId, element, fill, outside } from "./dom.js";
import { addressOf, get, shortId } from "./service.js";
import { linkTo } from "./state.js";
import { pieces } from "./passages.js";
import { actInWords, day, short, speaker } from "./words.js";

let shown = { id: "", document: null };
let turn = 0; // counts what was asked for: an answer that comes late is not drawn

/** Show the document of a state with its statement marked; hide the section when there is none. */
export async function showArticle(state) {
  const section = byId("article");
  const mine = ++turn;
  const id = state.document || (state.statement ? await documentOf(state.statement) : "");
  if (mine !== turn) return;
  section.hidden = !id;
  if (!id) return;
  if (shown.id !== id) {
    fill(section, element("p", { role: "status" }, "Loading the article …"));
    const document = await get(addressOf("documents", id));
    if (mine !== turn) return;
    shown = { id, document };
  }
  draw(section, id, shown.document, state.statement);
}

/** Forget what is shown and say what went wrong in its place. */
export function articleFailed(error) {
  shown = { id: "", document: null };
  byId("article").hidden = false;
  fill(byId("article"), element("h2", { id: "article-title" }, "Article"),
    element("p", { class: "error", role: "alert" }, `It cannot be shown: ${error.message}`));
}

async function documentOf(statement) {
  const passages = await get(addressOf("passages", statement));
  return passages.length ? shortId(passages[0].document_uri) : "";
}

function draw(section, id, { document: node, outlet, text, statements }, open) {
  const current = statements.filter((s) => shortId(s.statement_uri) === open);
  fill(section,
    element("div", { class: "heading" },
      element("h2", { id: "article-title" }, node.properties.headline || node.properties.name),
      element("a", { class: "close", "aria-label": "Close the article",
        ...linkTo({ document: "", statement: "", node: "" }) }, "×")),
    element("p", { class: "meta" }, ...facts(node, outlet)),
    element("p", { class: "links" },
      node.properties.url ? outside(node.properties.url, "Original") : null,
      element("a", { href: addressOf("nodes", id, { format: "json" }) }, "JSON"),
      element("a", { href: addressOf("nodes", id, { format: "turtle" }) }, "Turtle")),
    current.length ? verdict(current[0]) : null,
    element("div", { class: "text", lang: node.properties.language || "en", tabindex: "0",
      role: "region", "aria-label": "Text of the article" }, ...marked(id, text, statements, open)));
  showPassage(section);
}

/** Scroll to the passage within the text, and to the article where the page is one column. */
function showPassage(section) {
  const text = section.querySelector(".text");
  const first = text.querySelector("mark");
  if (first) text.scrollTop = first.offsetTop - text.clientHeight / 3;
  section.scrollIntoView({ block: "nearest" });
}

function facts(node, outlet) {
  const published = node.properties.publishedOn;
  return [
    outlet ? element("span", {}, outlet) : null,
    published ? element("time", { datetime: published }, day(published)) : null,
    node.properties.dateline ? element("span", {}, node.properties.dateline) : null,
  ].filter(Boolean);
}

function verdict(statement) {
  const sure = Math.round(100 * statement.confidence);
  return element("p", { class: "verdict" },
    element("strong", {}, speaker(statement)), " ",
    element("span", { class: `act act-${statement.act}` }, actInWords(statement.act, statement.negated)),
    element("span", { class: "sure" }, `${sure}% sure`));
}

function marked(id, text, statements, open) {
  const byKey = new Map(statements.map((s) => [shortId(s.statement_uri), s]));
  const passages = statements.map((s) => ({ start: s.start, end: s.end, key: shortId(s.statement_uri) }));
  return pieces(text, passages).map((piece) => {
    if (piece.keys.includes(open)) return element("mark", { class: "passage" }, piece.text);
    if (!piece.keys.length) return document.createTextNode(piece.text);
    const key = piece.keys[piece.keys.length - 1];
    const title = `${speaker(byKey.get(key))}: ${short(byKey.get(key).said)}`;
    return element("a", { class: "other", title, ...linkTo({ statement: key, document: id, node: "" }) }, piece.text);
  });
}
