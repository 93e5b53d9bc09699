/* Keeps the look and a few plain pages for times without a connection. Never a page that is somebody's.
   Where the page asks first, nothing is kept before the button; the page looks the same whatever was pressed. */

const WORKER = "/sw.js";
const policy = globalThis.trustedTypes?.createPolicy("stepwell", {
  createScriptURL(address) {
    if (address === WORKER) return address;
    throw new TypeError("only our own worker");
  },
});

const workers = navigator.serviceWorker;
const keep = () => workers.register(policy ? policy.createScriptURL(WORKER) : WORKER);

async function keepWhole() {
  const { installing, waiting, active } = await keep();
  const worker = installing ?? waiting ?? active;
  const settled = () => ["activated", "redundant"].includes(worker.state);
  if (!settled()) {
    await new Promise((done) => worker.addEventListener("statechange", () => settled() && done()));
  }
  if (worker.state === "redundant") throw new Error("not all of it came");
}

async function takeOff() {
  await Promise.all((await workers.getRegistrations()).map((each) => each.unregister()));
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

function ask(place) {
  const said = place.querySelector("[role=status]");
  const works = { keep: keepWhole, off: takeOff };
  for (const button of place.querySelectorAll("button[data-work]")) {
    button.addEventListener("click", async () => {
      const done = await works[button.dataset.work]().then(() => true, () => false);
      said.textContent = done ? button.dataset.done : said.dataset.failed;
    });
  }
  place.hidden = false;
}

const place = document.querySelector("[data-keeping]");
if (workers && place) ask(place);
else workers?.register && keep().catch(() => {});
