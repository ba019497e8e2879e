// Elements from plain values. Everything becomes a text node or an attribute, never HTML, so that
// no headline or quote can put markup into the page. Used by every other file.

/** An element; `attributes` null or false are left out, functions become listeners. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(key, value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** The element with an id. */
export function byId(id) {
  return document.getElementById(id);
}

/** Put children in the place of what an element holds. */
export function fill(target, ...children) {
  target.replaceChildren(...children.filter((child) => child !== null && child !== undefined));
}

/** A link; only http and https leave the page, as a URL of a document is not ours. */
export function outside(url, text) {
  const web = /^https?:\/\//i.test(url);
  return web ? element("a", { href: url, rel: "noopener noreferrer", class: "outside" }, text) : null;
}
