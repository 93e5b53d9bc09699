/* The line of a page that is open: asking over it, and the word when there is none. Promises: a line that is back
   soon is not worth a word, and while there is none it is tried again until there is one. */

const LATE = 1000;
const TRIES = [300, 1000, 2000, 2500]; // between one try and the next

/* Gives the answer, whatever its status, or fails. As a document, not as text: nothing here ever turns a string
   into a page. */
export function ask(url, body = null) {
  return new Promise((done, failed) => {
    const asked = new XMLHttpRequest();
    asked.open(body ? "POST" : "GET", url);
    asked.setRequestHeader("X-In-Place", "yes");
    asked.responseType = "document";
    asked.timeout = 8000;
    asked.onload = () => done(asked);
    asked.onerror = asked.ontimeout = failed;
    asked.send(body);
  });
}

/* The same where a fault of the server is no answer. */
export async function reach(url, body = null) {
  const answer = await ask(url, body);
  if (answer.status >= 500) throw new Error("no answer");
  return answer;
}

export class Line {
  #word;
  #tried = 0;
  #late = 0;
  #next = 0;
  #shut = false;

  constructor(word) {
    this.#word = word;
  }

  found() {
    this.#tried = 0;
    clearTimeout(this.#late);
    this.#late = 0;
    this.#word.hidden = true;
  }

  missing(next) {
    this.#late ||= setTimeout(() => { this.#word.hidden = this.#shut; }, LATE);
    clearTimeout(this.#next);
    this.#next = setTimeout(next, TRIES[Math.min(this.#tried++, TRIES.length - 1)]);
  }

  /* What was to be tried again is not, and no word is said any more. */
  shut() {
    this.#shut = true;
    this.found();
    clearTimeout(this.#next);
  }
}
