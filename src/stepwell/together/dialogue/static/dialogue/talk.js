/* The page of a talk keeps up with the room. Promise: what somebody is writing is never taken from under
   their hands, and a line that is lost loses nothing. Without this file the page works by "Look again". */

import { Line, ask, reach } from "../live/line.js";
import { counterpart, drawn, exchange, parts, stayNear } from "../live/parts.js";

const page = document.body.dataset;
const leaf = document.querySelector("main");
const tell = document.querySelector("[data-tell]");
const closed = document.querySelector("[data-closed]");
const line = new Line(document.querySelector("[data-lost]"));
const MOST = 3; // answers that tell of a fault, before the browser shows them

let seen = Number(page.seq) || 0;
let heard = 0; // what the stream told last
let looking = false;
let again = false;
let stream = null;
let clockTimer = 0;
let over = false;
let sending = null; // a form on its way: what was pressed, how often it was tried, whether it is out just now
let byItself = null; // a form that goes the browser's own way
let going = false; // one did: the page it brings is the next one, whatever the room says meanwhile

/* What was said of words that were refused. It holds for those words alone. */
function unsay(root) {
  for (const one of root.querySelectorAll(".summary, .error")) one.remove();
  for (const one of root.querySelectorAll("[aria-invalid]")) {
    const left = (one.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => !id.endsWith("-error"));
    if (left.join("")) one.setAttribute("aria-describedby", left.join(" "));
    else one.removeAttribute("aria-describedby");
    one.removeAttribute("aria-invalid");
  }
}

/* Neither what differs in every answer nor what other scripts added. */
function without(copy) {
  unsay(copy);
  for (const one of copy.querySelectorAll("input[type=hidden]")) one.removeAttribute("value");
  for (const one of copy.querySelectorAll(".returned")) one.remove();
  for (const one of copy.querySelectorAll("[data-kept]")) one.replaceWith(document.createElement("i"));
  for (const one of copy.querySelectorAll("details")) one.removeAttribute("open");
}
const before = new Map(parts.map((part) => [part, drawn(part, without)]));

const fields = (part) => [...part.querySelectorAll("textarea, input:not([type=hidden]), select")];
/* What the server gave back with a page is in hand too: it is kept nowhere else. */
const returned = new Set(page.returned === "yes" ? parts.flatMap(fields) : []);
const touched = (one) =>
  one.type === "checkbox" || one.type === "radio" ? one.checked !== one.defaultChecked
    : one.tagName === "SELECT" ? false : one.value.trim() !== "" && (returned.has(one) || one.value !== one.defaultValue);
const hasWords = (part) => fields(part).some((one) => touched(one) || (one === document.activeElement && one.value.trim() !== ""));

/* A new moment and a new token for a form that stays: it can be sent as it is. */
function renew(part, fresh) {
  const given = [...fresh.querySelectorAll("input[type=hidden]")];
  [...part.querySelectorAll("input[type=hidden]")].forEach((one, at) => {
    if (given[at]?.name === one.name && one.name !== "form_id") one.value = given[at].value;
  });
}

const sameForm = (part, fresh) => {
  const mine = part.querySelector("form[data-draft]")?.dataset.draft;
  return Boolean(mine) && mine === fresh.querySelector("form[data-draft]")?.dataset.draft;
};

async function keepWords() {
  const keeping = [];
  document.dispatchEvent(new CustomEvent("stepwell:leave", { detail: keeping }));
  await Promise.all(keeping).catch(() => {});
}

/* Its half-written words lie sealed, and come back where its form is drawn again: drafts.js says so beside it. */
const isKept = (part) => Boolean(part.querySelector(".returned") || part.querySelector("[data-kept]")?.textContent.trim());

/* Only what differs is exchanged. A part with words in hand stays until they are sent or gone. sent: where an act
   of one's own led on, the part that was sent; then words that are kept wait, and the page shows what was asked. */
