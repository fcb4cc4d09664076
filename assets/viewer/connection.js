import { Backoff, Pause } from './pause.js';
import { Peer } from './peer.js';
import { readRoom, untilReached } from './room.js';
import { State } from './states.js';
import { Viewing } from './viewing.js';

const POLL_MS = 2000;
const POLL_HIDDEN_MS = 10_000;
const POLL_ENDED_MS = 5000;
/** A connection that brings no picture for so long counts as live all the same. */
const PICTURE_MS = 4000;

/** What has been on its way comes within so long after the network's return. */
const GRACE_MS = 150;
/** One who made a new connection because of a silence does not do so again for so long. */
const REGAIN_AGAIN_MS = 8000;
/** The studio can be reached, and this connection cannot be used. */
const AGAIN = Symbol('again');

/**
 * The life of a viewing: makes one peer connection after another until the show has ended, waits for a show that has not
 * begun, comes back from every interruption. One peer connection stands at a time.
 *
 * Events: `state` (detail: `{state, reason}`), `room` (detail: RoomState), `opened` (detail: the Viewing, before its answer),
 * `closed`.
 */
export class Connection extends EventTarget {
  #link;
  #lanes;
  #first;
  #viewing = null;
  #pause = new Pause();
  #backoff = new Backoff();
  #verdict = null;
  #iceServers = [];
  #wasLive = false;
  #shown = false;
  #recovering = null;
  #regainedMs = -Infinity;
  #run = null;

  /**
   * @param {import('./link.js').Link} link
   * @param {import('./lanes/lanes.js').Lanes} lanes show the program
   * @param {Peer | null} first one that has been opened already
   */
  constructor(link, lanes, first) {
    super();
    this.#link = link;
    this.#lanes = lanes;
    this.#first = first;
    this.state = State.CONNECTING;
  }

  start() {
    if (!this.#run) {
      this.#run = new AbortController();
      this.#live(this.#run.signal);
    }
  }

  /** Leaves, and tells the studio so. `start` begins anew. */
  stop() {
    this.#run?.abort();
    this.#run = null;
    this.over(null);
    this.#close();
    this.#pause.cut();
  }

  /** The network may be back, or somebody pressed a button: tries at once. */
  retryNow() {
    this.#backoff.reset();
    this.#pause.cut();
  }

  /** The picture has been seen. */
  pictureShown() {
    this.#shown = true;
    const connected = this.#viewing?.peer.connection.connectionState === 'connected';
    if (this.state !== State.LIVE && connected && !this.#viewing.silent) {
      this.#wasLive = true;
      this.#backoff.reset();
      this.#enter(State.LIVE);
    }
  }

  /** The studio says that this viewing is over: `ended` or `removed`. */
  over(state) {
    this.#verdict?.(state);
  }

