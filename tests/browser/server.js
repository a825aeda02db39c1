// Serves a built site as a plain web server does: a folder is its index.html, and what does not exist is 404.html.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

/** Serves `folder` below the path `base`, which begins and ends with a slash; resolves to the server, listening. */
export function serve(folder, base) {
  const server = createServer(async (request, response) => {
    const answer = await find(folder, base, new URL(request.url, "http://localhost").pathname);
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    if (range && answer.status === 200) {
      const [start, end] = range.slice(1).map(Number);
      const body = answer.body.subarray(start, end + 1);
      const place = `bytes ${start}-${start + body.length - 1}/${answer.body.length}`;
      response.writeHead(206, { "content-type": answer.type, "content-range": place });
      response.end(body);
      return;
    }
    response.writeHead(answer.status, { "content-type": answer.type });
    response.end(answer.body);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

/** The answer to an address below `base`: a file of `folder`, or the page for what does not exist. */
export async function find(folder, base, address) {
  const outside = { status: 404, type: "text/plain; charset=utf-8", body: "Outside the site" };
  if (!address.startsWith(base)) return outside;
  let path;
  try {
    path = normalize(`/${decodeURIComponent(address.slice(base.length))}`);
  } catch {
    return outside;
  }
  const file = path.endsWith("/") ? `${path}index.html` : path;
  try {
    return { status: 200, type: TYPES[extname(file)] ?? "application/octet-stream", body: await readFile(join(folder, file)) };
  } catch {
    return { status: 404, type: TYPES[".html"], body: await readFile(join(folder, "404.html")) };
  }
}
