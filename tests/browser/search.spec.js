import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "@playwright/test";

import { example, sites } from "./sites.js";

const site = () => example();
const below = () => sites().find(({ name }) => name === "below");
const english = () => sites().find(({ name }) => name === "english");
const searchAddress = (of) => of.addresses("search")[0];
const url = (of, query = "") => of.url(searchAddress(of)) + query;
const count = (page) => page.locator("#search--count");
/** So many records, in words. */
const counted = (count) => `${count} ${count === 1 ? "handling" : "handlingar"}`;
const titles = (page) => page.locator("#search--hits h3");
const ask = (page, text, of = site()) => page.goto(url(of, `?q=${encodeURIComponent(text)}`));
const grouped = (all, by) => {
  const groups = new Map();
  for (const each of all) groups.set(by(each), [...(groups.get(by(each)) ?? []), each]);
  return groups;
};
const records = (of) => of.records();

test("a search from the header of any page shows its hits, each with its facts and a marked excerpt", async ({ page }) => {
  await page.goto(site().url("/"));
  await page.locator(".site-search input").fill("simhall");
  await page.locator(".site-search button").click();
  await expect(page).toHaveURL(/\?q=simhall$/);
  await expect(count(page)).toHaveText(/^\d+ träffar på ”simhall”$/);
  const first = page.locator("#search--hits > li").first();
  await expect(first.locator(".stage").first()).toHaveText(/\S/);
  await expect(page.locator("#search--hits .unapproved").first()).toHaveText("Ojusterat protokoll");
  await expect(first.locator("time")).toHaveText(/^\d+ [a-z]+ \d{4}$/);
  await expect(first.locator("mark").first()).toHaveText(/simhall/i);
  const link = first.locator("a");
  await expect(link).toHaveAttribute("href", /#:~:text=/);
  await link.click();
  await expect(page.locator("h1")).toBeVisible();
  expect(site().kinds.get(`/${new URL(page.url()).pathname.slice(1)}`)).toBe("record");
});

test("an excerpt of what was decided or asked for needs no record's page", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await ask(page, "simhall");
  await expect(page.locator("#search--hits mark").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked.filter((address) => site().kinds.get(address) === "record")).toEqual([]);
  await expect(titles(page).first().locator("mark")).toHaveText(/simhall/i);
});

test("nothing moves when excerpts come from the records' pages", async ({ page }) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 2000 });
    let go = () => {};
    const held = new Promise((done) => (go = done));
    const isRecord = (address) => site().kinds.get(address.pathname) === "record";
    await page.route(isRecord, async (route) => {
      await held;
      await route.continue();
    });
    await ask(page, "beslut");
    await expect(page.locator(".excerpt.waiting").first()).toBeVisible();
    const places = () => titles(page).evaluateAll((titles) => titles.map((title) => title.getBoundingClientRect().top));
    const before = await places();
    const marked = await page.locator(".excerpt.waiting mark").count();
    go();
    await expect.poll(() => page.locator(".excerpt.waiting mark").count()).toBeGreaterThan(marked);
    await page.waitForLoadState("networkidle");
    expect(await places()).toEqual(before);
    await page.unroute(isRecord);
  }
});

test("words are found in any form, without their marks, and as parts of compounds", async ({ page }) => {
  const found = async (text) => {
    await ask(page, `${text} `);
    await expect(count(page)).toHaveText(/\S/);
    return (await count(page).textContent()).match(/^\d+/)?.[0] ?? "0";
  };
  const all = await found("simhall");
  expect(Number(all)).toBeGreaterThan(0);
  expect(await found("simhallen")).toBe(all);
  expect(Number(await found("terrorism"))).toBeGreaterThan(0);
  expect(Number(await found("oversyn"))).toBeGreaterThan(0);
  expect(await found("oversyn")).toBe(await found("översyn"));
});

test("the last word is taken as a beginning while it is typed", async ({ page }) => {
  await page.goto(url(site()));
  await page.locator("#search--text").pressSequentially("simhal");
  await expect(count(page)).toHaveText(/träff/);
  await expect(titles(page).first()).toHaveText(/simhall/i);
  await expect(page).toHaveURL(/q=simhal$/);
});

