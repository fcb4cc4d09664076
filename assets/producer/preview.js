import { byId } from '/viewer/dom.js';
import { Backoff, Pause } from '/viewer/pause.js';
import { Peer } from '/viewer/peer.js';
import { Stills } from './stills.js';

const ENDPOINT = '/control/whep/preview';
const REFUSED = [401, 403, 404];

/** The picture of what comes next: as video, and as stills until that is there. */
export class Preview {
  #studio;
  #video = byId('preview');
  #still = byId('preview-still');
  #stills;
  #pause = new Pause();
  #backoff = new Backoff();
  #iceServers = [];
  #run = null;

  /** @param {import('./studio.js').Studio} studio */
  constructor(studio) {
    this.#studio = studio;
    this.#stills = new Stills(this.#still, 'preview', studio);
    document.addEventListener('visibilitychange', () => document.hidden || this.#resume());
  }

  start() {
    if (!this.#run) {
      this.#run = new AbortController();
      this.#watched(false);
      if (globalThis.RTCPeerConnection) {
        this.#live(this.#run.signal);
      }
    }
  }

  close() {
    this.#run?.abort();
    this.#run = null;
    this.#pause.cut();
    this.#stills.stop();
  }

  async #live(signal) {
    let refused = false;
    while (!signal.aborted && !refused) {
      refused = await this.#visit(signal);
      if (!signal.aborted) {
        this.#watched(false);
        await this.#pause.wait(this.#backoff.next());
      }
    }
  }

  /** One connection, from its offer to its end. Resolves to whether there is no use in another. */
  async #visit(signal) {
    const peer = new Peer(this.#iceServers);
    const over = new Promise((resolve) => {
      ['lost', 'interrupted'].forEach((end) => peer.addEventListener(end, resolve));
      signal.addEventListener('abort', resolve, { once: true });
    });
    peer.addEventListener('track', ({ detail: track }) => track.kind === 'video' && this.#show(track, signal));
    try {
      await peer.open({ endpoint: ENDPOINT, key: this.#studio.key });
      this.#iceServers = peer.iceServers;
      await over;
      return false;
    } catch (error) {
      return REFUSED.includes(error.status);
    } finally {
      peer.close();
    }
  }

  #show(track, signal) {
    const video = this.#video;
    video.srcObject = new MediaStream([track]);
    const shown = () => {
      if (!signal.aborted) {
        this.#backoff.reset();
        this.#watched(true);
      }
    };
    if (video.requestVideoFrameCallback) {
      video.requestVideoFrameCallback(shown);
    } else {
      video.addEventListener('loadeddata', shown, { once: true });
    }
    this.#resume();
  }

  #resume() {
    if (this.#video.srcObject) {
      this.#video.play().catch(() => {});
    }
  }

  /** Whether the picture is video. */
  #watched(live) {
    this.#still.hidden = live;
    if (live) {
      this.#video.closest('section').dataset.picture = 'yes';
      this.#stills.stop();
    } else {
      this.#stills.start();
    }
  }
}
