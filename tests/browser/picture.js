// The picture in the README: the seed record as it is published, beside the preview of it with a fault.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { chromium } from "@playwright/test";

import { DIARIUM, Preview, overlay } from "./preview.js";
import { serve } from "./server.js";

const HERE = import.meta.dirname;
/** Where the picture stands. */
export const PICTURE = join(HERE, "../../src/docs/picture.png");
const RECORD = "content/2021/ctpn.md";
const PAGE = "beslut/2021/ctpn/";
const SIZE = { width: 640, height: 800 };

/** The picture as the program would make it now. */
export async function picture(/** @type {import("@playwright/test").Browser} */ browser) {
  const output = await mkdtemp(join(tmpdir(), "diarium-picture-"));
  const preview = await Preview.start();
  try {
    await promisify(execFile)(DIARIUM, ["--root", preview.root, "build", "--output", output]);
    const server = await serve(output, "/");
    const published = await shown(browser, `http://127.0.0.1:${server.address().port}/${PAGE}`);
    server.close();
    const previewed = await shown(browser, preview.url(PAGE), async (page) => {
      await preview.edit(RECORD, (text) => text.replace("date: 14 april 2021", "date: 31 april 2021"));
      await overlay(page).waitFor();
    });
    return await joined(browser, [published, previewed]);
  } finally {
    await preview.stop();
    await rm(output, { recursive: true, force: true });
  }
}

/** A screenshot of a page, once something was done with it. */
async function shown(browser, address, act = async () => {}) {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: "light" });
  await page.goto(address);
  await act(page);
  const taken = await page.screenshot({ animations: "disabled" });
  await page.close();
  return taken;
}

/** Pictures side by side as one. */
async function joined(browser, pictures) {
  const frame = "border: 1px solid #999; border-radius: 6px; display: block";
  const images = pictures.map((each) => `<img style="${frame}" src="data:image/png;base64,${each.toString("base64")}">`);
  const page = await browser.newPage({ viewport: { width: 2 * SIZE.width + 50, height: SIZE.height + 36 } });
  await page.setContent(`<body style="margin: 16px; display: flex; gap: 16px; background: #fff">${images.join("")}</body>`);
  const taken = await page.screenshot();
  await page.close();
  return taken;
}

if (process.argv[1] === import.meta.filename) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const made = await picture(browser);
    await writeFile(PICTURE, made);
    process.stdout.write(`${PICTURE}: ${made.length} bytes\n`);
  } finally {
    await browser.close();
  }
}
