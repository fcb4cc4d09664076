/**
 * Plays sound out, in an AudioWorklet. Blocks come with the number of their first sample; the aim says which sample is to be
 * played at which time. The reading follows the aim by reading a little faster or slower, jumps where it is far off, and makes
 * up what is missing out of what came before.
 */

/** About 1.4 s. */
const SIZE = 1 << 16;
/** Blocks are counted in so many samples: 2.5 ms, of which every Opus packet is a multiple. */
const UNIT = 120;
const UNITS = Math.floor(SIZE / UNIT);
const RING = UNITS * UNIT;
const CHANNELS = 2;

/** How many seconds a small deviation is worked off in, and how much of the speed that may take. The clocks' drift is within it. */
const STEADY = { seconds: 2, most: 0.0009 };
/** The same for a deviation that is larger than the first figure, in samples. */
const CATCH_UP = { from: 144, seconds: 1, most: 0.004 };
const HURRY = { from: 720, seconds: 1, most: 0.01 };
/** The same where nothing is said or played, which can be read at any speed. */
const PAUSE = { seconds: 0.1, most: 0.1 };
/** Sound that is nowhere higher is a pause: 40 dB below full scale. */
const QUIET = 0.01;
/** Farther than this it jumps. */
const JUMP = 48 * 60;
/** The drift that is told is the mean correction of about so long, while nothing else has to be corrected. */
const DRIFT_SECONDS = 20;

/** Sound is made up at full height for the first time, and no longer than the second. In samples. */
const MADE_UP_FULL = 480;
const MADE_UP_MOST = 2880;
const HISTORY = 1440;
const SHORTEST_PERIOD = 120;
const LONGEST_PERIOD = 720;

/** The sound and where in it we are. Knows nothing of AudioWorklets; all times are in context frames. */
export class Playout {
  #rate;
  #ring = Array.from({ length: CHANNELS }, () => new Float32Array(RING));
  #tags = new Float64Array(UNITS).fill(-1);
  #loud = new Uint8Array(UNITS);
  #newest = -1;
  #position = NaN;
  #bias = NaN;
  #drift = 0;
  #steady = true;
  #madeUp = null;
  #block = Array.from({ length: CHANNELS }, () => new Float32Array(4096));
  #figures = none();

  /** @param {number} rate samples of the sound for each frame of the context: 1 if both have 48,000 a second */
  constructor(rate = 1) {
    this.#rate = rate;
  }

  /** Sample `frame * rate + bias` is to be played in that frame; `steady` if nothing but the clocks moves that. */
  aim(bias, steady = true) {
    this.#bias = bias;
    this.#steady = steady;
  }

  /** A block of sound; `frame` is the context's now. */
  write(first, channels, frame) {
    const count = channels[0]?.length ?? 0;
    if (!Number.isSafeInteger(first) || first < 0 || first % UNIT !== 0 || count === 0 || count > RING / 2) {
      return;
    }
    this.#figures.lags.push(frame * this.#rate - first);
    for (let unit = 0; unit < Math.floor(count / UNIT); unit += 1) {
      const place = (first / UNIT + unit) % UNITS;
      for (let channel = 0; channel < CHANNELS; channel += 1) {
        const from = channels[Math.min(channel, channels.length - 1)];
        this.#ring[channel].set(from.subarray(unit * UNIT, (unit + 1) * UNIT), place * UNIT);
      }
      this.#tags[place] = first / UNIT + unit;
      this.#loud[place] = channels.some((samples) => isLoud(samples, unit * UNIT)) ? 1 : 0;
    }
    this.#newest = Math.max(this.#newest, first / UNIT + Math.floor(count / UNIT) - 1);
  }

