import { canShare } from '../can-share.js';
import { Mix } from './mix.js';
import { SharedLane } from './shared.js';
import { TrackLane } from './track.js';

/** A picture on a lane that was announced is waited for so long; a page out of sight shows none. */
const PATIENCE_MS = 2000;

/**
 * Both lanes, of which one is shown: to the player they are one lane that sometimes changes how it looks inside. What the
 * studio announces is shown from its first picture on; before it has announced anything, what brings one first.
 *
 * Events: those of a lane; `pip` (its window opened or closed); `changed` (another lane is shown; detail: the one before); `sound`
 * (detail: whether the browser lets it be heard, where that is other than `setMuted` said).
 */
export class Lanes extends EventTarget {
  #current;
  #wanted = null;
  #begun = false;
  /** Counts what was announced. */
  #turn = 0;
  #mix;

  /** @param {{picture: HTMLVideoElement, sound: HTMLAudioElement, canvas: HTMLCanvasElement, window: HTMLVideoElement}} elements */
  constructor({ picture, sound, canvas, window }) {
    super();
    this.track = new TrackLane(picture, sound);
    this.shared = canShare() ? new SharedLane(canvas, window) : null;
    this.#current = this.track;
    const lanes = [this.track, this.shared].filter(Boolean);
    const tellHeard = (heard) => this.dispatchEvent(new CustomEvent('sound', { detail: heard }));
    this.#mix = new Mix(lanes, tellHeard);
    this.shared?.addEventListener('sound', ({ detail }) => this.#current === this.shared && tellHeard(detail));
    for (const lane of lanes) {
      lane.addEventListener('shown', () => this.#shown(lane));
      ['enterpictureinpicture', 'leavepictureinpicture', 'webkitpresentationmodechanged'].forEach((type) =>
        lane.video.addEventListener(type, () => this.dispatchEvent(new Event('pip'))),
      );
    }
    this.shared?.addEventListener('fail', ({ detail }) => this.#failed(detail));
  }

  /** Whether the shared lane may be asked for. */
  get canShare() {
    return this.shared !== null && !this.shared.failed;
  }

  /** The name of the lane that is shown. */
  get name() {
    return this.#current === this.track ? 'track' : 'shared';
  }

  /** A connection begins: which lane it uses is open. */
  begin() {
    this.#wanted = null;
    this.#begun = false;
    this.#turn += 1;
  }

  /** The studio says how it serves us from now on. */
  async want(name) {
    const lane = name === 'shared' ? this.shared : this.track;
    if (!lane || lane === this.#wanted) {
      return;
    }
    this.#wanted = lane;
    this.#turn += 1;
    if (this.#begun) {
      this.#mix.prepare(lane);
    }
    if (lane === this.#current && this.#begun) {
      return;
    }
    const turn = this.#turn;
    const seen = lane.nextPicture().then(() => true);
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, false));
    const isSeen = await Promise.race([seen, patience]);
    if (turn !== this.#turn) {
      return;
    }
    if (isSeen) {
      this.#shown(lane);
    }
    this.#use(lane);
  }

  /** The one that is shown. */
  get current() {
    return this.#current;
  }

  get surface() {
    return this.#current.surface;
  }

  get video() {
    return this.#current.video;
  }

  get size() {
    return this.#current.size;
  }

  get volume() {
    return this.#mix.volume;
  }

  set volume(volume) {
    this.#mix.volume = volume;
  }

  /** Resolves to whether the browser allowed it. */
  setMuted(muted) {
    return this.#mix.setMuted(muted);
  }

  paint(context) {
    this.#current.paint(context);
  }

  /** The page goes out of sight, or is back. */
  sightChanged(inSight) {
    if (inSight) {
      this.track.resume();
    }
    this.shared?.sightChanged(inSight);
  }

  close() {
    this.track.close();
    this.shared?.close();
  }

  #shown(lane) {
    if (this.#begun || (this.#wanted ?? lane) !== lane) {
      return;
    }
    this.#begun = true;
    this.#use(lane);
    this.dispatchEvent(new Event('shown'));
  }

  #use(lane) {
    const before = this.#current;
    if (lane === before) {
      return;
    }
    this.#current = lane;
    before.surface.hidden = true;
    delete before.surface.dataset.program;
    lane.surface.hidden = false;
    lane.surface.dataset.program = '';
    this.dispatchEvent(new CustomEvent('changed', { detail: before }));
    this.#mix.fadeTo(lane);
  }

  #failed(reason) {
    this.dispatchEvent(new CustomEvent('fail', { detail: reason }));
  }
}