test("phrases must stand as written, and what has a minus must not", async ({ page }) => {
  const { title } = records(site()).find(({ title }) => title.split(" ").length > 3);
  const [one, two] = title.split(" ");
  await ask(page, `"${one} ${two}"`);
  await expect(titles(page).filter({ hasText: title })).toHaveCount(1);
  await ask(page, `"${two} ${one}"`);
  await expect(titles(page).filter({ hasText: title })).toHaveCount(0);
  await ask(page, `${two} -${one}`);
  await expect(count(page)).toHaveText(/\S/);
  await expect(titles(page).filter({ hasText: title })).toHaveCount(0);
});

test("a case number leads to its case however it is typed, and one that does not exist to a plain sentence", async ({ page }) => {
  const { case_numbers, title } = records(site()).find(({ case_numbers }) => /^[A-Z]+ \d+\/\d+$/.test(case_numbers[0]));
  const [letters, year, number] = case_numbers[0].split(/[ /]/);
  for (const typed of [case_numbers[0], `${letters.toLowerCase()}${year}-${number}`, `${year}/${number}`]) {
    await ask(page, typed);
    await expect(titles(page).filter({ hasText: title })).toHaveCount(1);
  }
  await ask(page, "KS 1901/99999");
  await expect(count(page)).toHaveText("Ingen handling har diarienumret ”KS 1901/99999”. Kontrollera siffrorna.");
  await expect(titles(page)).toHaveCount(0);
  await expect(page.locator("#search--browse a").first()).toBeVisible();
});

test("a slip is corrected at once, and what was typed can be searched for all the same", async ({ page }) => {
  await ask(page, "simhlal");
  await expect(count(page)).toHaveText(/^\d+ träffar på ”simhall”$/);
  await expect(page.locator("#search--meant")).toHaveText("Visar träffar för ”simhall”. Sökte du simhlal?");
  await expect(titles(page).first().locator("mark")).toHaveText(/simhall/i);
  await page.goto(url(site(), "?q=simhlal&stage=decided&sort=date"));
  await page.locator("#search--meant a").click();
  await expect(page).toHaveURL(/q=%22simhlal%22&stage=decided&sort=date/);
  await expect(count(page)).toHaveText("Inga träffar på ”\"simhlal\"”");
});

test("a question as people put it finds what it is about, and says how many hold all of it", async ({ page }) => {
  await ask(page, "Hur mycket kostar den nya simhallen på Provängen?");
  await expect(titles(page).first()).toHaveText(/simhall/i);
  await expect(count(page)).toHaveText(/^Ingen handling har alla ord ur ”.+”, \d+ har några av dem$/);
  await expect(page.locator("#search--hits mark").filter({ hasText: /^(hur|den|på)$/i })).toHaveCount(0);
});

test("a compound of one's own is found by its parts", async ({ page }) => {
  await ask(page, "simhallskostnad");
  await expect(page.locator("#search--meant")).toHaveText(/^Visar träffar för ”simhall\S* kostnad”/);
  await expect(titles(page).first()).toHaveText(/simhall/i);
});

test("a number within a question leads to its case, and a mistyped one to its neighbours", async ({ page }) => {
  const { case_numbers, title } = records(site()).find(({ case_numbers }) => /^[A-Z]+ \d{4}\/\d{3}$/.test(case_numbers[0]));
  await ask(page, `vad beslutades i ärende ${case_numbers[0]}`);
  await expect(titles(page).first()).toHaveText(title);
  const digit = Number(case_numbers[0].at(-1));
  const known = new Set(records(site()).flatMap((record) => record.case_numbers));
  const others = [...Array(10).keys()].map((other) => case_numbers[0].slice(0, -1) + other);
  const nobodys = others.find((other) => !known.has(other));
  expect(digit).toBeGreaterThanOrEqual(0);
  await ask(page, nobodys);
  await expect(titles(page)).toHaveCount(0);
  await page.locator("#search--meant a", { hasText: case_numbers[0] }).click();
  await expect(titles(page).filter({ hasText: title })).toHaveCount(1);
});

