// Measures the search of a built site in a real browser, and prints figures as JSON. `cargo bench --bench search` runs it:
//
//   node measure.js FOLDER COMMON RARE CASE
//
// The site is served as static hosts serve it: text compressed, everything else as it is, parts of files where asked for.
import { gzipSync } from "node:zlib";
import { createServer } from "node:http";
import { chromium } from "@playwright/test";

import { find } from "./server.js";

const [folder, common, rare, caseNumber] = process.argv.slice(2);
const TEXT = /text|json|javascript|xml|svg/;

let bytes = 0;
let requests = 0;
const server = createServer(async (request, response) => {
  const answer = await find(folder, "/", new URL(request.url, "http://localhost").pathname);
  let { status, body } = answer;
  const headers = { "content-type": answer.type, "cache-control": "max-age=600" };
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
  if (TEXT.test(answer.type)) {
    body = gzipSync(body);
    headers["content-encoding"] = "gzip";
  } else if (range && status === 200) {
    status = 206;
    headers["content-range"] = `bytes ${range[1]}-${range[2]}/${body.length}`;
    body = body.subarray(Number(range[1]), Number(range[2]) + 1);
  }
  bytes += body.length;
  requests += 1;
  response.writeHead(status, headers);
  response.end(body);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const search = `http://127.0.0.1:${server.address().port}/sok/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

/** What is moved while something is done. */
async function moved(action) {
  const before = [bytes, requests];
  const begun = performance.now();
  await action();
  return { bytes: bytes - before[0], requests: requests - before[1], milliseconds: Math.round(performance.now() - begun) };
}

const visit = async (options = {}) => (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
const shown = (page) => page.locator("#search--hits > li .excerpt:not(:empty)").first().waitFor();
const settled = async (page) => {
  await shown(page);
  await page.waitForLoadState("networkidle");
};
const ask = async (page, text) => {
  const before = await page.locator("#search--count").textContent();
  await page.locator("#search--text").fill(text);
  await page.waitForFunction((before) => document.querySelector("#search--count").textContent !== before, before);
  await settled(page);
};

const figures = {};
for (const [name, text] of Object.entries({ common, rare, case: caseNumber })) {
  // A narrow window does not open the filters, whose counts are asked for after the hits; ten excerpts fit a tall one.
  const page = await visit({ viewport: { width: 900, height: 800 } });
  figures[`${name}, in view`] = await moved(() => page.goto(`${search}?q=${encodeURIComponent(text)}`).then(() => settled(page)));
  const more = await moved(async () => {
    await page.setViewportSize({ width: 900, height: 4000 });
    await page.waitForTimeout(1000);
  });
  figures[`${name}, all ten`] = { bytes: figures[`${name}, in view`].bytes + more.bytes, requests: figures[`${name}, in view`].requests + more.requests };
  if (name === "common") {
    await page.setViewportSize({ width: 900, height: 800 });
    figures["second query"] = await moved(() => ask(page, "budget trafik "));
    const narrow = page.locator("#search--narrow");
    figures["counts of all filters"] = await moved(async () => {
      await narrow.evaluate((details) => (details.open = true));
      for (const group of await page.locator("[data-facet]").all()) await group.evaluate((details) => (details.open = true));
      await page.waitForLoadState("networkidle");
      await page.locator('[data-facet="proposer"] li').first().waitFor();
    });
  }
  await page.context().close();
}

const page = await visit();
await page.goto(search);
const times = await page.evaluate(async (texts) => {
  const field = document.querySelector("#search--text");
  const hits = document.querySelector("#search--hits");
  const times = [];
  for (let round = 0; round < 3; round += 1) {
    for (const text of texts) {
      for (let end = 3; end <= text.length; end += 1) {
        const changed = new Promise((done) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            done();
          });
          observer.observe(hits, { childList: true });
        });
        const begun = performance.now();
        field.value = text.slice(0, end);
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await changed;
        if (round) times.push(performance.now() - begun);
      }
    }
  }
  return times.sort((one, other) => one - other);
}, [common, rare, "skola budget", "trafiknämnden"]);
figures["key press to hits, warm"] = { median: Math.round(times[times.length >> 1]), p95: Math.round(times[Math.floor(times.length * 0.95)]) };
await page.context().close();

const slow = await visit({ viewport: { width: 900, height: 800 } });
const session = await slow.context().newCDPSession(slow);
await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 });
figures["first hits, slow 4G"] = await moved(async () => {
  await slow.goto(`${search}?q=${encodeURIComponent(common)}`, { waitUntil: "commit" });
  await slow.locator("#search--hits > li").first().waitFor();
});
console.log(JSON.stringify(figures, null, 1));
await browser.close();
server.closeAllConnections();
server.close();
