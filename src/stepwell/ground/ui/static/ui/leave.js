/* Leaving. Promise: the button once, or Escape twice within a second, and nothing of the page is left
   to see before anything else happens. Without this file the button is a plain form and still works. */

const form = document.querySelector("form.leaving");
const owner = document.body.dataset.draftKey ?? "";
const MARK = "__Host-left=1; Path=/; Secure; SameSite=Lax; Max-Age=2678400"; // as long as the longest sign-in
const SIZE_THAT_OUTLIVES_A_PAGE = 60_000; // browsers send at most 64 KiB after a page is gone
const MOST_AT_ONCE = 480_000; // the server reads 512 KiB
let pressed = -Infinity;
let leaving = false;

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/* The newest first; `more` says that some stay behind, so that the server does not have them cleared. */
function keptDrafts() {
  const found = new URLSearchParams();
  if (!owner) return found;
  const mine = `n.${owner.slice(0, 10)}.`;
  try {
    const kept = Object.entries(localStorage).filter(([key]) => key.startsWith(mine));
    let size = 0;
    for (const [key, value] of kept.sort(([, one], [, other]) => parseInt(other, 10) - parseInt(one, 10))) {
      const blob = value.split(".")[1];
      size += key.length + blob.length;
      if (size < MOST_AT_ONCE) found.set(`draft:${key.slice(mine.length)}`, blob);
      else found.set("more", "1");
    }
  } catch { /* storage is closed: there is nothing to take along */ }
  return found;
}

/* `redirect: manual`: where leaving leads is for the page, not for this request. */
const tell = (body, keepalive) =>
  fetch(form.action, { method: "POST", body, keepalive, credentials: "same-origin", redirect: "manual" })
    .then((answer) => answer.ok || answer.type === "opaqueredirect");

async function leave() {
  if (leaving) return;
  leaving = true;
  const to = form.dataset.to || "/blank/";
  document.title = "\u200b";
  document.documentElement.replaceChildren();
  try {
    document.cookie = MARK; // until the server has answered, any request of this browser ends the sign-in
    const waits = []; // drafts.js seals what was typed in the last moments
    document.dispatchEvent(new CustomEvent("stepwell:leave", { detail: waits }));
    await Promise.race([Promise.allSettled(waits), wait(400)]);
    const body = keptDrafts();
    const small = body.toString().length < SIZE_THAT_OUTLIVES_A_PAGE;
    const told = await Promise.race([tell(body, small).catch(() => false), wait(small ? 150 : 2500)]);
    // What was too slow or refused: at least the sign-in ends, and the words stay here, sealed.
    if (told === false || (told === undefined && !small)) {
      tell(new URLSearchParams({ more: "1" }), true).catch(() => {});
    }
  } catch { /* no connection: the empty page still comes, and the mark ends the sign-in later */ }
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
