// What a search finds beside statements: speakers and articles, above the list.

import { byId, element, fill } from "./dom.js";
import { address, get, shortId } from "./service.js";
import { linkTo } from "./state.js";
import { caption, kind, kindInWords } from "./words.js";

const MOST = 6;
let shown = "";

/** Show the speakers and documents that have the words of the search. */
export async function showFound({ q }) {
  if (q === shown) return;
  shown = q;
  const nodes = q.length > 1 ? await get(address("search", { q, limit: 100 })) : [];
  if (q !== shown) return;
  const actors = nodes.filter((n) => n.labels.includes("Actor"));
  const documents = nodes.filter((n) => !n.labels.includes("Actor") && kind(n) === "Document");
  fill(byId("found"), row("Speakers and organisations", actors, actorLink),
    row("Articles", documents, documentLink));
}

function row(title, nodes, link) {
  if (!nodes.length) return null;
  const items = nodes.slice(0, MOST).map((n) => element("li", {}, link(n)));
  return element("section", {}, element("h3", {}, title), element("ul", { class: "chips" }, ...items));
}

function actorLink(node) {
  return element("a", { title: kindInWords(kind(node)), ...linkTo({ q: "", actor: node.uri }) }, caption(node));
}

function documentLink(node) {
  return element("a", linkTo({ document: shortId(node.uri), statement: "", node: "" }), caption(node));
}
