import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { kinds, pageOf, sites } from "./sites.js";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Which rules a page breaks, where, and why: short enough to read when a test fails. */
async function violations(page) {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(passes.length, "axe has looked at the page").toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`),
  );
}

for (const kind of kinds) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${kind} breaks no accessibility rule in ${colorScheme} colours`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(pageOf(kind).url);
      expect(await violations(page)).toEqual([]);
    });
  }

  test(`${kind} has one main heading, names its language and uses no id twice`, async ({ page }) => {
    await page.goto(pageOf(kind).url);
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page.locator("h1")).toHaveText(/\S/);
    await expect(page.locator("html")).toHaveAttribute("lang", /^[a-z]{2,3}(-|$)/);
    const ids = await page.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
}

test("axe sees a fault that is put into a page, in spite of the page's content security policy", async ({ page }) => {
  await page.goto(pageOf("the home page").url);
  await page.evaluate(() => document.querySelector("main").append(document.createElement("img")));
  expect((await violations(page)).join("\n")).toContain("image-alt");
});

test("no two pages of a site have the same title", () => {
  for (const site of sites()) {
    const pages = new Map();
    for (const address of site.pages()) {
      const title = site.html(address).match(/<title>([^<]+)<\/title>/)?.[1];
      expect(title, `${address} has a title`).toBeTruthy();
      pages.set(title, [...(pages.get(title) ?? []), address]);
    }
    expect([...pages].filter(([, addresses]) => addresses.length > 1)).toEqual([]);
  }
});
