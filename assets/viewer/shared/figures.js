import { PICTURE } from './rtp.js';

const FASTEST_SECONDS = 30;
/** A picture that stays for so long is a freeze. */
const FREEZE_MS = 500;

/** What a viewer can tell of the last second; what it does not know is NaN. */
export class Figures {
  #second = fresh();
  #fastest = [Infinity];
  #latestMs = NaN;
  #freezes = 0;
  #newFreezes = 0;
  #shownMs = NaN;
  #sinceMs = NaN;
  #size = { width: NaN, height: NaN };
  #driftPpm = NaN;

  /**
   * A packet came.
   *
   * @param {number} transitMs how long after its capture (with the clocks' difference in it)
   * @param {number} underWayMs how long after it was sent, likewise
   */
  arrived(type, length, transitMs, underWayMs, nowMs) {
    if (Number.isNaN(this.#sinceMs)) {
      this.#sinceMs = nowMs;
    }
    this.#second.bytes += length;
    if (type === PICTURE && Number.isFinite(transitMs)) {
      this.#second.transits.push(transitMs);
    }
    if (type === PICTURE && Number.isFinite(underWayMs)) {
      this.#second.underWay.push(underWayMs);
      this.#latestMs = underWayMs;
      const last = this.#fastest.length - 1;
      this.#fastest[last] = Math.min(this.#fastest[last], underWayMs);
    }
  }

  /** How much longer the latest picture was under way than the fastest of the last half minute; NaN without one. */
  get lateMs() {
    return this.#latestMs - Math.min(...this.#fastest);
  }

  decoded(frame) {
    this.#second.decoded += 1;
    this.#size = { width: frame.displayWidth, height: frame.displayHeight };
  }

  shown(seenMs, latencyMs, skewMs, bufferMs) {
    const { latencies, skews, buffers } = this.#second;
    latencies.push(latencyMs);
    skews.push(skewMs);
    buffers.push(bufferMs);
    this.#newFreezes += seenMs - this.#shownMs > FREEZE_MS ? 1 : 0;
    this.#shownMs = seenMs;
  }

  /** The picture has not been in sight until now: that none came was no freeze. */
  unseen() {
    this.#shownMs = NaN;
  }

  played({ played, madeUp, buffersMs, driftPpm }) {
    this.#second.played += played;
    this.#second.madeUp += madeUp;
    this.#second.sounds.push(...buffersMs);
    this.#driftPpm = driftPpm;
  }

  /**
   * The figures since the last call.
   *
   * @param {number} offsetMs of the studio's clock against ours
   * @param {number} renderMs how long decoding took, and the way from drawing to the screen
   */
  take(nowMs, offsetMs, renderMs) {
    const second = this.#second;
    const seconds = (nowMs - this.#sinceMs) / 1000;
    const fastest = Math.min(...this.#fastest);
    const arrivalMs = middle(second.transits) + offsetMs;
    const latencyMs = middle(second.latencies);
    const newFreezes = this.#newFreezes;
    this.#freezes += newFreezes;
    this.#newFreezes = 0;
    this.#second = fresh();
    this.#sinceMs = nowMs;
    this.#fastest.push(Infinity);
    this.#fastest.splice(0, this.#fastest.length - FASTEST_SECONDS);
    return {
      fps: second.decoded / seconds,
      kbps: (second.bytes * 8) / 1000 / seconds,
      ...this.#size,
      freezes: this.#freezes,
      newFreezes,
      videoBufferMs: mean(second.buffers),
      audioBufferMs: mean(second.sounds),
      concealedPercent: (second.madeUp / (second.played + second.madeUp)) * 100,
      skewMs: middle(second.skews),
      latencyMs,
      arrivalMs,
      bufferMs: Math.max(0, latencyMs - arrivalMs - renderMs),
      renderMs,
      queueMs: mean(second.underWay) - fastest,
      driftPpm: this.#driftPpm,
    };
  }
}

function fresh() {
  return { bytes: 0, decoded: 0, transits: [], underWay: [], latencies: [], skews: [], buffers: [], sounds: [], played: 0, madeUp: 0 };
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of those that are known. */
function middle(values) {
  const known = values.filter(Number.isFinite).sort((a, b) => a - b);
  return known[known.length >> 1] ?? NaN;
}
