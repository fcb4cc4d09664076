/**
 * When the way has changed, after the first parts, and since when what has come tells of the new one. Before the first, what was under
 * way has come or is given up; what comes while connections still open may be late, hence the second.
 */
const LESSONS = [{ afterMs: 1000, sinceMs: 500 }, { afterMs: 2000, sinceMs: 1000 }];
/** Parts that come so long after others are the first. */
const APART_MS = 1000;

/**
 * Notices that packets begin to come in parts over several connections, so that losses cost no waiting any more. The delay that they
 * made is to be given up at once then, since the sound has suffered from them anyway, and could follow by ten milliseconds a second only.
 */
export class Spread {
  #firstMs = NaN;
  #latestMs = NaN;
  #lessons = [];

  /** A part has come of what is sent over several connections alone. */
  heard(nowMs) {
    if (!(nowMs - this.#latestMs < APART_MS)) {
      this.#firstMs = nowMs;
      this.#lessons = [...LESSONS];
    }
    this.#latestMs = nowMs;
  }

  /** @returns {number} since when the way is another one; NaN if that is no news */
  news(nowMs) {
    const [next] = this.#lessons;
    if (!next || nowMs - this.#firstMs < next.afterMs) {
      return NaN;
    }
    this.#lessons.shift();
    return this.#firstMs + next.sinceMs;
  }

  forget() {
    this.#latestMs = NaN;
    this.#lessons = [];
  }
}
