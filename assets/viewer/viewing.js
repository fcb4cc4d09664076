import { StudioClock, localNow } from './clock.js';
import { Control } from './control.js';
import { QualityMeter, grade } from './quality.js';
import { report } from './report.js';
import { State } from './states.js';
import { Stripes } from './stripes.js';
import { SyncMeter } from './sync.js';
import { Wishes } from './wishes.js';

const REPORT_MS = 1000;
/** A picture that is not on the screen by then never will be. */
const LONGEST_WAIT_MS = 3000;

/**
 * What belongs to one peer connection and ends with it: its channels, its measurements, its reports.
 *
 * Events: `welcome`, `audience`, `on-screen` (as in Control), `pictures` (detail: whether there are any, or the sound alone),
 * `silent` (the shared lane brings nothing any more), `heard` (it does again), `over` (detail: State), `quality` (detail: `{grade, sample}`).
 */
export class Viewing extends EventTarget {
  clock = new StudioClock();
  #meter;
  #sync;
  #control;
  #stripes = null;
  #wishes = null;
  #timer;
  #leaving = new AbortController();

  #lanes;
  #rung = {};
  #latencyMs = 0;

  /**
   * @param {import('./peer.js').Peer} peer
   * @param {import('./lanes/lanes.js').Lanes} lanes show the program
   */
  constructor(peer, lanes) {
    super();
    this.peer = peer;
    this.chat = peer.chat;
    this.#meter = new QualityMeter(peer.connection);
    this.#sync = new SyncMeter(
      { peer, video: lanes.track.video },
      () => lanes.name === 'track',
    );
    this.#lanes = lanes;
    lanes.begin();
    this.#control = new Control(peer.control, localNow);
    if (lanes.shared) {
      this.#share();
    }
    const pass = (event) => this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    this.#control.addEventListener('welcome', pass);
    this.#control.addEventListener('audience', pass);
    this.#control.addEventListener('on-screen', pass);
    this.#control.addEventListener('picture', ({ detail }) => this.#sync.tellStudioDelays(detail));
    this.#control.addEventListener('lane', ({ detail }) => {
      this.#rung = detail;
      peer.sound.expect(detail.lane === 'track');
      lanes.want(detail.lane);
      this.dispatchEvent(new CustomEvent('pictures', { detail: detail.lane === 'track' || detail.height !== 0 }));
    });
    this.#control.addEventListener('ended', () => this.#over(State.ENDED));
    this.#control.addEventListener('removed', () => this.#over(State.REMOVED));
    this.#control.addEventListener('open', () => this.clock.start(this.#control));
    this.#timer = setInterval(() => this.#lanes.name === 'track' && this.#measure(), REPORT_MS);
  }

  /** All who want to hear listen by now. */
  begin() {
    this.#control.begin();
  }

  /** Whether the shared lane, by which the studio serves us, brings nothing any more. */
  get silent() {
    return this.#rung.lane === 'shared' && Boolean(this.#lanes.shared?.silent);
  }

  /** How long it takes until the picture that was captured `at`, on the studio's clock, is on the screen. */
  untilShown(at) {
    const waitMs = at + this.#latencyMs - this.clock.studioNow();
    return Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 0), LONGEST_WAIT_MS) : 0;
  }

  /** Resolves when the studio knows, or cannot be told. */
  close() {
    clearInterval(this.#timer);
    this.#sync.close();
    this.clock.stop();
    this.#leaving.abort();
    this.#lanes.shared?.leave();
    this.#stripes?.close();
    this.#wishes?.close();
    return this.peer.close();
  }

  /**
   * The shared lane gets its channel once it can use it, and speaks with the studio through ours. Where nothing else brings a picture
   * it gets ready as soon as that is known, and is not waited for.
   */
  #share() {
    const { shared } = this.#lanes;
    const { signal } = this.#leaving;
    if (this.peer.asleep) {
      shared.prepare();
    }
    this.peer.addEventListener('asleep', () => shared.prepare(), { signal });
    this.#control.addEventListener('open', async () => {
      if (!this.peer.shares) {
        return;
      }
      const ready = shared.prepare();
      if (!this.peer.asleep || !shared.takesEarly) {
        await ready;
      }
      if (signal.aborted) {
        return;
      }
      if (!shared.failed) {
        shared.accept(this.peer.openMedia());
      } else if (this.peer.asleep) {
        this.#over(State.RECONNECTING); // as one who is served by tracks
      }
    });
    this.#spread(shared);
    shared.addEventListener('keyframe', ({ detail }) => this.#control.askKeyframe(detail), { signal });
    shared.addEventListener('late', ({ detail }) => this.#control.tellLate(detail), { signal });
    this.#wishes = new Wishes((lane, reason) => this.#control.wish(lane, reason));
    shared.addEventListener('fail', ({ detail }) => this.#wishes.failed(detail), { signal });
    shared.addEventListener('figures', () => this.#lanes.name === 'shared' && this.#measure(), { signal });
    shared.addEventListener('silent', () => this.silent && this.dispatchEvent(new Event('silent')), { signal });
    shared.addEventListener('heard', () => this.dispatchEvent(new Event('heard')), { signal });
    // Behind the clock, which takes it first: see `open`.
    this.#control.addEventListener('open', () =>
      this.#control.addEventListener('clock', () => shared.tellOffset(this.clock.offsetMs)),
    );
  }

  /** Where packets are lost the studio asks for further connections. */
  #spread(shared) {
    const control = this.#control;
    const stripes = new Stripes({
      iceServers: () => this.peer.iceServers,
      opened: (channel) => shared.acceptFurther(channel),
      offer: (id, sdp) => control.offerStripe(id, sdp),
      over: (id) => control.endStripe(id),
    });
    this.#stripes = stripes;
    control.addEventListener('stripe', ({ detail }) => stripes.want(detail.id));
    control.addEventListener('stripe-answer', ({ detail }) => stripes.answered(detail.id, detail.sdp));
    control.addEventListener('stripe-over', ({ detail }) => stripes.over(detail.id));
  }

  async #measure() {
    if (this.peer.connection.connectionState !== 'connected') {
      return;
    }
    let sample;
    try {
      const received = await this.#meter.sample();
      sample =
        this.#lanes.name === 'shared'
          ? { ...this.#lanes.shared.figures, rttMs: received.rttMs, lane: 'shared', rung: this.#rung }
          : { ...received, ...this.#sync.sample, lane: 'track', rung: this.#rung };
    } catch {
      return; // the connection ended meanwhile
    }
    this.#latencyMs = Number.isFinite(sample.latencyMs) ? sample.latencyMs : this.#latencyMs;
    this.#control.report(report(sample));
    this.dispatchEvent(new CustomEvent('quality', { detail: { grade: grade(sample), sample } }));
  }

  #over(state) {
    this.dispatchEvent(new CustomEvent('over', { detail: state }));
  }
}