  async #live(signal) {
    this.#enter(this.#wasLive ? State.RECONNECTING : State.CONNECTING);
    while (!signal.aborted) {
      const next = await this.#visit(signal);
      if (signal.aborted) {
        return;
      }
      if (next === State.REMOVED || next === State.INVALID || next === State.FAILED) {
        this.#enter(next);
        return;
      }
      if (next === State.WAITING || next === State.ENDED) {
        this.#wasLive = false;
        await this.#untilLive(next, signal);
      }
    }
  }

  /** One peer connection, from the offer to its end. Returns the state to go on with. */
  async #visit(signal) {
    try {
      this.#viewing = new Viewing(this.#first ?? new Peer(this.#iceServers, this.#lanes.canShare), this.#lanes);
    } catch (error) {
      return this.#fail('unsupported', error);
    }
    this.#first = null;
    const { peer } = this.#viewing;
    this.#shown = false;
    const over = new Promise((resolve) => {
      this.#verdict = resolve;
    });
    peer.addEventListener('connected', () => this.#connected(peer));
    peer.addEventListener('interrupted', () => this.#recovering === peer || this.#recover(peer, signal));
    peer.addEventListener('lost', () => this.over(State.RECONNECTING));
    this.#viewing.addEventListener('silent', () => this.#regain(this.#viewing, signal));
    this.dispatchEvent(new CustomEvent('opened', { detail: this.#viewing }));
    this.#viewing.begin();
    if (peer.connection.connectionState === 'connected') {
      this.#connected(peer);
    }
    try {
      await peer.open(this.#link);
      this.#iceServers = peer.iceServers;
    } catch (error) {
      this.#close();
      return signal.aborted ? null : this.#refused(error, signal);
    }
    const next = await over;
    const left = this.#close();
    if (next === AGAIN) {
      this.#again();
      await left;
    }
    if (next === State.RECONNECTING) {
      this.#again();
      await this.#pause.wait(this.#backoff.next());
    }
    return next;
  }

  #connected(peer) {
    if (this.#shown) {
      this.pictureShown();
    }
    setTimeout(() => peer === this.#viewing?.peer && this.pictureShown(), PICTURE_MS);
  }

  /** The connection stands but nothing comes through it: looks for another path until it does or is lost. */
  async #recover(peer, signal) {
    const backoff = new Backoff();
    this.#recovering = peer;
    this.#enter(State.RECONNECTING);
    while (!signal.aborted && peer === this.#viewing?.peer && peer.connection.connectionState !== 'connected') {
      try {
        await peer.restart();
      } catch (error) {
        if (error.status !== 0 && error.status !== 429 && peer === this.#viewing?.peer) {
          this.over(State.RECONNECTING);
          break;
        }
      }
      await this.#pause.wait(Math.max(1000, backoff.next()));
    }
    if (this.#recovering === peer) {
      this.#recovering = null;
    }
  }

  /**
   * Nothing comes: makes a new connection as soon as the studio can be reached. SCTP waits for up to twice as long as the cut was before
   * it tries again (RFC 9260, section 6.3.3), and a new association does not.
   */
  async #regain(viewing, signal) {
    const asking = new AbortController();
    const enough = () => asking.abort();
    viewing.addEventListener('heard', enough, { once: true });
    this.addEventListener('closed', enough, { once: true });
    this.#enter(State.RECONNECTING);
    await during(this.#regainedMs + REGAIN_AGAIN_MS - performance.now(), asking.signal);
    if (!asking.signal.aborted) {
      await untilReached(this.#link, asking.signal);
    }
    await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
    if (viewing !== this.#viewing || signal.aborted) {
      return;
    }
    if (viewing.silent) {
      this.#regainedMs = performance.now();
      this.over(AGAIN);
    } else {
      this.pictureShown();
    }
  }

  /** The studio did not take the offer. */
  async #refused(error, signal) {
    switch (error.status) {
      case 401:
      case 403:
      case 404:
        return error.removed ? State.REMOVED : State.INVALID;
      case 400:
      case 406:
      case 413:
      case 415:
        return this.#fail('refused', error);
      case 409:
        return this.#whyNotLive(signal);
      case 503:
        this.#enter(State.FULL);
        await this.#whyNotLive(signal);
        await this.#pause.wait(error.retryMs);
        return State.FULL;
      case 429:
        this.#again('busy');
        await this.#pause.wait(error.retryMs);
        return State.RECONNECTING;
      default:
        this.#again('unreachable');
        await this.#pause.wait(this.#backoff.next());
        return State.RECONNECTING;
    }
  }

  /** Asks the room, and tells what it is called on the way. */
  async #whyNotLive(signal) {
    try {
      const room = await readRoom(this.#link, signal);
      this.dispatchEvent(new CustomEvent('room', { detail: room }));
      return room.state === 'ended' ? State.ENDED : State.WAITING;
    } catch {
      return State.WAITING;
    }
  }

  async #untilLive(state, signal) {
    this.#enter(state);
    this.#backoff.reset();
    while (!signal.aborted) {
      const usual = state === State.ENDED ? POLL_ENDED_MS : POLL_MS;
      await this.#pause.wait(document.hidden ? POLL_HIDDEN_MS : usual);
      try {
        const room = await readRoom(this.#link, signal);
        this.dispatchEvent(new CustomEvent('room', { detail: room }));
        if (room.state === 'live' || room.state === 'full') {
          this.#enter(State.CONNECTING);
          return;
        }
      } catch (error) {
        if ([401, 403, 404].includes(error.status)) {
          return; // the link is void: the next offer says so
        }
        // Not to be reached, or too many questions: asks again later.
        await this.#pause.wait(Math.max(error.retryMs ?? 0, this.#backoff.next()));
      }
    }
  }

  #again(reason) {
    this.#enter(this.#wasLive ? State.RECONNECTING : State.CONNECTING, reason);
  }

  #fail(reason, error) {
    this.#enter(State.FAILED, reason, error.message);
    return State.FAILED;
  }

  #close() {
    const viewing = this.#viewing;
    this.#viewing = null;
    this.#verdict = null;
    if (viewing) {
      this.dispatchEvent(new Event('closed'));
      return viewing.close();
    }
    return Promise.resolve();
  }

  #enter(state, reason = '', detail = '') {
    if (state === State.FAILED && this.state === State.FAILED) {
      return;
    }
    this.state = state;
    this.dispatchEvent(new CustomEvent('state', { detail: { state, reason, detail } }));
  }
}

/** Resolves after a while, or as soon as the signal ends it. */
function during(ms, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.max(0, ms));
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
