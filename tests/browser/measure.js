// Measures the search of a built site in a real browser, and prints figures as JSON. `cargo bench --bench search` runs it:
//
//   node measure.js FOLDER COMMON RARE CASE
import { chromium } from "@playwright/test";

import { counted } from "./counted.js";

const [folder, common, rare, caseNumber] = process.argv.slice(2);
const { origin, moved, close } = await counted(folder);
const search = `${origin}/sok/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

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
/** What a query moves until the excerpts in view are there, and until all ten are. */
async function measure(name, page, query) {
  const first = await moved(query);
  const more = await moved(async () => {
    await page.setViewportSize({ width: 900, height: 4000 });
    await page.waitForTimeout(1000);
  });
  figures[`${name}, in view`] = first;
  figures[`${name}, all ten`] = { bytes: first.bytes + more.bytes, requests: first.requests + more.requests };
}

for (const [name, text] of Object.entries({ common, rare, case: caseNumber })) {
  // A narrow window does not open the filters, whose counts are asked for after the hits; ten excerpts fit a tall one.
  const page = await visit({ viewport: { width: 900, height: 800 } });
  await measure(name, page, () => page.goto(`${search}?q=${encodeURIComponent(text)}`).then(() => settled(page)));
  if (name === "common") {
    await page.setViewportSize({ width: 900, height: 800 });
    await measure("second query", page, () => ask(page, "budget trafik "));
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
close();
