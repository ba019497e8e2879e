// The neighbourhood of a node: drawn with cytoscape.js, and as a list for those who do not see it.

import cytoscape from "./vendor/cytoscape.esm.min.js";
import { byId, element, fill } from "./dom.js";
import { addressOf, fullId, get, shortId } from "./service.js";
import { linkTo, changed, go } from "./state.js";
import { drawing, style } from "./graph-style.js";
import { caption, edgeInWords, kind, kindInWords, short } from "./words.js";

const MOST = 80; // nodes asked for: more cannot be read
const DRAWN = 24; // of them, beside the centre
const HIDDEN = new Set(["Span", "Version", "Run"]); // bookkeeping: it is in the JSON and the Turtle
let picture = null;
let shown = "";

/** Show what is around the state's node, statement or document; hide the section when none is. */
export async function showAround(state) {
  const id = state.node || state.statement || state.document;
  byId("around").hidden = !id;
  if (!id) shown = "";
  if (!id || id === shown) return;
  shown = id;
  fill(byId("around-status"), "Loading …");
  const graph = await get(addressOf("neighbourhood", id, { limit: MOST }));
  if (shown === id) draw(id, readable(graph, fullId(id)));
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => picture?.style(style()));

/** Say what went wrong in the place of the picture. */
export function aroundFailed(error) {
  shown = "";
  byId("around-drawn").hidden = true;
  fill(byId("around-title"), "Connections");
  fill(byId("around-links"));
  byId("around-status").className = "error";
  fill(byId("around-status"), `It cannot be drawn: ${error.message}`);
}

function readable({ nodes, edges, truncated }, centre) {
  const kept = nodes.filter((n) => n.uri === centre
    || !(HIDDEN.has(kind(n)) || n.properties.retractedAt));
  const uris = new Set(kept.map((n) => n.uri));
  const between = edges.filter((e) => uris.has(e.source) && uris.has(e.target));
  return { nodes: kept, edges: between, truncated };
}

function draw(id, { nodes, edges, truncated }) {
  const centre = nodes.find((n) => n.uri === fullId(id));
  const name = short(caption(centre), 40);
  const left = nodes.length - 1;
  byId("around-drawn").hidden = false;
  byId("around-status").className = "";
  fill(byId("around-title"), `Around “${name}”`);
  fill(byId("around-status"), told(left, truncated));
  fill(byId("around-links"),
    ...["json", "turtle"].map((form) => element("a", { href: addressOf("nodes", id, { format: form }) },
      form === "json" ? "JSON" : "Turtle")),
    centre.labels.includes("Actor") ? element("a", linkTo({ actor: centre.uri, q: "" }), "Statements") : null);
  byId("graph").setAttribute("aria-label", `Graph: ${name} and ${left} connected. The same follows as a list.`);
  fill(byId("legend"), ...legend(nodes));
  fill(byId("around-list"), ...listed(centre, nodes, edges));
  picture?.destroy();
  picture = cytoscape({ container: byId("graph"), ...drawing(...drawn(nodes, edges, centre)) });
  picture.on("tap", "node", ({ target }) => go(changed(opening(target.data("node")))));
}

function told(left, truncated) {
  if (!left) return "Nothing is connected to it.";
  const some = left > DRAWN ? ` ${DRAWN} of them are drawn.` : "";
  const more = truncated ? " and more" : "";
  return `${left}${more} connected.${some} Choose one to walk on.`;
}

/** What fits into the picture: the centre and at most so many others, statements last. */
function drawn(nodes, edges, centre) {
  const last = (node) => (kind(node) === "Statement" ? 1 : 0);
  const others = nodes.filter((n) => n !== centre).sort((a, b) => last(a) - last(b));
  const kept = [centre, ...others.slice(0, DRAWN)];
  const uris = new Set(kept.map((n) => n.uri));
  return [kept, edges.filter((e) => uris.has(e.source) && uris.has(e.target)), centre.uri];
}

/** What opens when a node is chosen: statements and documents in their text, others as a graph. */
function opening(node) {
  const id = shortId(node.uri);
  if (kind(node) === "Statement") return { statement: id, document: "", node: "" };
  if (kind(node) === "Document") return { document: id, statement: "", node: "" };
  return { node: id };
}

function legend(nodes) {
  const labels = [...new Set(nodes.map(kind))];
  return labels.sort((a, b) => (kindInWords(a) < kindInWords(b) ? -1 : 1)).map((label) => element("li", {},
    element("span", { class: `dot label-${label}`, "aria-hidden": "true" }), kindInWords(label)));
}

function listed(centre, nodes, edges) {
  const byUri = new Map(nodes.map((n) => [n.uri, n]));
  const touching = edges.filter((e) => e.source === centre.uri || e.target === centre.uri);
  return touching.map((edge) => {
    const out = edge.source === centre.uri;
    const other = byUri.get(out ? edge.target : edge.source);
    const words = out ? `${edgeInWords(edge.type)} →` : `← ${edgeInWords(edge.type)}`;
    return element("li", {}, element("span", { class: "relation" }, words), " ",
      element("a", linkTo(opening(other)), short(caption(other), 100)));
  });
}
