/** After so long the shared lane is tried again; longer each time, up to the longest. */
const FIRST_MS = 30_000;
const LONGEST_MS = 600_000;
/** A failure so long after the last is not of the same kind. */
const FORGIVEN_MS = 1_800_000;

const BROWSER = {
  now: () => performance.now(),
  after: (ms, work) => setTimeout(work, ms),
  cancel: (timer) => clearTimeout(timer),
};

/**
 * What a viewer asks of the studio when the shared lane does not work here: its own tracks, and the shared lane again later on,
 * since each viewer's tracks cost the studio an encoder; it may have none to spare. A browser that cannot decode stays there.
 */
export class Wishes {
  #wish;
  #browser;
  #timer = 0;
  #pauseMs = FIRST_MS;
  #failedMs = -Infinity;
  #away = false;

  /**
   * @param {(lane: 'track' | 'shared', reason?: string) => void} wish tells the studio
   * @param {object} [browser] its clock; a test has its own
   */
  constructor(wish, browser = BROWSER) {
    this.#wish = wish;
    this.#browser = browser;
  }

  /** @param {'decoder' | 'sound' | 'slow'} reason */
  failed(reason) {
    if (reason === 'decoder') {
      this.close();
    } else if (!this.#away) {
      this.#comeBackLater();
    } else {
      return;
    }
    this.#away = true;
    this.#wish('track', reason);
  }

  /** Wishes for nothing more by itself. */
  close() {
    this.#browser.cancel(this.#timer);
  }

  #comeBackLater() {
    const now = this.#browser.now();
    this.#pauseMs = now - this.#failedMs > FORGIVEN_MS ? FIRST_MS : Math.min(this.#pauseMs * 2, LONGEST_MS);
    this.#failedMs = now;
    this.#timer = this.#browser.after(this.#pauseMs, () => {
      this.#away = false;
      this.#wish('shared');
    });
  }
}
