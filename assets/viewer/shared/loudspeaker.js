import { localNow } from '../clock.js';
import { LatencyWatch } from './latency.js';
import { Speaker } from './speaker.js';

/** How often it is looked where the loudspeaker is. */
const LOOK_MS = 200;
/** One that takes over plays along unheard for so long, until it plays evenly. */
const BESIDE_MS = 2500;

/** What a loudspeaker lives among; a test has its own. */
const BROWSER = {
  make: (told) => new Speaker(told),
  every: (ms, work) => setInterval(work, ms),
  stop: (timer) => clearInterval(timer),
  now: localNow,
};

/**
 * The way out for sound, and its volume. A speaker that has fallen behind for good is replaced by another, which plays the same
 * beside it before it is faded over to.
 */
export class Loudspeaker {
  #told;
  #browser;
  #speaker = null;
  /** Is to take over: `{speaker, sinceMs}`, not a number until it plays. */
  #next = null;
  #watch = new LatencyWatch();
  #timer = 0;
  #volume = 1;

  /** @param {(message: object, transfer?: Transferable[]) => void} told is told what the speakers tell, see speaker.js */
  constructor(told, browser = BROWSER) {
    this.#told = told;
    this.#browser = browser;
  }

  get volume() {
    return this.#volume;
  }

  set volume(volume) {
    this.#volume = volume;
    if (this.#timer) {
      this.#speaker.fadeTo(volume);
    }
  }

  /** Begins to play. Resolves to whether the browser allows it; call it in what a touch began, if there was one. */
  async open() {
    this.#speaker ??= this.#browser.make(this.#told);
    if (!(await this.#speaker.start())) {
      return false;
    }
    if (!this.#timer) {
      this.#watch.opened(this.#browser.now());
      this.#timer = this.#browser.every(LOOK_MS, () => this.#look());
      this.#speaker.fadeTo(this.#volume);
    }
    return true;
  }

  /** Plays no more, until it is opened again. */
  async close() {
    if (!this.#timer) {
      return;
    }
    this.#browser.stop(this.#timer);
    this.#timer = 0;
    this.#next?.speaker.end();
    this.#next = null;
    await this.#speaker.stop();
  }

  #look() {
    const now = this.#browser.now();
    const behind = this.#watch.look(this.#speaker.look(), now);
    this.#next?.speaker.look();
    if (this.#next) {
      if (now - this.#next.sinceMs >= BESIDE_MS) {
        this.#takeOver(now);
      }
    } else if (behind) {
      this.#prepareNext();
    }
  }

  async #prepareNext() {
    const next = { speaker: this.#browser.make(this.#told), sinceMs: NaN };
    this.#next = next;
    const plays = await next.speaker.start(BESIDE_MS).catch(() => false);
    if (this.#next !== next) {
      return; // closed meanwhile
    }
    if (plays) {
      next.sinceMs = this.#browser.now();
    } else {
      this.#next = null;
      this.#watch.renewed(this.#browser.now());
      next.speaker.end();
    }
  }

  #takeOver(now) {
    const before = this.#speaker;
    this.#speaker = this.#next.speaker;
    this.#next = null;
    this.#watch.renewed(now);
    this.#speaker.fadeTo(this.#volume);
    before.end();
  }
}
