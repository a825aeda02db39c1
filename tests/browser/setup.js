// Builds the sites that the tests read, once, and serves them until the last test is done.
//
// - `example`: the register in content/, as it is published, at the root of its address.
// - `below`: the same register with the records in planted/ added, published below a path, two records on
//   a page of a list. The planted records have every part a record can have, and some must never be seen; so the tests
//   need no particular record in content/.
// - `english`: the register that `diarium --language en init` makes.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

import { serve } from "./server.js";

const HERE = import.meta.dirname;
const DIARIUM = resolve(process.env.DIARIUM || join(HERE, "../../target/release/diarium"));
/** The folder with content/ and perhaps themes/; another register can be tried with it. */
const ROOT = resolve(process.env.REGISTER || join(HERE, "../.."));

export default async function setup() {
  const folder = await mkdtemp(join(tmpdir(), "diarium-browser-"));
  const servers = [];
  const stop = async () => {
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const sites = {};
    for (const [name, make] of Object.entries({ example, below, english })) {
      const root = join(folder, name);
      const home = new URL(await make(root));
      const output = join(folder, `${name}-output`);
      await build(root, output);
      const server = await serve(output, home.pathname);
      servers.push(server);
      sites[name] = { root, output, home: home.href, origin: `http://127.0.0.1:${server.address().port}` };
    }
    process.env.DIARIUM_SITES = JSON.stringify(sites);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function build(root, output) {
  try {
    await promisify(execFile)(DIARIUM, ["--root", root, "build", "--output", output]);
  } catch (error) {
    throw new Error(`${DIARIUM} did not build the register:\n${error.stdout ?? ""}${error.stderr ?? error.message}`);
  }
}

/** Copies the register, so that a test leaves nothing in the folder it tests. */
async function copy(root) {
  await cp(join(ROOT, "content"), join(root, "content"), { recursive: true });
  await cp(join(ROOT, "themes"), join(root, "themes"), { recursive: true }).catch((error) => {
    if (error.code !== "ENOENT") throw error;
  });
}

async function example(root) {
  await copy(root);
  return homeOf(root);
}

async function english(root) {
  await promisify(execFile)(DIARIUM, ["--language", "en", "init", root]);
  return homeOf(root);
}

async function homeOf(root) {
  const settings = await readFile(join(root, "content/site.yaml"), "utf8");
  return settings.match(/^base_url:\s*["']?([^\s"'#]+)/m)[1];
}

async function below(root) {
  await copy(root);
  const home = "https://example.org/a/b/";
  const settings = join(root, "content/site.yaml");
  const kept = (await readFile(settings, "utf8")).replace(/^(base_url|page_size):.*\n?/gm, "");
  await writeFile(settings, `${kept}\nbase_url: ${home}\npage_size: 2\n`);
  await cp(join(HERE, "planted"), join(root, "content/planted"), { recursive: true });
  return home;
}
