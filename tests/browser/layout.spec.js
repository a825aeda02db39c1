import { expect, test } from "@playwright/test";

import { kinds, pageOf } from "./sites.js";

/** What is wider than its room: only a region that the keyboard can reach may scroll sideways. */
const tooWide = (page) =>
  page.evaluate(() => {
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const region = (element) => element.closest('[tabindex="0"]');
    const name = (element) => `${element.localName}.${element.className} "${element.textContent.trim().slice(0, 40)}"`;
    const found = [];
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} px wide, its window ${innerWidth} px`);
    for (const element of document.body.querySelectorAll("*")) {
      const { left, right, width } = element.getBoundingClientRect();
      // What is one pixel wide is for screen readers alone.
      if (width <= 1) continue;
      const scrolling = region(element);
      if ((left < -0.5 || right > innerWidth + 0.5) && !(scrolling && scrolling !== element && scrolls(scrolling)))
        found.push(`${name(element)} reaches from ${left} to ${right} px`);
      const { display, overflowX } = getComputedStyle(element);
      if (element.scrollWidth > element.clientWidth + 1 && display !== "inline" && overflowX !== "visible" && element !== scrolling)
        found.push(`${name(element)} hides or scrolls what does not fit`);
    }
    return found;
  });

for (const kind of kinds) {
  test(`${kind} fits a window 320 px wide`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(pageOf(kind).url);
    expect(await tooWide(page)).toEqual([]);
  });

  test(`${kind} fits with text at 200 %`, async ({ page }) => {
    await page.goto(pageOf(kind).url);
    const size = () => page.locator("main").evaluate((main) => parseFloat(getComputedStyle(main).fontSize));
    const before = await size();
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    expect(await size(), "the text grows with the reader's size").toBeCloseTo(2 * before, 1);
    expect(await tooWide(page)).toEqual([]);
  });

  test(`${kind} fits with wider spacing between lines, words and letters`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(pageOf(kind).url);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
        p { margin-bottom: 2em !important; }`);
      document.adoptedStyleSheets = [sheet];
    });
    expect(await tooWide(page)).toEqual([]);
  });

  test(`${kind} is printed without navigation`, async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await page.goto(pageOf(kind).url);
    await expect(page.getByRole("navigation")).toHaveCount(0);
    await expect(page.locator("a.skip, nav").filter({ visible: true })).toHaveCount(0);
    await expect(page.locator("h1")).toBeVisible();
  });
}
