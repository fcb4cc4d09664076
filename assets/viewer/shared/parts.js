/** Before each part: the fixed RTP header, and eight bytes that tell of the part. */
const HEADER = 20;
const MOST_PARTS = 3;
const SHORTEST_PACKET = 12;
const LONGEST_PACKET = 2 * 1024 * 1024;
/** What is kept of packets that are not whole yet. */
const MOST_UNITS = 64;
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Makes packets whole that come in parts over several connections: a packet is there as soon as all but one of its parts and
 * their parity have come. What comes of it later is dropped. See "Further connections" in docs/protocol.md.
 */
export class Parts {
  /** By SSRC and sequence number, the oldest first. */
  #units = new Map();
  #bytes = 0;

  /**
   * @param {Uint8Array} bytes a message
   * @returns {Uint8Array | null} the packet, once
   */
  take(bytes) {
    const part = read(bytes);
    if (!part) {
      return null;
    }
    const unit = this.#units.get(part.key) ?? this.#begin(part);
    if (unit.done || unit.count !== part.count || unit.whole !== part.whole || unit.come.has(part.index)) {
      return null;
    }
    unit.come.set(part.index, part.bytes);
    this.#bytes += part.bytes.length;
    if (unit.come.size < unit.count) {
      return null;
    }
    const packet = joined(unit);
    this.#forget(unit);
    return packet;
  }

  #begin({ key, count, whole }) {
    const unit = { count, whole, come: new Map(), done: false };
    this.#units.set(key, unit);
    while (this.#units.size > MOST_UNITS || (this.#bytes > MOST_BYTES && this.#units.size > 1)) {
      const [[oldest, given]] = this.#units;
      this.#forget(given);
      this.#units.delete(oldest);
    }
    return unit;
  }

  #forget(unit) {
    unit.come.forEach((bytes) => (this.#bytes -= bytes.length));
    unit.come.clear();
    unit.done = true;
  }
}

function read(bytes) {
  if (bytes.length <= HEADER) {
    return null;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [index, count, whole] = [bytes[12], bytes[13], view.getUint32(16)];
  if (count < 1 || count > MOST_PARTS || index > count || whole < SHORTEST_PACKET || whole > LONGEST_PACKET) {
    return null;
  }
  const longest = Math.ceil(whole / count);
  const length = index === count - 1 ? whole - index * longest : longest;
  if (bytes.length - HEADER !== length) {
    return null;
  }
  return { index, count, whole, key: view.getUint32(8) * 0x10000 + view.getUint16(2), bytes: bytes.subarray(HEADER) };
}

/** Puts together what has come; the one that has not is the exclusive or of all the others. */
function joined({ count, whole, come }) {
  const length = Math.ceil(whole / count);
  const all = new Uint8Array(length * count);
  const parity = come.get(count);
  for (let index = 0; index < count; index += 1) {
    const part = come.get(index);
    if (part) {
      all.set(part, index * length);
    }
  }
  if (parity) {
    const missing = all.subarray([...Array(count).keys()].find((index) => !come.has(index)) * length).subarray(0, length);
    missing.set(parity);
    come.forEach((part, index) => {
      if (index !== count) {
        part.forEach((byte, at) => (missing[at] ^= byte));
      }
    });
  }
  return all.subarray(0, whole);
}
