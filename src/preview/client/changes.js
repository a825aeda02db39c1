// Hears of changes from the server. Browsers open few connections to one server, so all pages of a browser share one, in a
// worker; a browser without shared workers opens one for each page.

/** @typedef {{ isStopped: boolean, isFresh: boolean }} News whether the server has stopped, and whether it was just now */

/** Listens to the server for ever. @param {(news: News) => void} hear */
export function listen(hear) {
  const events = new EventSource("/_diarium/events");
  let isFirst = true;
  events.addEventListener("change", () => {
    hear({ isStopped: false, isFresh: !isFirst });
    isFirst = false;
  });
  events.addEventListener("error", () => {
    isFirst = true;
    hear({ isStopped: true, isFresh: false });
    if (events.readyState === EventSource.CLOSED) setTimeout(() => listen(hear), 1000);
  });
}

/** Hears of changes over the one connection of this browser. @param {(news: News) => void} hear */
export function follow(hear) {
  const worker = shared();
  if (!worker) return listen(hear);
  worker.addEventListener("error", () => listen(hear), { once: true });
  const { port } = worker;
  port.addEventListener("message", (event) => hear(event.data));
  port.start();
  addEventListener("pagehide", () => port.postMessage("leave"));
  addEventListener("pageshow", () => port.postMessage("enter"));
  port.postMessage("enter");
}

function shared() {
  try {
    return new SharedWorker("/_diarium/worker.js", { type: "module" });
  } catch {
    return null;
  }
}
