/** How long a gap is waited for if any packet will do behind it: bounds and beginning. */
const ANY = { shortestMs: 8, firstMs: 30, longestMs: 60 };
/** The same if only a keyframe will do: to wait until what was lost has been sent again is quicker than to ask for one. */
const BEGINNING = { shortestMs: 200, firstMs: 200, longestMs: 200 };
/** What is held while something is missing. */
const MOST_HELD = 128;

/**
 * Puts the packets of one SSRC in order by sequence number. What is missing is waited for; then the stream goes on behind the gap.
 * If any packet will do there, it is waited for as long as such packets have been late of late. If only a beginning will do (a
 * keyframe), that is longer, but nothing is waited for once there is one.
 */
export class Order {
  #begins;
  #bounds;
  #next = NaN;
  #held = new Map();
  #gapAtMs = NaN;
  #passed = [];
  #lateMs;

  /** @param {((packet: object) => boolean) | null} begins whether the stream can begin with a packet; null: with any */
  constructor(begins = null) {
    this.#begins = begins;
    this.#bounds = begins ? BEGINNING : ANY;
    this.#lateMs = this.#bounds.firstMs / 1.5;
  }

  /** How long a gap is waited for now. */
  get patienceMs() {
    const { shortestMs, longestMs } = this.#bounds;
    return Math.min(longestMs, Math.max(shortestMs, this.#lateMs * 1.5));
  }

  /** Whether it waits for a beginning. */
  get broken() {
    return Number.isNaN(this.#next);
  }

  /** Whether it waits for something that is missing. */
  get waiting() {
    return !this.broken && this.#held.size > 0;
  }

  /**
   * @template {{number: number}} P a packet with its sequence number, unwrapped
   * @param {P} packet
   * @returns {P[]} what can be used now, in order
   */
  push(packet, nowMs) {
    if (packet.number < this.#next) {
      this.#tooLate(packet.number, nowMs);
      return [];
    }
    if (this.#held.size >= MOST_HELD) {
      this.#held.delete(this.#held.keys().next().value);
    }
    this.#held.set(packet.number, packet);
    if (this.broken || (this.#begins?.(packet) && packet.number > this.#next)) {
      this.#begin();
    }
    return this.#take(nowMs);
  }

  /**
   * Goes on behind a gap that has been waited for long enough.
   *
   * @param {number} mostMs patience, if it must be less than usual
   * @param {number} moreMs what it is to be longer by: what is sent again comes as late as all else
   * @returns {object[]} what can be used now; look at `broken` afterwards
   */
  poll(nowMs, mostMs = Infinity, moreMs = 0) {
    if (!this.waiting || nowMs - this.#gapAtMs < Math.min(mostMs, this.patienceMs + moreMs)) {
      return [];
    }
    for (let missing = this.#next; !this.#held.has(missing) && this.#passed.length < MOST_HELD; missing += 1) {
      this.#passed.push({ number: missing, atMs: this.#gapAtMs });
    }
    this.#passed.splice(0, this.#passed.length - 16);
    this.#lateMs *= 0.95;
    this.#next = NaN;
    this.#begin();
    this.#gapAtMs = NaN;
    return this.#take(nowMs);
  }

  /** Forgets all; the next beginning counts. */
  restart() {
    this.#next = NaN;
    this.#held.clear();
    this.#gapAtMs = NaN;
  }

  #begin() {
    const first = [...this.#held.keys()].filter((number) => this.#begins?.(this.#held.get(number)) ?? true).sort((a, b) => a - b)[0];
    if (first !== undefined) {
      this.#next = first;
      [...this.#held.keys()].filter((number) => number < first).forEach((number) => this.#held.delete(number));
    }
  }

  #take(nowMs) {
    const ready = [];
    while (this.#held.has(this.#next)) {
      ready.push(this.#held.get(this.#next));
      this.#held.delete(this.#next);
      this.#next += 1;
    }
    const filled = ready.length > 0;
    if (filled) {
      this.#learn(nowMs - this.#gapAtMs);
    }
    if (filled || Number.isNaN(this.#gapAtMs)) {
      this.#gapAtMs = this.waiting ? nowMs : NaN;
    }
    return ready;
  }

  #tooLate(number, nowMs) {
    const passed = this.#passed.find((gap) => gap.number === number);
    if (passed) {
      this.#learn(Math.min(nowMs - passed.atMs, this.#bounds.longestMs));
    }
  }

  #learn(lateMs) {
    if (lateMs >= 0) {
      this.#lateMs = lateMs > this.#lateMs ? lateMs : this.#lateMs + (lateMs - this.#lateMs) * 0.02;
    }
  }
}
