/** The chat's history is the longest message: see docs/protocol.md. */
const LONGEST = 256 * 1024;

/**
 * One of the two data channels: JSON objects with a `type`, both ways. What is not such an object is dropped.
 *
 * Events: `message` (detail: the object), `open`, `close`.
 */
export class Channel extends EventTarget {
  #channel;

  /** @param {RTCDataChannel} channel */
  constructor(channel) {
    super();
    this.#channel = channel;
    channel.addEventListener('open', () => this.dispatchEvent(new Event('open')));
    channel.addEventListener('close', () => this.dispatchEvent(new Event('close')));
    channel.addEventListener('message', (event) => this.#receive(event.data));
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
      this.dispatchEvent(new CustomEvent('message', { detail: message }));
    }
  }
}
