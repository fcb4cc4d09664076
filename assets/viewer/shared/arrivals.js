const REMEMBERED = 1024;
const MOST_STREAMS = 64;
/** So many at once are no accident. */
const SUDDEN = 2;
/** When pictures are so late a queue may have overflowed: that is the way of a link too narrow. */
const QUEUE_MS = 100;

/** Remembers the latest sequence numbers of a stream, to tell what has come already. */
export class Doubles {
  #latest = new Int32Array(REMEMBERED).fill(-1);

  isNew(sequence) {
    const slot = sequence % REMEMBERED;
    if (this.#latest[slot] === sequence) {
      return false;
    }
    this.#latest[slot] = sequence;
    return true;
  }
}

/**
 * Counts messages that come after later ones of the same stream by the same connection. On one way nothing overtakes unless a
 * packet before it was lost, so this tells of loss, where delay alone might be that of a link too narrow. What such a link loses is
 * not counted.
 */
export class Overtaken {
  #highest = new Map();
  #count = 0;
  #before = 0;

  /** Whether this is news that cannot wait: there are some, and there were none before the last call of `take`. */
  get sudden() {
    return this.#before === 0 && this.#count >= SUDDEN;
  }

  /**
   * @param {number} connection by which the message came
   * @param {number} lateMs what pictures wait for on the way
   */
  note(connection, ssrc, sequence, lateMs = 0) {
    const key = `${connection} ${ssrc}`;
    const highest = this.#highest.get(key) ?? sequence;
    const behind = (highest - sequence) & 0xffff;
    if (behind > 0 && behind < 0x8000) {
      this.#count += lateMs > QUEUE_MS ? 0 : 1;
      return;
    }
    this.#highest.set(key, sequence);
    if (this.#highest.size > MOST_STREAMS) {
      this.#highest.delete(this.#highest.keys().next().value);
    }
  }

  /** How many since the last call. */
  take() {
    const count = this.#count;
    this.#count = 0;
    this.#before = count;
    return count;
  }
}
