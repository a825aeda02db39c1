// How long it takes from an edit to the page: in an HTTP answer and in a real browser, beside Hugo's server.
//
//   node benches/preview.mjs [--records N,N,…] [--edits N] [--hugo] [--soak N]
//
// A record is renamed into place as editors do; the clock runs until (a) a GET of its page has the new text and (b)
// Chromium shows it. Needs what tests/run.sh installs. With --hugo the twin of the register is shown by Hugo's server
// in the same run. With --soak so many edits are made, and memory, threads and descriptors are compared.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { createRequire } from "node:module";
import { cpus, tmpdir, totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

const ROOT = resolve(import.meta.dirname, "..");
const { chromium } = createRequire(join(ROOT, "tests/browser/package.json"))("@playwright/test");
const DIARIUM = join(ROOT, "target/release/diarium");
const CLOCK_TICKS = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

const { values: options } = parseArgs({
  options: {
    records: { type: "string", default: "10000" },
    edits: { type: "string", default: "30" },
    hugo: { type: "boolean", default: false },
    soak: { type: "string", default: "0" },
  },
});

/** How long anything may take, in milliseconds. */
const PATIENCE = 60_000;
/** Servers under way, to be ended whatever happens. */
const servers = new Set();

const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const now = () => performance.now();

/** A server under test: its process, where it is and how it names a record's page. */
class Server {
  constructor(name, command, args, folder, port) {
    Object.assign(this, { name, folder, port });
    this.begun = now();
    this.process = spawn(command, args, { stdio: "ignore" });
    servers.add(this);
  }

  url(path) {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  async ready(path) {
    while (!(await fetchText(this.url(path)))) {
      if (now() - this.begun > 5 * PATIENCE) throw new Error(`${this.url(path)} never came`);
      await sleep(20);
    }
    this.start = now() - this.begun;
  }

  /** Processor time so far in milliseconds (proc(5)). */
  processor() {
    const fields = readFileSync(`/proc/${this.process.pid}/stat`, "utf8").split(") ")[1].split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / CLOCK_TICKS;
  }

  memory() {
    return Number(readFileSync(`/proc/${this.process.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024;
  }

  peak() {
    return Number(readFileSync(`/proc/${this.process.pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)[1]) / 1024;
  }

  count(what) {
    return readdirSync(`/proc/${this.process.pid}/${what}`).length;
  }

  async stop() {
    const gone = new Promise((done) => this.process.once("exit", done));
    this.process.kill();
    servers.delete(this);
    await gone;
  }
}

function fetchText(url) {
  return new Promise((done) => {
    get(url, { agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => { text += chunk; });
      response.on("end", () => done(response.statusCode === 200 ? text : ""));
    }).on("error", () => done(""));
  });
}

/** Renames a file with other text into the place of the one there is. */
function edit(file, change) {
  const temporary = join(dirname(file), `.${process.pid}.tmp`);
  writeFileSync(temporary, change(readFileSync(file, "utf8")));
  renameSync(temporary, file);
}

const prose = (mark) => (text) => `${text.trimEnd()}\n\n${mark}\n`;
const title = (mark) => (text) => text.replace(/^((?:title|titel|rubrik): "?)/m, `$1${mark} `);

/** Milliseconds from an edit to the moment a GET of the page has the mark. */
async function untilServed(server, record, change, mark) {
  const begun = now();
  edit(join(server.folder, record.file), change(mark));
  await served(server, record, mark, begun);
  return now() - begun;
}

async function served(server, record, mark, begun) {
  while (!(await fetchText(server.url(record.path))).includes(mark)) {
    if (now() - begun > PATIENCE) throw new Error(`${server.url(record.path)} never had ${mark}`);
    await sleep(1);
  }
}

/** Milliseconds from an edit to the moment the page in the browser has the mark and has been painted. */
async function untilShown(server, record, page, mark) {
  await page.goto(server.url(record.path), { waitUntil: "load" });
  await sleep(400);
  const has = (wanted) => document.body?.textContent.includes(wanted);
  const shown = page.waitForFunction(has, mark, { polling: "raf", timeout: PATIENCE });
  await sleep(50);
  const begun = now();
  edit(join(server.folder, record.file), prose(mark));
  await shown;
  return now() - begun;
}

const at = (times, share) => [...times].sort((one, other) => one - other)[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)];
const figures = (times) => `${at(times, 0.5).toFixed(0)} / ${at(times, 0.95).toFixed(0)}`;

/** Some records of the register, evenly spread: file, and path of the page. */
function records(folder, count, pathOf) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => /\d.*\.md$/.test(file) && !file.includes("pages/"));
  files.sort();
  const step = Math.floor(files.length / count);
  return Array.from({ length: count }, (_, index) => files[index * step]).map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    return { file, path: pathOf(file, text) };
  });
}

