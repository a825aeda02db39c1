// The form in the preview, as staff without an editor have it: what is written, what is not, and what is told.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { chmod, readFile, writeFile } from "node:fs/promises";

import { Preview } from "./preview.js";

const RECORD = "content/2021/ctpn.md";
const FORM = `/_diarium/edit?path=${RECORD}`;

let preview;
test.afterEach(() => preview.stop());

const status = (page) => page.getByRole("status");

async function open(page, path = FORM, ...options) {
  preview = await Preview.start(...options);
  await page.goto(preview.url(path));
  await expect(page.locator("main")).not.toHaveAttribute("aria-busy", "true");
}

test("a change is saved when asked for, and all else stays byte for byte", async ({ page }) => {
  preview = await Preview.start();
  const before = (await preview.read(RECORD)).replace(/^titel: .*$|^title: .*$/m, "title: \"Bro: en\"  # kort\n# Fråga nämnden.");
  await preview.write(RECORD, before);
  await page.goto(preview.url("/beslut/2021/ctpn/"));
  await page.goto(preview.url(FORM));
  await page.getByLabel("Titel", { exact: true }).fill("Bron vid kvarnen");
  await expect(status(page)).toHaveText("Ändringarna är inte sparade.");
  expect(await preview.read(RECORD)).toBe(before);
  await page.keyboard.press("Control+s");
  await expect(status(page)).toHaveText("Sparat.");
  expect(await preview.read(RECORD)).toBe(before.replace("\"Bro: en\"", "\"Bron vid kvarnen\""));
  await expect(async () => {
    await page.goto(preview.url("/beslut/2021/ctpn/"));
    await expect(page.locator("h1")).toHaveText("Bron vid kvarnen");
  }).toPass();
});

test("a fault is told beside its field while it is typed, and half-done work can be saved", async ({ page }) => {
  await open(page);
  const day = page.getByLabel("Handlingens datum");
  await day.fill("31 april 2021");
  const faults = page.locator("#faults-date");
  await expect(faults).toContainText("31 april 2021");
  await expect(day).toHaveAttribute("aria-invalid", "true");
  await expect(day).toHaveAccessibleDescription(/31 april 2021/);
  await page.getByLabel("Titel", { exact: true }).fill("");
  await expect(page.locator("#faults-title")).toContainText("saknas");
  const prose = page.locator("#field-prose");
  await prose.fill(`${await prose.inputValue()}\n\n[borta](borta.md "<!-- dold -->")\n`);
  await expect(page.locator("#faults-prose")).not.toBeEmpty();
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(status(page)).toHaveText("Sparat.");
  expect(await preview.read(RECORD)).toMatch(/^(date|datum): 31 april 2021$/m);
  await day.fill("14 april 2021");
  await expect(faults).toBeEmpty();
});

test("what others changed meanwhile is never written over", async ({ page }) => {
  await open(page);
  await page.getByLabel("Titel", { exact: true }).fill("Min titel");
  await preview.edit(RECORD, (text) => `${text}\nEn annans mening.\n`);
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(status(page)).toContainText("ändrats på annat håll");
  expect(await preview.read(RECORD)).not.toContain("Min titel");
  await expect(page.getByLabel("Titel", { exact: true })).toHaveValue("Min titel");
  await status(page).getByRole("link").click();
  await expect(page.locator("#field-prose")).toHaveValue(/En annans mening/);
});

test("lists, parts and choices are written as records write them", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Lägg till föredragande" }).click();
  await page.getByLabel("Namn").last().fill("Cia Berg");
  await page.getByLabel("Roll").last().fill("ledamot");
  await page.getByLabel("Skede").selectOption("Beslutat");
  await page.getByLabel("Ämne").fill("Vägar\nBroar #2");
  await page.getByLabel("Beslut (valfritt)").fill("Staden ansöker.\n\nNämnden underrättas.");
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(status(page)).toHaveText("Sparat.");
  const text = await preview.read(RECORD);
  for (const part of ["namn: Cia Berg\n", "roll: ledamot\n", ": beslutat\n", ": [Vägar, \"Broar #2\"]\n", "  - Staden ansöker.\n  - Nämnden underrättas.\n"]) {
    expect(text).toContain(part);
  }
});

test("front matter that cannot be read is mended in the file as a whole", async ({ page }) => {
  preview = await Preview.start();
  await preview.edit(RECORD, (text) => text.replace(/^(titel|title): /m, "$1 Utan kolon: a: "));
  await page.goto(preview.url(FORM));
  const whole = page.getByLabel("Hela filen");
  await expect(page.locator("#faults-text, .edit > .faults")).not.toHaveCount(0);
  await expect(page.locator(".edit")).toContainText("front-matter-syntax");
  await whole.fill((await whole.inputValue()).replace(" Utan kolon: a: ", ": "));
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByLabel("Titel", { exact: true })).toBeVisible();
});

