/** Pauses that can be cut short, and the growing pauses between tries. */
export class Pause {
  #end = null;

  /** Resolves after a while, or as soon as somebody calls `cut`. */
  wait(ms) {
    this.cut();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.cut(), ms);
      this.#end = () => {
        clearTimeout(timer);
        this.#end = null;
        resolve();
      };
    });
  }

  /** Ends the pause now, if there is one. */
  cut() {
    this.#end?.();
  }
}

/** Pauses from a quarter of a second up to five seconds, a little different for each viewer. */
export class Backoff {
  #tries = 0;

  next() {
    const ms = Math.min(250 * 2 ** this.#tries, 5000);
    this.#tries += 1;
    return ms * (0.85 + 0.3 * Math.random());
  }

  reset() {
    this.#tries = 0;
  }
}
