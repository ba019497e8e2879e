// The search form: its fields mirror the state, and sending it changes the state.

import { byId, element } from "./dom.js";
import { addressOf, get } from "./service.js";
import { changed, filtersOf, go, read } from "./state.js";
import { caption } from "./words.js";

const NONE = { q: "", topic: "", actor: "", from: "", to: "" };
const names = new Map(); // of speakers, by URI

/** Fill the choices from the service and listen to the form. Returns the topics and actors. */
export async function openFilters() {
  const form = byId("filters");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
  form.elements.topic.addEventListener("change", () => send(form));
  byId("clear").addEventListener("click", clear);
  byId("home").addEventListener("click", clear);
  const [topics, actors] = await Promise.all([get("topics?limit=1000"), get("actors?limit=500")]);
  form.elements.topic.append(...topicOptions(topics.items));
  for (const actor of actors.items) names.set(actor.who_uri, actor.who);
  byId("actors").append(...actors.items.map((a) => element("option", { value: a.who })));
  return { topics: topics.items, actors: actors.items };
}

/** Put the filters of a state into the form; a speaker given by URI is shown by name. */
export async function showFilters(state) {
  const form = byId("filters");
  const filters = filtersOf(state);
  byId("clear").hidden = !Object.values(filters).some(Boolean);
  const name = await nameOf(state.actor);
  for (const [key, value] of Object.entries({ ...filters, actor: name })) {
    form.elements[key].value = value;
  }
}

async function nameOf(actor) {
  if (actor.includes("://") && !names.has(actor)) {
    // A speaker beyond the list, or one that is not there (any more): then the URI stays.
    const node = await get(addressOf("nodes", actor)).catch(() => null);
    names.set(actor, node ? caption(node) : actor);
  }
  return names.get(actor) || actor;
}

function send(form) {
  const given = Object.fromEntries([...new FormData(form)].map(([k, v]) => [k, v.trim()]));
  go(changed({ ...given, actor: uriOf(given.actor) }));
}

/** The URI of a speaker's name where it is known, so that namesakes stay apart. */
function uriOf(name) {
  const { actor } = read();
  if (names.get(actor) === name) return actor;
  const found = [...names].find(([, known]) => known === name);
  return found ? found[0] : name;
}

function clear(event) {
  event.preventDefault();
  go(changed(NONE));
}

/** Options in the order of the scheme: narrower topics are set in under their broader one. */
function topicOptions(topics) {
  const known = new Set(topics.map((t) => t.notation));
  const parent = (t) => (t.broader || "").split("; ").find((b) => known.has(b)) || "";
  const under = Map.groupBy(topics, parent);
  const listed = (above, depth) => (under.get(above) || []).flatMap((t) => [
    element("option", { value: t.notation }, "\u2003".repeat(depth) + t.label + count(t)),
    ...listed(t.notation, depth + 1),
  ]);
  return listed("", 0);
}

function count(topic) {
  return topic.statements ? ` (${topic.statements})` : "";
}
