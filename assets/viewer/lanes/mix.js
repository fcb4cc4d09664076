const FADE_STEPS = 6;
const FADE_STEP_MS = 10;

/**
 * The sound of both lanes, of which one is heard: muted or not, how loud, and faded over from one to the other.
 *
 * @typedef {import('./track.js').Lane} Lane
 */
export class Mix {
  #lanes;
  #told;
  #heard;
  /** Is about to be heard: it may have been opened already. */
  #next = null;
  #muted = true;
  #volume = 1;
  /** Counts what was wished for: what is under way for an earlier wish stops. */
  #turn = 0;

  /**
   * @param {Lane[]} lanes
   * @param {(allowed: boolean) => void} told whether the browser lets the lane that was faded over to be heard
   */
  constructor(lanes, told) {
    this.#lanes = lanes;
    this.#heard = lanes[0];
    this.#told = told;
  }

  get volume() {
    return this.#volume;
  }

  set volume(volume) {
    this.#volume = volume;
    this.#heard.volume = volume;
  }

  /** Resolves to whether the browser allowed it. */
  async setMuted(muted) {
    this.#muted = muted;
    this.#turn += 1;
    if (muted) {
      await Promise.all(this.#lanes.map((lane) => lane.setMuted(true)));
      return true;
    }
    const turn = this.#turn;
    this.#heard.volume = this.#volume;
    const allowed = await this.#heard.setMuted(false);
    if (allowed && turn === this.#turn) {
      this.#silenceOthers();
    }
    return allowed;
  }

  /** Gets a lane ready to be heard soon, and no other. */
  prepare(lane) {
    this.#next = lane;
    this.#silenceOthers();
    if (!this.#muted && lane !== this.#heard) {
      lane.volume = 0;
      lane.setMuted(false);
    }
  }

  /** Lets another lane be heard. The one before goes on for as long as the browser does not allow that. */
  async fadeTo(lane) {
    const before = this.#heard;
    this.#heard = lane;
    this.#next = null;
    this.#turn += 1;
    if (this.#muted || lane === before) {
      return;
    }
    const turn = this.#turn;
    lane.volume = 0;
    const allowed = await lane.setMuted(false);
    if (turn !== this.#turn) {
      return;
    }
    this.#told(allowed);
    for (let step = 1; allowed && step <= FADE_STEPS; step += 1) {
      before.volume = (this.#volume * (FADE_STEPS - step)) / FADE_STEPS;
      lane.volume = (this.#volume * step) / FADE_STEPS;
      await new Promise((resolve) => setTimeout(resolve, FADE_STEP_MS));
      if (turn !== this.#turn) {
        return;
      }
    }
    if (allowed) {
      await before.setMuted(true);
    }
  }

  #silenceOthers() {
    this.#lanes.filter((lane) => lane !== this.#heard && lane !== this.#next).forEach((lane) => lane.setMuted(true));
  }
}
