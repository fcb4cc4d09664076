import { localNow } from '../clock.js';
import { LatencyWatch } from './latency.js';
import { Speaker } from './speaker.js';

/** How often it is looked where the loudspeaker is. */
const LOOK_MS = 200;
/** One that takes over plays along unheard for so long, until it plays evenly. */
const BESIDE_MS = 2500;
/** One that the system has stopped, and does not let go on for so long, is replaced; if that fails, it is tried again after the second. */
const STOPPED_MS = 1000;
const STOPPED_AGAIN_MS = 10_000;

/** What a loudspeaker lives among; a test has its own. */
const BROWSER = {
  make: (told) => new Speaker(told),
  every: (ms, work) => setInterval(work, ms),
  stop: (timer) => clearInterval(timer),
  now: localNow,
};

/**
 * The way out for sound, and its volume. A speaker that has fallen behind for good is replaced by another, which plays the same
 * beside it before it is faded over to; one that the system has stopped goes on as soon as it may, or is replaced at once.
 *
 * Event: `sound` (detail: whether it is heard), when the system has stopped it for good, and when it is heard all the same.
 */
export class Loudspeaker extends EventTarget {
  #told;
  #browser;
  #speaker = null;
  /** Is to take over: `{speaker, sinceMs}`, not a number until it plays. */
  #next = null;
  #watch = new LatencyWatch();
  #timer = 0;
  #open = false;
  #volume = 1;
  /** Since when it is stopped, and when another was tried in its place; not numbers while it plays. */
  #stoppedMs = NaN;
  #triedMs = NaN;
  #heard = true;

  /** @param {(message: object, transfer?: Transferable[]) => void} told is told what the speakers tell, see speaker.js */
  constructor(told, browser = BROWSER) {
    super();
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
    this.#open = true;
    this.#speaker ??= this.#browser.make(this.#told);
    const speaker = this.#speaker;
    const allowed = await speaker.start().catch(() => this.#giveUp(speaker));
    if (!this.#open) {
      await this.#speaker?.stop(); // closed meanwhile
    }
    if (!allowed || !this.#open) {
      return allowed;
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
    this.#open = false;
    if (!this.#timer) {
      return;
    }
    this.#browser.stop(this.#timer);
    this.#timer = 0;
    this.#stoppedMs = this.#triedMs = NaN;
    this.#heard = true;
    this.#next?.speaker.end();
    this.#next = null;
    await this.#speaker.stop();
  }

  /** It could not be made, as when its script did not come: the next time there is another. */
  #giveUp(speaker) {
    this.#speaker = this.#speaker === speaker ? null : this.#speaker;
    speaker.end();
    return false;
  }

  #look() {
    const now = this.#browser.now();
    const stopped = !this.#speaker.running;
    if (stopped) {
      this.#revive(now);
    } else if (!Number.isNaN(this.#stoppedMs)) {
      this.#goesOn(now);
    }
    const behind = this.#watch.look(stopped ? NaN : this.#speaker.look(), now);
    this.#next?.speaker.look();
    if (this.#next) {
      if (now - this.#next.sinceMs >= (stopped ? 0 : BESIDE_MS)) {
        this.#takeOver(now);
      }
    } else if (behind) {
      this.#prepareNext();
    }
  }

  #revive(now) {
    this.#speaker.resume();
    this.#stoppedMs ||= now;
    const lasts = now - this.#stoppedMs >= STOPPED_MS;
    if (lasts && !this.#next && !(now - this.#triedMs < STOPPED_AGAIN_MS)) {
      this.#triedMs = now;
      this.#replace();
    }
  }

  async #replace() {
    await this.#prepareNext();
    if (!this.#next && this.#timer) {
      this.#isHeard(false);
    }
  }

  #goesOn(now) {
    this.#stoppedMs = this.#triedMs = NaN;
    this.#watch.opened(now);
    this.#isHeard(true);
  }

  #isHeard(heard) {
    if (heard !== this.#heard) {
      this.#heard = heard;
      this.dispatchEvent(new CustomEvent('sound', { detail: heard }));
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
    this.#goesOn(now);
    this.#speaker.fadeTo(this.#volume);
    before.end();
  }
}
