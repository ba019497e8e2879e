// How a neighbourhood is drawn: elements, colours and layout for cytoscape.js. Colours are those of
// the style sheet, so that light and dark have their own. Called by graph.js.

import { caption, edgeInWords, kind, short } from "./words.js";

const LABELS = ["Person", "Organization", "Group", "Tenure", "Topic", "Event", "Statement", "Document",
  "Span", "Version", "Run"];

const CROWD = 12; // nodes beyond which captions are short and edges have none

/** Options of cytoscape for a piece of the graph, without the container. */
export function drawing(nodes, edges, centre) {
  const crowded = nodes.length > CROWD;
  return {
    elements: [...nodes.map((n) => nodeElement(n, centre, crowded)), ...edges.map((e) => edgeElement(e, crowded))],
    style: style(),
    layout: { name: "cose", animate: false, randomize: false, padding: 24, nodeDimensionsIncludeLabels: true,
      idealEdgeLength: () => 90, nodeRepulsion: () => 60000 },
    minZoom: 0.3,
    maxZoom: 2,
    autoungrabify: false,
  };
}

function nodeElement(node, centre, crowded) {
  const classes = [kind(node), node.uri === centre ? "centre" : ""].join(" ");
  return { data: { id: node.uri, name: short(caption(node), crowded ? 28 : 48), node }, classes };
}

function edgeElement({ source, type, target }, crowded) {
  const name = crowded ? "" : edgeInWords(type); // the list beneath has the words
  return { data: { id: `${source} ${type} ${target}`, source, target, name } };
}

/** The style sheet of the picture in the colours of now (light or dark). */
export function style() {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return [
    { selector: "node", style: {
      label: "data(name)", width: 26, height: 26, "font-size": 11, color: colour("--ink"),
      "text-wrap": "wrap", "text-max-width": 120, "text-valign": "bottom", "text-margin-y": 4,
      "text-background-color": colour("--paper"), "text-background-opacity": 0.8,
      "text-background-padding": 2, "background-color": colour("--faint"),
    } },
    ...LABELS.map((label) => (
      { selector: `.${label}`, style: { "background-color": colour(`--label-${label}`) } })),
    { selector: ".centre", style: {
      width: 40, height: 40, "border-width": 4, "border-color": colour("--ink"), "font-weight": "bold" } },
    { selector: "edge", style: {
      width: 1.5, label: "data(name)", "font-size": 9, color: colour("--soft"), "curve-style": "bezier",
      "line-color": colour("--line"), "target-arrow-color": colour("--line"), "target-arrow-shape": "triangle",
      "arrow-scale": 0.8, "text-rotation": "autorotate", "text-background-color": colour("--paper"),
      "text-background-opacity": 0.8, "text-background-padding": 1,
    } },
  ];
}
