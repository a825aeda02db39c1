import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "@playwright/test";

import { sites } from "./sites.js";

const NAMESPACE = "http://www.w3.org/2005/Atom";

/** The rows of comma-separated values, as RFC 4180 has them. */
function rows(text) {
  expect(text.startsWith("\uFEFFid"), "spreadsheets know it for UTF-8").toBe(true);
  text = text.slice(1);
  const cells = text["id".length];
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows.at(-1);
    const sign = text[at];
    if (quoted && sign === '"' && text[at + 1] === '"') row[row.length - 1] += text[(at += 1)];
    else if (sign === '"') quoted = !quoted;
    else if (quoted) row[row.length - 1] += sign;
    else if (sign === cells) row.push("");
    else if (sign === "\n") rows.push([""]);
    else if (sign !== "\r") row[row.length - 1] += sign;
  }
  expect(quoted, "every quotation mark has its pair").toBe(false);
  return rows.filter((row) => row.length > 1 || row[0] !== "");
}

/** What a browser reads in an Atom feed. */
const feed = (page, text) =>
  page.evaluate(
    ([text, namespace]) => {
      const xml = new DOMParser().parseFromString(text, "application/xml");
      const own = (parent, name) => [...parent.children].filter((child) => child.localName === name);
      const facts = (parent) =>
        Object.fromEntries(["id", "title", "updated"].map((name) => [name, own(parent, name).map((each) => each.textContent)]));
      return {
        fault: xml.querySelector("parsererror")?.textContent ?? null,
        atom: xml.documentElement.namespaceURI === namespace && xml.documentElement.localName === "feed",
        ...facts(xml.documentElement),
        entries: own(xml.documentElement, "entry").map((entry) => ({
          ...facts(entry),
          links: own(entry, "link").map((link) => link.getAttribute("href")),
        })),
      };
    },
    [text, NAMESPACE],
  );

const SAYS_WHO = { id: [expect.stringMatching(/^https?:/)], title: [expect.stringMatching(/\S/)], updated: [expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/)] };

test("every feed is well-formed Atom with entries that have an id, a day and a link", async ({ page }) => {
  for (const site of sites()) {
    const files = site.files().filter((file) => /(^|\/)atom\.xml$/.test(file));
    expect(files).toContain("atom.xml");
    for (const file of files) {
      const read = await feed(page, site.text(file));
      expect(read, file).toMatchObject({ fault: null, atom: true, ...SAYS_WHO });
      // A notice board may have nothing up.
      if (!file.startsWith("anslagstavla/")) expect(read.entries.length, file).toBeGreaterThan(0);
      for (const entry of read.entries) {
        expect(entry, file).toMatchObject(SAYS_WHO);
        expect(entry.links.length, file).toBeGreaterThan(0);
      }
      const ids = read.entries.map(({ id }) => id[0]);
      expect(new Set(ids).size, `${file}: no id twice`).toBe(ids.length);
    }
  }
});

test("the site map is well-formed and has every page but the one for what does not exist", async ({ page }) => {
  for (const site of sites()) {
    const places = await page.evaluate((text) => {
      const xml = new DOMParser().parseFromString(text, "application/xml");
      return [...xml.querySelectorAll("url > loc")].map(({ textContent }) => textContent);
    }, site.text("sitemap.xml"));
    const pages = site.pages().filter((address) => site.kinds.get(address) !== "not_found");
    expect(places.map((url) => site.address(url)).sort()).toEqual(pages.sort());
  }
});

test("the data files agree on how many records there are", () => {
  for (const site of sites()) {
    for (const file of site.files().filter((file) => file.endsWith(".json"))) JSON.parse(site.text(file));
    const index = JSON.parse(site.text("data/index.json"));
    for (const year of index.years) {
      expect(JSON.parse(site.text(site.address(year.url).slice(1))), year.url).toHaveLength(year.records);
    }
    expect(site.records()).toHaveLength(index.records);
    expect(site.addresses("record")).toHaveLength(index.records);
    const [head, ...records] = rows(site.text("data/records.csv"));
    expect(records).toHaveLength(index.records);
    expect(records.filter((row) => row.length !== head.length)).toEqual([]);
    const urls = records.map((row) => row[head.indexOf("url")]);
    expect(urls.sort()).toEqual(site.records().map(({ url }) => url).sort());
  }
});

const MONTHS = {
  januari: 1, februari: 2, mars: 3, april: 4, maj: 5, juni: 6, juli: 7, augusti: 8, september: 9, oktober: 10,
  november: 11, december: 12, january: 1, february: 2, march: 3, may: 5, june: 6, july: 7, august: 8, october: 10,
};

/** A day in front matter, "2024-05-01" or "1 maj 2024", as a number that grows with time. */
function day(text) {
  const [, year, month, date] = text.match(/(\d{4})-(\d\d)-(\d\d)/) ?? [];
  if (year) return Date.UTC(year, month - 1, date);
  const [, dayOfMonth, name, ofYear] = text.toLowerCase().match(/(\d{1,2}) (\p{L}+) (\d{4})/u);
  return Date.UTC(ofYear, MONTHS[name] - 1, dayOfMonth);
}

/** The title of a source file that must not be published today; of the day itself, when the hour decides, nothing is said. */
function withheld(text) {
  const front = text.match(/^---\r?\n(.*?)\r?\n---/s)?.[1] ?? "";
  const value = (...names) => front.match(new RegExp(`^(?:${names.join("|")}):[ \\t]*["']?(.*?)["']?[ \\t]*$`, "m"))?.[1];
  const [from, until] = [value("publish_from", "publiceras_från"), value("publish_until", "publiceras_till")];
  const now = Date.now();
  const hidden =
    /^(true|yes|ja|sant)$/i.test(value("draft", "utkast") ?? "") ||
    (from && day(from) - 86_400_000 > now) ||
    (until && day(until) + 2 * 86_400_000 < now);
  return hidden ? value("title", "titel", "rubrik") : null;
}

test("the title of a draft, or of what is not yet or no longer published, is in no file", () => {
  for (const site of sites()) {
    const content = join(site.root, "content");
    const sources = readdirSync(content, { recursive: true }).filter((file) => file.endsWith(".md"));
    const public_ = new Set(site.records().map(({ title }) => title));
    const titles = sources
      .map((file) => withheld(readFileSync(join(content, file), "utf8")))
      .filter((title) => title && !public_.has(title));
    if (site.name === "below") expect(titles.filter((title) => title.startsWith("Planterat och dolt"))).toHaveLength(3);
    const files = site.files();
    for (const title of titles) {
      expect(files.filter((file) => site.text(file).includes(title)), title).toEqual([]);
    }
    if (site.name === "below") expect(files.filter((file) => /DOLT|Dol[dt][a ]/.test(site.text(file)))).toEqual([]);
  }
});