function redraw(fresh, sent) {
  const had = document.activeElement;
  let moved = false;
  for (const part of parts) {
    const other = counterpart(part, fresh);
    if (!other) continue;
    const now = drawn(other, without);
    const held = part !== sent && hasWords(part);
    if (part !== sent && (now === before.get(part) || (held && sameForm(part, other)))) {
      renew(part, other);
      if (sameForm(part, other)) part.querySelector("[data-stays]")?.remove();
      continue;
    }
    if (held && !(sent && isKept(part))) {
      stays(part);
      continue;
    }
    const open = part === sent ? [] : [...part.querySelectorAll("details[open] > summary")].map((one) => one.textContent);
    const chosen = part === sent ? [] : [...part.querySelectorAll("select")].map((one) => one.selectedOptions[0]?.textContent);
    exchange(part, other);
    for (const one of part.querySelectorAll("details > summary")) one.parentElement.open = open.includes(one.textContent);
    for (const one of part.querySelectorAll("option")) one.selected ||= chosen.includes(one.textContent);
    before.set(part, now);
    moved = true;
  }
  if (moved) document.dispatchEvent(new CustomEvent("stepwell:drawn"));
  stayNear(had);
  // That nothing was sent is told as long as there is something that was not.
  if (moved && !parts.some(hasWords)) document.querySelector("[data-refused]")?.remove();
}

function stays(part) {
  if (part.querySelector("[data-stays]")) return;
  const line = document.createElement("p");
  line.className = "notice";
  line.dataset.stays = "";
  line.setAttribute("role", "status");
  const now = document.createElement("a");
  now.href = page.page;
  now.textContent = page.look;
  line.append(`${page.stays} `, now);
  part.prepend(line);
}

function show(fresh, url, sent) {
  const told = fresh.body.dataset;
  if (told.page !== page.page) {
    leave(url);
    return;
  }
  redraw(fresh, sent);
  // After words that were refused the address was theirs; opened anew it would be no page.
  if (location.pathname !== page.page) history.replaceState(history.state, "", page.page);
  seen = Math.max(seen, Number(told.seq) || 0);
  if (told.told !== page.told && tell) tell.textContent = told.told;
  page.told = told.told;
  watchClock(Number(told.again) || 0);
}

/* The room is not there any more for this person. Words in hand stay; nothing else of it does. */
async function leave(url) {
  if (going) return;
  over = true;
  stream?.close();
  await keepWords();
  if (!parts.some(hasWords)) {
    location.replace(url || page.page);
    return;
  }
  for (const part of parts) if (!hasWords(part)) part.replaceChildren();
  for (const one of document.querySelectorAll("[data-part] button, [data-part] blockquote")) one.remove();
  line.shut();
  closed.hidden = false;
}

function missing() {
  leaf.removeAttribute("aria-busy");
  if (sending) offerToWithhold();
  line.missing(() => (sending ? send() : look()));
}

/* Beside what was pressed: that it goes when there is a line again, and a way to think better of it. */
function offerToWithhold() {
  if (document.querySelector("p[data-waits]")) return;
  const word = document.createElement("p");
  word.className = "notice";
  word.dataset.waits = "";
  word.setAttribute("role", "status");
  const no = document.createElement("button");
  no.type = "button";
  no.className = "button plain";
  no.textContent = page.withhold;
  no.addEventListener("click", letGo);
  word.append(`${page.waits} `, no);
  (sending.button?.closest(".actions") ?? sending.button ?? sending.form).after(word);
}

/* What was to be sent is not any more; its words are in hand as before. */
function letGo() {
  document.querySelector("p[data-waits]")?.remove();
  for (const one of fields(sending.part)) one.readOnly = false;
  sending = null;
}

/* Sent from where one is: the page stays, and a line that is lost on the way is tried again. The room takes
   the same form once, however often it arrives. What it refuses goes the browser's own way, to a whole page. */
