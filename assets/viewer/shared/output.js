import { Need } from './delay.js';
import { Sounds } from './sounds.js';

const SAMPLES_PER_MS = Sounds.clockRate / 1000;
/** A speaker takes so long to play evenly: what it does while it opens is not what it needs. */
const OPENING_MS = 1500;
/** By then, and again by then, what page and studio were busy with in their beginning is over: the delay that this made is not needed any more. */
const SETTLED_MS = [3000, 5000, 10_000, 15_000, 20_000, 30_000];
/** Sound that is to be heard so much sooner or later jumps; else it follows little by little. See playout.js. */
const JUMP_MS = 60;
/** In a pause sound follows at once; who is so far behind does not know of it yet. */
const PACE_MS = 15;
/** The sound must be there so much before it is taken. */
const SAFETY_MS = 4;

/**
 * One speaker as the receiver knows it: the port of its worklet, when what it plays is heard, and how much delay it needs.
 *
 * @typedef {Object} OutputTold
 * @property {(heardMs: number) => number} place which sample of the stream is captured then, studio's clock; NaN without a stream
 * @property {(output: Output, figures: {played: number, madeUp: number, needsMs: number[], driftPpm: number}) => void} played
 * @property {(output: Output) => void} opened it plays evenly by now
 * @property {(output: Output) => void} settled it has done so for a while; told several times
 */
export class Output {
  #port;
  #told;
  #heardMs = NaN;
  #aimedMs = NaN;
  #beganMs = NaN;
  #opening = true;
  #settling = [];
  /** Of blocks of sound. */
  need = new Need(0.99);
  /** How far the sound is behind what was aimed at; NaN while there is none. */
  lateMs = NaN;
  /** Whether nothing that is heard next is loud, so that it may come sooner or later unnoticed. */
  pauses = false;

  /**
   * @param {MessagePort} port
   * @param {OutputTold} told
   */
  constructor(port, told) {
    this.#port = port;
    this.#told = told;
    port.onmessage = ({ data }) => this.#played(data);
  }

  /** Another stream begins, or the speaker itself. */
  begin(nowMs) {
    this.#beganMs = nowMs;
    this.#opening = true;
    this.#settling = [...SETTLED_MS];
    this.pauses = false;
    this.lateMs = NaN;
    this.need.forget();
  }

  /** The speaker's beginning would have been heard then, viewer's clock. */
  heard(ms) {
    this.#heardMs = ms;
  }

  /** Sound is to be heard so long after its capture. */
  aim(delayMs, steady) {
    const bias = this.#told.place(this.#heardMs) - delayMs * SAMPLES_PER_MS;
    const lateMs = this.lateMs + this.#aimedMs - delayMs;
    if (Number.isFinite(lateMs)) {
      this.lateMs = Math.abs(lateMs) < JUMP_MS ? lateMs : 0; // until the speaker tells so itself
    }
    this.#aimedMs = delayMs;
    if (Number.isFinite(bias)) {
      this.#port.postMessage({ bias, steady });
    }
  }

  send(message, transfer = []) {
    this.#port.postMessage(message, transfer);
  }

  close() {
    this.#port.onmessage = null;
    this.#port.close();
  }

  /** The speaker tells how it got on. */
  #played({ played, madeUp, lags, error, driftPpm, pause }) {
    const now = performance.timeOrigin + performance.now();
    // How far the sound is ahead of the speaker's clock, if there were no delay.
    const ahead = this.#told.place(this.#heardMs);
    const needsMs = lags.map((lag) => (lag + ahead) / SAMPLES_PER_MS + SAFETY_MS);
    needsMs.forEach((needMs) => this.need.add(needMs, now));
    if (this.#opening && now - this.#beganMs > OPENING_MS) {
      this.#opening = false;
      this.need.forget();
      this.#told.opened(this);
    }
    if (now - this.#beganMs > this.#settling[0]) {
      this.#settling.shift();
      this.#told.settled(this);
    }
    this.lateMs = played > 0 ? error / SAMPLES_PER_MS : NaN;
    this.pauses = pause && Math.abs(this.lateMs) < PACE_MS;
    this.#told.played(this, { played, madeUp, needsMs, driftPpm });
  }
}
