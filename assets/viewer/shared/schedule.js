/** Decoded pictures that wait: as many as come in the longest delay (delay.js) at sixty a second. A decoder has few to lend, and memory is dear. */
const MOST_WAITING = 24;
/** At the beginning old pictures come in a burst. So much behind the newest is old, and not shown, but not for longer than the second. */
const OLD_MS = 120;
const CATCH_UP_MS = 1500;

/**
 * Which picture is to be on the screen: the newest whose time has come. A picture that has been overtaken is dropped.
 *
 * @typedef {Object} Waiting
 * @property {{close: () => void}} frame
 * @property {number} studioMs when it was captured, studio's wall clock
 * @property {number} readyMs when it was decoded, viewer's clock
 */
export class Schedule {
  #waiting = [];
  #newestMs = -Infinity;
  #catchingUpSince = NaN;
  shown = 0;
  dropped = 0;
  late = 0;

  /** How many pictures wait. */
  get size() {
    return this.#waiting.length;
  }

  /** Whether nothing has been shown since old pictures were said to come. */
  get catchingUp() {
    return !Number.isNaN(this.#catchingUpSince);
  }

  /** A picture of that time has arrived, and will be decoded. */
  expect(studioMs) {
    this.#newestMs = Math.max(this.#newestMs, studioMs);
  }

  /** Old pictures may come now. */
  catchUp(nowMs) {
    this.#catchingUpSince = nowMs;
    this.#newestMs = -Infinity;
  }

  /** @param {Waiting} picture its owner is the schedule from now on */
  add(picture) {
    this.#waiting.push(picture);
    if (this.#waiting.length > MOST_WAITING) {
      this.#waiting.shift().frame.close();
    }
  }

  /**
   * @param {number} nowMs
   * @param {number} studioMs captures up to this moment are due for the next refresh of the screen; NaN: any
   * @returns {Waiting | null} a picture that was not shown yet; its owner is the caller
   */
  pick(nowMs, studioMs) {
    // Who is full shows the next before its time: it would be dropped for one that comes, and so would all after it.
    const full = this.#waiting.length >= MOST_WAITING;
    const dueMs = full ? Math.max(studioMs, this.#waiting[0].studioMs) : studioMs;
    let due = this.#waiting.length - 1;
    while (due >= 0 && this.#waiting[due].studioMs > dueMs) {
      due -= 1;
    }
    if (due < 0) {
      return null;
    }
    const passed = this.#waiting.splice(0, due + 1);
    const picture = passed.pop();
    passed.forEach((old) => this.#drop(old, nowMs, studioMs, picture));
    if (this.old(picture, nowMs)) {
      picture.frame.close();
      return null;
    }
    this.#catchingUpSince = NaN;
    this.shown += 1;
    return picture;
  }

  /** Gives up what was captured from that time on: another rung takes over. */
  cut(studioMs) {
    this.#waiting = this.#waiting.filter((picture) => {
      const kept = picture.studioMs < studioMs;
      if (!kept) {
        picture.frame.close();
      }
      return kept;
    });
  }

  clear() {
    this.cut(-Infinity);
    this.#newestMs = -Infinity;
  }

  /** Whether it is one of the old ones that are not worth showing. */
  old(picture, nowMs) {
    return nowMs - this.#catchingUpSince < CATCH_UP_MS && picture.studioMs < this.#newestMs - OLD_MS;
  }

  #drop(old, nowMs, studioMs, successor) {
    old.frame.close();
    if (!(nowMs - this.#catchingUpSince < CATCH_UP_MS)) {
      this.dropped += 1;
      // It was overtaken before it was there.
      if (Number.isFinite(studioMs) && old.readyMs > nowMs - (studioMs - successor.studioMs)) {
        this.late += 1;
      }
    }
  }
}
