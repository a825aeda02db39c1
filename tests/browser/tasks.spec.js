// What citizens come for: ten tasks, each done with the pointer and with the keyboard alone, and without scripts wherever no
// search is needed. A step is a link or a button that is used, or a text that is written.
import { expect, test } from "@playwright/test";

import { example } from "./sites.js";

const home = () => example().url("/");

/** Somebody who uses a page: with the pointer, or with the keyboard alone. */
class Citizen {
  constructor(page, hasPointer) {
    Object.assign(this, { page, hasPointer, steps: 0 });
  }

  async comes() {
    await this.page.goto(home());
  }

  /** Uses a link or a button. */
  async uses(target) {
    this.steps += 1;
    if (this.hasPointer) {
      await target.click();
      return;
    }
    await this.reaches(target);
    await this.page.keyboard.press("Enter");
  }

  /** Writes a text, and asks for what it says if it is a search. */
  async writes(target, text, ends = "") {
    this.steps += 1;
    if (this.hasPointer) await target.click();
    else await this.reaches(target);
    await this.page.keyboard.type(text);
    if (ends) await this.page.keyboard.press(ends);
  }

  /** Goes on with the key for that until the focus is on something. */
  async reaches(target) {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 200; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error("the keyboard does not reach it");
  }

  main() {
    return this.page.getByRole("main");
  }

  link(name, exact = true) {
    return this.main().getByRole("link", { name, exact }).first();
  }

  /** A main way into the register. */
  way(name) {
    return this.page.getByRole("navigation").getByRole("link", { name, exact: true }).first();
  }

  async searches(text) {
    await this.writes(this.page.getByRole("searchbox").first(), text, "Enter");
    await expect(this.page.locator("#search--hits > li").first()).toBeVisible();
  }

  hit(name) {
    return this.page.locator("#search--hits").getByRole("link", { name }).first();
  }
}

