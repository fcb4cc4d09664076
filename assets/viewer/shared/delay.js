/** What is remembered of one kind of packet: so much of the time since it began, within bounds. A beginning is soon forgotten. */
const MEMORY = { share: 1 / 3, leastMs: 1500, mostMs: 10_000 };
const MOST = 1200;
/** What is looked at to notice at once that the delay is too short. */
const LATELY_MS = 500;
const RECKON_MS = 100;

/** How long after its capture a medium could be shown or heard: how much delay so many hundredths of it need. */
export class Need {
  #share;
  #warmUpMs;
  #beganMs = NaN;
  #least = NaN;
  #items = [];
  #target = NaN;
  #reckonedMs = NaN;

  /**
   * @param {number} share of all that must be in time, from 0 to 1
   * @param {number} warmUpMs so long after the beginning, only the least counts: what comes then may be old
   */
  constructor(share, warmUpMs = 0) {
    this.#share = share;
    this.#warmUpMs = warmUpMs;
  }

  /** One packet could have been shown or heard `ms` after its capture. */
  add(ms, nowMs) {
    if (!Number.isFinite(ms)) {
      return;
    }
    if (Number.isNaN(this.#beganMs)) {
      this.#beganMs = nowMs;
    }
    if (nowMs - this.#beganMs < this.#warmUpMs) {
      this.#reckonedMs = NaN;
      this.#least = Number.isNaN(this.#least) ? ms : Math.min(this.#least, ms);
      return;
    }
    this.#items.push({ ms, atMs: nowMs });
    const memoryMs = Math.min(MEMORY.mostMs, Math.max(MEMORY.leastMs, (nowMs - this.#beganMs) * MEMORY.share));
    const old = this.#items.findIndex((item) => item.atMs > nowMs - memoryMs);
    this.#items.splice(0, Math.max(old, this.#items.length - MOST, 0));
  }

  /** The delay that is needed; NaN until something is known. Reckoned anew ten times a second. */
  targetMs(nowMs) {
    if (!(nowMs - this.#reckonedMs < RECKON_MS)) {
      this.#target = this.#reckon(nowMs);
      this.#reckonedMs = nowMs;
    }
    return this.#target;
  }

  #reckon(nowMs) {
    const lately = this.#items.filter(({ atMs }) => atMs > nowMs - LATELY_MS).map(({ ms }) => ms);
    if (this.#items.length === 0) {
      return this.#least;
    }
    const sorted = this.#items.map(({ ms }) => ms).sort((a, b) => a - b);
    const usual = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * this.#share))];
    // One that is late is an accident, three are how it is now.
    const now = lately.sort((a, b) => b - a)[2] ?? usual;
    return Math.max(usual, now);
  }

  /** Whether something of late would have been too late with that delay. */
  exceeds(ms, nowMs) {
    for (let last = this.#items.length - 1; last >= 0 && this.#items[last].atMs > nowMs - LATELY_MS; last -= 1) {
      if (this.#items[last].ms > ms) {
        return true;
      }
    }
    return false;
  }

  /** Whether more than the beginning has been seen. */
  settled(nowMs) {
    return nowMs - this.#beganMs >= this.#warmUpMs;
  }

  /** The path is another one since then: what was before counts no more, and what follows is remembered as after a beginning. */
  changed(sinceMs, nowMs) {
    this.#items = this.#items.filter(({ atMs }) => atMs > sinceMs);
    this.#beganMs = Math.min(sinceMs, nowMs - this.#warmUpMs);
    this.#reckonedMs = NaN;
  }

  /** Begins anew: another path, another studio. */
  forget() {
    this.#beganMs = NaN;
    this.#least = NaN;
    this.#items = [];
    this.#reckonedMs = NaN;
  }
}

/** Never longer: such a show is better watched on another rung, or another lane. */
const LONGEST_MS = 400;
/** By how much the delay may change in each second, while there is sound to be bent, while that pauses, and while there is none. */
const WITH_SOUND = { up: 10, down: 3, farDown: 10 };
const IN_A_PAUSE = { up: 10, down: 40, farDown: 80 };
const WITHOUT = { up: 200, down: 40, farDown: 200 };
const FAR_MS = 40;
/** A change like this is not worth the bending. */
const TOLERANCE_MS = 2;

/**
 * The delay from capture to showing and hearing that picture and sound have in common: the least that both keep up with. It
 * grows soon, shrinks slowly, and moves smoothly, so that neither jumps. It grows while something comes too late, and not for what
 * has passed meanwhile: nobody would be helped by that any more.
 */
export class PlayoutDelay {
  #ms = NaN;
  #atMs = NaN;
  #starving = false;
  #leaping = false;
  #relenting = false;
  /** Whether it stayed as it was at the last update. */
  steady = false;

  /** NaN until something is known. */
  get ms() {
    return this.#ms;
  }

  /** The sound has run dry: there is nothing that a jump could harm. */
  starve() {
    this.#starving = true;
  }

  /** What it was made of was not to be believed: the next is taken as it is. */
  leap() {
    this.#leaping = true;
  }

  /** What made it long is over: if less is needed now, that is taken at once. */
  relent() {
    this.#relenting = true;
  }

  /**
   * @param {Need} picture
   * @param {Need | null} heard the sound's; null without sound
   * @param {boolean} [pauses] whether nothing that is heard next is loud
   */
  update(picture, heard, nowMs, pauses = false) {
    const pictureMs = picture.targetMs(nowMs);
    const soundMs = heard ? heard.targetMs(nowMs) : NaN;
    const sound = Number.isFinite(soundMs);
    const wanted = Math.min(LONGEST_MS, Math.max(Number.isFinite(pictureMs) ? pictureMs : 0, sound ? soundMs : 0));
    if (wanted === 0) {
      return;
    }
    const seconds = Math.max(0, nowMs - this.#atMs) / 1000;
    this.#atMs = nowMs;
    const before = this.#ms;
    const differs = wanted - before;
    const leaps = this.#leaping || (this.#relenting && differs < 0) || (this.#starving && differs > 0);
    if (leaps || Number.isNaN(this.#ms) || !picture.settled(nowMs)) {
      this.#ms = wanted;
    } else if (Math.abs(differs) > TOLERANCE_MS && (differs < 0 || this.#isTooShort(picture, heard, nowMs))) {
      const bent = pauses ? IN_A_PAUSE : WITH_SOUND;
      const rates = sound ? bent : WITHOUT;
      const most = differs > 0 ? rates.up : differs < -FAR_MS ? rates.farDown : rates.down;
      this.#ms += Math.sign(differs) * Math.min(Math.abs(differs), most * seconds);
    }
    this.steady = this.#ms === before;
    this.#starving = false;
    this.#leaping = false;
    this.#relenting = false;
  }

  #isTooShort(picture, heard, nowMs) {
    return picture.exceeds(this.#ms, nowMs) || Boolean(heard?.exceeds(this.#ms, nowMs));
  }

  forget() {
    this.#ms = NaN;
    this.#starving = false;
  }
}

/** The studio's wall clock as the page tells it, freed of steps: studio minus viewer in ms. */
export class Offset {
  #ms = NaN;
  #atMs = NaN;

  get ms() {
    return this.#ms;
  }

  tell(ms, nowMs) {
    const differs = ms - this.#ms;
    const most = (Math.max(0, nowMs - this.#atMs) / 1000) * 1;
    this.#ms = Number.isNaN(this.#ms) || Math.abs(differs) > 20 ? ms : this.#ms + Math.sign(differs) * Math.min(Math.abs(differs), most);
    this.#atMs = nowMs;
  }
}
