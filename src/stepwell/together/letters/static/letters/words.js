/* A look at the words without leaving the page. Without this script the same buttons load the page anew.

   What is marked, and what stands where, is the server's word alone: it counts characters, this does not. The
   answer is a page of ours, read as a document, and a piece of it is moved over; no text becomes markup here. */

function ask(url, data) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.responseType = "document";
    request.onload = () => (request.status === 200 && request.response ? done(request.response) : failed());
    request.onerror = failed;
    request.send(data);
  });
}

/* With what the browser can undo, so that a wording taken by mistake is one key away from gone. */
function put(field, text) {
  if (field.value === text) return;
  field.focus();
  field.select();
  const typed = document.execCommand("insertText", false, text);
  if (!typed || field.value !== text) field.value = text;
  const gap = text.indexOf("…"); // what the wording leaves open
  if (gap >= 0) field.setSelectionRange(gap, gap + 1);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const fieldsOf = (form) => [...form.querySelectorAll("textarea")];

function draw(answer, form, stays, before, inner = false) {
  const found = answer.querySelector("[data-looked]");
  form.querySelector("[data-looked]")?.remove();
  if (!found) return;
  const piece = document.importNode(inner ? found.querySelector(".body") : found, true);
  if (inner) {
    piece.className = "looked beside";
    piece.dataset.looked = "";
    piece.tabIndex = -1;
    piece.setAttribute("role", "group");
    piece.setAttribute("aria-label", found.getAttribute("aria-label") ?? "");
  }
  before(piece);
  if (stays) return;
  piece.focus({ preventScroll: true });
  piece.scrollIntoView({ block: "nearest" });
}

/* A form of this room: it is sent whole, as its button would send it. */
async function lookWhole(form, button) {
  const data = new FormData(form, button);
  const answer = await ask(form.action, data);
  if (button.name === "take") {
    for (const field of fieldsOf(form)) {
      const there = answer.getElementsByName(field.name)[0];
      if (there) put(field, there.value);
    }
  }
  draw(answer, form, button.name === "take", (piece) => form.querySelector("section.entry").before(piece));
}

/* A form of another room: only the words that its button names go, and nothing else of it. */
async function lookBeside(form, button, url) {
  const asks = form.querySelector("[data-look-at]");
  if (!asks) return;
  const names = asks.value.split("|").slice(2).map((one) => one.split("=")[0]);
  const fields = names.map((name) => form.elements[name]).filter((one) => typeof one?.value === "string");
  const data = new FormData();
  data.set("look", asks.value);
  data.set("stays", "1");
  for (const field of fields) data.set(field.name, field.value);
  data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken?.value ?? "");
  if (button.name === "take") data.set("take", button.value);
  const answer = await ask(url, data);
  if (button.name === "take") {
    for (const field of fields) {
      const there = answer.getElementsByName(`of-${field.name}`)[0];
      if (there) put(field, there.value);
    }
  }
  draw(answer, form, button.name === "take", (piece) => {
    piece.dataset.lookUrl = url;
    for (const one of piece.querySelectorAll("button")) one.type = "button";
    asks.parentElement.after(piece);
  }, true);
}

/* The page stays: whatever was typed into it is still there. */
function say(form) {
  const there = form.querySelector("[data-look-at]");
  const line = form.querySelector("[data-look-said]") ?? document.createElement("p");
  line.dataset.lookSaid = "";
  line.className = "small";
  line.setAttribute("role", "status");
  there?.parentElement.after(line);
  line.textContent = there?.dataset.failed ?? "";
}

async function copy(button) {
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy)?.innerText.trim() ?? "");
  button.textContent = button.dataset.done;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button");
  const form = button?.form;
  if (!button) return;
  if (button.dataset.copy) copy(button).catch(() => {});
  if (!form) return;
  if (button.dataset.goTo) {
    event.preventDefault();
    location.assign(button.dataset.goTo); // what was typed is kept as at any other going, and comes back
    return;
  }
  const url = button.dataset.lookAt ?? button.closest("[data-look-url]")?.dataset.lookUrl;
  const looks = button.name === "take" || button.value === "look";
  if (url) {
    event.preventDefault();
    lookBeside(form, button, url).catch(() => say(form));
  } else if (looks && "lookForm" in form.dataset) {
    event.preventDefault();
    lookWhole(form, button).catch(() => form.requestSubmit(button));
  }
});
