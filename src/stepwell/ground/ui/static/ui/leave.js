/* Leaving. Promise: the button once, or Escape twice within a second, and nothing of the page is left
   to see before anything else happens. Without this file the button is a plain form and still works. */

const form = document.querySelector("form.leaving");
const owner = document.body.dataset.draftKey ?? "";
const SIZE_THAT_OUTLIVES_A_PAGE = 60_000; // browsers send at most 64 KiB after a page is gone
let pressed = -Infinity;
let leaving = false;

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

function keptDrafts() {
  const found = new URLSearchParams();
  if (!owner) return found;
  const mine = `n.${owner.slice(0, 10)}.`;
  try {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(mine))) {
      found.set(`draft:${key.slice(mine.length)}`, localStorage.getItem(key).split(".")[1]);
    }
  } catch { /* storage is closed: there is nothing to take along */ }
  return found;
}

async function leave() {
  if (leaving) return;
  leaving = true;
  const { action } = form;
  const to = form.dataset.to || "/blank/";
  document.title = "\u200b";
  document.documentElement.replaceChildren();
  try {
    const waits = []; // drafts.js seals what was typed in the last moments
    document.dispatchEvent(new CustomEvent("stepwell:leave", { detail: waits }));
    await Promise.race([Promise.allSettled(waits), wait(400)]);
    const body = keptDrafts();
    const small = body.toString().length < SIZE_THAT_OUTLIVES_A_PAGE;
    const sent = fetch(action, { method: "POST", body, keepalive: small, credentials: "same-origin" });
    await Promise.race([sent, wait(small ? 150 : 2500)]);
  } catch { /* no connection: the empty page still comes */ }
  location.replace(to);
}

if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (event.timeStamp - pressed < 1000) leave();
    pressed = event.timeStamp;
  }, true);
}

/* A page that the browser had put aside may belong to a session that has ended since. */
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
