/** Sound of which most is made up for so long does not work; unless all comes so late, which no other lane mends. */
const MOSTLY_PERCENT = 80;
const SILENT_SECONDS = 8;
const LATE_MS = 150;
/** Of 50 or 100 packets a second: where fewer come the way fails, and what has not come cannot be played. */
const FEW_PACKETS = 20;

/** Finds out, second by second, whether sound comes and is not heard. */
export class SoundCheck {
  #packets = 0;
  #seconds = 0;

  /** A packet of sound came. */
  arrived() {
    this.#packets += 1;
  }

  /**
   * A second is over.
   *
   * @param {{concealedPercent: number, queueMs: number}} figures of it
   * @returns {boolean} whether the sound does not work; again and again while that lasts
   */
  fails({ concealedPercent, queueMs }) {
    const silent = this.#packets >= FEW_PACKETS && concealedPercent > MOSTLY_PERCENT && !(queueMs > LATE_MS);
    this.#packets = 0;
    this.#seconds = silent ? this.#seconds + 1 : 0;
    return this.#seconds > 0 && this.#seconds % SILENT_SECONDS === 0;
  }
}
