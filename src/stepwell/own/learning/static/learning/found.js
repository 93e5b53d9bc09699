/* The way back to what was found. A posted page cannot be come back to without posting again; so its place in
   the history is given an address of the pages that were found. The words that were looked for are not in it. */

const found = document.querySelector("[data-found]");
if (found) history.replaceState(null, "", found.dataset.found);
