/* The parts of a page that is open, exchanged for what the server drew anew. */

export const parts = [...document.querySelectorAll("[data-part]")];

/* The same part in another drawing of this page. */
export const counterpart = (part, drawing) => drawing.querySelector(`[data-part="${part.dataset.part}"]`);

/* What the server drew in a part. without: takes from the copy what differs in every answer. */
export function drawn(part, without) {
  const copy = part.cloneNode(true);
  for (const one of copy.querySelectorAll("input[name=csrfmiddlewaretoken]")) one.removeAttribute("value");
  without(copy);
  return copy.innerHTML;
}

/* other: none where it is not on the page any more. */
export function exchange(part, other) {
  part.replaceChildren(...[...(other?.childNodes ?? [])].map((node) => document.importNode(node, true)));
}

/* Whoever had something under their hands that is not there any more goes on at the top. */
export function stayNear(had) {
  if (had && had !== document.body && !had.isConnected) document.querySelector("h1 [tabindex]")?.focus();
}
