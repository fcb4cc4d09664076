import { Backoff, Pause } from '/viewer/pause.js';
import { readEvents } from './events.js';

/** The studio is heard every five seconds; after so long the line is dead. */
const SILENCE_MS = 12_000;
const COMMAND_MS = 8000;

/** How the page stands with the studio; the document's root carries it in `data-line`. */
export const Line = Object.freeze({
  CONNECTING: 'connecting',
  LIVE: 'live',
  RECONNECTING: 'reconnecting',
  INVALID: 'invalid',
});

/** A command that was not done, with the studio's sentence. */
export class Refusal extends Error {}

/**
 * The studio as a producer has it: hears its events, and comes back from every interruption; gives it commands, one after
 * another.
 *
 * Events: `line` (detail: Line), `state`, `chat`, `room` (detail: the object of the event, see docs/control.md).
 */
export class Studio extends EventTarget {
  #key;
  #name;
  #run = null;
  #pause = new Pause();
  #backoff = new Backoff();
  #last = Promise.resolve();
  line = Line.CONNECTING;

  /**
   * @param {string} key
   * @param {string} name of the producer; may be empty
   */
  constructor(key, name) {
    super();
    this.#key = key;
    this.#name = name;
  }

  get key() {
    return this.#key;
  }

  get name() {
    return this.#name;
  }

  /** What others see from now on. */
  rename(name) {
    this.#name = name;
    if (this.#run) {
      this.stop();
      this.start();
    }
  }

  start() {
    if (!this.#run && this.line !== Line.INVALID) {
      this.#run = new AbortController();
      this.#listen(this.#run.signal);
    }
  }

  stop() {
    this.#run?.abort();
    this.#run = null;
    this.#pause.cut();
  }

  /** The network may be back: tries at once. */
  retryNow() {
    this.#backoff.reset();
    this.#pause.cut();
  }

  /**
   * Gives a command once those before it are done. Resolves to the revision that it led to. Rejects with a Refusal whose
   * message is a sentence, or empty where the studio cannot be reached.
   */
  perform(command) {
    const done = this.#last.then(() => this.#perform(command));
    this.#last = done.catch(() => {});
    return done;
  }

  /** Fetches with the key. */
  fetch(path, options = {}) {
    const { headers, ...rest } = options;
    return fetch(path, { cache: 'no-store', ...rest, headers: { ...this.#headers(), ...headers } });
  }

  #headers() {
    const name = this.#name ? { 'Liveroom-Producer': encodeURIComponent(this.#name) } : {};
    return { Authorization: `Bearer ${this.#key}`, ...name };
  }

  async #perform(command) {
    let response;
    let sentence;
    try {
      response = await this.fetch('/control/command', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(command),
        signal: AbortSignal.timeout(COMMAND_MS),
      });
      sentence = await response.text();
    } catch {
      throw new Refusal('');
    }
    if (response.status === 401) {
      this.#invalid();
    }
    if (!response.ok) {
      throw new Refusal(sentence.trim().slice(0, 300));
    }
    return JSON.parse(sentence).revision;
  }

  async #listen(signal) {
    this.#enter(this.line === Line.CONNECTING ? Line.CONNECTING : Line.RECONNECTING);
    while (!signal.aborted && this.line !== Line.INVALID) {
      const retryMs = await this.#visit(signal);
      if (!signal.aborted && this.line !== Line.INVALID) {
        if (this.line === Line.LIVE) {
          this.#enter(Line.RECONNECTING);
        }
        await this.#pause.wait(Math.max(retryMs, this.#backoff.next()));
      }
    }
  }

  /** One stream, from its beginning to its end. Returns how long the studio wants to be left alone. */
  async #visit(signal) {
    const ending = new AbortController();
    const end = () => ending.abort();
    signal.addEventListener('abort', end, { once: true });
    let silence = setTimeout(end, SILENCE_MS);
    try {
      const response = await this.fetch('/control/events', { signal: ending.signal });
      if (response.status === 401) {
        this.#invalid();
      }
      if (!response.ok) {
        return 1000 * Math.min(Number(response.headers.get('Retry-After')) || 0, 30);
      }
      const heard = () => {
        clearTimeout(silence);
        silence = setTimeout(end, SILENCE_MS);
      };
      for await (const { type, data } of readEvents(response.body, heard)) {
        this.#hear(type, JSON.parse(data));
      }
    } catch {
      // Interrupted, or silent for too long: comes again.
    } finally {
      clearTimeout(silence);
      signal.removeEventListener('abort', end);
      end();
    }
    return 0;
  }

  #hear(type, detail) {
    if (this.line === Line.INVALID) {
      return;
    }
    this.#backoff.reset();
    this.#enter(Line.LIVE);
    if (type === 'state' || type === 'chat' || type === 'room') {
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }
  }

  #invalid() {
    this.#enter(Line.INVALID);
    this.stop();
  }

  #enter(line) {
    if (line !== this.line || line === Line.CONNECTING) {
      this.line = line;
      this.dispatchEvent(new CustomEvent('line', { detail: line }));
    }
  }
}
