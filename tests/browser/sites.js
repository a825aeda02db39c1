// The sites that setup.js built, as the tests see them: their files, their pages, and a page of every kind.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A built site: its files and where it is served. Addresses are those of manifest.json: from the site's home. */
class Site {
  constructor(name, { root, output, home, origin }) {
    Object.assign(this, { name, root, output, home, origin, base: new URL(home).pathname });
    this.kinds = new Map(
      Object.entries(JSON.parse(this.text("manifest.json")).pages).map(([address, page]) => [address, page.kind]),
    );
  }

  /** The path of every file, from the output folder. */
  files() {
    return readdirSync(this.output, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.output.length + 1))
      .sort();
  }

  text(file) {
    return readFileSync(join(this.output, file), "utf8");
  }

  /** The HTML of the page at an address. */
  html(address) {
    return this.text(decodeURIComponent(address.endsWith("/") ? `${address}index.html` : address).slice(1));
  }

  /** The addresses of one kind, as manifest.json names it. */
  addresses(kind) {
    return [...this.kinds].filter(([, each]) => each === kind).map(([address]) => address);
  }

  /** The addresses of all HTML pages, without those that only lead elsewhere. */
  pages() {
    return [...this.kinds.keys()].filter(
      (address) => /(\/|\.html)$/.test(address) && this.kinds.get(address) !== "redirect",
    );
  }

  /** What data/ says of every record. */
  records() {
    return this.files()
      .filter((file) => /^data\/\d+\.json$/.test(file))
      .flatMap((file) => JSON.parse(this.text(file)));
  }

  /** The address in the manifest of an absolute address of the published site. */
  address(url) {
    if (!url.startsWith(this.home)) throw new Error(`${url} is not on ${this.home}`);
    return `/${url.slice(this.home.length)}`;
  }

  /** Where the tests reach an address. */
  url(address) {
    return this.origin + this.base + address.slice(1);
  }
}

/** The sites by name: `example` is the register in content/, `below` the same with planted records, below a path. */
export const sites = () => {
  known ??= Object.entries(JSON.parse(process.env.DIARIUM_SITES)).map(([name, site]) => new Site(name, site));
  return known;
};
let known;

export const example = () => sites().find((site) => site.name === "example");

const folder = (address) => address.replace(/[^/]+\/$/, "");
const isYear = (address) => /\/\d{4}\/$/.test(address);

const bodies = (site) => site.records().flatMap(({ body }) => (body ? [site.address(body.url)] : []));
const proposers = (site) => site.records().flatMap((record) => (record.proposers ?? []).map(({ url }) => site.address(url)));
const topics = (site) => site.records().flatMap((record) => (record.topics ?? []).map(({ url }) => site.address(url)));
const staged = (site, stage) =>
  site.records().flatMap((record) => (record.stage === stage ? [site.address(record.url)] : []));
const listings = (site) => site.addresses("listing");
const years = (site) => listings(site).filter(isYear);
const all = (site) => years(site).map(folder);
const cases = (site) => {
  const others = new Set([bodies, proposers, topics, years, all].flatMap((find) => find(site)));
  const folders = new Set([bodies, proposers, topics].flatMap((find) => find(site)).map(folder));
  return listings(site).filter((address) => !others.has(address) && !folders.has(folder(address)));
};
const indexes = (site, find) => find(site).map(folder);

/** Every kind of page, and how its addresses are found on a site, whatever the site's records are called. */
const KINDS = {
  "the home page": (site) => site.addresses("home"),
  "the list of all records": all,
  "a later page of a list": (site) => site.addresses("numbered_listing"),
  "the record ctpn": (site) => site.addresses("record").filter((address) => address === "/beslut/2021/ctpn/"),
  "a proposal": (site) => staged(site, "proposal"),
  "a decided record": (site) => staged(site, "decided"),
  "a record with a table": (site) => site.addresses("record").filter((address) => site.html(address).includes("<table")),
  "a body's page": bodies,
  "a proposer's page": proposers,
  "a topic's page": topics,
  "a year's page": years,
  "a case's page": cases,
  "the index of bodies": (site) => indexes(site, bodies),
  "the index of proposers": (site) => indexes(site, proposers),
  "the index of topics": (site) => indexes(site, topics),
  "the index of cases": (site) => indexes(site, cases),
  "the index of years": (site) => {
    const others = new Set([bodies, proposers, topics, cases].flatMap((find) => indexes(site, find)));
    return site.addresses("index").filter((address) => !others.has(address));
  },
  "a withdrawn record": (site) =>
    site.records().flatMap((record) => (record.changes?.some(({ kind }) => kind === "withdrawal") ? [site.address(record.url)] : [])),
  "a record with votes": (site) => site.records().flatMap((record) => (record.votes ? [site.address(record.url)] : [])),
  "a meeting": (site) => site.addresses("meeting"),
  "the meetings": (site) => site.addresses("meetings"),
  "a body that was asked": (site) => listings(site).filter((address) => site.html(address).includes('id="statements"')),
  "the glossary": (site) => site.addresses("glossary"),
  "the notice board": (site) => site.addresses("notice_board"),
  "what came of it": (site) => site.addresses("assignments"),
  "what it costs": (site) => site.addresses("costs"),
  "an ordinary page": (site) => site.addresses("text"),
  "the search page": (site) => site.addresses("search"),
  "the page for what does not exist": (site) => site.addresses("not_found"),
};

export const kinds = Object.keys(KINDS);

/** The longest page of a kind, for it shows most: where it is on the server, and its site. */
export function pageOf(kind) {
  const [longest] = sites()
    .flatMap((site) => KINDS[kind](site).map((address) => ({ site, address })))
    .map((page) => ({ ...page, length: page.site.html(page.address).length }))
    .sort((one, other) => other.length - one.length);
  if (!longest) throw new Error(`no site has ${kind}; let content/ or tests/browser/planted/ have one`);
  const { site, address } = longest;
  const missing = site.kinds.get(address) === "not_found";
  return { site, address, missing, url: site.url(missing ? "/no/such/page/" : address) };
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text of a piece of HTML: its entities as the characters they stand for. */
export const plain = (html) =>
  html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    name ? (ENTITIES[name] ?? whole) : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );

/** The values of an attribute in a page's HTML, in order. */
export const attributes = (html, ...names) =>
  [...html.matchAll(new RegExp(`\\s(?:${names.join("|")})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "gi"))].map((match) =>
    plain(match[1] ?? match[2]),
  );
