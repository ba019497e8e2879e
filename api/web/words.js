// How values of the graph read: acts, days, offices, captions. Text in, text out.

const ACT = {
  called_for: "called for",
  noted: "noted",
};

/** What a speaker did by speaking, in words: "called for", "did not announce". */
export function actInWords(act, negated) {
  const words = ACT[act] || String(act || "said").replaceAll("_", " ");
  return negated ? `not: ${words}` : words;
}

/** A day as people write it ("24 Nov 2026"), in the reader's language; empty for none. */
export function day(iso) {
  if (!iso) return "";
  const when = new Date(`${iso}T00:00:00Z`);
  const form = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
  return Number.isNaN(when.valueOf()) ? iso : when.toLocaleDateString(undefined, form);
}

/** The office and organisation of a row, or the empty text. */
export function office(row) {
  return [row.title, row.organization].filter(Boolean).join(", ");
}

/** Who spoke; an unknown speaker has the words of the text, and says so. */
export function speaker(row) {
  if (row.who) return row.who;
  return row.source_text ? `“${row.source_text}”` : "Unknown speaker";
}

/** The words of a row: in quotation marks when they are verbatim. */
export function said(row) {
  return row.mode === "direct" ? `“${row.said}”` : row.said;
}

/** At most `length` characters, cut at a word. */
export function short(text, length = 60) {
  const points = Array.from(text);
  if (points.length <= length) return text;
  const cut = points.slice(0, length).join("");
  return `${cut.replace(/\s+\S*$/u, "") || cut}…`;
}

/** What a node is called: each label has its own property for that. */
export function caption(node) {
  const p = node.properties;
  const named = p.headline || p.name || p.prefLabel || p.title || p.text || p.exact;
  return named || node.uri.split(/[/#]/).pop();
}

const KINDS = ["Person", "Organization", "Group", "Tenure", "Topic", "Event", "Statement", "Document",
  "Actor", "Span", "Version", "Run"];
const KIND_WORDS = { Tenure: "Office", Organization: "Organisation", Span: "Passage" };

/** The label that decides a node's colour: a paper that speaks is a Document. */
export function kind(node) {
  return KINDS.find((label) => node.labels.includes(label)) || node.labels[0];
}

/** A label as people say it ("Tenure" is an office). */
export function kindInWords(label) {
  return KIND_WORDS[label] || label;
}

const EDGES = {
  SAID: "said", SPOKEN_AS: "speaking as", SAID_AT: "said at", ABOUT: "about", SUPPORTS: "supports",
  OPPOSES: "opposes", QUOTED_FROM: "written in", HOLDS: "holds", IN_ORG: "in", PART_OF: "part of",
  MENTIONS: "mentions", PUBLISHED_BY: "published by", CREDITED_TO: "credited to",
  AUTHORED_BY: "by", CITES: "cites", BROADER: "narrower than",
};

/** A relationship as people say it. */
export function edgeInWords(type) {
  return EDGES[type] || type.toLowerCase().replaceAll("_", " ");
}