test("what holds no word is told of as such", async ({ page }) => {
  for (const text of ["🎉", "§", "?"]) {
    await ask(page, text);
    await expect(count(page)).toHaveText(`I ”${text}” finns inget ord att söka på. Skriv ett ord, ett namn eller ett diarienummer.`);
    await expect(titles(page)).toHaveCount(0);
  }
});

test("a page of hits behind the last one is the last one", async ({ page }) => {
  await page.goto(url(site(), "?q=beslut&page=99"));
  await expect(titles(page).first()).toBeVisible();
  await expect(page.locator("#search--pager")).toHaveText(/Sida (\d+) av \1/);
});

test("filters count what they would leave, and are chips, and stand in the address", async ({ page }) => {
  const bodies = grouped(records(site()), ({ body }) => body?.name);
  const [[name, of_body]] = [...bodies].filter(([name]) => name).sort(([, one], [, other]) => other.length - one.length);
  await page.goto(url(site(), `?body=${encodeURIComponent(name)}`));
  await expect(count(page)).toHaveText(counted(of_body.length));
  const stages = grouped(of_body, ({ stage }) => stage);
  const facet = page.locator('[data-facet="stage"] li');
  await expect(facet).toHaveCount(stages.size);
  for (const [stage, records] of stages) {
    await expect(facet.filter({ has: page.locator(`[value="${stage}"]`) }).locator(".count")).toHaveText(String(records.length));
  }
  const [stage, staged] = [...stages][0];
  await page.locator(`[data-facet="stage"] [value="${stage}"]`).check();
  await expect(count(page)).toHaveText(counted(staged.length));
  await expect(page).toHaveURL(new RegExp(`stage=${stage}`));
  await expect(page.locator(`[data-facet="stage"] [value="${stage}"]`)).toBeFocused();
  await expect(page.locator("#search--chips button")).toHaveCount(3);
  await page.locator("#search--chips button").first().click();
  await expect(page).not.toHaveURL(/body=/);
  await page.goBack();
  await expect(count(page)).toHaveText(counted(staged.length));
  await page.locator("#search--chips .clear").click();
  await expect(page.locator("#search--chips button")).toHaveCount(0);
});

test("a period and a year hold exactly their records", async ({ page }) => {
  const dates = records(site()).map(({ date }) => date).sort();
  const [from, to] = [dates[2], dates[6]];
  await page.goto(url(site(), `?from=${from}&to=${to}`));
  const within = dates.filter((date) => date >= from && date <= to).length;
  await expect(count(page)).toHaveText(counted(within));
  const year = dates[4].slice(0, 4);
  await page.goto(url(site(), `?year=${year}&sort=date`));
  await expect(count(page)).toHaveText(counted(dates.filter((date) => date.startsWith(year)).length));
  const shown = await page.locator("#search--hits time").evaluateAll((all) => all.map((time) => time.dateTime));
  expect(shown).toEqual([...shown].sort().reverse());
});

test("hits come ten at a time, and back restores the page and where it was scrolled", async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 500 });
  await page.goto(url(site(), "?from=1900-01-01"));
  await expect(titles(page)).toHaveCount(10);
  const first = await titles(page).first().textContent();
  await page.locator("#search--pager a[rel=next]").click();
  await expect(page).toHaveURL(/page=2/);
  await expect(titles(page).first()).not.toHaveText(first);
  await page.mouse.wheel(0, 600);
  await expect.poll(() => page.evaluate(() => history.state?.scroll ?? 0)).toBeGreaterThan(300);
  const scrolled = await page.evaluate(() => scrollY);
  await titles(page).nth(3).locator("a").evaluate((link) => link.click());
  await expect(page.locator("article.record")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/page=2/);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled);
});

test("the count is said once, politely", async ({ page }) => {
  await ask(page, "simhall");
  const status = page.getByRole("status");
  await expect(status).toHaveText(/träffar på/);
  await expect(page.locator("[aria-live=assertive], [role=alert]")).toHaveCount(0);
});