async function measure(server, some, browser) {
  const count = Number(options.edits);
  const of = (index) => some[index % some.length];
  const gets = [];
  const cpu = [];
  for (let index = 0; index < count; index += 1) {
    const before = server.processor();
    gets.push(await untilServed(server, of(index), prose, `mening${server.name}a${index}x`));
    await sleep(150);
    cpu.push(server.processor() - before);
  }
  const titles = [];
  for (let index = 0; index < Math.min(count, 10); index += 1) {
    titles.push(await untilServed(server, of(index), title, `Rubrik${server.name}${index}x`));
    await sleep(200);
  }
  const page = await browser.newPage();
  const shown = [];
  for (let index = 0; index < count; index += 1) {
    shown.push(await untilShown(server, of(index), page, `mening${server.name}b${index}x`));
    await sleep(100);
  }
  await page.close();
  return { served: gets, shown, titles, cpu };
}

async function template(server, record) {
  const file = join(server.folder, "../themes/overrides/templates/record.html");
  execFileSync("mkdir", ["-p", dirname(file)]);
  const times = [];
  for (let index = 0; index < 10; index += 1) {
    const mark = `mall${index}x`;
    const begun = now();
    writeFileSync(`${file}.tmp~`, `{% extends "default/record.html" %}{% block main %}<p>${mark}</p>{{ super() }}{% endblock main %}`);
    renameSync(`${file}.tmp~`, file);
    await served(server, record, mark, begun);
    times.push(now() - begun);
    await sleep(200);
  }
  return times;
}

async function soak(server, some, edits) {
  const state = () => ({ memory: server.memory(), threads: server.count("task"), descriptors: server.count("fd") });
  let early;
  for (let index = 0; index < edits; index += 1) {
    await untilServed(server, some[index % some.length], prose, `soak${index}x`);
    if (index === Math.min(199, edits - 1)) early = state();
  }
  await sleep(1000);
  return { early, late: state() };
}

async function bench(count, browser) {
  const folder = mkdtempSync(join(tmpdir(), "diarium-bench-"));
  try {
    const wanted = ["--generate", join(folder, "register"), "--records", String(count), ...(options.hugo ? ["--hugo"] : [])];
    execFileSync("cargo", ["bench", "--quiet", "--locked", "--bench", "scale", "--", ...wanted], { cwd: ROOT, stdio: "ignore" });
    const site = join(folder, "register/site");
    console.log(`\n## ${count.toLocaleString("en")} records\n`);
    console.log("| server | start to first page s | prose: GET ms | prose: processor ms | title: GET ms | prose: Chromium ms | memory MiB |");
    console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    const ours = new Server("D", DIARIUM, ["--root", site, "serve", "--port", "18080", "--language", "en"], join(site, "content"), 18080);
    const some = records(ours.folder, 30, (file, text) => {
      const year = text.match(/^(?:date|datum): .*?(\d{4})/m)[1];
      const id = text.match(/^(?:id|beteckning): "?([^"\n]+)/m)?.[1] ?? file.replace(/\/index\.md$/, "").replace(/^.*\/|\.md$/g, "");
      return `/beslut/${year}/${id}/`;
    });
    await ours.ready(some[0].path);
    await row("Diarium", ours, some, browser);
    const templates = await template(ours, some[0]);
    const edits = Number(options.soak);
    const soaked = edits > 0 ? await soak(ours, some, edits) : null;
    await ours.stop();
    if (options.hugo) await benchHugo(join(folder, "register/hugo"), browser, some);
    console.log(`\nA template edited: the page is served after ${figures(templates)} ms (median / p95).`);
    if (soaked) console.log(`After ${edits} edits: ${JSON.stringify(soaked)}`);
  } finally {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function benchHugo(folder, browser, ours) {
  if (!existsSync(folder)) return;
  const server = new Server("H", "hugo", ["server", "--source", folder, "--port", "18081", "--bind", "127.0.0.1", "--renderToMemory"], join(folder, "content"), 18081);
  const some = records(server.folder, 30, (file) => `/${file.replace(/\/index\.md$|\.md$/, "")}/`.toLowerCase());
  await server.ready(some[0].path);
  await row("Hugo", server, some.length > 0 ? some : ours, browser);
  await server.stop();
}

async function row(name, server, some, browser) {
  const { served, shown, titles, cpu } = await measure(server, some, browser);
  const cells = [name, (server.start / 1000).toFixed(2), figures(served), figures(cpu), figures(titles), figures(shown), server.peak().toFixed(0)];
  console.log(`| ${cells.join(" | ")} |`);
}

console.log(`${cpus().length} processors (${cpus()[0].model}), ${(totalmem() / 2 ** 30).toFixed(1)} GiB; median / p95 of ${options.edits} edits.`);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
try {
  for (const count of options.records.split(",").map(Number)) await bench(count, browser);
} finally {
  await browser.close();
}