  /** Fills one quantum. */
  read(outputs, frame) {
    const length = outputs[0].length;
    if (Number.isNaN(this.#bias)) {
      outputs.forEach((output) => output.fill(0));
      return;
    }
    const aim = frame * this.#rate + this.#bias;
    const jumpedFrom = this.#follow(aim);
    const speed = this.#rate * (1 + this.#correction(aim));
    const start = this.#position;
    this.#render(outputs, start, speed, length);
    if (!Number.isNaN(jumpedFrom) && this.#has(jumpedFrom, jumpedFrom + length * speed)) {
      this.#render(this.#block, jumpedFrom, speed, length);
      blend(this.#block, outputs, length);
    }
    this.#position = start + length * speed;
  }

  /**
   * What happened since the last call: samples `played` and `madeUp`, `jumps`, for each block its lag (how far the clock was
   * ahead of its first sample when it came), and `error`: how far reading is behind its aim. All in samples. `pause`: whether
   * nothing that is still to be read is loud.
   */
  takeFigures(frame) {
    const figures = this.#figures;
    this.#figures = none();
    return {
      ...figures,
      error: frame * this.#rate + this.#bias - this.#position,
      driftPpm: this.#drift * 1e6,
      pause: this.#isPause(this.#position, this.#newest * UNIT),
    };
  }

  /** Forgets the sound: another stream. */
  forget() {
    this.#tags.fill(-1);
    this.#newest = -1;
    this.#position = NaN;
    this.#bias = NaN;
    this.#madeUp = null;
  }

  /** Jumps, if that is better than bending. Returns from where, or NaN. */
  #follow(aim) {
    const error = aim - this.#position;
    const silent = this.#madeUp !== null && Math.abs(error) > UNIT / 2;
    if (Number.isNaN(this.#position) || Math.abs(error) > JUMP || silent) {
      const from = this.#position;
      this.#position = aim;
      this.#figures.jumps += Number.isNaN(from) ? 0 : 1;
      return from;
    }
    return NaN;
  }

  #correction(aim) {
    const error = aim - this.#position;
    const far = Math.abs(error);
    const { seconds, most } = far <= CATCH_UP.from ? STEADY : this.#bend(far);
    const wanted = error / (48_000 * seconds);
    const bounded = Math.max(-most, Math.min(most, wanted));
    if (this.#steady && Math.abs(wanted) < STEADY.most) {
      this.#drift += ((wanted - this.#drift) * 128) / (48_000 * DRIFT_SECONDS);
    }
    return bounded;
  }

  #bend(far) {
    if (this.#isPause(this.#position, this.#position + 2 * UNIT)) {
      return PAUSE;
    }
    return far > HURRY.from ? HURRY : CATCH_UP;
  }

  #isPause(from, to) {
    for (let at = from; at <= to; at += UNIT) {
      if (!this.#available(at) || this.#loud[Math.floor(at / UNIT) % UNITS] === 1) {
        return false;
      }
    }
    return from <= to;
  }

  #available(sample) {
    const unit = Math.floor(sample / UNIT);
    return unit >= 0 && this.#tags[unit % UNITS] === unit;
  }

  #has(from, to) {
    for (let at = Math.floor(from) - 1; at < to + 2; at += UNIT) {
      if (!this.#available(at)) {
        return false;
      }
    }
    return this.#available(Math.ceil(to) + 2);
  }

  #render(outputs, start, speed, length) {
    for (let i = 0; i < length; i += 1) {
      const at = start + i * speed;
      const whole = Math.floor(at);
      if (this.#available(whole - 1) && this.#available(whole + 2)) {
        this.#real(outputs, i, whole, at - whole);
      } else {
        this.#made(outputs, i, whole);
      }
    }
  }

  #real(outputs, i, whole, fraction) {
    this.#figures.played += 1;
    const entering = this.#madeUp && this.#madeUp.back < UNIT ? (this.#madeUp.back += 1) / UNIT : 1;
    for (let channel = 0; channel < outputs.length && channel < CHANNELS; channel += 1) {
      const ring = this.#ring[channel];
      const real = hermite(
        ring[(whole - 1 + RING) % RING], ring[whole % RING], ring[(whole + 1) % RING], ring[(whole + 2) % RING], fraction);
      outputs[channel][i] = entering === 1 ? real : real * entering + this.#fromHistory(channel) * (1 - entering);
    }
    if (entering < 1) {
      this.#madeUp.count += 1;
    } else {
      this.#madeUp = null;
    }
  }

  #made(outputs, i, whole) {
    this.#madeUp ??= this.#history(whole);
    this.#madeUp.back = 0;
    this.#figures.madeUp += 1;
    for (let channel = 0; channel < outputs.length && channel < CHANNELS; channel += 1) {
      outputs[channel][i] = this.#fromHistory(channel);
    }
    this.#madeUp.count += 1;
  }

  /** The next sample of what is made up: the last period, over and over, fading. */
  #fromHistory(channel) {
    const { samples, period, count } = this.#madeUp;
    if (period === 0 || count >= MADE_UP_MOST) {
      return 0;
    }
    const height = count < MADE_UP_FULL ? 1 : (MADE_UP_MOST - count) / (MADE_UP_MOST - MADE_UP_FULL);
    return samples[channel][HISTORY - period + (count % period)] * height;
  }

  /** What came before `whole`, and how long its period is; a period of 0 if nothing did. */
  #history(whole) {
    let end = whole;
    while (end > whole - UNIT && !this.#available(end - 1)) {
      end -= 1;
    }
    if (!this.#has(end - HISTORY + 1, end - 3)) {
      return { samples: null, period: 0, count: 0, back: 0 };
    }
    const samples = this.#ring.map((ring) => Float32Array.from({ length: HISTORY }, (_, i) => ring[(end - HISTORY + i + RING) % RING]));
    return { samples, period: periodOf(samples[0]), count: Math.max(0, whole - end), back: 0 };
  }
}