test("without script the page says so and leads to every other way", async ({ browser }) => {
  for (const [of, sentence] of [
    [site(), "Sökningen kräver JavaScript. Du hittar handlingarna även här:"],
    [english(), "The search needs JavaScript. Without it, you find the decisions here:"],
  ]) {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url(of, "?q=plan"));
    await expect(page.locator(".notice")).toHaveText(sentence);
    await expect(page.locator(".notice")).toBeVisible();
    for (const link of await page.locator("#search--browse a").all()) {
      const address = await link.getAttribute("href");
      expect((await fetch(new URL(address, of.url("/")))).status, address).toBe(200);
    }
    await expect(page.locator("#search--found")).toBeHidden();
    await context.close();
  }
});

test("an English register is searched in English", async ({ page }) => {
  const of = english();
  const [{ title }] = records(of);
  await ask(page, title, of);
  await expect(count(page)).toHaveText(/^\d+ (hits? for|with all words of) “/);
  await expect(titles(page).first()).toHaveText(title);
  await ask(page, "librarys", of);
  await expect(count(page)).toHaveText(/hit/);
});

test("a site below a path searches below it", async ({ page }) => {
  const of = below();
  await ask(page, "planterat", of);
  await expect(titles(page).first()).toBeVisible();
  await titles(page).first().locator("a").click();
  expect(new URL(page.url()).pathname.startsWith(of.base)).toBe(true);
});

test("what is not published is not found, nor offered", async ({ page }) => {
  await ask(page, '"dolt"', below());
  await expect(count(page)).toHaveText(/^Inga träffar/);
  await ask(page, "dolt", below());
  await expect(count(page)).toHaveText(/\S/);
  await expect(page.locator("#search--meant", { hasText: "”dolt”" })).toHaveCount(0);
});

for (const [fault, answer] of Object.entries({
  "is missing": (route) => route.fulfill({ status: 404, body: "" }),
  "is cut short": (route) => {
    const { pathname } = new URL(route.request().url());
    const body = readFileSync(join(site().output, pathname));
    return route.fulfill({ status: 200, body: body.subarray(0, Math.floor(body.length / 2)) });
  },
  "is another site's": (route) => route.fulfill({ status: 200, body: Buffer.from("foreign bytes, foreign bytes") }),
})) {
  for (const shard of ["words", "postings", "hits", "index.json"]) {
    test(`a file of the index, ${shard}, that ${fault} gives a plain sentence and working links`, async ({ page }) => {
      await page.route(`**/index/${shard}*`, answer);
      await ask(page, "och");
      await expect(count(page)).toHaveText(/^Det gick inte att läsa in sökningen/);
      await expect(page.locator("#search--browse a").first()).toBeVisible();
      await page.unrouteAll({ behavior: "wait" });
      await page.getByRole("button", { name: "Försök igen" }).click();
      await expect(count(page)).toHaveText(/träffar/);
    });
  }
}

test("an index published anew in mid-visit is opened again", async ({ page }) => {
  await page.goto(url(site()));
  await page.waitForLoadState("networkidle");
  let old = true;
  await page.route("**/index/*", async (route) => {
    if (!route.request().url().includes("index.json") && old) {
      old = false;
      await route.fulfill({ status: 404, body: "" });
    } else await route.continue();
  });
  await page.locator("#search--text").fill("simhall");
  await expect(titles(page).first()).toHaveText(/simhall/i);
  expect(old).toBe(false);
});

test("a web server that gives whole files only is searched all the same", async ({ page }) => {
  await page.route("**/index/*.bin*", async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ status: 200, body: readFileSync(join(site().output, pathname)) });
  });
  await ask(page, "simhall");
  await expect(titles(page).first()).toHaveText(/simhall/i);
});

test("browsers can add the search", async ({ page }) => {
  await page.goto(site().url("/"));
  const address = await page.locator("link[rel=search]").getAttribute("href");
  const xml = site().text(address.slice(1));
  const template = xml.match(/template="([^"]+)"/)[1];
  expect(template).toBe(`${site().home}${searchAddress(site()).slice(1)}?q={searchTerms}`);
});

test("the script is at most 15 kB when compressed", async () => {
  const { gzipSync } = await import("node:zlib");
  const [file] = readdirSync(join(site().output, "static")).filter((name) => name.endsWith(".js"));
  expect(gzipSync(readFileSync(join(site().output, "static", file)), { level: 9 }).length).toBeLessThanOrEqual(15_000);
});
