/** Sound comes a hundred times a second: nothing at all for so long means that the path is cut, or was. */
const SILENCE_MS = 2000;

/** What has been under way for so long has waited for the path, which may not carry what is sent now for long. */
const STALE_MS = 1500;

/** Notices that nothing comes any more, and that something comes again: what is old counts as nothing. */
export class Silence {
  #changed;
  #lastMs = NaN;
  #silent = false;

  /** @param {(silent: boolean) => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  /**
   * Something came.
   *
   * @param {number} underWayMs since it was sent; NaN if that is not known
   */
  heard(underWayMs, nowMs) {
    if (underWayMs > STALE_MS) {
      return;
    }
    this.#lastMs = nowMs;
    this.look(nowMs);
  }

  /** To be called now and then. */
  look(nowMs) {
    const silent = nowMs - this.#lastMs > SILENCE_MS;
    if (silent !== this.#silent) {
      this.#silent = silent;
      this.#changed(silent);
    }
  }

  /** Another connection: nothing is missed before it has brought something. */
  forget() {
    this.#lastMs = NaN;
    this.#silent = false;
  }
}
