/* Answers when there is no connection. It keeps only what is the same for everybody: a few pages, fetched without
   cookies, and files whose name changes with their content, which the browser has already. */

const KEPT = [/* the list is put here */];
const CACHE = "kept-/* the version is put here */";

addEventListener("install", (event) => {
  const fetched = KEPT.map((address) =>
    address.endsWith("/") ? new Request(address, { credentials: "omit", cache: "reload" }) : address);
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fetched)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(
    names.filter((name) => name !== CACHE).map((name) => caches.delete(name)),
  )));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    const instead = KEPT.includes(pathname) ? pathname : "/offline/";
    event.respondWith(fetch(request).catch(() => caches.match(instead, { ignoreVary: true })));
  } else if (KEPT.includes(pathname)) {
    event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(request)));
  }
});
