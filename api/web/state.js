// What the page shows, kept in its address: shareable, and the back button works.

const FILTERS = ["q", "topic", "actor", "from", "to"];
const KEYS = [...FILTERS, "statement", "document", "node"];

/** The state of an address: every key has a text, empty when it is not given. */
export function read(search = location.search) {
  const given = new URLSearchParams(search);
  return Object.fromEntries(KEYS.map((key) => [key, given.get(key) || ""]));
}

/** The relative address of a state. */
export function addressOfState(state) {
  const query = new URLSearchParams(KEYS.filter((k) => state[k]).map((k) => [k, state[k]]));
  return query.size ? `./?${query}` : "./";
}

/** The current state with changes; what is open closes when filters change. */
export function changed(changes) {
  const filters = FILTERS.some((key) => key in changes);
  const closed = filters ? { statement: "", document: "", node: "" } : {};
  return { ...read(), ...closed, ...changes };
}

/** The filters of a state alone. */
export function filtersOf(state) {
  return Object.fromEntries(FILTERS.map((key) => [key, state[key]]));
}

/** Go to a state; a new entry of the history unless it is the current one. */
export function go(state) {
  const url = addressOfState(state);
  if (new URL(url, document.baseURI).href === location.href) return;
  history.pushState(null, "", url);
  dispatchEvent(new Event("state"));
}

/** Attributes of a link to a state: a true link, followed without loading the page anew. */
export function linkTo(changes) {
  const target = changed(changes);
  return {
    href: addressOfState(target),
    click(event) {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(target);
    },
  };
}

/** Call `listener(state)` now and after every change. */
export function follow(listener) {
  const tell = () => listener(read());
  addEventListener("state", tell);
  addEventListener("popstate", tell);
  tell();
}
