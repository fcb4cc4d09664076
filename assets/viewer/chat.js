const LONGEST_TEXT = 500;
const LONGEST_NAME = 40;
const KEPT = 500;

/**
 * @typedef {Object} Message
 * @property {number} id
 * @property {number} at Unix ms
 * @property {'host' | 'viewer'} from
 * @property {string} name plain text
 * @property {string} text plain text
 * @property {boolean} mine
 */

/**
 * The chat as the studio tells it. Knows nothing of how it is shown.
 *
 * Events: `changed` (the list was replaced), `added` (detail: Message), `deleted` (detail: id), `muted` (detail: boolean),
 * `refused` (detail: `{reason, retryMs, text}`), `open` (detail: boolean).
 */
export class Chat extends EventTarget {
  /** @type {Message[]} oldest first */
  messages = [];
  muted = false;
  #channel = null;
  #name = '';
  #said = '';

  static get longestText() {
    return LONGEST_TEXT;
  }

  static get longestName() {
    return LONGEST_NAME;
  }

  get open() {
    return this.#channel?.open ?? false;
  }

  get name() {
    return this.#name;
  }

  set name(name) {
    this.#name = name.trim().slice(0, LONGEST_NAME);
    this.#tellName();
  }

  /** Goes on over another channel, or over none. @param {import('./channel.js').Channel | null} channel */
  use(channel) {
    this.#channel = channel;
    this.muted = false;
    channel?.addEventListener('open', () => channel === this.#channel && this.#opened());
    channel?.addEventListener('close', () => channel === this.#channel && this.#tell('open', false));
    channel?.addEventListener('message', (event) => channel === this.#channel && this.#take(event.detail));
    this.#tell('open', this.open);
    channel?.begin();
  }

  /** Says something. Returns whether it could be sent; whether it was taken, the studio says. */
  say(text) {
    const trimmed = text.trim().slice(0, LONGEST_TEXT);
    if (trimmed === '' || !this.#channel?.send('say', { text: trimmed })) {
      return false;
    }
    this.#said = trimmed;
    return true;
  }

  #opened() {
    this.#tellName();
    this.#tell('open', true);
  }

  #tellName() {
    if (this.#name) {
      this.#channel?.send('name', { name: this.#name });
    }
  }

  #take(received) {
    switch (received.type) {
      case 'history':
        if (Array.isArray(received.messages)) {
          this.messages = received.messages.map(checked).filter(Boolean).slice(-KEPT);
          this.#tell('changed');
        }
        break;
      case 'message':
        this.#add(checked(received.message));
        break;
      case 'deleted':
        this.messages = this.messages.filter((message) => message.id !== received.id);
        this.#tell('deleted', received.id);
        break;
      case 'muted':
        this.muted = received.muted === true;
        this.#tell('muted', this.muted);
        break;
      case 'refused':
        this.#refuse(received);
        break;
      default:
    }
  }

  #add(message) {
    if (!message || this.messages.some((other) => other.id === message.id)) {
      return;
    }
    this.messages.push(message);
    this.#tell('added', message);
    if (this.messages.length > KEPT) {
      this.#tell('deleted', this.messages.shift().id);
    }
  }

  #refuse({ reason, retryMs }) {
    const text = this.#said;
    this.#said = '';
    this.#tell('refused', { reason: String(reason), retryMs: Number.isFinite(retryMs) ? Math.min(retryMs, 60_000) : 0, text });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** A message as it should be, or null. */
function checked(message) {
  if (!message || !Number.isFinite(message.id) || typeof message.text !== 'string') {
    return null;
  }
  return {
    id: message.id,
    at: Number.isFinite(message.at) ? message.at : Date.now(),
    from: message.from === 'host' ? 'host' : 'viewer',
    name: typeof message.name === 'string' ? message.name.slice(0, LONGEST_NAME) : '',
    text: message.text.slice(0, LONGEST_TEXT),
    mine: message.mine === true,
  };
}
