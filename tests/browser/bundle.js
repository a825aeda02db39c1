// Makes the script of the search page from its modules in src/search/browser/: `npm run bundle` writes it, and
// `npm run bundled` says whether it is what they give.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const path = (/** @type {string} */ below) => fileURLToPath(new URL(`../../${below}`, import.meta.url));
const published = path("themes/default/static/search.js");
const { outputFiles } = await build({
  entryPoints: [path("src/search/browser/main.js")],
  banner: { js: "// Made from src/search/browser/ by `npm run bundle --prefix tests/browser`: change it there." },
  bundle: true,
  charset: "utf8",
  format: "esm",
  legalComments: "inline",
  minify: true,
  target: "es2022",
  write: false,
});
const [{ text }] = outputFiles;
if (!process.argv.includes("--check")) {
  writeFileSync(published, text);
} else if (readFileSync(published, "utf8") !== text) {
  console.error(`${published} is not what its modules give: run \`npm run bundle --prefix tests/browser\``);
  process.exitCode = 1;
}