async function send() {
  const mine = sending;
  const { form, button, part, url } = mine;
  if (mine.out) return;
  mine.out = true;
  await keepWords();
  if (sending !== mine) return;
  let answer;
  try {
    const given = new FormData(form);
    if (button?.name) given.append(button.name, button.value);
    answer = await ask(url, new URLSearchParams(given));
    if (answer.status >= 500 && mine.tries++ < MOST) throw new Error("no answer");
  } catch {
    mine.out = false;
    if (sending === mine) missing();
    return;
  }
  tellSaved(answer);
  if (sending !== mine) return; // a time-out overtook it, or it was withheld; how the room stands is asked anyway
  line.found();
  letGo();
  if (answer.status !== 200 || answer.response?.body?.dataset.page !== page.page) {
    byItself = form;
    form.requestSubmit(button); // and busy until that page is here
    return;
  }
  leaf.removeAttribute("aria-busy");
  show(answer.response, answer.responseURL, part);
  again = false;
  if (heard > seen) look(); // the stream told of something newer meanwhile
}

function tellSaved(answer) {
  const { saved } = answer.response?.body?.dataset ?? {};
  if (saved) document.dispatchEvent(new CustomEvent("stepwell:saved", { detail: saved }));
}

function press(event) {
  const { target: form, submitter: button } = event;
  const part = (button ?? form).closest("[data-part]"); // a button beside the field sends the form of the field along
  const url = button?.hasAttribute("formaction") ? button.formAction : form.action;
  const last = url.startsWith(new URL(page.page, location.href).href) ? url.split("/").at(-2) : "";
  if (form === byItself || !part || !["say", "press"].includes(last) || button?.value === "end") {
    setTimeout(() => { going = !event.defaultPrevented; });
    return;
  }
  event.preventDefault();
  // A time-out waits for nothing that is on its way.
  const overtakes = button?.value === "time-out" && sending !== null && sending.button !== button;
  if (over || (sending && !overtakes)) return;
  if (overtakes) letGo();
  sending = { form, button, part, url, tries: 0, out: false };
  leaf.setAttribute("aria-busy", "true");
  // What is on its way is not written over meanwhile.
  for (const one of fields(part)) one.readOnly = true;
  send();
}

async function look() {
  if (over || going) return;
  if (looking || sending) {
    again = true;
    return;
  }
  looking = true;
  try {
    const asked = await reach(page.page);
    if (!asked.response) throw new Error("no page");
    line.found();
    if (asked.status === 200) show(asked.response, asked.responseURL);
    else await leave(asked.responseURL);
    if (!over && stream?.readyState === EventSource.CLOSED) listen();
  } catch {
    missing();
  }
  looking = false;
  if (again) {
    again = false;
    look();
  }
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

/* Something may be done at that time that may not be done now. */
function watchClock(seconds) {
  clearTimeout(clockTimer);
  if (seconds > 0 && seconds < 86400) clockTimer = setTimeout(look, seconds * 1000 + 200);
}

/* Other words stand there now. The field stays where it is under the fingers. */
function changed({ target }) {
  const form = target.form?.closest("[data-part]") && target.form;
  if (!form?.querySelector(".summary, .error")) return;
  const was = target.getBoundingClientRect().top;
  unsay(form);
  scrollBy({ top: target.getBoundingClientRect().top - was, behavior: "instant" });
}

/* The second half of a double tap is not an answer to what came in the place of what was pressed. */
function tapped(event) {
  if (event.detail > 1 && event.target.closest("[data-part] button")) event.preventDefault();
}

document.addEventListener("click", tapped, true);
document.addEventListener("submit", press);
document.addEventListener("input", changed);
addEventListener("online", () => (sending ? missing() : look()));
addEventListener("offline", missing);
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  leaf.removeAttribute("aria-busy");
  going = false;
  listen();
  look();
});
addEventListener("pagehide", () => stream?.close());
document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });

watchClock(Number(page.again) || 0);
listen();
