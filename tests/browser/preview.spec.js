// The live preview, as staff have it: an editor on one side, a browser on the other.
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { Preview, bar, followed, isMarked, mark, overlay, revision } from "./preview.js";

const RECORD = "content/2021/ctpn.md";
const PAGE = "/beslut/2021/ctpn/";

let preview;
test.beforeEach(async () => { preview = await Preview.start(); });
test.afterEach(() => preview.stop());

async function open(page, path) {
  await page.goto(preview.url(path));
  await followed(page);
  await mark(page);
}

const record = (title, date = "2026-01-02") => `---
title: ${title}
date: ${date}
proposer: Prova Provsson
recommendation: Nämnden godkänner provet.
---

Prov.
`;

test("an edit is patched into the page, and everything the reader did stays", async ({ page }) => {
  await preview.edit(RECORD, (text) => `${text}\n\n${"Ett långt stycke som fyller sidan.\n\n".repeat(60)}`);
  await open(page, PAGE);
  await page.evaluate(() => scrollTo(0, 900));
  const link = page.locator("footer a").first();
  await link.evaluate((element) => element.focus({ preventScroll: true }));
  await preview.edit(RECORD, (text) => `${text}\n\nEtt tillägg som ska synas.\n`);
  await expect(page.getByText("Ett tillägg som ska synas.")).toBeAttached();
  expect(await isMarked(page)).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBe(900);
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
});

