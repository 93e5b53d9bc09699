/* A page of two that keeps up by itself, for a room that needs no more than this. Promises: what either took
   back goes from this screen as soon as it is heard; what stands for a time goes at that time also where there
   is no line; and a press that takes back is seen here at once and sent until it has arrived. Without this
   file the page is an ordinary one.

   body: data-live (the stream; none, and nothing is listened to), data-page (its address), data-told (what to
   say aloud). [data-part]: exchanged. [data-left]: in how many seconds its part ends. form[data-take-back].
   [data-lost], [data-over], [data-tell]: lines that are shown or read aloud. */

import { Line, reach } from "./line.js";
import { counterpart, drawn, exchange, parts, stayNear } from "./parts.js";

const page = document.body.dataset;
const [tell, lost, over] = ["tell", "lost", "over"].map((name) => document.querySelector(`[data-${name}]`));
const line = new Line(lost);

let ends = null; // by both clocks of this device: one may be set, the other may sleep
let stream = null;
let looking = false;
let again = false;
let sending = null; // what is taken back and has not arrived yet

const without = (copy) => {
  for (const one of copy.querySelectorAll("[data-left]")) one.removeAttribute("data-left");
};
const before = new Map(parts.map((part) => [part, drawn(part, without)]));

function show(fresh) {
  const had = document.activeElement;
  let changed = false;
  for (const part of parts) {
    const other = counterpart(part, fresh);
    const now = other ? drawn(other, without) : ""; // what is not on the page any more has nothing in it
    if (now === before.get(part)) continue;
    before.set(part, now);
    exchange(part, other);
    changed = true;
  }
  over.hidden = true;
  page.live = fresh.body.dataset.live ?? "";
  if (changed) tell.textContent = fresh.body.dataset.told ?? "";
  stayNear(had);
  watch(fresh);
}

/* It is over: its words go from this screen before anything is asked of the server. */
function drop() {
  const had = document.activeElement;
  ends = null;
  for (const part of parts) {
    if (!part.querySelector("[data-left]")) continue;
    part.replaceChildren();
    before.set(part, "");
    over.hidden = false;
  }
  stayNear(had);
}

const missing = () => line.missing(() => (sending ? send() : look()));

async function look() {
  if (looking || sending) {
    again = true;
    return;
  }
  looking = true;
  again = false;
  try {
    const { status, response } = await reach(page.page);
    line.found();
    if (sending) again = true; // drawn before what is taken back had arrived
    else if (status === 200 && response?.body?.dataset.page === page.page) show(response);
    else leave();
    if (page.live && stream?.readyState === EventSource.CLOSED) listen();
  } catch {
    missing();
  }
  looking = false;
  if (again && !sending) look();
}

/* Whatever stands in the way is shown by the browser: signed out, locked, too old a form. */
function leave() {
  stream?.close();
  for (const part of parts) part.replaceChildren();
  location.replace(page.page);
}

async function send() {
  try {
    const { status } = await reach(sending.url, sending.body);
    sending = null;
    line.found();
    if (status === 204) look();
    else leave();
  } catch {
    missing();
  }
}

function press(event) {
  const { target: form } = event;
  if (!("takeBack" in form.dataset)) return;
  event.preventDefault();
  if (sending) return;
  sending = { url: form.action, body: new URLSearchParams(new FormData(form)) };
  drop();
  send();
}

function listen() {
  stream?.close();
  stream = new EventSource(page.live);
  stream.addEventListener("moved", look);
  stream.addEventListener("error", look);
}

function watch(drawing) {
  const left = Number(drawing.querySelector("[data-left]")?.dataset.left) * 1000;
  ends = left ? { wall: Date.now() + left, steady: performance.now() + left } : null;
}

function tick() {
  if (!ends || (Date.now() < ends.wall && performance.now() < ends.steady)) return;
  drop();
  look();
}

document.addEventListener("submit", press);
addEventListener("online", look);
addEventListener("offline", missing);
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
addEventListener("pagehide", () => {
  stream?.close();
  // Whoever goes on to another page before it has arrived has taken it back all the same; twice is once.
  if (sending) navigator.sendBeacon(sending.url, sending.body);
});
document.addEventListener("visibilitychange", () => { if (!document.hidden) { tick(); look(); } });
setInterval(tick, 500);

watch(document);
listen();
