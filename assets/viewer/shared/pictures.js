import { codecOf } from './avc.js';
import { Order } from './order.js';
import { Schedule } from './schedule.js';

const CLOCK_RATE = 90_000;
const ASK_AGAIN_MS = 400;
/** Rungs are encoded side by side: the one that takes over may begin a little before the last picture of the other. */
const BEHIND_MS = 200;
/** A rung that nothing comes of any more, while something comes of another, has been left. */
const LEFT_MS = 500;
/** More undecoded pictures than this are given up, in a burst at the beginning and later on: they would be seen too late. */
const MOST_AT_FIRST = 90;
const MOST_LATER = 20;
/** As many undecoded pictures, for so long, mean that the machine is too slow. */
const SLOW_PICTURES = 12;
const SLOW_MS = 3000;
const MOST_REMEMBERED = 256;
/** So much longer a gap is waited for at most where pictures are late. */
const MOST_LATE_MS = 200;

/**
 * Pictures from packets to the schedule: one rung at a time, in order, from a keyframe on, nothing decoded that lacks its
 * reference.
 *
 * @typedef {Object} PictureTold
 * @property {(ssrc: number) => void} askKeyframe
 * @property {(reason: 'decoder' | 'slow') => void} fail
 * @property {(picture: import('./schedule.js').Waiting) => void} decoded its owner is who is told
 */
export class Pictures {
  schedule = new Schedule();
  #told;
  #decoder = null;
  #codec = '';
  #rungs = new Map();
  #current = null;
  #lastMs = -Infinity;
  #heardMs = -Infinity;
  #decoding = new Map();
  #ticket = 0;
  #askedMs = -Infinity;
  #slowSinceMs = NaN;
  #decodeMs = { sum: 0, count: 0 };
  #failures = 0;
  #closed = false;

  /** @param {PictureTold} told */
  constructor(told) {
    this.#told = told;
  }

  static get clockRate() {
    return CLOCK_RATE;
  }

  /** @param {object} packet with `number`, `ticks`, `timeline`, `ssrc`, `keyframe`, `payload` */
  take(packet, nowMs) {
    let order = this.#rungs.get(packet.ssrc);
    if (!order) {
      order = new Order((first) => first.keyframe);
      this.#rungs.set(packet.ssrc, order);
    }
    if (this.#current === null) {
      this.#current = packet.ssrc;
      this.schedule.catchUp(nowMs);
    }
    if (packet.ssrc === this.#current) {
      this.#heardMs = nowMs;
    } else if (nowMs - this.#heardMs > LEFT_MS) {
      this.#rungs.get(this.#current)?.restart();
      this.#current = packet.ssrc; // its keyframe is lost: asks for another
      this.#heardMs = nowMs;
    }
    this.#use(packet.ssrc, order.push(packet, nowMs), nowMs);
    this.#askIfBroken(nowMs);
  }

  /** @param {number} lateMs how much longer pictures take than the fastest */
  poll(nowMs, lateMs) {
    const order = this.#rungs.get(this.#current);
    if (order) {
      this.#use(this.#current, order.poll(nowMs, Infinity, Math.min(lateMs || 0, MOST_LATE_MS)), nowMs);
      this.#askIfBroken(nowMs);
    }
  }

  /** Mean time in the decoder since the last call. */
  takeDecodeMs() {
    const { sum, count } = this.#decodeMs;
    this.#decodeMs = { sum: 0, count: 0 };
    return sum / count;
  }

  forget(ssrc) {
    if (ssrc !== this.#current) {
      this.#rungs.delete(ssrc);
    }
  }

  close() {
    this.#closed = true;
    this.schedule.clear();
    if (this.#decoder && this.#decoder.state !== 'closed') {
      this.#decoder.close();
    }
  }

