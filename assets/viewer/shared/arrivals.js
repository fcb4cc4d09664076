const REMEMBERED = 1024;
const MOST_STREAMS = 64;

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
 * packet before it was lost, so this tells of loss, where delay alone might be that of a link too narrow.
 */
export class Overtaken {
  #highest = new Map();
  #count = 0;

  /** @param {number} connection by which the message came */
  note(connection, ssrc, sequence) {
    const key = `${connection} ${ssrc}`;
    const highest = this.#highest.get(key) ?? sequence;
    const behind = (highest - sequence) & 0xffff;
    if (behind > 0 && behind < 0x8000) {
      this.#count += 1;
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
    return count;
  }
}
