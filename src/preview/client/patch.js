// A page brought up to date in its place, or loaded again.
import { make } from "./elements.js";
import { Idiomorph } from "./idiomorph.js";

const CLIENT = "/_diarium/preview.js";
const SCROLL = "diarium-scroll";

/** Brings the page up to date in its place where that is possible, else loads it again. */
export async function patch(/** @type {string} */ html) {
  const next = new DOMParser().parseFromString(html, "text/html");
  if (scripts(next) !== scripts(document)) {
    reload();
    return;
  }
  await swapStyles(next);
  document.title = next.title;
  if (document.documentElement.lang !== next.documentElement.lang) {
    document.documentElement.lang = next.documentElement.lang;
  }
  morph(document.body, next.body);
}

/** This script's own element. */
export const client = () => document.querySelector(`script[src="${CLIENT}"]`);

/** The site's own scripts, as text: a page cannot be patched to have others. */
const scripts = (page) => [...page.querySelectorAll(`script:not([src="${CLIENT}"])`)].map((script) => script.outerHTML).join("\n");

function morph(body, next) {
  if (body.outerHTML === next.outerHTML) return;
  Idiomorph.morph(body, next, {
    morphStyle: "outerHTML",
    restoreFocus: true,
    callbacks: {
      // What the reader has opened stays open, what is written in a field stays there.
      beforeAttributeUpdated: (name, node) => !(name === "open" && node.nodeName === "DETAILS"),
    },
  });
}

/** Puts new style sheets beside the old ones, and takes those away once the new ones have come. */
async function swapStyles(next) {
  const sheets = (page) => [...page.head.querySelectorAll("link[rel=stylesheet]")];
  const old = sheets(document).map((link) => link.getAttribute("href"));
  const wanted = sheets(next).map((link) => link.getAttribute("href"));
  const added = wanted.filter((href) => !old.includes(href));
  await Promise.all(added.map((href) => new Promise((done) => {
    const link = make("link", { rel: "stylesheet", href });
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    document.head.append(link);
  })));
  for (const link of sheets(document)) if (!wanted.includes(link.getAttribute("href"))) link.remove();
}

function reload() {
  sessionStorage.setItem(SCROLL, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }));
  location.reload();
}

/** Goes where the reader was before the page was loaded again. */
export function restoreScroll() {
  const kept = JSON.parse(sessionStorage.getItem(SCROLL) ?? "null");
  sessionStorage.removeItem(SCROLL);
  if (kept?.path === location.pathname) scrollTo(kept.x, kept.y);
}
