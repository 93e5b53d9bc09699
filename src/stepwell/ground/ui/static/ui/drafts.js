/* Half-written words. Promise: they survive a closed tab and a dead battery, and in this browser they lie
   sealed to their writer's public key: not even this page can open them again, only a signed-in server can.

   Blob: 01 | eph_pub(32) | nonce(12) | AES-256-GCM(key, nonce, padded payload, aad)
   key = HKDF-SHA256(X25519(eph, owner), salt = eph_pub | owner, info "stepwell draft 1"), payload = JSON {name: [values]} */

const AFTER_TYPING = 600;
const AT_LEAST_EVERY = 5000;
const LARGEST = 256 * 1024; // sealed, in bytes; the server takes no more
const SECRET = new Set(["password", "hidden", "file", "submit", "button", "reset", "image"]);
const utf8 = new TextEncoder();
const words = document.getElementById("draft-words")?.dataset ?? {};
const owner = document.body.dataset.draftKey ?? "";
const storageKey = (name) => `n.${owner.slice(0, 10)}.${name}`;
const sentKey = (name) => `sent.${storageKey(name)}`; // of this tab: the very draft that its form was sent with

/* Mine, or else one of an earlier key: new keys come with a new password. What is another's stays shut. */
function keysFor(name) {
  const mine = storageKey(name);
  const earlier = Object.keys(localStorage).filter((key) => /^n\.[\w-]{10}\./.test(key) && key.slice(13) === name);
  return localStorage.getItem(mine) ? [mine] : earlier.slice(0, 3);
}

export function toBytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

export function toText(bytes) {
  let plain = "";
  for (const byte of bytes) plain += String.fromCharCode(byte);
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function join(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function uint32(number) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}

const lengthPrefixed = (...parts) => join(...parts.flatMap((part) => [uint32(part.length), part]));

export function padded(payload) {
  const length = Math.max(64, payload.length + 4);
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1));
  const whole = new Uint8Array(Math.ceil(length / step) * step);
  whole.set(join(uint32(payload.length), payload));
  return whole;
}

export async function seal(ownerKey, name, payload) {
  const pair = await crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"]);
  const eph = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const other = await crypto.subtle.importKey("raw", ownerKey, { name: "X25519" }, false, []);
  const shared = await crypto.subtle.deriveBits({ name: "X25519", public: other }, pair.privateKey, 256);
  const material = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: join(eph, ownerKey), info: utf8.encode("stepwell draft 1") },
    material, { name: "AES-GCM", length: 256 }, false, ["encrypt"],
  );
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = lengthPrefixed(utf8.encode("draft1"), eph, ownerKey, utf8.encode(name));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData }, key, padded(payload));
  return join(Uint8Array.of(1), eph, nonce, new Uint8Array(sealed));
}

const isSecret = (one) => SECRET.has(one.type) || one.autocomplete === "one-time-code";
const writable = (form) => [...form.elements].filter((one) => one.name && !isSecret(one) && !one.disabled);
const isBox = (one) => one.type === "checkbox" || one.type === "radio";

function collect(form) {
  const fields = {};
  for (const one of writable(form)) {
    if (isBox(one)) {
      fields[one.name] ??= [];
      if (one.checked) fields[one.name].push(one.value);
    } else (fields[one.name] ??= []).push(one.value);
  }
  return fields;
}

const written = (fields) => Object.values(fields).some((values) => values.some((value) => value !== ""));

/* After a correction the page holds newer words than the draft, so only empty places are filled. */
function putBack(form, fields, onlyEmpty) {
  const before = collect(form);
  const taken = {};
  let changed = false;
  for (const one of writable(form)) {
    const values = fields[one.name];
    if (!Array.isArray(values) || (onlyEmpty && before[one.name].some((value) => value !== ""))) continue;
    const at = (taken[one.name] = (taken[one.name] ?? -1) + 1);
    if (isBox(one)) {
      const on = values.includes(one.value);
      changed ||= on !== one.checked;
      one.checked = on;
    } else if (typeof values[at] === "string" && values[at] !== one.value) {
      one.value = values[at];
      changed = true;
    }
  }
  return changed;
}

const clock = (at) => {
  const when = new Date(at);
  return `${String(when.getHours()).padStart(2, "0")}:${String(when.getMinutes()).padStart(2, "0")}`;
};

function lineBelow(field) {
  if (!field) return null;
  const line = document.createElement("p");
  line.className = "kept";
  field.after(line);
  return line;
}

class Draft {
  #timer = 0;
  #since = 0;
  #sent = false;
  #touched = false; // by whoever is here: what a browser puts back into a form after "Back" is no new writing
  #latest = "";
  #mine = ""; // as it lies in the storage, where this form put it or found it
  #long = false;
  #queue = Promise.resolve();

