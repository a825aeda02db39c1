// Many windows on one preview: browsers open six connections to a server, and the windows share one of them.
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { expect, test } from "@playwright/test";

import { Preview, followed } from "./preview.js";

const RECORD = "content/2021/ctpn.md";
const PAGE = "/beslut/2021/ctpn/";

let preview;
test.afterEach(() => preview.stop());

test("ten windows and the desk hear of every edit, and of a server that stops", async ({ context }) => {
  test.slow();
  preview = await Preview.start();
  const windows = [];
  for (let number = 0; number < 10; number += 1) {
    const page = await context.newPage();
    await page.goto(preview.url(PAGE));
    await followed(page);
    windows.push(page);
  }
  const desk = await context.newPage();
  await desk.goto(preview.url("/_diarium/"));
  for (let number = 0; number < 3; number += 1) {
    await preview.edit(RECORD, (text) => `${text}\n\nTill alla, nummer ${number}.\n`);
    for (const page of windows) await expect(page.getByText(`Till alla, nummer ${number}.`)).toBeAttached();
  }
  await preview.edit(RECORD, (text) => text.replace(/^(datum|date): .*$/m, "date: 31 februari 2021"));
  await expect(desk.locator('details[data-name="stops"]')).toContainText("date-invalid");
  await preview.edit(RECORD, (text) => text.replace("31 februari 2021", "2021-03-31"));
  await expect(desk.locator('details[data-name="stops"]')).toHaveCount(0);
  await preview.kill();
  for (const page of windows) await expect(page.locator("diarium-preview")).toHaveAttribute("data-stopped", "");
  await preview.serve();
  for (const page of windows) await expect(page.locator("diarium-preview")).not.toHaveAttribute("data-stopped", "");
  await windows[0].close();
  await windows[1].reload();
  await followed(windows[1]);
});

test("a browser without shared workers follows its page all the same", async ({ page }) => {
  preview = await Preview.start();
  await page.addInitScript(() => { delete window.SharedWorker; });
  await page.goto(preview.url(PAGE));
  await followed(page);
  await preview.edit(RECORD, (text) => `${text}\n\nUtan arbetare.\n`);
  await expect(page.getByText("Utan arbetare.")).toBeAttached();
});

test("a private preview opens from a file with the secret, which leaves the address, and follows its page", async ({ page, browser }) => {
  preview = await Preview.start("--private");
  const stranger = await browser.newContext();
  expect((await stranger.request.get(preview.url(PAGE))).status()).toBe(403);
  await stranger.close();
  const file = join(tmpdir(), `diarium-open-${preview.port}.html`);
  await writeFile(file, `<!doctype html><meta http-equiv="refresh" content="0;url=${preview.home}">`);
  await page.goto(pathToFileURL(file).href);
  await expect(page).toHaveURL(preview.url("/").split("?")[0]);
  await page.goto(preview.url(PAGE).split("?")[0]);
  await followed(page);
  await preview.edit(RECORD, (text) => `${text}\n\nBara för mig.\n`);
  await expect(page.getByText("Bara för mig.")).toBeAttached();
});
