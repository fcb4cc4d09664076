const LOOK_MS = 50;
/** Sound that waits longer than it must by so much is worth a gap. */
const TOO_MUCH_MS = 80;
/** A gap makes itself known in the figures that late. */
const PATIENCE_MS = 2500;

/**
 * Keeps the browser's buffer of sound short: see sound-gate.js. Where the browser has no encoded transforms it does nothing.
 */
export class SoundGate {
  #port = null;
  #worker = null;
  #timer = 0;
  #calmFrom = 0;

  /**
   * Puts the gate before the sound, shut, and opens it when the loudspeaker begins to take sound. Call in the task that makes
   * the connection: Chromium lets nothing come between later on.
   */
  put(connection) {
    const receiver = connection.getReceivers().find(({ track }) => track.kind === 'audio');
    if (!globalThis.RTCRtpScriptTransform || !receiver) {
      return;
    }
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#worker = new Worker(new URL('./sound-gate.js', import.meta.url));
    receiver.transform = new RTCRtpScriptTransform(this.#worker, { port: port2 }, [port2]);
    let before = NaN;
    this.#timer = setInterval(async () => {
      const taken = samplesTaken(await connection.getStats());
      if (taken > before || taken === Infinity) {
        clearInterval(this.#timer);
        this.#port.postMessage({ open: true });
        this.#calmFrom = performance.now() + PATIENCE_MS;
      }
      before = taken;
    }, LOOK_MS);
  }

  /** Leaves sound out, if too much of it waits. Returns whether it did, or has just done so. */
  trim(bufferMs, wantedMs) {
    if (!this.#port || performance.now() < this.#calmFrom) {
      return this.#port !== null;
    }
    if (!(bufferMs > wantedMs + TOO_MUCH_MS)) {
      return false;
    }
    this.#port.postMessage({ skipMs: bufferMs - wantedMs });
    this.#calmFrom = performance.now() + PATIENCE_MS;
    return true;
  }

  close() {
    clearInterval(this.#timer);
    this.#worker?.terminate();
  }
}

/** What the loudspeaker has taken so far; a browser that does not tell is taken at its best. */
function samplesTaken(stats) {
  let taken = stats.size > 0 ? Infinity : NaN;
  stats.forEach((entry) => {
    if (entry.type === 'media-playout') {
      taken = entry.totalSamplesCount;
    }
  });
  return taken;
}
