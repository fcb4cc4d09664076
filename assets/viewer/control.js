const KINDS = new Set(['none', 'product', 'comment']);
const LONGEST_LINE = 500;

/**
 * What is on screen beside the picture.
 *
 * @typedef {Object} Offer
 * @property {'none' | 'product' | 'comment'} kind
 * @property {string} title plain text
 * @property {string} text plain text
 * @property {string} link an address by HTTP or HTTPS, or empty
 * @property {number} at the picture that it came with, by its time of capture in Unix ms; NaN for at once
 */

/** @returns {Offer | null} null if it is none of which the page knows */
function readOffer({ kind, title, text, link, at }) {
  if (!KINDS.has(kind)) {
    return null;
  }
  const line = (value) => (typeof value === 'string' ? value.slice(0, LONGEST_LINE) : '');
  return { kind, title: line(title), text: line(text), link: webAddress(link), at: Number.isFinite(at) ? at : NaN };
}

/** The address if a browser may be sent there, else nothing: the studio is not believed blindly. */
function webAddress(link) {
  const url = typeof link === 'string' && link.length <= LONGEST_LINE ? parsed(link) : null;
  const plain = url && ['https:', 'http:'].includes(url.protocol) && !url.username && !url.password;
  return plain ? url.href : '';
}

function parsed(link) {
  try {
    return new URL(link);
  } catch {
    return null;
  }
}

/**
 * What the studio says about the viewing itself.
 *
 * Events: `welcome` (detail: `{title, skewCalibrationMs}`), `audience` (detail: number), `ended`, `removed`,
 * `clock` (detail: `{t0, t1, t2, t3}`),
 * `on-screen` (detail: Offer), `picture` (detail: `{ageMs, sendMs}`), `lane` (detail: `{lane, kbps, width, height}`),
 * `stripe`, `stripe-answer`, `stripe-over` (detail: `{id, sdp}`).
 */
export class Control extends EventTarget {
  #channel;
  #now;

  /**
   * @param {import('./channel.js').Channel} channel
   * @param {() => number} now the viewer's own clock in ms
   */
  constructor(channel, now) {
    super();
    this.#now = now;
    this.#channel = channel;
    this.#channel.addEventListener('message', (event) => this.#take(event.detail));
    this.#channel.addEventListener('open', () => this.dispatchEvent(new Event('open')));
  }

  /** All who want to hear listen by now. */
  begin() {
    this.#channel.begin();
  }

  askClock() {
    return this.#channel.send('clock', { t0: this.#now() });
  }

  /** Cannot decode on without a keyframe. */
  askKeyframe(ssrc) {
    return this.#channel.send('keyframe', { ssrc });
  }

  /** Pictures come later and later. @param {{ssrc: number, sequence: number, kbps: number}} latest and what came of late */
  tellLate(latest) {
    return this.#channel.send('late', latest);
  }

  /** Wants to be served in another way. */
  wish(lane, reason) {
    return this.#channel.send('wish', { lane, reason });
  }

  /** A further connection that the studio wants. */
  offerStripe(id, sdp) {
    return this.#channel.send('stripe-offer', { id, sdp });
  }

  /** It is not, or not any more. */
  endStripe(id) {
    return this.#channel.send('stripe-over', { id });
  }

  report(members) {
    return this.#channel.send('report', members);
  }

  #take(message) {
    const tell = (type, detail) => this.dispatchEvent(new CustomEvent(type, { detail }));
    switch (message.type) {
      case 'welcome':
        tell('welcome', {
          title: typeof message.title === 'string' ? message.title.slice(0, 200) : '',
          skewCalibrationMs: Number.isFinite(message.skewCalibrationMs) ? message.skewCalibrationMs : 0,
        });
        break;
      case 'audience':
        if (Number.isInteger(message.viewers) && message.viewers >= 0) {
          tell('audience', message.viewers);
        }
        break;
      case 'clock': {
        const stamps = { t0: message.t0, t1: message.t1, t2: message.t2, t3: this.#now() };
        if (Object.values(stamps).every(Number.isFinite)) {
          tell('clock', stamps);
        }
        break;
      }
      case 'picture':
        if (Number.isFinite(message.ageMs) && Number.isFinite(message.sendMs)) {
          tell('picture', { ageMs: message.ageMs, sendMs: message.sendMs });
        }
        break;
      case 'on-screen': {
        const offer = readOffer(message);
        if (offer) {
          tell('on-screen', offer);
        }
        break;
      }
      case 'lane':
        if (message.lane === 'shared' || message.lane === 'track') {
          const figure = (value) => (Number.isFinite(value) ? value : NaN);
          const { lane, kbps, width, height } = message;
          tell('lane', { lane, kbps: figure(kbps), width: figure(width), height: figure(height) });
        }
        break;
      case 'stripe':
      case 'stripe-answer':
      case 'stripe-over':
        if (Number.isInteger(message.id) && (message.type !== 'stripe-answer' || typeof message.sdp === 'string')) {
          tell(message.type, { id: message.id, sdp: message.sdp });
        }
        break;
      case 'ended':
      case 'removed':
        tell(message.type);
        break;
      default:
    }
  }
}
