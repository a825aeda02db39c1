// A preview of a copy of the example register, as staff start it.
import { execFile, spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

import { expect } from "@playwright/test";

const HERE = import.meta.dirname;
/** The program. */
export const DIARIUM = resolve(process.env.DIARIUM || join(HERE, "../../target/release/diarium"));
const run = promisify(execFile);

/** A register in a folder of its own, and the server that shows it. */
export class Preview {
  static async start(...options) {
    const preview = new Preview();
    preview.root = await mkdtemp(join(tmpdir(), "diarium-preview-"));
    for (const folder of ["content", "themes"]) {
      await cp(join(HERE, "../..", folder), preview.path(folder), { recursive: true });
    }
    preview.port = await freePort();
    preview.options = options;
    await preview.serve();
    return preview;
  }

  /** Starts the server, at the same port every time. */
  async serve() {
    this.output = "";
    this.server = spawn(DIARIUM, ["--root", this.root, "serve", "--port", String(this.port), ...this.options]);
    const hear = (chunk) => { this.output += chunk; };
    this.server.stdout.on("data", hear);
    this.server.stderr.on("data", hear);
    await expect.poll(() => this.output, { message: "the server says where it is" }).toContain("http://");
    this.home = this.output.match(/http:\/\/[^\s]+/)[0];
  }

  async kill() {
    if (this.server.exitCode !== null || this.server.signalCode !== null) return;
    const gone = new Promise((done) => this.server.once("exit", done));
    this.server.kill();
    await gone;
  }

  async stop() {
    await this.kill();
    await rm(this.root, { recursive: true, force: true });
  }

  path(file) {
    return join(this.root, file);
  }

  url(path) {
    return new URL(path, this.home).href;
  }

  read(file) {
    return readFile(this.path(file), "utf8");
  }

  /** Writes as editors do: a new file, renamed into the place of the old one. */
  async write(file, text) {
    const temporary = join(dirname(this.path(file)), `.${Math.random()}.tmp`);
    await writeFile(temporary, text);
    await rename(temporary, this.path(file));
  }

  async edit(file, change) {
    await this.write(file, change(await this.read(file)));
  }

  /** Publishes the register into its own output. */
  async build() {
    await run(DIARIUM, ["--root", this.root, "build"]);
  }

  async git(...options) {
    const who = ["-c", "user.name=Klara Klerk", "-c", "user.email=klara@exempelstad.example"];
    return (await run("git", [...who, ...options], { cwd: this.root })).stdout;
  }
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** The preview's bar, in its shadow tree. */
export const bar = (page) => page.getByRole("complementary", { name: /Förhandsvisning|Preview/ });

/** The dialog that tells what is wrong. */
export const overlay = (page) => page.getByRole("dialog", { name: /Det här behöver rättas|This needs to be corrected/ });

/** Waits until the page follows what happens to it. */
export const followed = (page) => expect(bar(page).locator(".standing")).not.toBeEmpty();

/** The revision of the register that the page knows of. */
export const revision = (page) => page.locator("diarium-preview").evaluate((host) => Number(host.dataset.revision));

/** A mark that is gone when the page is loaded again. */
export const mark = (page) => page.evaluate(() => { window.isMarked = true; });
export const isMarked = (page) => page.evaluate(() => window.isMarked === true);
