/** Reads RTP and RTCP (RFC 3550), each whole in one message of the data channel. What is malformed gives nothing. */

const HEADER = 12;
const RTCP_SENDER_REPORT = 200;
const MOST_RTCP_PACKETS = 32;
const NTP_TO_UNIX_S = 2_208_988_800;
const CAPTURE_TIME = 1;
const FRAME_MARKING = 2;
const SEND_TIME = 3;
/** In which it counts anew, and its unit. */
const SEND_TIME_WRAP_MS = 64_000;
const SEND_TIME_MS = 1000 / 2 ** 18;

export const PICTURE = 96;
/** A part of one; see parts.js. */
export const PART = 97;
export const SOUND = 111;
/** With the packet before it (RFC 2198). */
export const REDUNDANT = 112;
const BLOCK_HEADERS = 5;

/** RFC 5761, section 4. */
export const isRtcp = (bytes) => bytes.length > 1 && bytes[1] >= 192 && bytes[1] <= 223;

/**
 * @typedef {Object} Packet
 * @property {number} type payload type
 * @property {number} sequence 16 bits
 * @property {number} timestamp 32 bits
 * @property {number} ssrc
 * @property {number} captureMs studio's wall clock, Unix ms; NaN without it
 * @property {number} sentMs when it was sent, by the same clock; NaN if it does not say
 * @property {boolean} keyframe as the frame marking says
 * @property {Uint8Array} payload
 */

/**
 * @param {Uint8Array} bytes
 * @returns {Packet | null}
 */
export function parseRtp(bytes) {
  if (bytes.length < HEADER || bytes[0] >> 6 !== 2) {
    return null;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packet = {
    type: bytes[1] & 0x7f,
    sequence: view.getUint16(2),
    timestamp: view.getUint32(4),
    ssrc: view.getUint32(8),
    captureMs: NaN,
    sentMs: NaN,
    keyframe: false,
    payload: null,
  };
  let start = HEADER + 4 * (bytes[0] & 0x0f);
  if (bytes[0] & 0x10) {
    if (start + 4 > bytes.length) {
      return null;
    }
    const end = start + 4 + 4 * view.getUint16(start + 2);
    if (end > bytes.length) {
      return null;
    }
    if (view.getUint16(start) === 0xbede) {
      readExtensions(packet, view, start + 4, end);
    }
    start = end;
  }
  const padding = bytes[0] & 0x20 ? bytes[bytes.length - 1] : 0;
  const end = bytes.length - padding;
  if (end <= start || (bytes[0] & 0x20 && padding === 0)) {
    return null;
  }
  packet.payload = bytes.subarray(start, end);
  return packet;
}

/** RFC 8285, section 4.2: one-byte headers. */
function readExtensions(packet, view, start, end) {
  let at = start;
  let sendMs = NaN;
  while (at < end) {
    const id = view.getUint8(at) >> 4;
    const length = (view.getUint8(at) & 0x0f) + 1;
    if (id === 0) {
      at += 1; // padding
      continue;
    }
    if (id === 15 || at + 1 + length > end) {
      break;
    }
    if (id === CAPTURE_TIME && length >= 8) {
      packet.captureMs = ntpMs(view, at + 1);
    } else if (id === SEND_TIME && length >= 3) {
      sendMs = ((view.getUint8(at + 1) << 16) | view.getUint16(at + 2)) * SEND_TIME_MS;
    } else if (id === FRAME_MARKING) {
      packet.keyframe = (view.getUint8(at + 1) & 0x20) !== 0;
    }
    at += 1 + length;
  }
  packet.sentMs = packet.captureMs + nearest((sendMs - packet.captureMs) % SEND_TIME_WRAP_MS, SEND_TIME_WRAP_MS);
}

/** Of what counts anew after so much, the value nearest to 0. */
function nearest(value, wrap) {
  return value - Math.round(value / wrap) * wrap;
}

/**
 * The packets in a redundant one, in order; none if it is malformed.
 *
 * @param {Packet} packet
 * @returns {Packet[]}
 */
export function split(packet) {
  const { payload, sequence, timestamp } = packet;
  if (payload.length <= BLOCK_HEADERS || payload[0] !== (0x80 | SOUND) || payload[4] !== SOUND) {
    return [];
  }
  const offset = (payload[1] << 6) | (payload[2] >> 2);
  const end = BLOCK_HEADERS + (((payload[2] & 3) << 8) | payload[3]);
  if (end <= BLOCK_HEADERS || end >= payload.length) {
    return [];
  }
  const before = { sequence: (sequence + 0xffff) & 0xffff, timestamp: (timestamp - offset) >>> 0, captureMs: NaN, sentMs: NaN };
  return [
    { ...packet, ...before, type: SOUND, payload: payload.subarray(BLOCK_HEADERS, end) },
    { ...packet, type: SOUND, payload: payload.subarray(end) },
  ];
}

/**
 * The sender reports of a compound packet.
 *
 * @param {Uint8Array} bytes
 * @returns {{ssrc: number, ntpMs: number, middle: number, timestamp: number}[]} `middle`: the middle 32 bits of the NTP time
 */
export function parseSenderReports(bytes) {
  const reports = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (let count = 0; count < MOST_RTCP_PACKETS && at + 4 <= bytes.length; count += 1) {
    const end = at + 4 + 4 * view.getUint16(at + 2);
    if (bytes[at] >> 6 !== 2 || end > bytes.length) {
      break;
    }
    if (bytes[at + 1] === RTCP_SENDER_REPORT && end - at >= 28) {
      reports.push({
        ssrc: view.getUint32(at + 4),
        ntpMs: ntpMs(view, at + 8),
        middle: view.getUint32(at + 10),
        timestamp: view.getUint32(at + 16),
      });
    }
    at = end;
  }
  return reports;
}

function ntpMs(view, at) {
  return (view.getUint32(at) - NTP_TO_UNIX_S) * 1000 + (view.getUint32(at + 4) / 2 ** 32) * 1000;
}

/** Counts on where 16 or 32 bits wrap around: the value nearest to the highest so far. */
export class Unwrapper {
  #span;
  #highest = NaN;

  /** @param {number} bits */
  constructor(bits) {
    this.#span = 2 ** bits;
  }

  take(value) {
    if (Number.isNaN(this.#highest)) {
      this.#highest = value + this.#span;
      return this.#highest;
    }
    const unwrapped = this.near(value);
    this.#highest = Math.max(this.#highest, unwrapped);
    return unwrapped;
  }

  /** As `take`, for what is far off and cannot be older than the highest so far: much was left out, or another numbering begins. */
  takeAhead(value) {
    const near = this.near(value);
    this.#highest = near > this.#highest ? near : near + this.#span;
    return this.#highest;
  }

  /** As `take`, but remembers nothing. NaN before the first. */
  near(value) {
    const ahead = (value - (this.#highest % this.#span) + this.#span) % this.#span;
    return this.#highest + (ahead >= this.#span / 2 ? ahead - this.#span : ahead);
  }
}
