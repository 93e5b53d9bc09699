/* Keeps the look and one plain page for times without a connection. Never a page that is somebody's. */

const WORKER = "/sw.js";
const policy = globalThis.trustedTypes?.createPolicy("stepwell", {
  createScriptURL(address) {
    if (address === WORKER) return address;
    throw new TypeError("only our own worker");
  },
});

navigator.serviceWorker?.register(policy ? policy.createScriptURL(WORKER) : WORKER).catch(() => {});
