// The first page: every part shows the same state, which lives in the address.

import { byId } from "./dom.js";
import { articleFailed, showArticle } from "./article.js";
import { openFilters, showFilters } from "./filters.js";
import { showFound } from "./found.js";
import { aroundFailed, showAround } from "./graph.js";
import { drawOverview } from "./overview.js";
import { follow, read } from "./state.js";
import { showMore, showStatements } from "./statements.js";

function failed(error) {
  byId("results-status").className = "error";
  byId("results-status").textContent = `That did not work: ${error.message}`;
}

function show(state) {
  byId("overview").hidden = Boolean(state.statement || state.document || state.node);
  showFilters(state).catch(failed);
  showStatements(state).catch(failed);
  showFound(state).catch(failed);
  showArticle(state).catch(articleFailed);
  showAround(state).catch(aroundFailed);
}

byId("more").addEventListener("click", () => showMore().catch(failed));
follow(show);
openFilters().then((choices) => {
  drawOverview(choices);
  return showFilters(read()); // the topic of the address can be chosen only now
}).catch(failed);
