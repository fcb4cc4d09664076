const LOOK_MS = 50;
/** Where no sound comes for now. */
const RARE_LOOK_MS = 500;
/** The loudspeaker takes a little in advance and pauses: it plays when it has taken some at so many looks on end. */
const FLOWING = 3;
/** The browser keeps somewhat more than it says that it wants: so much is not surplus. */
const LEFT_MS = 20;
/** A smaller surplus is not worth a gap, nor does a gap end it: the browser would fill it up. */
const WORTH_MS = 40;
/** A gap makes itself known in the figures that late. */
const PATIENCE_MS = 1500;
/** A gap that did not help is not tried again before that. */
const DISAPPOINTED_MS = 5000;

/**
 * Keeps the browser's buffer of sound short: see sound-gate.js. Where the browser has no encoded transforms it does nothing.
 */
export class SoundGate {
  #port = null;
  #worker = null;
  #timer = 0;
  #taken = null;
  #before = 0;
  #grown = 0;
  #soon = null;
  #open = false;
  #calmFrom = 0;
  #hopedMs = NaN;
  #disappointed = false;

  /**
   * Puts the gate before the sound, shut but for its first frame, and opens it when the loudspeaker begins to take sound.
   * To be made in the task that makes the connection: Chromium lets nothing come between later on.
   *
   * @param {RTCPeerConnection} connection with its receiver of sound
   */
  constructor(connection) {
    const receiver = connection.getReceivers().find(({ track }) => track.kind === 'audio');
    if (!globalThis.RTCRtpScriptTransform || !receiver) {
      return;
    }
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#worker = new Worker(new URL('./sound-gate.js', import.meta.url));
    receiver.transform = new RTCRtpScriptTransform(this.#worker, { port: port2 }, [port2]);
    this.#taken = async () => samplesTaken(await connection.getStats());
    this.expect(true);
  }

  /** Whether sound may come at any time: where none comes for now the loudspeaker is looked at more rarely. */
  expect(soon) {
    if (!this.#port || this.#open || soon === this.#soon) {
      return;
    }
    this.#soon = soon;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#look(), soon ? LOOK_MS : RARE_LOOK_MS);
  }

  async #look() {
    const taken = await this.#taken();
    this.#grown = taken > this.#before ? this.#grown + 1 : 0;
    this.#before = taken;
    if (this.#grown >= FLOWING || taken === Infinity) {
      this.#letIn();
    } else if (this.#grown > 0) {
      this.expect(true);
    }
  }

  #letIn() {
    clearInterval(this.#timer);
    if (this.#open || !this.#port) {
      return;
    }
    this.#open = true;
    this.#port.postMessage({ open: true });
    this.#calmFrom = performance.now() + PATIENCE_MS;
  }

  /**
   * Leaves sound out, if that mends its lateness: what waits too long would go on doing so for seconds, and a picture moved
   * instead would have to move back.
   *
   * @param {number} surplusMs how much more waits than the browser wants
   * @param {number} lateMs how far the sound is behind where it should be; NaN if unknown
   * @returns {boolean} whether it did, or has just done so
   */
  trim(surplusMs, lateMs) {
    const now = performance.now();
    if (!this.#port || now < this.#calmFrom) {
      return this.#port !== null && !this.#disappointed;
    }
    this.#disappointed = surplusMs > this.#hopedMs;
    this.#hopedMs = NaN;
    const skipMs = Math.min(surplusMs - LEFT_MS, Number.isFinite(lateMs) ? lateMs : Infinity);
    if (this.#disappointed) {
      this.#calmFrom = now + DISAPPOINTED_MS;
    } else if (skipMs > WORTH_MS) {
      this.#port.postMessage({ skipMs });
      this.#calmFrom = now + PATIENCE_MS;
      this.#hopedMs = surplusMs - skipMs / 4;
      return true;
    }
    return false;
  }

  close() {
    clearInterval(this.#timer);
    this.#port = null;
    this.#worker?.terminate();
  }
}

/** What the loudspeaker has taken of this sound. A browser that does not tell is taken at its best. */
function samplesTaken(stats) {
  let taken = 0;
  stats.forEach((entry) => {
    if (entry.type === 'inbound-rtp' && entry.kind === 'audio') {
      taken = entry.totalSamplesReceived ?? Infinity;
    }
  });
  return taken;
}
