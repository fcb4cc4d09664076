const FIRST_EXCHANGES = 8;
const FIRST_MS = 1000;
const LATER_MS = 5000;
const KEPT = 12;

/** The viewer's own clock: Unix ms that never jump while the page lives. */
export const localNow = () => performance.timeOrigin + performance.now();

/**
 * The studio's wall clock as seen from here: four timestamps an exchange (RFC 5905, section 8), of which the one with the
 * least delay among the last dozen is believed.
 */
export class StudioClock {
  #samples = [];
  #timer = 0;
  #control = null;
  #asked = 0;

  /** Begins to ask. An exchange that is lost does no harm. */
  start(control) {
    this.stop();
    this.#control = control;
    this.#asked = 0;
    control.addEventListener('clock', (event) => control === this.#control && this.take(event.detail));
    this.#ask();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#control = null;
  }

  /** @param {{t0: number, t1: number, t2: number, t3: number}} exchange */
  take({ t0, t1, t2, t3 }) {
    const delayMs = t3 - t0 - (t2 - t1);
    if (delayMs >= 0) {
      this.#samples.push({ delayMs, offsetMs: (t1 - t0 + (t2 - t3)) / 2 });
      this.#samples.splice(0, this.#samples.length - KEPT);
    }
  }

  /** Studio minus viewer in ms; NaN until the first exchange. */
  get offsetMs() {
    return this.#best()?.offsetMs ?? NaN;
  }

  /** The delay of the exchange that is believed: half of it bounds the error. */
  get delayMs() {
    return this.#best()?.delayMs ?? NaN;
  }

  /** The studio's wall clock now, Unix ms. */
  studioNow() {
    return localNow() + this.offsetMs;
  }

  #best() {
    return this.#samples.reduce((best, sample) => (best && best.delayMs <= sample.delayMs ? best : sample), null);
  }

  #ask() {
    this.#control.askClock();
    this.#asked += 1;
    this.#timer = setTimeout(() => this.#ask(), this.#asked < FIRST_EXCHANGES ? FIRST_MS : LATER_MS);
  }
}
