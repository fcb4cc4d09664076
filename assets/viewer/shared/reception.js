import { Unwrapper } from './rtp.js';

/** Farther off than this is no late packet (RFC 3550, appendix A.1): this SSRC was not sent for a while. */
const FAR = 3000;

/** What one SSRC was heard of, for a reception report block (RFC 3550, section 6.4.1 and appendix A). */
export class Reception {
  #ssrc;
  #ticksPerMs;
  #sequences = new Unwrapper(16);
  #first = NaN;
  #highest = NaN;
  #latest = NaN;
  #received = 0;
  #expectedBefore = 0;
  #receivedBefore = 0;
  #transit = NaN;
  #jitter = 0;
  #report = null;
  #fresh = false;

  constructor(ssrc, clockRate) {
    this.#ssrc = ssrc;
    this.#ticksPerMs = clockRate / 1000;
  }

  /**
   * @param {number} timestamp 32 bits of it, which tell old from new where the sequence number has gone all the way around
   * @returns {number} the sequence number, counted on where it wraps: what is newer has a greater one, whatever was not sent
   */
  take(sequence, timestamp, nowMs) {
    const near = this.#sequences.near(sequence);
    const far = Math.abs(near - this.#highest) > FAR || (near < this.#highest && (timestamp - this.#latest) >> 0 > 0);
    if (far) {
      this.#first = NaN;
      this.#received = this.#expectedBefore = this.#receivedBefore = 0;
    }
    const extended = far ? this.#sequences.takeAhead(sequence) : this.#sequences.take(sequence);
    if (Number.isNaN(this.#first)) {
      this.#first = extended;
      this.#highest = extended;
    }
    if (extended >= this.#highest) {
      this.#highest = extended;
      this.#latest = timestamp;
    }
    this.#received += 1;
    this.#fresh = true;
    const transit = nowMs * this.#ticksPerMs - timestamp;
    if (!Number.isNaN(this.#transit)) {
      this.#jitter += (Math.abs(transit - this.#transit) - this.#jitter) / 16;
    }
    this.#transit = transit;
    return extended;
  }

  /** @param {{middle: number}} senderReport */
  heardReport(senderReport, nowMs) {
    this.#report = { middle: senderReport.middle, atMs: nowMs };
  }

  /** The block since the last call, or null if nothing was heard. */
  block(nowMs) {
    if (!this.#fresh) {
      return null;
    }
    this.#fresh = false;
    const expected = this.#highest - this.#first + 1;
    const expectedNow = expected - this.#expectedBefore;
    const lostNow = expectedNow - (this.#received - this.#receivedBefore);
    this.#expectedBefore = expected;
    this.#receivedBefore = this.#received;
    return {
      ssrc: this.#ssrc,
      fractionLost: expectedNow > 0 && lostNow > 0 ? Math.min(255, Math.floor((256 * lostNow) / expectedNow)) : 0,
      lost: Math.max(-0x800000, Math.min(0x7fffff, expected - this.#received)),
      highest: this.#highest % 2 ** 32,
      jitter: Math.min(Math.round(this.#jitter), 0xffffffff),
      lsr: this.#report?.middle ?? 0,
      dlsr: this.#report ? Math.min(Math.round((nowMs - this.#report.atMs) * 65.536), 0xffffffff) : 0,
      received: this.#received,
    };
  }
}