  constructor(form) {
    this.form = form;
    this.name = form.dataset.draft;
    this.line = form.querySelector("[data-kept]") ?? lineBelow([...form.querySelectorAll("textarea")].pop());
    this.#latest = JSON.stringify(collect(form));
    const sent = sessionStorage.getItem(sentKey(this.name)); // the form is here again: it was not kept
    if (sent && sent === localStorage.getItem(storageKey(this.name))) this.#mine = sent;
    sessionStorage.removeItem(sentKey(this.name));
    form.addEventListener("input", () => this.soon());
    form.addEventListener("submit", () => {
      this.keep();
      this.#sent = true; // kept until the server says `data-saved`; nothing more is written over it
      sessionStorage.setItem(sentKey(this.name), this.#mine);
    });
    document.addEventListener("visibilitychange", () => document.hidden && this.keep());
    addEventListener("pagehide", () => this.keep());
    document.addEventListener("stepwell:leave", (event) => event.detail.push(this.keep()));
  }

  soon() {
    this.#touched = true;
    this.#sent = false;
    clearTimeout(this.#timer);
    this.#since ||= Date.now();
    const late = Date.now() - this.#since > AT_LEAST_EVERY;
    this.#timer = setTimeout(() => this.keep(), late ? 0 : AFTER_TYPING);
  }

  /* One seal after the other, so that an older text never lands on a newer one. */
  keep() {
    clearTimeout(this.#timer);
    this.#since = 0;
    const fields = collect(this.form);
    const text = JSON.stringify(fields);
    if (!this.#touched || this.#sent || text === this.#latest) return this.#queue;
    this.#latest = text;
    this.#queue = this.#queue.then(async () => {
      if (!written(fields)) return localStorage.removeItem(storageKey(this.name));
      const blob = await seal(toBytes(owner), this.name, utf8.encode(text));
      if (blob.length > LARGEST) return this.say(words.long);
      const at = Date.now();
      const value = `${at}.${toText(blob)}`;
      localStorage.setItem(storageKey(this.name), value);
      this.#mine = value;
      if (this.#sent) sessionStorage.setItem(sentKey(this.name), value);
      this.say((words.kept ?? "").replace("{time}", clock(at)));
    }).catch((error) => error?.name === "QuotaExceededError" && this.say(words.long));
    return this.#queue;
  }

  say(sentence) {
    if (!this.line) return;
    const told = this.line.textContent && this.#long === (sentence === words.long);
    if (told) this.line.removeAttribute("aria-live"); // once, not at every pause
    else this.line.setAttribute("aria-live", "polite");
    this.#long = sentence === words.long;
    this.line.textContent = sentence ?? "";
  }

  async bringBack() {
    for (const key of keysFor(this.name)) if (await this.open(key)) return;
  }

  async open(key) {
    const value = localStorage.getItem(key) ?? "";
    const [at, blob] = value.split(".");
    if (!blob) return false;
    const answer = await fetch("/drafts/open/", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-CSRFToken": this.form.elements.csrfmiddlewaretoken?.value ?? "",
      },
      body: JSON.stringify({ name: this.name, blob }),
    });
    if (!answer.ok) return false;
    const { fields } = await answer.json();
    if (JSON.stringify(collect(this.form)) !== this.#latest) return true; // already writing again
    const corrected = Boolean(this.form.querySelector(".summary"));
    if (putBack(this.form, fields, corrected)) this.offer(Number(at));
    if (key === storageKey(this.name)) {
      this.#mine = value;
      this.#latest = JSON.stringify(collect(this.form));
    } else {
      this.#touched = true;
      this.keep().then(() => localStorage.removeItem(key)); // from now on under the key of today
    }
    return true;
  }

  offer(at) {
    const line = document.createElement("div");
    line.className = "notice returned";
    line.setAttribute("role", "status");
    const said = document.createElement("p");
    said.textContent = (words.back ?? "").replace("{time}", clock(at));
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button plain";
    button.textContent = words.empty ?? "";
    button.addEventListener("click", () => {
      this.form.reset();
      this.#latest = JSON.stringify(collect(this.form));
      localStorage.removeItem(storageKey(this.name));
      line.remove();
      writable(this.form)[0]?.focus();
    });
    line.append(said, button);
    this.form.prepend(line);
  }
}

/* Only the draft that this tab sent: a newer one, begun in another tab, lies under the same name. Once. */
function drop(name) {
  const sent = sessionStorage.getItem(sentKey(name));
  sessionStorage.removeItem(sentKey(name));
  if (sent && localStorage.getItem(storageKey(name)) === sent) localStorage.removeItem(storageKey(name));
  const here = new URL(location.href);
  if (!here.searchParams.has("kept")) return;
  here.searchParams.delete("kept");
  here.searchParams.delete("begun");
  history.replaceState(history.state, "", here);
}

function start() {
  if (!owner) return;
  const { saved } = document.body.dataset;
  if (saved) drop(saved);
  adopt();
  document.addEventListener("stepwell:saved", (event) => drop(event.detail)); // a page that sent a form from where it is
  document.addEventListener("stepwell:drawn", adopt); // a page that exchanged a part of itself
}

const adopted = new WeakSet();
function adopt() {
  for (const form of document.querySelectorAll("form[data-draft]")) {
    if (adopted.has(form)) continue;
    adopted.add(form);
    new Draft(form).bringBack().catch(() => {});
  }
}

/* Where the browser lacks X25519 or closes its storage, the page works without drafts and says nothing of them. */
try {
  start();
} catch { /* see above */ }
