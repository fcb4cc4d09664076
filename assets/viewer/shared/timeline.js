import { Unwrapper } from './rtp.js';

/** Single capture times are averaged over so many packets, until there is a sender report. */
const CAPTURES = 16;
/** A larger step of the studio's is a new beginning, a smaller one is smoothed out. */
const STEP_MS = 50;
const SMOOTHING = 1 / 4;

/** The RTP timestamps of one SSRC on the studio's wall clock: by sender reports, and until the first by capture times. */
export class Timeline {
  #ticksPerMs;
  #timestamps = new Unwrapper(32);
  #captures = 0;
  #offsetMs = NaN;
  #reported = false;
  #early = null;

  constructor(clockRate) {
    this.#ticksPerMs = clockRate / 1000;
  }

  /** @returns {number} the timestamp, counted on where it wraps */
  take(timestamp, captureMs) {
    const ticks = this.#timestamps.take(timestamp);
    if (this.#early) {
      this.report(this.#early);
      this.#early = null;
    }
    if (!this.#reported && Number.isFinite(captureMs) && this.#captures < CAPTURES) {
      this.#captures += 1;
      const offsetMs = captureMs - ticks / this.#ticksPerMs;
      this.#offsetMs = this.#captures === 1 ? offsetMs : this.#offsetMs + (offsetMs - this.#offsetMs) / this.#captures;
    }
    return ticks;
  }

  /** @param {{timestamp: number, ntpMs: number}} senderReport */
  report(senderReport) {
    const ticks = this.#timestamps.near(senderReport.timestamp);
    if (Number.isNaN(ticks)) {
      this.#early = senderReport;
      return;
    }
    const differsMs = senderReport.ntpMs - ticks / this.#ticksPerMs - this.#offsetMs;
    if (!this.#reported || Math.abs(differsMs) > STEP_MS) {
      this.#offsetMs = senderReport.ntpMs - ticks / this.#ticksPerMs;
    } else {
      this.#offsetMs += differsMs * SMOOTHING;
    }
    this.#reported = true;
  }

  /** When that was captured, studio's wall clock in Unix ms; NaN if nothing is known yet. */
  studioMs(ticks) {
    return this.#offsetMs + ticks / this.#ticksPerMs;
  }

  /** The other way round. */
  ticks(studioMs) {
    return (studioMs - this.#offsetMs) * this.#ticksPerMs;
  }
}
