import { expect, test } from "@playwright/test";

import { attributes, kinds, pageOf, sites } from "./sites.js";

for (const kind of kinds) {
  test(`${kind} asks only its own site, and gets all it asks for without an error`, async ({ page }) => {
    const { url, missing, site } = pageOf(kind);
    const faults = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(site.origin + site.base)) faults.push(`asks for ${request.url()}`);
    });
    page.on("requestfailed", (request) => faults.push(`${request.url()}: ${request.failure().errorText}`));
    page.on("response", (response) => {
      const expected = missing && response.url() === url ? 404 : 200;
      if (response.status() !== expected) faults.push(`${response.url()} is answered with ${response.status()}`);
    });
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => {
      const known = missing && message.location().url === url && message.text().includes("404");
      if (["error", "warning"].includes(message.type()) && !known) faults.push(message.text());
    });
    await page.addInitScript(() =>
      addEventListener("securitypolicyviolation", (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      ),
    );
    await page.goto(url, { waitUntil: "networkidle" });
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => document.styleSheets.length), "the style sheet is there").toBeGreaterThan(0);
  });

  // The search page says without scripts that it needs them; search.spec.js holds it to that.
  if (kind === "the search page") continue;
  test(`${kind} says the same without scripts`, async ({ browser, page }) => {
    const { url } = pageOf(kind);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(url);
    await page.goto(url);
    const text = await plain.locator("main").innerText();
    expect(text.trim().length).toBeGreaterThan(0);
    expect(text).toBe(await page.locator("main").innerText());
    expect(await plain.locator("h1").innerText()).toBe(await page.locator("h1").innerText());
    await context.close();
  });
}

test("the sites ship one script, for the search page alone, and none within a page", () => {
  for (const site of sites()) {
    expect(site.files().filter((file) => /\.(m?js|wasm)$/.test(file))).toEqual([expect.stringMatching(/^static\/search\./)]);
    for (const file of site.files().filter((file) => file.endsWith(".html"))) {
      const tags = site.text(file).match(/<[a-z][^>]*>/gi);
      const scripts = tags.filter((tag) => /^<script\b/i.test(tag));
      expect(scripts.length, file).toBe(site.kinds.get(`/${file.replace(/index\.html$/, "")}`) === "search" ? 1 : 0);
      for (const script of scripts) expect(script).toMatch(/^<script type="module" src="[^"]+">$/);
      expect(tags.filter((tag) => /\son[a-z]+\s*=/i.test(tag)), file).toEqual([]);
      expect(attributes(site.text(file), "href", "src").filter((link) => /^\s*javascript:/i.test(link)), file).toEqual([]);
    }
  }
});
