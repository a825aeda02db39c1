import { expect, test } from "@playwright/test";

import { attributes, example, plain, sites } from "./sites.js";

/** A site's server, asked once for each address: the status and, of a page, its ids. */
function reader() {
  const answers = new Map();
  return (url) => {
    if (!answers.has(url)) answers.set(url, ask(url));
    return answers.get(url);
  };
}

async function ask(url) {
  const response = await fetch(url, { redirect: "manual" });
  const page = response.headers.get("content-type")?.startsWith("text/html");
  const text = await response.text();
  return { status: response.status, ids: page ? new Set(attributes(text, "id")) : null };
}

/** What is wrong with a link of a page; an absolute link to the published site is one to the served site. */
async function fault(site, read, from, link) {
  const url = new URL(link, from);
  if (url.href.startsWith(site.home)) return fault(site, read, from, site.url(site.address(url.href)));
  if (url.origin !== site.origin) return /^(https?|mailto|tel):$/.test(url.protocol) ? null : "goes to no known place";
  if (!url.pathname.startsWith(site.base)) return `leaves ${site.base}`;
  const { status, ids } = await read(url.origin + url.pathname);
  if (status !== 200) return `is answered with ${status}`;
  const fragment = decodeURIComponent(url.hash.slice(1));
  return fragment && ids && !ids.has(fragment) ? "leads to no such place on the page" : null;
}

for (const name of ["example", "below"]) {
  test(`every link of every page leads somewhere, on the site "${name}"`, async () => {
    const site = sites().find((each) => each.name === name);
    const read = reader();
    const faults = new Set();
    let links = 0;
    for (const address of [...site.pages(), ...site.addresses("redirect")]) {
      for (const link of new Set(attributes(site.html(address), "href", "src"))) {
        links += 1;
        const wrong = await fault(site, read, site.url(address), link);
        if (wrong) faults.add(`${address}: ${link} ${wrong}`);
      }
    }
    expect(links).toBeGreaterThan(100);
    expect([...faults]).toEqual([]);
  });

  test(`every address in feeds, site map and data exists, on the site "${name}"`, async () => {
    const site = sites().find((each) => each.name === name);
    const read = reader();
    const faults = new Set();
    for (const file of site.files().filter((file) => /\.(xml|json|csv|txt)$/.test(file) && file !== "manifest.json")) {
      for (const [found] of site.text(file).matchAll(/https?:\/\/[^\s"'<>,;\\)]+/g)) {
        const link = plain(found);
        if (!link.startsWith(site.home)) continue;
        const wrong = await fault(site, read, site.home, link);
        if (wrong) faults.add(`${file}: ${link} ${wrong}`);
      }
    }
    expect([...faults]).toEqual([]);
  });
}

test("every page can be reached from the home page", () => {
  const site = example();
  const pages = new Set(site.pages());
  const seen = new Set(["/"]);
  for (const address of seen) {
    for (const link of attributes(site.html(address), "href", "action")) {
      const url = new URL(link, site.url(address));
      const target = url.origin === site.origin ? `/${url.pathname.slice(site.base.length)}` : null;
      if (pages.has(target)) seen.add(target);
    }
  }
  expect([...pages].filter((address) => !seen.has(address) && site.kinds.get(address) !== "not_found")).toEqual([]);
});

test("a page that has moved leads to where it is now", async ({ page }) => {
  const moved = sites().flatMap((site) => site.addresses("redirect").map((address) => ({ site, address })));
  expect(moved.length).toBeGreaterThan(0);
  for (const { site, address } of moved.slice(0, 5)) {
    const target = site.html(address).match(/http-equiv="refresh" content="0; url=([^"]+)"/)[1];
    await page.goto(site.url(address)).catch(() => "the page left before it was loaded");
    await page.waitForURL(new URL(plain(target), site.origin).href);
    await expect(page.locator("h1")).toBeVisible();
    expect(site.kinds.get(`/${new URL(page.url()).pathname.slice(site.base.length)}`)).toMatch(/record|listing/);
  }
});

test("what does not exist is answered with the page that says so", async ({ page }) => {
  for (const site of sites()) {
    const response = await page.goto(site.url("/no/such/page/"));
    expect(response.status()).toBe(404);
    await page.locator("header a").first().click();
    await expect(page).toHaveURL(site.url("/"));
  }
});
