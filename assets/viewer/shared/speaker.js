import { localNow } from '../clock.js';
import { Looks } from './looks.js';

/** A browser that waits for a touch does not say no: it does not answer. */
const ANSWER_MS = 400;
const FADE_SECONDS = 0.03;
/** Sound is heard so much sooner than the browser says, as found by measuring from outside with a flash and a beep. */
const SOONER_MS = 18;

/**
 * One AudioContext whose worklet plays what comes through a port, and the knowledge of when that is heard. Silent until it is
 * faded in.
 */
export class Speaker {
  static #ports = 0;
  #told;
  #context = new AudioContext({ latencyHint: 0, sampleRate: 48_000 });
  #gain = this.#context.createGain();
  #node = null;
  #ready;
  #name = 0;
  #looks = { heard: new Looks(), latency: new Looks() };

  /** @param {(message: object, transfer?: Transferable[]) => void} told is told `{speaker, port}`, `{speaker, heardMs}`, `{speaker, silent}` */
  constructor(told) {
    this.#told = told;
    this.#ready = this.#prepare();
  }

  /**
   * Begins to take sound. Resolves to whether the browser allows it; call it in what a touch began, if there was one.
   *
   * @param {number} [patienceMs] how long the browser may take to allow it
   */
  async start(patienceMs = ANSWER_MS) {
    const running = this.#context.resume().then(() => true, () => false);
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMs, false));
    await this.#ready;
    if (!(await Promise.race([running, patience])) || this.#context.state !== 'running') {
      return false;
    }
    if (!this.#name) {
      this.#name = Speaker.#ports += 1;
      const { port1, port2 } = new MessageChannel();
      this.#node.port.postMessage({ port: port2 }, [port2]);
      this.#told({ speaker: this.#name, port: port1 }, [port1]);
      this.#looks = { heard: new Looks(), latency: new Looks() };
      this.look();
    }
    return true;
  }

  /** Whether it plays. The system stops it for a call, or when a device goes. */
  get running() {
    return this.#context.state === 'running';
  }

  /** Asks the system to let it go on. */
  resume() {
    this.#context.resume().catch(() => {});
  }

  /** Takes no more, once it has faded out. */
  async stop() {
    const name = this.#name;
    this.#name = 0;
    this.fadeTo(0);
    await new Promise((resolve) => setTimeout(resolve, FADE_SECONDS * 2000));
    this.#told({ speaker: name, silent: true });
    if (!this.#name) {
      this.#node.port.postMessage({ port: null });
      await this.#context.suspend().catch(() => {});
    }
  }

  /** Fades out, and frees what it had. Not for use again. */
  async end() {
    if (this.#name) {
      await this.stop();
    }
    await this.#context.close().catch(() => {}); // the system has done so
  }

  fadeTo(volume) {
    const { gain } = this.#gain;
    const now = this.#context.currentTime;
    gain.cancelScheduledValues(now);
    gain.setValueAtTime(gain.value, now);
    gain.linearRampToValueAtTime(volume, now + FADE_SECONDS);
  }

  /**
   * Tells at which time, on the viewer's clock, the context's beginning would have been heard.
   *
   * @returns {number} how long what is rendered now takes to be heard, in ms; NaN if that is not known
   */
  look() {
    const heardMs = beginningHeardMs(this.#context);
    if (!this.#name || !Number.isFinite(heardMs)) {
      return NaN;
    }
    this.#told({ speaker: this.#name, heardMs: this.#looks.heard.add(heardMs) - SOONER_MS });
    return this.#looks.latency.add(heardMs + this.#context.currentTime * 1000 - localNow());
  }

  async #prepare() {
    this.#gain.gain.value = 0;
    this.#gain.connect(this.#context.destination);
    await this.#context.audioWorklet.addModule(new URL('./playout.js', import.meta.url));
    this.#node = new AudioWorkletNode(this.#context, 'liveroom-playout', { numberOfInputs: 0, outputChannelCount: [2] });
    this.#node.connect(this.#gain);
  }
}

function beginningHeardMs(context) {
  const { contextTime, performanceTime } = context.getOutputTimestamp?.() ?? {};
  if (contextTime > 0 && performanceTime > 0) {
    return performance.timeOrigin + performanceTime - contextTime * 1000;
  }
  const latencySeconds = context.outputLatency ?? context.baseLatency ?? 0;
  return context.currentTime > 0 ? localNow() - (context.currentTime - latencySeconds) * 1000 : NaN;
}
