// The README shows the program as it is: its picture is made anew when it no longer looks alike.
import { readFile, writeFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { PICTURE, picture } from "./picture.js";

/** By how much two pictures differ: the mean over their points, of 255, once both are small and grey. */
async function difference(page, pictures) {
  const sources = pictures.map((each) => `data:image/png;base64,${each.toString("base64")}`);
  return page.evaluate(async (addresses) => {
    const [width, height] = [120, 76];
    const points = async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      return Array.from({ length: width * height }, (_, at) => (data[at * 4] + data[at * 4 + 1] + data[at * 4 + 2]) / 3);
    };
    const [left, right] = await Promise.all(addresses.map(points));
    return left.reduce((sum, point, at) => sum + Math.abs(point - right[at]), 0) / left.length;
  }, sources);
}

test("the picture in the README looks like what the program shows", async ({ browser, page }) => {
  const [kept, made] = [await readFile(PICTURE), await picture(browser)];
  const differs = await difference(page, [kept, made]);
  if (differs > 10) await writeFile(PICTURE, made);
  expect(differs, "the picture was made anew: look at it, and commit it").toBeLessThanOrEqual(10);
});
