/** Pauses between exchanges: close together at first, when everything else happens too and many are delayed. */
const PAUSES = [...new Array(6).fill(120), ...new Array(10).fill(1000)];
const LATER_MS = 4000;
const KEPT = 16;
/** Two clocks drift apart: so much may be wrong, for each millisecond since it was measured. RFC 5905 says 15 ppm; laptops do worse. */
const WANDER = 30e-6;

/** The viewer's own clock: Unix ms that never jump while the page lives. */
export const localNow = () => performance.timeOrigin + performance.now();

/**
 * The studio's wall clock as seen from here: four timestamps an exchange (RFC 5905, section 8), of which the one with the
 * least delay among the last few is believed; one that is old counts as if it had been delayed more.
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
      this.#samples.push({ delayMs, offsetMs: (t1 - t0 + (t2 - t3)) / 2, atMs: t3 });
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
    const newest = this.#samples.at(-1)?.atMs;
    const wrongMs = ({ delayMs, atMs }) => delayMs / 2 + (newest - atMs) * WANDER;
    return this.#samples.reduce((best, sample) => (best && wrongMs(best) < wrongMs(sample) ? best : sample), null);
  }

  #ask() {
    this.#control.askClock();
    this.#timer = setTimeout(() => this.#ask(), PAUSES[this.#asked] ?? LATER_MS);
    this.#asked += 1;
  }
}