test("a page that did not change does not move", async ({ page }) => {
  await open(page, "/");
  const before = await revision(page);
  await page.evaluate(() => {
    window.changes = 0;
    new MutationObserver((found) => { window.changes += found.length; })
      .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await preview.edit("content/2019/cykelplan.md", (text) => `${text}\n\nEn mening till sist.\n`);
  await expect.poll(() => revision(page)).toBeGreaterThan(before);
  expect(await page.evaluate(() => window.changes)).toBe(0);
  expect(await isMarked(page)).toBe(true);
});

test("a broken edit is told at its place, the last good page stays, and all is well when it is mended", async ({ page }) => {
  await preview.edit(RECORD, (text) => `${text}\n\n${"Ett långt stycke som fyller sidan.\n\n".repeat(60)}`);
  await open(page, PAGE);
  const title = await page.locator("h1").textContent();
  await page.evaluate(() => scrollTo(0, 700));
  const good = await preview.read(RECORD);
  await preview.write(RECORD, good.replace(/^(titel|title): .*$/m, "").replace(/^(datum|date): .*$/m, "date: 31 februari 2021 <b>&"));
  await expect(overlay(page)).toBeVisible();
  const faults = overlay(page).getByRole("listitem");
  await expect(faults).toHaveCount(2);
  await expect(overlay(page)).toContainText("date-invalid");
  await expect(overlay(page)).toContainText("missing-key");
  await expect(overlay(page)).toContainText("31 februari 2021 <b>&");
  const place = overlay(page).getByRole("link", { name: /ctpn\.md:\d+:\d+/ }).first();
  expect(await place.getAttribute("href")).toMatch(/^(vscode|vscodium|zed):\/\/file\/.*content\/2021\/ctpn\.md:\d+:\d+$|^\/_diarium\/edit\?path=content\/2021\/ctpn\.md&line=\d+$/);
  await expect(page.locator("h1")).toHaveText(title);
  await page.keyboard.press("Escape");
  await expect(overlay(page)).toBeHidden();
  await bar(page).getByRole("button", { name: /Visa vad som är fel/ }).click();
  await expect(overlay(page)).toBeVisible();
  await expect(bar(page).locator(".standing")).toHaveText("Stoppas av fel – publiceras inte förrän de är rättade");
  await preview.write(RECORD, `${good}\n\nRättat nu.\n`);
  await expect(overlay(page)).toBeHidden();
  await expect(bar(page).locator(".standing")).toHaveText("Publiceras nästa gång");
  await expect(page.getByText("Rättat nu.")).toBeAttached();
  expect(await isMarked(page)).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBe(700);
});

test("a register that is broken from the start is shown as soon as it is mended", async ({ page }) => {
  await preview.kill();
  const good = await preview.read(RECORD);
  await preview.write(RECORD, "---\nproposer: [\n---\n");
  await preview.serve();
  await page.goto(preview.url(PAGE));
  await expect(overlay(page)).toContainText("front-matter-syntax");
  await preview.write(RECORD, good);
  await expect(overlay(page)).toBeHidden();
  await expect(page.locator("h1")).toContainText("Counter Terrorism");
});

test("a page that was never seen without its errors says so at once, with what is wrong", async ({ page }) => {
  const good = await preview.read(RECORD);
  await preview.write(RECORD, good.replace(/^(datum|date): .*$/m, "date: 31 februari 2021"));
  await page.goto(preview.url(PAGE));
  await expect(overlay(page)).toContainText("date-invalid", { timeout: 1500 });
  await preview.write(RECORD, good);
  await expect(overlay(page)).toBeHidden();
  await expect(page.locator("h1")).toContainText("Counter Terrorism");
});

test("the staff desk sorts the records, follows them, and shows a page as others see it", async ({ page }) => {
  await page.goto(preview.url("/_diarium/"));
  const group = (name) => page.locator(`details[data-name="${name}"]`);
  await expect(group("drafts")).toContainText("parkeringsavgifter");
  await expect(group("waits")).toContainText("tidskapsel");
  await expect(group("stops")).toHaveCount(0);
  await expect(group("next-build").locator(".count")).toHaveText(/^\d+ tillkommer, 0 ändras, 0 tas bort$/);
  await preview.edit(RECORD, (text) => text.replace(/^(datum|date): .*$/m, "date: 31 februari 2021"));
  await expect(group("stops")).toContainText("date-invalid");
  await page.getByLabel("Sök på rubrik eller fil").fill("tidskapsel");
  await expect(group("stops")).toHaveCount(0);
  await group("waits").getByRole("button", { name: "Granska" }).click();
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("h1")).toContainText("tidskapsel");
  await page.getByLabel("Mörkt").check();
  await expect(frame.locator("html")).toHaveCSS("color-scheme", "dark");
  await page.getByLabel("Utan skript").check();
  await expect(page.locator("iframe")).toHaveAttribute("sandbox", "allow-same-origin");
  await page.getByLabel("Sök på rubrik eller fil").fill("");
  await page.getByLabel("Visa webbplatsen som den ser ut den").fill("2100-01-01");
  await page.getByRole("button", { name: "Visa", exact: true }).click();
  await expect(group("waits")).toHaveCount(0);
});

test("a changed style sheet is put on without loading the page again", async ({ page }) => {
  await open(page, PAGE);
  await preview.edit("themes/default/static/style.css", (css) => `${css}\nh1 { color: rgb(1, 2, 3); }\n`);
  await expect(page.locator("h1")).toHaveCSS("color", "rgb(1, 2, 3)");
  await expect(page.locator("head link[rel=stylesheet]")).toHaveCount(1);
  expect(await isMarked(page)).toBe(true);
});

test("a changed template shows, and a broken one is told of with the page it breaks", async ({ page }) => {
  await open(page, PAGE);
  const template = "themes/default/templates/record.html";
  const good = await preview.read(template);
  await preview.write(template, good.replaceAll("<h1>", "<p>Ur mallen.</p><h1>"));
  await expect(page.getByText("Ur mallen.")).toBeVisible();
  await preview.write(template, good.replace("{{ record.title }}", "{{ record.titel }}"));
  await expect(overlay(page)).toContainText("unknown-variable");
  await expect(overlay(page).getByText(/record\.html:\d+:\d+/).first()).toBeVisible();
  await expect(page.getByText("Ur mallen.")).toBeVisible();
  await preview.write(template, good);
  await expect(overlay(page)).toBeHidden();
  await expect(page.getByText("Ur mallen.")).toHaveCount(0);
});

test("a new record appears in an open list, and a deleted one leaves it and gives the page for what is missing", async ({ page, context }) => {
  await open(page, "/beslut/");
  await mkdir(preview.path("content/2026"), { recursive: true });
  await preview.write("content/2025/prov.md", record("Ett alldeles nytt prov"));
  const link = page.getByRole("link", { name: "Ett alldeles nytt prov" });
  await expect(link).toBeVisible();
  const other = await context.newPage();
  await open(other, "/beslut/2026/prov/");
  await expect(other.locator("h1")).toHaveText("Ett alldeles nytt prov");
  await rm(preview.path("content/2025/prov.md"));
  await expect(other.locator("h1")).toHaveText("Sidan finns inte");
  expect((await other.request.get(preview.url("/beslut/2026/prov/"))).status()).toBe(404);
  await expect(link).toHaveCount(0);
});

test("a renamed record moves, and its new page follows", async ({ page }) => {
  await open(page, "/beslut/2019/cykelplan/");
  await rename(preview.path("content/2019/cykelplan.md"), preview.path("content/2019/cykelplan-for-alla.md"));
  await expect(page.locator("h1")).toHaveText("Sidan finns inte");
  await open(page, "/beslut/2019/cykelplan-for-alla/");
  await expect(page.locator("h1")).toContainText(/cykelplan/i);
});

test("a checkout of 500 files brings one rebuild", async ({ page }) => {
  test.slow();
  const file = (number) => `content/prov/prov-${number}.md`;
  await mkdir(preview.path("content/prov"));
  for (let number = 0; number < 500; number += 1) await writeFile(preview.path(file(number)), record(`Prov ${number}`));
  await preview.git("init", "--quiet", "--initial-branch=main");
  await preview.git("add", "content");
  await preview.git("commit", "--quiet", "--message=Prov");
  await preview.git("checkout", "--quiet", "-b", "other");
  for (let number = 0; number < 500; number += 1) await writeFile(preview.path(file(number)), record(`Annat prov ${number}`));
  await preview.git("commit", "--quiet", "--all", "--message=Annat");
  await open(page, "/beslut/");
  await expect(page.getByRole("link", { name: "Annat prov 499" })).toBeVisible();
  await page.waitForTimeout(500);
  const before = await revision(page);
  await preview.git("checkout", "--quiet", "main");
  await expect(page.getByRole("link", { name: /^Prov 499$/ })).toBeVisible();
  await page.waitForTimeout(500);
  expect(await revision(page)).toBe(before + 1);
  expect(await readdir(preview.path("content/prov"))).toHaveLength(500);
});

test("a server that stops is told of, and the page catches up when it is back", async ({ page }) => {
  await open(page, PAGE);
  await preview.kill();
  await expect(bar(page).getByRole("status")).toContainText("Förhandsvisningen har stannat");
  await preview.edit(RECORD, (text) => `${text}\n\nSkrivet under tiden.\n`);
  await preview.serve();
  await expect(page.getByText("Skrivet under tiden.")).toBeAttached();
  await expect(bar(page).getByRole("status")).toContainText("igång igen");
  expect(await isMarked(page)).toBe(true);
});

test("a page in the background catches up when it is shown", async ({ page }) => {
  await page.addInitScript(() => {
    let isHidden = false;
    Object.defineProperty(document, "hidden", { get: () => isHidden });
    window.hide = (hidden) => { isHidden = hidden; document.dispatchEvent(new Event("visibilitychange")); };
  });
  await open(page, PAGE);
  await page.evaluate(() => window.hide(true));
  await preview.edit(RECORD, (text) => `${text}\n\nSkrivet i bakgrunden.\n`);
  await expect.poll(async () => (await page.request.get(preview.url(PAGE))).text()).toContain("Skrivet i bakgrunden.");
  await expect(page.getByText("Skrivet i bakgrunden.")).toHaveCount(0);
  await page.evaluate(() => window.hide(false));
  await expect(page.getByText("Skrivet i bakgrunden.")).toBeAttached();
});

test("the browser goes to the record that is edited, if it is asked to", async ({ page }) => {
  await open(page, "/");
  await bar(page).getByRole("checkbox", { name: "Visa den sida jag redigerar" }).check();
  await preview.edit(RECORD, (text) => `${text}\n\nFölj med hit.\n`);
  await expect(page).toHaveURL(preview.url(PAGE));
  await expect(page.getByText("Följ med hit.")).toBeAttached();
});

test("drafts and withheld records are shown, marked, and in no list", async ({ page }) => {
  await open(page, "/beslut/2025/parkeringsavgifter/");
  await expect(bar(page).locator(".standing")).toHaveText("Utkast – publiceras inte");
  await preview.edit("content/2025/parkeringsavgifter.md", (text) => `${text}\n\nTillägg i utkastet.\n`);
  await expect(page.getByText("Tillägg i utkastet.")).toBeAttached();
  await open(page, "/beslut/2025/tidskapsel/");
  await expect(bar(page).locator(".standing")).toHaveText(/^Publiceras 2099-01-01/);
  await open(page, "/beslut/");
  await expect(page.getByRole("link", { name: /tidskapsel|parkeringsavgifter/i })).toHaveCount(0);
  await preview.edit("content/2025/parkeringsavgifter.md", (text) => text.replace(/^(utkast|draft): .*\n/m, ""));
  await expect(page.getByRole("link", { name: /parkeringsavgifter/i })).toBeVisible();
});

test("the preview's own part keeps to the site's content-security policy", async ({ page }) => {
  const refused = [];
  page.on("console", (message) => { if (message.type() === "error") refused.push(message.text()); });
  await open(page, PAGE);
  await preview.edit(RECORD, (text) => text.replace(/^(titel|title): .*$/m, "title: {"));
  await expect(overlay(page)).toBeVisible();
  expect(refused).toEqual([]);
});

test("another day is shown to the browser that asks for it, on every page, and to no other", async ({ page, browser }) => {
  await preview.write("content/2025/prov.md", record("Prov i framtiden").replace("---\n\nProv.", "publish_from: 2050-01-01\n---\n\nProv."));
  await open(page, "/");
  await expect(page.getByText("Prov i framtiden")).toHaveCount(0);
  const other = await (await browser.newContext()).newPage();
  await other.goto(preview.url("/"));
  await followed(other);
  await page.goto(preview.url("/_diarium/"));
  await page.getByLabel("Visa webbplatsen som den ser ut den").fill("2050-02-01");
  await page.getByRole("button", { name: "Visa", exact: true }).click();
  await page.goto(preview.url("/"));
  await followed(page);
  await expect(page.getByText("Prov i framtiden").first()).toBeVisible();
  await expect(bar(page).locator(".standing")).toHaveText(/^Så ser webbplatsen ut 2050-02-01: /);
  await preview.edit("content/2025/prov.md", (text) => text.replace("Prov i framtiden", "Prov längre fram"));
  await expect(page.getByText("Prov längre fram").first()).toBeVisible();
  await other.reload();
  await followed(other);
  await expect(other.getByText("Prov längre fram")).toHaveCount(0);
  await expect(bar(other).locator(".standing")).not.toContainText("2050");
  await page.goto(preview.url("/_diarium/"));
  await page.getByRole("button", { name: "Visa dagens" }).click();
  await page.goto(preview.url("/"));
  await followed(page);
  await expect(page.getByText("Prov längre fram")).toHaveCount(0);
});

test("the bar tells what readers see from what the next build brings", async ({ page }) => {
  await open(page, PAGE);
  await expect(bar(page).locator(".standing")).toHaveText("Publiceras nästa gång");
  await preview.build();
  await page.reload();
  await followed(page);
  await expect(bar(page).locator(".standing")).toHaveText("Publicerad – så här ser läsarna sidan");
  await preview.edit(RECORD, (text) => `${text}\n\nEn mening till.\n`);
  await expect(bar(page).locator(".standing")).toHaveText("Läsarna ser en tidigare version – ändringen publiceras nästa gång");
});
