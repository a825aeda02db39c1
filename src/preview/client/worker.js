// The one connection to the server that all pages of a browser share.
import { listen } from "./changes.js";

/** The pages that listen. @type {Set<MessagePort>} */
const ports = new Set();
let latest = null;

addEventListener("connect", (event) => {
  const port = event.ports[0];
  port.addEventListener("message", ({ data }) => {
    if (data === "leave") ports.delete(port);
    else ports.add(port);
    if (data === "enter" && latest) port.postMessage({ ...latest, isFresh: false });
  });
  port.start();
});

listen((news) => {
  latest = news;
  for (const port of ports) port.postMessage(news);
});
