const REMEMBERED = 1024;
const MOST_STREAMS = 64;
/** What is farther behind has begun anew (RFC 3550, appendix A.1): a rung that others were sent meanwhile. */
const MOST_BEHIND = 100;
/** So many at once are no accident. */
const SUDDEN = 2;
/** When pictures are so late a queue may have overflowed: that is the way of a link too narrow. */
const QUEUE_MS = 100;

/** Pictures so late, later by so much than the earliest of the last few, each by at least so much than the one before, do queue. */
const QUEUES = { lateMs: 80, grownMs: 60, eachMs: 8, pictures: 8 };
/** Over how long what comes is averaged, and how often it is told. */
const RATE_MS = 150;
const APART_MS = 200;
/** A page that has not looked for so long was busy itself. */
const BUSY_MS = 100;
/** Who has missed something of late may have lost it: what follows waits for that, and not for what was sent before. */
const GAP_MS = 400;

/** How far sequence numbers are ahead of the highest before them, for each of some streams. */
class Highest {
  #of = new Map();

  /** @returns {number} 1 if none is missing, as it is at a beginning; negative if later ones have come */
  ahead(stream, sequence) {
    const highest = this.#of.get(stream) ?? NaN;
    const ahead = ((sequence - highest) << 16) >> 16;
    if (ahead < 0 && ahead >= -MOST_BEHIND) {
      return ahead;
    }
    this.#of.set(stream, sequence);
    if (this.#of.size > MOST_STREAMS) {
      this.#of.delete(this.#of.keys().next().value);
    }
    return ahead > 0 ? ahead : 1;
  }
}

/**
 * Notices that pictures come later and later, long before a second is over: then they queue on the way, and what comes is what the
 * way carries. What has been held up comes all at once instead, a keyframe is late alone, and a page that is busy is not believed,
 * nor one that misses something: a queue loses nothing until it is full.
 */
export class Queueing {
  #late = [];
  #arrived = [];
  #toldMs = -Infinity;
  #lookedMs = NaN;
  #highest = new Highest();
  #gapMs = -Infinity;

  /** The page has time to look at its clock, as it does every few milliseconds. */
  look(nowMs) {
    this.#late = nowMs - this.#lookedMs > BUSY_MS ? [] : this.#late;
    this.#lookedMs = nowMs;
  }

  arrived(bytes, nowMs) {
    this.#arrived.push({ bytes, atMs: nowMs });
    this.#arrived.splice(0, this.#arrived.findIndex(({ atMs }) => atMs > nowMs - RATE_MS));
  }

  /**
   * @param {number} lateMs how much longer a picture was under way than the fastest
   * @returns {number} kbit/s that come, if that is news; NaN if not
   */
  picture({ ssrc, sequence, keyframe }, lateMs, nowMs) {
    const missing = this.#highest.ahead(ssrc, sequence) !== 1;
    if (keyframe) {
      return NaN; // the studio may have left out what was before it
    }
    this.#gapMs = missing ? nowMs : this.#gapMs;
    const busy = nowMs - this.#lookedMs > BUSY_MS;
    this.#late = busy ? [] : [...this.#late.slice(1 - QUEUES.pictures), lateMs];
    const [before, last, latest] = this.#late.slice(-3);
    const grows = last - before >= QUEUES.eachMs && latest - last >= QUEUES.eachMs;
    const queues = grows && latest >= QUEUES.lateMs && latest - Math.min(...this.#late) >= QUEUES.grownMs;
    if (!queues || nowMs - this.#toldMs < APART_MS || nowMs - this.#gapMs < GAP_MS) {
      return NaN;
    }
    this.#toldMs = nowMs;
    return this.#kbps();
  }

  /** What came after the first that is remembered. */
  #kbps() {
    const [first, ...others] = this.#arrived;
    const ms = others.at(-1)?.atMs - first?.atMs;
    return ms > 0 ? (others.reduce((sum, { bytes }) => sum + bytes, 0) * 8) / ms : NaN;
  }
}

/** Remembers the latest sequence numbers of a stream, to tell what has come already. */
export class Doubles {
  #latest = new Int32Array(REMEMBERED).fill(-1);

  isNew(sequence) {
    const slot = sequence % REMEMBERED;
    if (this.#latest[slot] === sequence) {
      return false;
    }
    this.#latest[slot] = sequence;
    return true;
  }
}

/**
 * Counts messages that come after later ones of the same stream by the same connection. On one way nothing overtakes unless a
 * packet before it was lost, so this tells of loss, where delay alone might be that of a link too narrow. What such a link loses is
 * not counted.
 */
export class Overtaken {
  #highest = new Highest();
  #count = 0;
  #before = 0;

  /** Whether this is news that cannot wait: there are some, and there were none before the last call of `take`. */
  get sudden() {
    return this.#before === 0 && this.#count >= SUDDEN;
  }

  /**
   * @param {number} connection by which the message came
   * @param {number} lateMs what pictures wait for on the way
   */
  note(connection, ssrc, sequence, lateMs = 0) {
    const overtaken = this.#highest.ahead(`${connection} ${ssrc}`, sequence) < 0;
    this.#count += overtaken && lateMs <= QUEUE_MS ? 1 : 0;
  }

  /** How many since the last call. */
  take() {
    const count = this.#count;
    this.#count = 0;
    this.#before = count;
    return count;
  }
}
