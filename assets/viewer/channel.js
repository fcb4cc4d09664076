/** The chat's history is the longest message: see docs/protocol.md. */
const LONGEST = 256 * 1024;

/**
 * One of the two data channels: JSON objects with a `type`, both ways. What is not such an object is dropped. A page that is
 * still on its way misses nothing: what comes before `begin` waits for it.
 *
 * Events: `message` (detail: the object), `open`, `close`.
 */
export class Channel extends EventTarget {
  #channel;
  #waiting = [];

  /** @param {RTCDataChannel} channel */
  constructor(channel) {
    super();
    this.#channel = channel;
    channel.addEventListener('open', () => this.#tell(new Event('open')));
    channel.addEventListener('close', () => this.#tell(new Event('close')));
    channel.addEventListener('message', (event) => this.#receive(event.data));
  }

  /** All who want to hear listen by now. May be called again. */
  begin() {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    waiting.forEach((event) => this.dispatchEvent(event));
  }

  get open() {
    return this.#channel.readyState === 'open';
  }

  /** Sends, if the channel is open. Returns whether it was. */
  send(type, members = {}) {
    if (!this.open) {
      return false;
    }
    this.#channel.send(JSON.stringify({ v: 1, type, ...members }));
    return true;
  }

  #receive(data) {
    if (typeof data !== 'string' || data.length > LONGEST) {
      return;
    }
    let message;
    try {
      message = JSON.parse(data);
    } catch {
      return;
    }
    if (message && typeof message === 'object' && typeof message.type === 'string') {
      this.#tell(new CustomEvent('message', { detail: message }));
    }
  }

  #tell(event) {
    if (this.#waiting) {
      this.#waiting.push(event);
    } else {
      this.dispatchEvent(event);
    }
  }
}
