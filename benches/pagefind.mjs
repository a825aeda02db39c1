// Our search beside Pagefind's, over the same pages in one run.
//
//   node benches/pagefind.mjs [RECORDS]
//
// Pagefind 1.6 is fetched from the npm registry for this bench alone. A register of so many records (10,000) is built; what
// each search costs to build, keeps, and moves until ten results with excerpts are there, is told. Then both are asked
// the questions with known answers in tests/search/, over the example register and over a generated one.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { counted } from "../tests/browser/counted.js";
import { serve } from "../tests/browser/server.js";

const ROOT = resolve(import.meta.dirname, "..");
const { chromium } = createRequire(join(ROOT, "tests/browser/package.json"))("@playwright/test");
const DIARIUM = join(ROOT, "target/release/diarium");
/** A word that most records hold, one that a single record holds, a case number, and one that does not exist. */
const QUESTIONS = { common: "enligt", rare: "projektparkskogar", "case number": "SBN 2023/277", "no such case": "SBN 2023/99999" };
const RESULTS = 10;
/** How many records the generated register of the questions has. */
const ASKED = 1000;

const folder = mkdtempSync(join(tmpdir(), "diarium-pagefind-"));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  await compare(Number(process.argv[2] ?? 10_000));
  await ask();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function compare(records) {
  const output = join(folder, "output");
  const build = timed(DIARIUM, ["--root", generate(records), "build", "--output", output]);
  const own = amount(join(output, "sok/index"));
  const pagefind = timedPagefind(output);
  const theirs = amount(join(output, "pagefind"));
  console.log(`## ${records.toLocaleString("en")} records\n`);
  console.log(`Diarium, whole build with search: ${build}; index: ${own}.`);
  console.log(`Pagefind, index alone: ${pagefind}; index: ${theirs}.\n`);
  console.log("| question | Diarium: bytes, requests, ms, total | Pagefind: bytes, requests, ms, total |\n| --- | ---: | ---: |");
  for (const [name, text] of Object.entries(QUESTIONS)) {
    const figures = [await visit(output, searchDiarium, text), await visit(output, searchPagefind, text)];
    console.log(`| ${name} | ${figures.map((each) => `${each.bytes}, ${each.requests}, ${each.milliseconds}, ${each.total}`).join(" | ")} |`);
  }
}

/** Writes a register of so many records, and gives its root. */
function generate(records) {
  const register = join(folder, `register-${records}`);
  if (!existsSync(register)) {
    execFileSync("cargo", ["bench", "--quiet", "--locked", "--bench", "scale", "--", "--generate", register, "--records", String(records)], { cwd: ROOT, stdio: "ignore" });
  }
  return join(register, "site");
}

/** The questions with known answers, over both registers: one page a side, whose cache stays as warm as it gets. */
async function ask() {
  console.log(`\n## Questions with known answers, at ${RESULTS}\n`);
  console.log("Pagefind knows no filters and no days of these pages: what is narrowed is asked of Diarium alone.\n");
  console.log("| register | questions | Diarium: recall, precision | Pagefind: recall, precision |\n| --- | ---: | ---: | ---: |");
  for (const [name, root, file] of [
    ["example", ROOT, "questions.tsv"],
    [`generated, ${ASKED.toLocaleString("en")} records`, generate(ASKED), "register-questions.tsv"],
  ]) {
    const output = mkdtempSync(join(folder, "asked-"));
    execFileSync(DIARIUM, ["--root", root, "build", "--output", output], { stdio: "ignore" });
    timedPagefind(output);
    const server = await serve(output, "/");
    const origin = `http://127.0.0.1:${server.address().port}`;
    const all = questions(file);
    const narrowed = all.filter(({ narrowing }) => narrowing);
    const plain = all.filter(({ narrowing }) => !narrowing);
    const figures = [await score(await diarium(origin), plain), await score(await pagefind(origin), plain)];
    console.log(`| ${name} | ${plain.length} | ${figures.join(" | ")} |`);
    if (narrowed.length > 0) {
      console.log(`| ${name}, narrowed | ${narrowed.length} | ${await score(await diarium(origin), narrowed)} | not asked |`);
    }
    server.closeAllConnections();
    server.close();
  }
}

/** The questions of a file: a text, what narrows it, and the ids of the records that answer it. */
function questions(file) {
  const lines = readFileSync(join(ROOT, "tests/search", file), "utf8").split("\n");
  return lines.filter((line) => line && !line.startsWith("#")).map((line) => {
    const [text, narrowing, answers] = line.split("\t");
    return { text, narrowing, expected: answers.split(" ").filter(Boolean) };
  });
}

