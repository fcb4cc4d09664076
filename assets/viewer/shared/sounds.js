import { Order } from './order.js';

const CLOCK_RATE = 48_000;
const CONFIGURATION = { codec: 'opus', sampleRate: CLOCK_RATE, numberOfChannels: 2 };
/** Blocks are placed at multiples of so many samples; see playout.js. */
const UNIT = 120;
/** So many undecoded packets are too late anyway. */
const MOST_DECODING = 30;
/** So much apart, times in microseconds are not of the same packet: half of the shortest. */
const SAME_US = 1250;

/** Sound from packets to the speakers: in order, decoded, each block with the number of its first sample. */
export class Sounds {
  #outputs;
  #fail;
  #decoder = null;
  #order = new Order();
  #ssrc = NaN;
  #base = NaN;
  /** What the decoder has, in order. */
  #decoding = [];
  #closed = false;
  /** The stream that is played: `{timeline, base}`; null until there is one. */
  stream = null;

  /**
   * @param {import('./outputs.js').Outputs} outputs take blocks
   * @param {() => void} fail the browser cannot decode this
   */
  constructor(outputs, fail) {
    this.#outputs = outputs;
    this.#fail = fail;
  }

  static get clockRate() {
    return CLOCK_RATE;
  }

  take(packet, nowMs) {
    if (packet.ssrc !== this.#ssrc) {
      this.#begin(packet);
    }
    this.#order.push(packet, nowMs).forEach((next) => this.#decode(next));
  }

  /** @param {number} mostMs how long a gap may be waited for */
  poll(nowMs, mostMs) {
    this.#order.poll(nowMs, mostMs).forEach((next) => this.#decode(next));
  }

  close() {
    this.#closed = true;
    if (this.#decoder && this.#decoder.state !== 'closed') {
      this.#decoder.close();
    }
  }

  #begin(packet) {
    this.#ssrc = packet.ssrc;
    this.#order = new Order();
    // Well before the first packet, so that no number is negative.
    this.#base = packet.ticks - 400 * UNIT;
    this.stream = { timeline: packet.timeline, base: this.#base };
    this.#outputs.send({ forget: true });
  }

  #decode(packet) {
    const sample = packet.ticks - this.#base;
    if (sample < 0) {
      return;
    }
    try {
      if (this.#decoder?.state !== 'configured') {
        this.#decoding = [];
        this.#decoder = new AudioDecoder({ output: (data) => this.#decoded(data), error: () => this.#closed || this.#fail() });
        this.#decoder.configure(CONFIGURATION);
      }
      if (this.#decoder.decodeQueueSize > MOST_DECODING) {
        return;
      }
      const timestamp = Math.round((sample * 1e6) / CLOCK_RATE);
      this.#decoding.push({ sample, timestamp });
      this.#decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp, data: packet.payload }));
    } catch {
      this.#fail();
    }
  }

  #decoded(data) {
    if (this.#closed) {
      data.close();
      return;
    }
    const first = Math.round(this.#sampleOf(data.timestamp) / UNIT) * UNIT;
    const channels = Array.from({ length: Math.min(2, data.numberOfChannels) }, (_, planeIndex) => {
      const samples = new Float32Array(data.numberOfFrames);
      data.copyTo(samples, { planeIndex, format: 'f32-planar' });
      return samples;
    });
    data.close();
    this.#outputs.send({ first, channels }, channels.map(({ buffer }) => buffer));
  }

  /**
   * The first sample of what was decoded next. Some browsers count on from the first packet instead of passing its own time on with
   * each: behind a gap that is too early for good. They decode in order, though.
   */
  #sampleOf(timestamp) {
    const same = this.#decoding.findIndex((packet) => Math.abs(packet.timestamp - timestamp) < SAME_US);
    const [packet] = this.#decoding.splice(0, Math.max(same, 0) + 1).slice(-1);
    return packet?.sample ?? (timestamp * CLOCK_RATE) / 1e6;
  }
}