test("a new record is a file named after its title, and never another's", async ({ page }) => {
  await open(page, "/_diarium/");
  await page.getByRole("link", { name: "Ny handling" }).click();
  await page.getByLabel("Titel", { exact: true }).fill("Ny bro vid Ån");
  await page.getByLabel("Handlingens datum").fill("2026-02-03");
  await page.getByLabel("Namn").fill("Anna Berg");
  await page.getByLabel("Förslag").fill("Nämnden bygger en bro.");
  await page.locator("#field-prose").fill("\nDen gamla är stängd.\n");
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(status(page)).toHaveText("Sparat.");
  const text = await preview.read("content/2026/ny-bro-vid-an.md");
  expect(text).toContain("titel: Ny bro vid Ån\n");
  expect(text).toMatch(/---\n\nDen gamla är stängd\.\n$/);
  await page.goto(preview.url("/_diarium/edit"));
  await page.getByLabel("Titel", { exact: true }).fill("Ny bro vid Ån");
  await page.getByLabel("Handlingens datum").fill("2026-02-03");
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(status(page)).toContainText("redan en fil");
  expect(await preview.read("content/2026/ny-bro-vid-an.md")).toBe(text);
});

test("nothing is edited in a preview for reading, and nothing outside the register anywhere", async ({ page, request }) => {
  await open(page, "/_diarium/", "--read-only", "--editor", "x://{path}");
  await expect(page.getByRole("link", { name: "Ny handling" })).toHaveCount(0);
  const body = { path: RECORD, digest: "", facts: { title: [["X"]] } };
  const headers = { origin: new URL(preview.home).origin };
  const send = (url, data, own = headers) => request.post(preview.url(url), { data: JSON.stringify(data), headers: own });
  expect((await send("/_diarium/save", body)).status()).toBe(403);
  expect((await request.get(preview.url(`/_diarium/form.json?path=${RECORD}`))).status()).toBe(403);
  await preview.kill();
  preview.options = [];
  await preview.serve();
  for (const path of ["content/site.yaml", "../outside.md", "content/../../outside.md", "/etc/passwd", "content/2021/none.md", "themes/x.md"]) {
    expect((await request.get(preview.url(`/_diarium/form.json?path=${encodeURIComponent(path)}`))).status(), path).toBe(404);
    expect((await (await send("/_diarium/save", { ...body, path })).json()).reason, path).toBe("missing");
  }
  expect((await send("/_diarium/save", body, { origin: "https://evil.example" })).status()).toBe(403);
  expect((await send("/_diarium/save", body, {})).status()).toBe(403);
  expect((await (await send("/_diarium/save", body)).json()).reason).toBe("conflict");
  const escaping = { path: null, facts: { title: [["A"]], id: [["../../x"]], date: [["2026-01-01"]] } };
  expect((await (await send("/_diarium/save", escaping)).json()).path).toBe("content/2026/x.md");
});

test("the form can be used by everybody", async ({ page }) => {
  await open(page);
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("what cannot be written is refused with its reason, and the file stays", async ({ page }) => {
  await open(page);
  const before = await preview.read(RECORD);
  const title = page.getByLabel("Titel", { exact: true });
  await title.fill("Bro\u0007en");
  await expect(status(page)).toContainText("ett tecken som inte syns");
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(status(page)).toContainText("ett tecken som inte syns");
  expect(await preview.read(RECORD)).toBe(before);
  const path = `${preview.root}/${RECORD}`;
  await chmod(path, 0o444);
  await title.fill("Bron");
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(status(page)).toContainText("skrivskyddad");
  expect(await preview.read(RECORD)).toBe(before);
  await chmod(path, 0o644);
  const latin = Buffer.from("---\ntitle: \"Br\xe5\n---\n", "latin1");
  await writeFile(path, latin);
  await page.goto(preview.url(FORM));
  await page.getByLabel("Hela filen").fill("---\ntitle: Bra\n---\n");
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(status(page)).toContainText("UTF-8");
  expect(await readFile(path)).toEqual(latin);
});

test("front matter on one line is edited as it stands", async ({ page }) => {
  preview = await Preview.start();
  await preview.write(RECORD, "---\r\n{titel: Bron, datum: 2021-04-14}\r\n---\nText.\r\n");
  await page.goto(preview.url(FORM));
  const file = page.getByLabel("Hela filen");
  await file.fill((await file.inputValue()).replace("Bron", "Bryggan"));
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(status(page)).toHaveText("Sparat.");
  expect(await preview.read(RECORD)).toBe("---\r\n{titel: Bryggan, datum: 2021-04-14}\r\n---\nText.\r\n");
});
