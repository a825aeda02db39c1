// Serves a built site as static hosts serve it, and counts what is moved: text is compressed, everything else as it is,
// parts of files where they are asked for.
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

import { find } from "./server.js";

const TEXT = /text|json|javascript|xml|svg/;

/** Serves a folder; `moved` tells what is moved while something is done. */
export async function counted(folder) {
  let bytes = 0;
  let requests = 0;
  const server = createServer(async (request, response) => {
    const answer = await find(folder, "/", new URL(request.url, "http://localhost").pathname);
    let { status, body } = answer;
    const headers = { "content-type": answer.type, "cache-control": "max-age=600" };
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    if (TEXT.test(answer.type)) {
      body = gzipSync(body);
      headers["content-encoding"] = "gzip";
    } else if (range && status === 200) {
      status = 206;
      headers["content-range"] = `bytes ${range[1]}-${range[2]}/${body.length}`;
      body = body.subarray(Number(range[1]), Number(range[2]) + 1);
    }
    bytes += body.length;
    requests += 1;
    response.writeHead(status, headers);
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const moved = async (action) => {
    const before = [bytes, requests];
    const begun = performance.now();
    await action();
    return { bytes: bytes - before[0], requests: requests - before[1], milliseconds: Math.round(performance.now() - begun) };
  };
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, moved, close };
}