  #use(ssrc, packets, nowMs) {
    for (const packet of packets) {
      const studioMs = packet.timeline.studioMs(packet.ticks);
      if (ssrc !== this.#current) {
        if (studioMs <= this.#lastMs - BEHIND_MS || !packet.keyframe) {
          this.#rungs.get(ssrc).restart(); // what was left of a rung that was given up
          return;
        }
        this.#rungs.get(this.#current)?.restart();
        this.#current = ssrc;
        this.#heardMs = nowMs;
        this.schedule.cut(studioMs);
      }
      this.#lastMs = studioMs;
      this.#decode(packet, nowMs);
    }
  }

  #askIfBroken(nowMs) {
    if (this.#rungs.get(this.#current)?.broken && nowMs - this.#askedMs >= ASK_AGAIN_MS) {
      this.#askedMs = nowMs;
      this.#told.askKeyframe(this.#current);
    }
  }

  #decode(packet, nowMs) {
    if (packet.keyframe && !this.#ready(packet.payload)) {
      return;
    }
    if (this.#decoder?.state !== 'configured') {
      return;
    }
    if (this.#tooSlow(nowMs)) {
      return;
    }
    this.#ticket += 1;
    this.#decoding.set(this.#ticket, { packet, atMs: nowMs });
    if (this.#decoding.size > MOST_REMEMBERED) {
      this.#decoding.delete(this.#decoding.keys().next().value);
    }
    this.schedule.expect(packet.timeline.studioMs(packet.ticks));
    this.#decoder.decode(
      new EncodedVideoChunk({
        type: packet.keyframe ? 'key' : 'delta',
        timestamp: this.#ticket,
        data: packet.payload,
      }),
    );
  }

  /** Prepares the decoder for what begins with this keyframe. */
  #ready(keyframe) {
    const codec = codecOf(keyframe);
    if (!codec) {
      return this.#decoder?.state === 'configured';
    }
    if (this.#decoder?.state === 'configured' && codec === this.#codec) {
      return true;
    }
    try {
      if (!this.#decoder || this.#decoder.state === 'closed') {
        this.#decoder = new VideoDecoder({
          output: (frame) => this.#decoded(frame),
          error: () => this.#failed(),
        });
      }
      this.#codec = codec;
      this.#decoder.configure({ codec, optimizeForLatency: true });
      return true;
    } catch {
      this.#failed();
      return false;
    }
  }

  #decoded(frame) {
    const { packet, atMs } = this.#decoding.get(frame.timestamp) ?? {};
    this.#decoding.delete(frame.timestamp);
    if (!packet || this.#closed) {
      frame.close();
      return;
    }
    this.#failures = 0;
    const now = performance.timeOrigin + performance.now();
    this.#decodeMs.sum += now - atMs;
    this.#decodeMs.count += 1;
    this.#told.decoded({ frame, studioMs: packet.timeline.studioMs(packet.ticks), readyMs: now });
  }

  /** One bad keyframe is an accident, three on end are a decoder that cannot. */
  #failed() {
    if (this.#closed) {
      return;
    }
    this.#decoding.clear();
    this.#rungs.get(this.#current)?.restart();
    this.#failures += 1;
    if (this.#failures >= 3) {
      this.#told.fail('decoder');
    } else {
      this.#askIfBroken(performance.timeOrigin + performance.now());
    }
  }

  /** Gives up what waits for the decoder, if it is too much. */
  #tooSlow(nowMs) {
    const waiting = this.#decoder.decodeQueueSize;
    this.#slowSinceMs = waiting < SLOW_PICTURES ? NaN : this.#slowSinceMs || nowMs;
    if (nowMs - this.#slowSinceMs > SLOW_MS) {
      this.#slowSinceMs = NaN;
      this.#told.fail('slow');
    }
    if (waiting < (this.schedule.catchingUp ? MOST_AT_FIRST : MOST_LATER)) {
      return false;
    }
    this.#decoder.reset();
    this.#codec = '';
    this.#decoding.clear();
    this.#rungs.get(this.#current)?.restart();
    return true;
  }
}
