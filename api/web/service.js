// The service as functions: paths in, JSON out; an error carries the `detail` of the answer.

const BASE = "https://w3id.org/policykg/";

/** The end of one of our URIs, short enough for an address; another URI as it is. */
export function shortId(uri) {
  return uri.startsWith(BASE) ? uri.slice(BASE.length) : uri;
}

/** The full URI of a short id. */
export function fullId(id) {
  return id.includes("://") ? id : BASE + id;
}

/** A relative address of the service; empty parameters are left out. */
export function address(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, v]) => v !== "" && v !== null && v !== undefined);
  const query = new URLSearchParams(given).toString();
  return query ? `${path}?${query}` : path;
}

/** The address of one thing: "nodes", "documents", "neighbourhood" or "passages" and its id. */
export function addressOf(kind, id, parameters = {}) {
  const path = shortId(id).split("/").map(encodeURIComponent).join("/");
  return address(`${kind}/${path}`, parameters);
}

/** The JSON at an address. Throws an Error with the service's own words. */
export async function get(url, { signal } = {}) {
  const answer = await fetch(url, { headers: { Accept: "application/json" }, signal });
  if (answer.ok) return answer.json();
  throw new Error(await detailOf(answer));
}

async function detailOf(answer) {
  const json = (answer.headers.get("content-type") || "").includes("json");
  const body = json ? await answer.json() : {};
  return body.detail || `the service answered ${answer.status}`;
}
