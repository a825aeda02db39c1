// Our search beside Pagefind's, over the same pages in one run.
//
//   node benches/pagefind.mjs [RECORDS]
//
// Pagefind 1.6 is fetched from the npm registry for this bench alone. A register of so many records (10,000) is built; what
// each search costs to build, keeps, and moves until ten results with excerpts are there, is told. Then both are asked
// the questions with known answers in tests/search/questions.tsv over the example register.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { counted } from "../tests/browser/counted.js";

const ROOT = resolve(import.meta.dirname, "..");
const { chromium } = createRequire(join(ROOT, "tests/browser/package.json"))("@playwright/test");
const DIARIUM = join(ROOT, "target/release/diarium");
/** A word that most records hold, one that a single record holds, a case number, and one that does not exist. */
const QUESTIONS = { common: "enligt", rare: "projektparkskogar", "case number": "SBN 2023/277", "no such case": "SBN 2023/99999" };
const RESULTS = 10;

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
  const register = join(folder, "register");
  execFileSync("cargo", ["bench", "--quiet", "--locked", "--bench", "scale", "--", "--generate", register, "--records", String(records)], { cwd: ROOT, stdio: "ignore" });
  const output = join(folder, "output");
  const build = timed(DIARIUM, ["--root", join(register, "site"), "build", "--output", output]);
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

/** The questions with known answers, over the example register. */
async function ask() {
  const output = join(folder, "example");
  execFileSync(DIARIUM, ["--root", ROOT, "build", "--output", output], { stdio: "ignore" });
  timedPagefind(output);
  const lines = readFileSync(join(ROOT, "tests/search/questions.tsv"), "utf8").split("\n");
  const questions = lines.filter((line) => line.includes("\t") && !line.startsWith("#")).map((line) => line.split("\t"));
  console.log(`\n${questions.length} questions with known answers, at ${RESULTS}:\n`);
  for (const [name, search] of [["Diarium", searchDiarium], ["Pagefind", searchPagefind]]) {
    let [recall, precision] = [0, 0];
    for (const [text, answers] of questions) {
      const expected = answers.split(" ").filter(Boolean);
      const { ids } = await visit(output, search, text);
      const right = ids.filter((id) => expected.includes(id)).length;
      const most = Math.min(expected.length, RESULTS);
      recall += most > 0 ? right / most : 1;
      precision += ids.length > 0 ? right / ids.length : 1;
    }
    console.log(`${name}: recall ${(recall / questions.length).toFixed(3)}, precision ${(precision / questions.length).toFixed(3)}`);
  }
}

/** One visit with a cold cache: what is moved, how many results are told of, and the first ten by their ids. */
async function visit(output, search, text) {
  const { origin, moved, close } = await counted(output);
  const page = await (await browser.newContext({ viewport: { width: 900, height: 4000 } })).newPage();
  let found;
  const figures = await moved(async () => { found = await search(page, origin, text); });
  await page.context().close();
  close();
  const ids = found.addresses.slice(0, RESULTS).map((address) => new URL(address, origin).pathname.split("/").at(-2));
  return { ...figures, total: found.total, ids };
}

async function searchDiarium(page, origin, text) {
  await page.goto(`${origin}/sok/?q=${encodeURIComponent(text)}`, { waitUntil: "networkidle" });
  const meant = page.locator("#search--meant a, .meant a").first();
  if ((await page.locator("#search--hits > li").count()) === 0 && (await meant.count()) > 0) {
    await meant.click();
    await page.waitForLoadState("networkidle");
  }
  const addresses = await page.locator("#search--hits > li a[href]").evaluateAll((links) => links.map((link) => link.pathname));
  const count = (await page.locator("#search--count").textContent()) ?? "";
  return { addresses: [...new Set(addresses)], total: count.replace(/(\d)\s(?=\d)/g, "$1").match(/\d+/)?.[0] ?? "0" };
}

async function searchPagefind(page, origin, text) {
  await page.goto(`${origin}/pagefind/bench.html`);
  return page.evaluate(async ([text, results]) => {
    const pagefind = await import("/pagefind/pagefind.js");
    const found = await pagefind.search(text);
    const data = await Promise.all(found.results.slice(0, results).map((result) => result.data()));
    return { addresses: data.map((each) => each.url), total: String(found.results.length) };
  }, [text, RESULTS]);
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
