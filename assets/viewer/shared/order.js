/** Bounds and beginning of how long a gap is waited for. */
const SHORTEST_MS = 8;
const LONGEST_MS = 60;
const FIRST_MS = 30;
/** What is held while something is missing. */
const MOST_HELD = 128;

/**
 * Puts the packets of one SSRC in order by sequence number. What is missing is waited for as long as such packets have been
 * late of late; then the stream goes on behind the gap: at once if any packet will do, at the next beginning (a keyframe) if not.
 */
export class Order {
  #begins;
  #next = NaN;
  #held = new Map();
  #gapAtMs = NaN;
  #passed = [];
  #lateMs = FIRST_MS / 1.5;

  /** @param {(packet: object) => boolean} begins whether a stream can begin with a packet */
  constructor(begins = () => true) {
    this.#begins = begins;
  }

  /** How long a gap is waited for now. */
  get patienceMs() {
    return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, this.#lateMs * 1.5));
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
    if (this.broken) {
      this.#begin();
    }
    return this.#take(nowMs);
  }

  /**
   * Goes on behind a gap that has been waited for long enough.
   *
   * @param {number} mostMs patience, if it must be less than usual
   * @returns {object[]} what can be used now; look at `broken` afterwards
   */
  poll(nowMs, mostMs = LONGEST_MS) {
    if (!this.waiting || nowMs - this.#gapAtMs < Math.min(mostMs, this.patienceMs)) {
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
    const first = [...this.#held.keys()].filter((number) => this.#begins(this.#held.get(number))).sort((a, b) => a - b)[0];
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
      this.#learn(Math.min(nowMs - passed.atMs, LONGEST_MS));
    }
  }

  #learn(lateMs) {
    if (lateMs >= 0) {
      this.#lateMs = lateMs > this.#lateMs ? lateMs : this.#lateMs + (lateMs - this.#lateMs) * 0.02;
    }
  }
}
