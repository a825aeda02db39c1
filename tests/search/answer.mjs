// Answers each line of standard input, a query in JSON, with what the browser's engine finds in the index in a folder.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { open, search } from "../../themes/default/static/search.js";

const folder = process.argv[2];
globalThis.location = new URL("http://localhost/");
globalThis.fetch = async (address) => {
  const name = new URL(address, location).pathname.slice(1);
  return new Response(readFileSync(join(folder, name)));
};

await open("/index.json");
const facets = ["body", "outcome", "proposer", "stage", "topic", "year"];
let answers = "";
for await (const line of createInterface({ input: process.stdin })) {
  const { total, whole, hits, facets: counted, replaced, neighbours } = await search({ ...JSON.parse(line), facets });
  const counts = Object.fromEntries(
    Object.entries(counted).map(([name, values]) => [name, values.map(({ value, label, count }) => [value, label, count])]),
  );
  answers += `${JSON.stringify([total, whole, hits.map(({ address }) => address), counts, replaced, neighbours])}\n`;
}
process.stdout.write(answers);
