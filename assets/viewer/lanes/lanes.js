import { canShare } from '../can-share.js';
import { SharedLane } from './shared.js';
import { TrackLane } from './track.js';

/** A picture on a lane that was announced is waited for so long; a page out of sight shows none. */
const PATIENCE_MS = 2000;
const FADE_STEPS = 6;
const FADE_STEP_MS = 10;

/**
 * Both lanes, of which one is shown: to the player they are one lane that sometimes changes how it looks inside. What the
 * studio announces is shown from its first picture on; before it has announced anything, what brings one first.
 *
 * Events: those of a lane; `pip` (its window opened or closed); `changed` (another lane is shown).
 */
export class Lanes extends EventTarget {
  #current;
  #wanted = null;
  #begun = false;
  #muted = true;
  #volume = 1;

  /** @param {{picture: HTMLVideoElement, sound: HTMLAudioElement, canvas: HTMLCanvasElement, window: HTMLVideoElement}} elements */
  constructor({ picture, sound, canvas, window }) {
    super();
    this.track = new TrackLane(picture, sound);
    this.shared = canShare() ? new SharedLane(canvas, window) : null;
    this.#current = this.track;
    for (const lane of [this.track, this.shared].filter(Boolean)) {
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
  }

  /** The studio says how it serves us from now on. */
  async want(name) {
    const lane = name === 'shared' ? this.shared : this.track;
    if (!lane || lane === this.#wanted) {
      return;
    }
    this.#wanted = lane;
    if (lane === this.#current || !this.#begun) {
      return;
    }
    if (!this.#muted) {
      lane.volume = 0;
      lane.setMuted(false);
    }
    await Promise.race([lane.nextPicture(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    if (lane === this.#wanted) {
      this.#use(lane);
    }
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
    return this.#volume;
  }

  set volume(volume) {
    this.#volume = volume;
    this.#current.volume = volume;
  }

  async setMuted(muted) {
    this.#muted = muted;
    return this.#current.setMuted(muted);
  }

  paint(context) {
    this.#current.paint(context);
  }

  /** The page goes out of sight, or is back. */
  sightChanged(inSight) {
    if (inSight) {
      this.track.resume();
    }
    this.shared?.sightChanged();
  }

  async openStream() {
    await this.#current.openStream?.();
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

  async #use(lane) {
    const before = this.#current;
    if (lane === before) {
      return;
    }
    this.#current = lane;
    before.surface.hidden = true;
    delete before.surface.dataset.program;
    lane.surface.hidden = false;
    lane.surface.dataset.program = '';
    this.dispatchEvent(new Event('changed'));
    if (this.#muted) {
      return;
    }
    lane.volume = 0;
    await lane.setMuted(false);
    for (let step = 1; step <= FADE_STEPS; step += 1) {
      before.volume = (this.#volume * (FADE_STEPS - step)) / FADE_STEPS;
      lane.volume = (this.#volume * step) / FADE_STEPS;
      await new Promise((resolve) => setTimeout(resolve, FADE_STEP_MS));
    }
    await before.setMuted(true);
  }

  #failed(reason) {
    this.dispatchEvent(new CustomEvent('fail', { detail: reason }));
  }
}
