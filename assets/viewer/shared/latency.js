/** What a loudspeaker usually needs at most, until this one has shown that it needs less. */
const USUAL_MS = 60;
/** So much more, for so long, has been added for good. */
const GROWN_MS = 60;
const LASTING_MS = 3000;
/** A loudspeaker that has just been opened says little. */
const OPENING_MS = 3000;
/** Between two renewals: the first, and the longest after renewals that did not help. */
const APART_MS = 20_000;
const LONGEST_APART_MS = 320_000;

/**
 * Finds out whether a loudspeaker has fallen behind for good. Each time a browser keeps an AudioWorklet waiting, what it has
 * rendered may be heard later from then on; nothing but another AudioContext takes that back.
 */
export class LatencyWatch {
  #leastMs = USUAL_MS;
  #openedMs = NaN;
  #grownMs = NaN;
  #renewedMs = -Infinity;
  #apartMs = APART_MS;

  /** The loudspeaker has been opened. */
  opened(nowMs) {
    this.#openedMs = nowMs;
    this.#grownMs = NaN;
  }

  /** Another took its place. */
  renewed(nowMs) {
    this.#apartMs = Math.min(this.#apartMs * 2, LONGEST_APART_MS);
    this.#renewedMs = nowMs;
    this.opened(nowMs);
  }

  /**
   * @param {number} latencyMs from rendering to hearing
   * @returns {boolean} whether another should take its place
   */
  look(latencyMs, nowMs) {
    if (!Number.isFinite(latencyMs) || !(nowMs - this.#openedMs >= OPENING_MS)) {
      return false;
    }
    this.#leastMs = Math.min(this.#leastMs, latencyMs);
    if (latencyMs < this.#leastMs + GROWN_MS) {
      this.#grownMs = NaN;
      this.#apartMs = APART_MS;
      return false;
    }
    this.#grownMs = Number.isNaN(this.#grownMs) ? nowMs : this.#grownMs;
    return nowMs - this.#grownMs >= LASTING_MS && nowMs - this.#renewedMs >= this.#apartMs;
  }
}