/** Each task: its name, the most steps it may take, whether it needs a script, and how it is done. */
const TASKS = [
  ["what the town has decided about schools", 3, false, async (citizen) => {
    await citizen.uses(citizen.way("Ämnen"));
    await citizen.uses(citizen.link("Skola", false));
    await citizen.uses(citizen.link("Antagande av skolplan 2024–2028"));
    await expect(citizen.main().locator("h1")).toHaveText("Antagande av skolplan 2024–2028");
  }],
  ["what happens in a street", 2, true, async (citizen) => {
    await citizen.searches("Provkajen");
    await citizen.uses(citizen.hit(/Detaljplan för Provkajen/));
    await expect(citizen.main().locator("h1")).toContainText("Provkajen");
  }],
  ["a case by its number, however it is written", 2, true, async (citizen) => {
    for (const number of ["KS 2022/118", "ks 2022-118", "dnr KS2022/118", "KS 2022 118"]) {
      await citizen.comes();
      citizen.steps = 0;
      await citizen.searches(number);
      await expect(citizen.page.locator("#search--hits")).toContainText("KS 2022/118");
    }
    await citizen.uses(citizen.hit("Beslut om en ny simhall på Provängen"));
    await expect(citizen.main()).toContainText("KS 2022/118");
  }],
  ["a case by its number, from the list of cases", 2, false, async (citizen) => {
    await citizen.uses(citizen.way("Ärenden"));
    await citizen.uses(citizen.link(/KS 2022\/118/, false));
    await expect(citizen.main()).toContainText("Återremiss av ärendet om en ny simhall");
  }],
  ["what a body decided in a month", 3, true, async (citizen) => {
    await citizen.searches("miljö- och byggnadsnämnden");
    const { page } = citizen;
    for (const [id, day] of [["from", "2024-02-01"], ["to", "2024-02-29"]]) {
      await citizen.reaches(page.locator(`#search--${id}`));
      await page.locator(`#search--${id}`).fill(day);
      citizen.steps += 1;
    }
    await expect(page.locator("#search--hits time")).toHaveText(["13 februari 2024"]);
    await expect(page.locator("#search--hits")).toContainText("Bordläggning av detaljplanen för Provkajen");
  }],
  ["the newest of a body", 2, false, async (citizen) => {
    await citizen.uses(citizen.way("Beslutande organ"));
    await citizen.uses(citizen.link("Kommunstyrelsen", false));
    await expect(citizen.main().locator("h1")).toContainText("Kommunstyrelsen");
    const days = await citizen.main().locator("time").evaluateAll((times) => times.map((time) => time.getAttribute("datetime")));
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual([...days].sort().reverse());
  }],
  ["who laid a matter before the body, and what else they did", 4, false, async (citizen) => {
    await citizen.uses(citizen.way("Ämnen"));
    await citizen.uses(citizen.link("Omsorg", false));
    await citizen.uses(citizen.link("Digital night supervision in home care"));
    await citizen.uses(citizen.link("Tove Låtsasson", false));
    await expect(citizen.main()).toContainText("Digital night supervision in home care");
  }],
  ["what was decided beside what was proposed", 3, false, async (citizen) => {
    await citizen.uses(citizen.way("Ärenden"));
    await citizen.uses(citizen.link(/KS 2022\/118/, false));
    await citizen.uses(citizen.link("Beslut om en ny simhall på Provängen"));
    const [decided, proposed] = [citizen.main().getByRole("heading", { name: "Beslut", exact: true }), citizen.main().getByRole("heading", { name: "Förslag till beslut" })];
    await expect(decided).toBeVisible();
    await expect(proposed).toBeVisible();
    const top = async (heading) => (await heading.boundingBox()).y;
    expect(await top(decided)).toBeLessThan(await top(proposed));
  }],
  ["how to cite a decision", 3, false, async (citizen) => {
    await citizen.uses(citizen.way("Ärenden"));
    await citizen.uses(citizen.link(/KS 2022\/118/, false));
    await citizen.uses(citizen.link("Beslut om en ny simhall på Provängen"));
    const reference = citizen.main().locator(".reference");
    await expect(reference).toContainText("28 maj 2024");
    await expect(reference).toContainText("KS 2022/118");
    await expect(reference).toContainText(new URL(citizen.page.url()).pathname);
  }],
  ["to hear of what a body decides next", 3, false, async (citizen) => {
    await citizen.uses(citizen.way("Beslutande organ"));
    await citizen.uses(citizen.link("Kommunstyrelsen", false));
    await expect(citizen.main().locator("h1")).toContainText("Kommunstyrelsen");
    const feed = citizen.link(/Prenumerera/, false);
    const answer = await citizen.page.request.get(new URL(await feed.getAttribute("href"), citizen.page.url()).href);
    expect(await answer.text()).toContain("<feed");
    citizen.steps += 1;
  }],
  ["a page to print", 3, false, async (citizen) => {
    await citizen.uses(citizen.way("Ärenden"));
    await citizen.uses(citizen.link(/KS 2022\/118/, false));
    await citizen.uses(citizen.link("Beslut om en ny simhall på Provängen"));
    await citizen.page.emulateMedia({ media: "print" });
    await expect(citizen.page.getByRole("navigation").first()).toBeHidden();
    await expect(citizen.main().locator("h1")).toBeVisible();
    await expect(citizen.main().locator(".reference")).toBeVisible();
    await citizen.page.emulateMedia({ media: null });
  }],
  ["a file that belongs to a record, and all of the register as a table", 4, false, async (citizen) => {
    await citizen.uses(citizen.way("Ämnen"));
    await citizen.uses(citizen.link("Skola", false));
    await citizen.uses(citizen.link("Skolplan för Exempelstad 2024–2028"));
    const fetched = async (link) => {
      const answer = await citizen.page.request.get(new URL(await link.getAttribute("href"), citizen.page.url()).href);
      expect(answer.ok()).toBe(true);
      expect((await answer.body()).length).toBeGreaterThan(0);
    };
    await fetched(citizen.main().locator(".attachments a").first());
    await citizen.uses(citizen.page.getByRole("link", { name: "Öppna data och prenumeration" }));
    await fetched(citizen.link("Alla handlingar som tabell (CSV)", false));
  }],
];

for (const [name, most, needsScript, done] of TASKS) {
  for (const hasPointer of [true, false]) {
    test(`${name}, ${hasPointer ? "with the pointer" : "with the keyboard alone"}`, async ({ page }) => {
      const citizen = new Citizen(page, hasPointer);
      await citizen.comes();
      await done(citizen);
      expect(citizen.steps).toBeLessThanOrEqual(most);
    });
  }
  if (!needsScript) {
    test(`${name}, without scripts`, async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const citizen = new Citizen(await context.newPage(), true);
      await citizen.comes();
      await done(citizen);
      await context.close();
    });
  }
}
