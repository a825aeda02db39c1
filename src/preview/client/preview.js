// What the preview adds to a page: it follows what happens to the page and keeps it as the server has it.
import { Bar } from "./bar.js";
import { follow } from "./changes.js";
import { client, patch, restoreScroll } from "./patch.js";
import { words } from "./words.js";

/** Keeps the page as the server has it. */
class Follower {
  constructor(/** @type {Bar} */ bar) {
    this.bar = bar;
    this.isFirst = true;
    this.digest = client().dataset.page;
    this.work = Promise.resolve();
    document.addEventListener("visibilitychange", () => this.ask(false));
    follow((news) => this.hear(news));
  }

  hear(/** @type {import("./changes.js").News} */ news) {
    if (news.isStopped) {
      this.bar.host.dataset.stopped = "";
      this.bar.say(words["preview-stopped"]);
    } else {
      this.ask(news.isFresh);
    }
  }

  /** Asks what became of the page; one in the background catches up when it is shown. */
  ask(isFresh) {
    if (document.hidden) return;
    const asked = this.asked = Symbol("asked");
    const page = encodeURIComponent(location.pathname);
    const ask = async () => {
      if (asked !== this.asked) return;
      const state = await got(`/_diarium/state.json?page=${page}`, (response) => response.json());
      if (state) await this.take(state, isFresh);
    };
    this.work = this.work.then(ask).catch(() => location.reload());
  }

  /** @param {import("./bar.js").State} state */
  async take(state, isFresh) {
    if ("stopped" in this.bar.host.dataset) {
      delete this.bar.host.dataset.stopped;
      this.bar.say(words["preview-back"]);
    }
    const isFirst = this.isFirst;
    this.isFirst = false;
    if (!isFirst && isFresh && state.edited && this.bar.follow.checked && state.edited !== location.pathname) {
      location.assign(state.edited);
      return;
    }
    if (state.digest !== this.digest) {
      const html = await got(location.href, (response) => response.text(), true);
      if (html === null) return;
      this.digest = state.digest;
      await patch(html);
    }
    this.bar.show(state);
  }
}

/** What the server answers; nothing if it stops meanwhile, or refuses where `whatever` its status is not asked for. */
async function got(address, read, whatever = false) {
  try {
    const response = await fetch(address, { cache: "no-store" });
    return response.ok || whatever ? await read(response) : null;
  } catch {
    return null;
  }
}

if (client()) {
  restoreScroll();
  new Follower(new Bar());
}
