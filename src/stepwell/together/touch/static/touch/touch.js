/* The page of a session keeps up with the other's. Promise: stop is one tap, seen here at once and sent until
   it has arrived; and without any line it ends by itself when its time is over. Without this file the page
   works by "Look again". */

import { Line, reach } from "../live/line.js";
import { counterpart, drawn, exchange, parts, stayNear } from "../live/parts.js";

const page = document.body.dataset;
const tell = document.querySelector("[data-tell]");
const stopped = document.querySelector("[data-stopped]");
const line = new Line(document.querySelector("[data-lost]"));

let seen = Number(page.seq) || 0;
let heard = 0; // what the stream told last
let looking = false;
let again = false;
let stream = null;
let over = false;
let sending = false;
let unsent = null; // a stop that has not arrived yet
let going = false; // to a page that whoever reads this chose: it is not theirs to be led elsewhere
let lapses = 0; // when "I am here" is to be pressed anew
let ends = 0; // by the clock of this page, which no summer time moves

const without = (copy) => {
  for (const one of copy.querySelectorAll("[data-bar]")) one.removeAttribute("value");
};
const before = new Map(parts.map((part) => [part, drawn(part, without)]));

function redraw(fresh) {
  const had = document.activeElement;
  for (const part of parts) {
    const other = counterpart(part, fresh);
    const now = other && drawn(other, without);
    if (!other || now === before.get(part)) continue;
    before.set(part, now);
    exchange(part, other);
    if (part.dataset.part === "heading") tell.textContent = part.textContent;
  }
  stayNear(had);
}

function show(fresh) {
  const told = fresh.body.dataset;
  seen = Math.max(seen, Number(told.seq) || 0);
  Object.assign(page, { left: told.left, on: told.on, again: told.again });
  redraw(fresh);
  watch();
}

/* It is over: the words of it go from this screen before anything is asked of the server. */
function shut() {
  over = true;
  stream?.close();
  line.shut();
  for (const part of parts) part.replaceChildren();
  stopped.hidden = false;
}

function leave(url) {
  shut();
  if (!going) location.replace(url);
}

/* Anything but this page tells that it is over: whoever stopped it, and however. */
function take(answer) {
  const { response } = answer;
  if (answer.status === 200 && response?.body?.dataset.page === page.page) show(response);
  else leave(answer.status === 404 ? page.list : answer.status === 200 ? answer.responseURL : page.after);
}

async function look() {
  if (over) return;
  if (looking || sending) {
    again = true;
    return;
  }
  looking = true;
  try {
    const answer = await reach(page.page);
    line.found();
    if (!over) take(answer);
    if (!over && stream?.readyState === EventSource.CLOSED) listen();
  } catch {
    if (!over) line.missing(look);
  }
  looking = false;
  if (again) {
    again = false;
    look();
  }
}

async function send(url, body) {
  sending = true;
  try {
    const answer = await reach(url, body);
    line.found();
    if (!over) take(answer);
  } catch {
    if (!over) line.missing(look);
  }
  sending = false;
  if (heard > seen || again) look();
}

/* Sent until it has arrived: the other is not to be left without it. */
async function stop(url, body) {
  try {
    await reach(url, body);
    unsent = null;
    leave(page.after);
  } catch {
    line.missing(() => stop(url, body));
  }
}

function press(event) {
  const { target: form, submitter: button } = event;
  if (!form.closest("[data-part]")) return;
  event.preventDefault();
  const given = new FormData(form);
  if (button?.name) given.append(button.name, button.value);
  const body = new URLSearchParams(given);
  if ("stop" in form.dataset) {
    if (over) return;
    shut();
    unsent = { url: form.action, body };
    stop(form.action, body);
  } else if (!sending && !over) send(form.action, body);
}

function listen() {
  stream?.close();
  stream = new EventSource(page.live);
  stream.addEventListener("open", () => line.found());
  stream.addEventListener("moved", (event) => {
    heard = Math.max(heard, Number(event.lastEventId));
    if (heard > seen) look();
  });
  stream.addEventListener("error", () => { if (!over) look(); });
}

/* Time goes on here also where there is no line. */
function watch() {
  ends = performance.now() + Number(page.left) * 1000;
  lapses = Number(page.again) ? performance.now() + Number(page.again) * 1000 + 1000 : Infinity;
  tick();
}

function tick() {
  if (over) return;
  const left = (ends - performance.now()) / 1000;
  const bar = document.querySelector("[data-bar]");
  if (bar) bar.value = Math.max(0, left);
  if (performance.now() > lapses) {
    lapses = Infinity;
    look();
  }
  if (left <= -1) {
    ends += 5000;
    if (page.on) shut();
    reach(page.page).then(take, () => {});
  }
}

document.addEventListener("submit", press);
addEventListener("online", look);
addEventListener("offline", () => { if (!over) line.missing(look); });
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
addEventListener("beforeunload", () => { going = true; });
addEventListener("pagehide", () => {
  stream?.close();
  // Whoever goes on to another page before it has arrived has stopped all the same; twice is once.
  if (unsent) navigator.sendBeacon(unsent.url, unsent.body);
});
document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
setInterval(tick, 1000);

watch();
listen();
