import { Connection } from '/viewer/connection.js';
import { byId, setIcon } from '/viewer/dom.js';
import { Lanes } from '/viewer/lanes/lanes.js';
import { label, text } from './messages.js';
import { Stills } from './stills.js';

const ENDPOINT = '/control/whep/program';

/** The picture on air: as a viewer gets it, and as stills until that is there. */
export class Program {
  #lanes = new Lanes({
    picture: byId('program'),
    sound: byId('sound'),
    canvas: byId('shared'),
    window: byId('pip'),
  });
  #bus = byId('program').closest('section');
  #still = byId('program-still');
  #stills;
  #studio;
  #connection = null;
  #heard = false;

  /** @param {import('./studio.js').Studio} studio */
  constructor(studio) {
    this.#studio = studio;
    this.#stills = new Stills(this.#still, 'program', studio);
    byId('listen').addEventListener('click', () => this.#listen(!this.#heard));
    this.#lanes.addEventListener('shown', () => {
      this.#connection?.pictureShown();
      this.#watched(true);
    });
    document.addEventListener('visibilitychange', () => this.#lanes.sightChanged(!document.hidden));
    this.#listen(false);
  }

  start() {
    if (!this.#connection) {
      this.#watched(false);
      if (globalThis.RTCPeerConnection) {
        this.#watch();
      }
    }
  }

  close() {
    this.#connection?.stop();
    this.#connection = null;
    this.#watched(false);
    this.#stills.stop();
  }

  #watch() {
    const connection = new Connection({ endpoint: ENDPOINT, key: this.#studio.key }, this.#lanes, null);
    this.#connection = connection;
    connection.addEventListener('opened', ({ detail: viewing }) => {
      viewing.peer.tracks.forEach((track) => this.#accept(track));
      viewing.peer.addEventListener('track', ({ detail }) => this.#accept(detail));
      viewing.addEventListener('over', ({ detail }) => connection.over(detail));
    });
    connection.addEventListener('closed', () => this.#watched(false));
    connection.start();
  }

  #accept(track) {
    this.#lanes.track.accept(track);
    if (track.kind === 'audio') {
      this.#lanes.setMuted(!this.#heard);
    }
  }

  /** Whether the picture is a viewer's. */
  #watched(live) {
    this.#still.hidden = live;
    byId('listen').hidden = !live;
    if (live) {
      this.#bus.dataset.picture = 'yes';
      this.#stills.stop();
    } else {
      this.#stills.start();
    }
  }

  async #listen(heard) {
    this.#heard = (await this.#lanes.setMuted(!heard)) && heard;
    const button = byId('listen');
    button.setAttribute('aria-pressed', String(this.#heard));
    label(button, text(this.#heard ? 'bus.silence' : 'bus.listen'));
    setIcon(button, this.#heard ? 'sound' : 'muted');
  }
}
