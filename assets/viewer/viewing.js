import { Channel } from './channel.js';
import { StudioClock, localNow } from './clock.js';
import { Control } from './control.js';
import { QualityMeter, grade } from './quality.js';
import { report } from './report.js';
import { State } from './states.js';
import { SyncMeter } from './sync.js';

const REPORT_MS = 1000;

/**
 * What belongs to one peer connection and ends with it: its channels, its measurements, its reports.
 *
 * Events: `welcome`, `audience` (as in Control), `over` (detail: State), `quality` (detail: `{grade, sample}`).
 */
export class Viewing extends EventTarget {
  clock = new StudioClock();
  #meter;
  #sync;
  #control;
  #timer;

  /**
   * @param {import('./peer.js').Peer} peer
   * @param {HTMLVideoElement} video shows the program
   */
  constructor(peer, video) {
    super();
    this.peer = peer;
    this.chat = new Channel(peer.chat);
    this.#meter = new QualityMeter(peer.connection);
    this.#sync = new SyncMeter({ connection: peer.connection, video });
    this.#control = new Control(peer.control, localNow);
    const pass = (event) => this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    this.#control.addEventListener('welcome', pass);
    this.#control.addEventListener('audience', pass);
    this.#control.addEventListener('picture', ({ detail }) => this.#sync.tellStudioDelays(detail));
    this.#control.addEventListener('ended', () => this.#over(State.ENDED));
    this.#control.addEventListener('removed', () => this.#over(State.REMOVED));
    this.#control.addEventListener('open', () => this.clock.start(this.#control));
    this.#timer = setInterval(() => this.#measure(), REPORT_MS);
  }

  close() {
    clearInterval(this.#timer);
    this.#sync.close();
    this.clock.stop();
    this.peer.close();
  }

  async #measure() {
    if (this.peer.connection.connectionState !== 'connected') {
      return;
    }
    let sample;
    try {
      sample = { ...(await this.#meter.sample()), ...this.#sync.sample };
    } catch {
      return; // the connection ended meanwhile
    }
    this.#control.report(report(sample));
    this.dispatchEvent(new CustomEvent('quality', { detail: { grade: grade(sample), sample } }));
  }

  #over(state) {
    this.dispatchEvent(new CustomEvent('over', { detail: state }));
  }
}
