import { expect, test } from "@playwright/test";

import { kinds, pageOf } from "./sites.js";

/** The element with the focus: its place among all that can have it, and whether its focus can be seen. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const boxes = [...element.getClientRects()];
    const shows = ({ left, top, width, height }) =>
      [0.1, 0.5, 0.9].some((x) =>
        [0.1, 0.5, 0.9].some((y) => {
          const hit = document.elementFromPoint(left + x * width, top + y * height);
          return hit && (element.contains(hit) || hit.contains(element));
        }),
      );
    return {
      at: [...document.querySelectorAll("*")].indexOf(element),
      name: `${element.localName} "${element.textContent.trim().slice(0, 40)}"`,
      marked: (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none",
      uncovered: boxes.some(shows),
    };
  });

/** The places of all that the keyboard should reach. */
const reachable = (page) =>
  page.evaluate(() => {
    const every = [...document.querySelectorAll("*")];
    return every.flatMap((element, at) =>
      element.matches("a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])") &&
      element.checkVisibility()
        ? [at]
        : [],
    );
  });

for (const kind of kinds) {
  test(`${kind} begins with a skip link, which shows itself and leads to the main text`, async ({ page }) => {
    await page.goto(pageOf(kind).url);
    await page.keyboard.press("Tab");
    const skip = page.locator("a.skip");
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    expect(await focused(page)).toMatchObject({ marked: true, uncovered: true });
    await page.keyboard.press("Enter");
    await expect(page.locator("main")).toBeFocused();
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => {
      const inMain = document.activeElement.closest("main") !== null;
      return inMain || document.querySelector("main a[href], main [tabindex='0']") === null;
    });
    expect(inside, "the next stop is in the main text").toBe(true);
  });

  test(`${kind} shows the focus at every stop, and traps it at none`, async ({ page }) => {
    await page.goto(pageOf(kind).url);
    const expected = await reachable(page);
    const stops = [];
    for (let presses = 0; presses <= expected.length; presses += 1) {
      await page.keyboard.press("Tab");
      const stop = await focused(page);
      if (stop === null || stop.at === stops[0]?.at) break;
      stops.push(stop);
    }
    expect(stops.filter(({ marked }) => !marked), "stops without an outline or shadow").toEqual([]);
    expect(stops.filter(({ uncovered }) => !uncovered), "stops out of sight").toEqual([]);
    expect(stops.map(({ at }) => at), "every stop, in the order of the text").toEqual(expected);
  });
}