/** Recall and precision of what is found for some questions, on average. `find` gives the addresses of the first hits. */
async function score(find, questions) {
  let [recall, precision] = [0, 0];
  for (const question of questions) {
    const ids = (await find(question)).slice(0, RESULTS).map(idOf);
    const right = ids.filter((id) => question.expected.includes(id)).length;
    const most = Math.min(question.expected.length, RESULTS);
    recall += most > 0 ? right / most : 1;
    precision += ids.length > 0 ? right / ids.length : 1;
  }
  return [recall, precision].map((sum) => (sum / questions.length).toFixed(3)).join(", ");
}

/** Finds with Diarium, as its search page shows it; a suggestion is followed. */
async function diarium(origin) {
  const page = await (await browser.newContext()).newPage();
  const hits = async (asked) => {
    await page.goto(`${origin}/sok/?${asked}`, { waitUntil: "commit" });
    await page.locator("#search--found").waitFor();
    return page.locator("#search--hits > li h3 a").evaluateAll((links) => links.map((link) => link.pathname));
  };
  return async ({ text, narrowing }) => {
    const found = await hits(new URLSearchParams([["q", text], ...narrowing.split(";").filter(Boolean).map((each) => each.split("="))]));
    const meant = page.locator("#search--meant a");
    return found.length === 0 && (await meant.count()) > 0 ? hits(new URL(await meant.evaluate((link) => link.href)).searchParams) : found;
  };
}

/** Finds with Pagefind, through its own functions. */
async function pagefind(origin) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${origin}/pagefind/bench.html`);
  return async ({ text }) => (await foundByPagefind(page, text)).addresses;
}

/** One visit with a cold cache: what is moved, and how many results are told of. */
async function visit(output, search, text) {
  const { origin, moved, close } = await counted(output);
  const page = await (await browser.newContext({ viewport: { width: 900, height: 4000 } })).newPage();
  let found;
  const figures = await moved(async () => { found = await search(page, origin, text); });
  await page.context().close();
  close();
  return { ...figures, total: found.total };
}

async function searchDiarium(page, origin, text) {
  await page.goto(`${origin}/sok/?q=${encodeURIComponent(text)}`, { waitUntil: "networkidle" });
  const meant = page.locator("#search--meant a, .meant a").first();
  if ((await page.locator("#search--hits > li").count()) === 0 && (await meant.count()) > 0) {
    await meant.click();
    await page.waitForLoadState("networkidle");
  }
  // Without hits, the only numbers in the sentence are those that were asked for.
  const isFound = (await page.locator("#search--hits > li").count()) > 0;
  const count = isFound ? ((await page.locator("#search--count").textContent()) ?? "") : "0";
  return { total: count.replace(/(\d)\s(?=\d)/g, "$1").match(/\d+/)?.[0] ?? "0" };
}

async function searchPagefind(page, origin, text) {
  await page.goto(`${origin}/pagefind/bench.html`);
  return foundByPagefind(page, text);
}

/** What Pagefind finds from a page that is open. */
function foundByPagefind(page, text) {
  return page.evaluate(async ([text, results]) => {
    const pagefind = await import("/pagefind/pagefind.js");
    const found = await pagefind.search(text);
    const data = await Promise.all(found.results.slice(0, results).map((result) => result.data()));
    return { addresses: data.map((each) => each.url), total: String(found.results.length) };
  }, [text, RESULTS]);
}

/** The id of a record, from its address. */
function idOf(address) {
  return address.split("/").at(-2);
}

/** Runs Pagefind over the records of a site, as its users would: the main text of each record's page. */
function timedPagefind(output) {
  const figures = timed("npm", ["exec", "--yes", "--package=pagefind@1.6.0", "--", "pagefind", "--site", output, "--glob", "beslut/*/*/index.html", "--root-selector", "main", "--force-language", "sv"]);
  writeFileSync(join(output, "pagefind/bench.html"), "<!doctype html><title>Pagefind</title>");
  return figures;
}

/** Processor time and peak memory of a command and all it starts, as the shell and GNU time tell them. */
function timed(command, args) {
  const notes = join(folder, "notes");
  execFileSync("/usr/bin/time", ["--format", "%U %S %M", "--output", notes, command, ...args], { stdio: "ignore" });
  const [user, system, peak] = readFileSync(notes, "utf8").trim().split("\n").at(-1).split(" ").map(Number);
  return `${(user + system).toFixed(1)} s of processor time, peak ${Math.round(peak / 1024)} MiB`;
}

function amount(folder) {
  const files = readdirSync(folder, { recursive: true }).map((file) => statSync(join(folder, file))).filter((file) => file.isFile());
  return `${files.length} files, ${(files.reduce((sum, file) => sum + file.size, 0) / 1e6).toFixed(1)} MB`;
}
