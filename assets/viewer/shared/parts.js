/** Before each part: the fixed RTP header, and eight bytes that tell of the part. */
const HEADER = 20;
const MOST_PARTS = 3;
const MOST_PIECES = 64;
const SHORTEST_PACKET = 12;
const LONGEST_PACKET = 2 * 1024 * 1024;
/** What is kept of packets that are not whole yet. */
const MOST_UNITS = 64;
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Makes packets whole that come in parts: a piece of a packet is there as soon as all but one of its parts and their parity have come, the
 * packet with its last piece. What comes of it later is dropped. See "A picture in parts" in docs/protocol.md.
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
    if (unit.done || unit.count !== part.count || unit.whole !== part.whole || unit.pieces.length !== part.pieces) {
      return null;
    }
    const come = unit.pieces[part.piece];
    if (come.size === unit.count || come.has(part.index)) {
      return null;
    }
    come.set(part.index, part.bytes);
    this.#bytes += part.bytes.length;
    unit.missing -= come.size === unit.count ? 1 : 0;
    if (unit.missing > 0) {
      return null;
    }
    const packet = joined(unit);
    this.#forget(unit);
    return packet;
  }

  #begin({ key, count, whole, pieces }) {
    const unit = { count, whole, pieces: Array.from({ length: pieces }, () => new Map()), missing: pieces, done: false };
    this.#units.set(key, unit);
    while (this.#units.size > MOST_UNITS || (this.#bytes > MOST_BYTES && this.#units.size > 1)) {
      const [[oldest, given]] = this.#units;
      this.#forget(given);
      this.#units.delete(oldest);
    }
    return unit;
  }

  #forget(unit) {
    unit.pieces.forEach((come) => come.forEach((bytes) => (this.#bytes -= bytes.length)));
    unit.pieces = [];
    unit.done = true;
  }
}

function read(bytes) {
  if (bytes.length <= HEADER) {
    return null;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [index, count, piece, last] = bytes.subarray(12, 16);
  const whole = view.getUint32(16);
  if (count < 1 || count > MOST_PARTS || index > count || piece > last || last >= MOST_PIECES) {
    return null;
  }
  if (whole < SHORTEST_PACKET || whole > LONGEST_PACKET) {
    return null;
  }
  const length = lengthOf(whole, last + 1, piece);
  const longest = Math.ceil(length / count);
  if (bytes.length - HEADER !== (index === count - 1 ? length - index * longest : longest)) {
    return null;
  }
  const key = view.getUint32(8) * 0x10000 + view.getUint16(2);
  return { index, count, piece, pieces: last + 1, whole, key, bytes: bytes.subarray(HEADER) };
}

/** Whether a message is the parity of a piece, which has one only if it goes over several connections. */
export const isParity = (bytes) => bytes.length > HEADER && bytes[12] === bytes[13];

/** Of a piece: all have the same, but for the last. */
function lengthOf(whole, pieces, piece) {
  const longest = Math.ceil(whole / pieces);
  return piece === pieces - 1 ? whole - piece * longest : longest;
}

function joined({ count, whole, pieces }) {
  const all = new Uint8Array(whole);
  pieces.forEach((come, piece) => {
    const length = lengthOf(whole, pieces.length, piece);
    all.set(joinedPiece(come, count, Math.ceil(length / count)).subarray(0, length), piece * lengthOf(whole, pieces.length, 0));
  });
  return all;
}

/** Puts together what has come; the one that has not is the exclusive or of all the others. */
function joinedPiece(come, count, length) {
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
  return all;
}
