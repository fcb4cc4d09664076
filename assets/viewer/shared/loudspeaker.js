import { localNow } from '../clock.js';

/** How often it is looked where the loudspeaker is, and how many looks are believed together. */
const LOOK_MS = 200;
const LOOKS = 11;
/** A browser that waits for a touch does not say no: it does not answer. */
const ANSWER_MS = 400;
const FADE_SECONDS = 0.03;
/** Sound is heard so much sooner than the browser says, as found by measuring from outside with a flash and a beep. */
const SOONER_MS = 14;

/**
 * The way out for sound: an AudioWorklet that plays what comes through a port, its volume, and the knowledge of when what is
 * played is heard.
 */
export class Loudspeaker {
  #told;
  #context = null;
  #gain = null;
  #node = null;
  #ready = null;
  #timer = 0;
  #looks = [];
  #volume = 1;

  /** @param {(message: object, transfer?: Transferable[]) => void} told is told `{port}`, then `{heardMs}`; `{silent}` at the end */
  constructor(told) {
    this.#told = told;
  }

  get volume() {
    return this.#volume;
  }

  set volume(volume) {
    this.#volume = volume;
    if (this.#node) {
      this.#fadeTo(volume);
    }
  }

  /** Begins to play. Resolves to whether the browser allows it; call it in what a touch began, if there was one. */
  async open() {
    this.#ready ??= this.#prepare();
    const running = this.#context.resume().then(() => true, () => false);
    const patience = new Promise((resolve) => setTimeout(resolve, ANSWER_MS, false));
    await this.#ready;
    if (!(await Promise.race([running, patience])) || this.#context.state !== 'running') {
      return false;
    }
    if (!this.#timer) {
      const { port1, port2 } = new MessageChannel();
      this.#node.port.postMessage({ port: port2 }, [port2]);
      this.#told({ port: port1 }, [port1]);
      this.#looks = [];
      this.#timer = setInterval(() => this.#look(), LOOK_MS);
      this.#look();
      this.#fadeTo(this.#volume);
    }
    return true;
  }

  /** Plays no more, until it is opened again. */
  async close() {
    if (!this.#timer) {
      return;
    }
    clearInterval(this.#timer);
    this.#timer = 0;
    this.#fadeTo(0);
    await new Promise((resolve) => setTimeout(resolve, FADE_SECONDS * 2000));
    if (!this.#timer) {
      this.#told({ silent: true });
      this.#node.port.postMessage({ port: null });
      await this.#context.suspend();
    }
  }

  async #prepare() {
    this.#context = new AudioContext({ latencyHint: 0, sampleRate: 48_000 });
    this.#gain = this.#context.createGain();
    this.#gain.gain.value = 0;
    this.#gain.connect(this.#context.destination);
    await this.#context.audioWorklet.addModule(new URL('./playout.js', import.meta.url));
    this.#node = new AudioWorkletNode(this.#context, 'liveroom-playout', { numberOfInputs: 0, outputChannelCount: [2] });
    this.#node.connect(this.#gain);
  }

  #fadeTo(volume) {
    const { gain } = this.#gain;
    const now = this.#context.currentTime;
    gain.cancelScheduledValues(now);
    gain.setValueAtTime(gain.value, now);
    gain.linearRampToValueAtTime(volume, now + FADE_SECONDS);
  }

  /** At which time, on the viewer's clock, the context's beginning would have been heard. */
  #look() {
    const heardMs = beginningHeardMs(this.#context);
    if (!Number.isFinite(heardMs)) {
      return;
    }
    this.#looks.push(heardMs);
    this.#looks.splice(0, this.#looks.length - LOOKS);
    this.#told({ heardMs: middle(this.#looks) - SOONER_MS });
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

function middle(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