function isLoud(samples, from) {
  for (let at = from; at < from + UNIT; at += 1) {
    if (samples[at] > QUIET || samples[at] < -QUIET) {
      return true;
    }
  }
  return false;
}

/** The lag at which the end of a piece of sound is most like what came before (normalised cross-correlation). */
function periodOf(samples) {
  let best = SHORTEST_PERIOD;
  let highest = -Infinity;
  const window = 360;
  for (let lag = SHORTEST_PERIOD; lag <= LONGEST_PERIOD; lag += 1) {
    let product = 0;
    let energy = 1e-9;
    for (let i = HISTORY - window; i < HISTORY; i += 2) {
      product += samples[i] * samples[i - lag];
      energy += samples[i - lag] * samples[i - lag];
    }
    const likeness = product / Math.sqrt(energy);
    if (likeness > highest) {
      highest = likeness;
      best = lag;
    }
  }
  return best;
}

/** Between `b` and `c`, by the cubic through four neighbours. */
function hermite(a, b, c, d, at) {
  const slope = (c - a) / 2;
  const bend = a - 2.5 * b + 2 * c - d / 2;
  const twist = (d - a) / 2 + 1.5 * (b - c);
  return ((twist * at + bend) * at + slope) * at + b;
}

/** Fades from `before` to `after`, within `after`. */
function blend(before, after, length) {
  for (let channel = 0; channel < after.length && channel < CHANNELS; channel += 1) {
    for (let i = 0; i < length; i += 1) {
      const entering = (i + 1) / length;
      after[channel][i] = after[channel][i] * entering + before[channel][i] * (1 - entering);
    }
  }
}

const none = () => ({ played: 0, madeUp: 0, jumps: 0, lags: [] });

const FIGURES_FRAMES = 4800;

if (globalThis.registerProcessor) {
  registerProcessor('liveroom-playout', class extends AudioWorkletProcessor {
    #playout = new Playout(48_000 / sampleRate);
    #port = null;
    #toldAt = 0;

    constructor() {
      super();
      this.port.onmessage = ({ data }) => {
        this.#port?.close();
        this.#port = data.port ?? null;
        this.#playout.forget();
        if (this.#port) {
          this.#port.onmessage = (event) => this.#take(event.data);
        }
      };
    }

    #take({ first, channels, bias, steady, forget }) {
      if (forget) {
        this.#playout.forget();
      } else if (bias !== undefined) {
        this.#playout.aim(bias, steady);
      } else {
        this.#playout.write(first, channels, currentFrame);
      }
    }

    process(_, [outputs]) {
      this.#playout.read(outputs, currentFrame);
      if (currentFrame - this.#toldAt >= FIGURES_FRAMES && this.#port) {
        this.#toldAt = currentFrame;
        this.#port.postMessage(this.#playout.takeFigures(currentFrame + outputs[0].length));
      }
      return true;
    }
  });
}
