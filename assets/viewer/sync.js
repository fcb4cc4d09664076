/** How often the buffers are looked at. */
const LOOK_MS = 250;
/** Where the sound is steered to: a little late, as it is in the world. Viewers forgive that sooner than early sound. */
const AIM_MS = 8;
/**
 * What is not worth a correction. The browser moves a picture by whole pictures, a thirtieth of a second, so a narrower range would
 * have it hop to and fro; of two places that are as good, the range takes the one where the picture comes sooner.
 */
const EARLY_MS = 12;
const LATE_MS = 22;
/** What must not wait for many looks: half way to where viewers begin to notice. */
const FAR_MS = 28;
/** Most that either side is made to wait. */
const LONGEST_WAIT_MS = 400;
/** What no counter holds, on either side, as found by measuring from outside with a flash and a beep. */
const UNCOUNTED_MS = -11;
/** One look is noisy: the middle of so many is reported. */
const REPORTED = 4;
/** So many looks are awaited before anything is moved: few where it is far off, many where it is near. */
const FEW = 6;
const MANY = 20;

/**
 * Measures how late the sound is against the picture, and holds back whichever is ahead.
 *
 * Both delays run from the moment that the studio stamps, to the eye and to the ear. The picture's: its time in the encoder, as
 * the studio tells; the way through the network; from `receiveTime` to `expectedDisplayTime` of what is shown. The sound's: the way
 * through the network, the time in the jitter buffer, the time on the way to the loudspeaker. What cannot be measured in this
 * browser is NaN.
 */
export class SyncMeter {
  #connection;
  #video;
  #used;
  #gate;
  #timer = 0;
  #frame = 0;
  #pictures = [];
  #before = null;
  #recent = [];
  #sinceCorrection = [];
  #videoWaitMs = 0;
  #audioWaitMs = 0;
  #studio = { ageMs: NaN, sendMs: NaN };
  #sample = { skewMs: NaN, latencyMs: NaN, arrivalMs: NaN, bufferMs: NaN, renderMs: NaN };

  /**
   * @param {{peer: import('./peer.js').Peer, video: HTMLVideoElement}} ends
   * @param {() => boolean} used whether the tracks are what is shown; if not, nothing is measured
   */
  constructor({ peer, video }, used = () => true) {
    this.#connection = peer.connection;
    this.#gate = peer.sound;
    this.#video = video;
    this.#used = used;
    this.#watchPictures();
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  /**
   * The last second: `skewMs` (sound late is positive), `latencyMs` (capture to picture shown), and its parts: `arrivalMs` (until the
   * network has brought the picture), `bufferMs`, `renderMs` (the rest).
   */
  get sample() {
    return this.#sample;
  }

  /** How long pictures take inside the studio: from capture to stamp, from stamp to the network. */
  tellStudioDelays(delays) {
    this.#studio = delays;
  }

  close() {
    clearInterval(this.#timer);
    this.#video.cancelVideoFrameCallback?.(this.#frame);
  }

  #watchPictures() {
    if (!this.#video.requestVideoFrameCallback) {
      return;
    }
    const shown = (_, { receiveTime, expectedDisplayTime }) => {
      this.#pictures.push(expectedDisplayTime - receiveTime);
      this.#frame = this.#video.requestVideoFrameCallback(shown);
    };
    this.#frame = this.#video.requestVideoFrameCallback(shown);
  }

  async #look() {
    if (this.#connection.connectionState !== 'connected' || !this.#used()) {
      return;
    }
    const now = pick(await this.#connection.getStats());
    const before = this.#before;
    this.#before = now;
    const shownMs = middle(this.#pictures.splice(0));
    if (!before?.audio || !now.audio || !now.video) {
      return;
    }
    const bufferMs = mean(now.audio, before.audio, 'jitterBufferDelay', 'jitterBufferEmittedCount');
    const wantedMs = mean(now.audio, before.audio, 'jitterBufferTargetDelay', 'jitterBufferEmittedCount');
    const playoutMs = mean(now.playout, before.playout, 'totalPlayoutDelay', 'totalSamplesCount');
    const roundTripMs = (now.pair?.currentRoundTripTime ?? NaN) * 1000;
    const networkMs = (roundTripMs || 0) / 2;
    const pictureMs = this.#studio.sendMs + networkMs + shownMs;
    const soundMs = networkMs + bufferMs + playoutMs + UNCOUNTED_MS;
    const skewMs = soundMs - pictureMs;
    keep(this.#recent, skewMs, REPORTED);
    const waitMs = mean(now.video, before.video, 'jitterBufferDelay', 'jitterBufferEmittedCount');
    this.#sample = {
      skewMs: middle(this.#recent),
      latencyMs: this.#studio.ageMs + pictureMs,
      arrivalMs: this.#studio.ageMs + this.#studio.sendMs + roundTripMs / 2,
      bufferMs: Math.min(waitMs, shownMs),
      renderMs: Math.max(0, shownMs - waitMs),
    };
    if (this.#gate.trim(bufferMs - wantedMs, skewMs - AIM_MS)) {
      this.#sinceCorrection = [];
    } else {
      keep(this.#sinceCorrection, skewMs - AIM_MS, MANY);
      this.#steer(mean(now.video, before.video, 'jitterBufferMinimumDelay', 'jitterBufferEmittedCount'));
    }
  }

  /** How late the sound is against its aim; 0 as long as nothing should be done. */
  #correction() {
    const looks = this.#sinceCorrection;
    const latelyMs = looks.length >= FEW ? middle(looks.slice(-FEW)) : 0;
    const longMs = looks.length >= MANY ? middle(looks) : 0;
    if (Math.abs(latelyMs) > FAR_MS) {
      return latelyMs;
    }
    return longMs < -EARLY_MS || longMs > LATE_MS ? longMs : 0;
  }

  /** Shares a correction between the two sides: first what holds one back is let go, then the other is held back. */
  #steer(leastVideoMs) {
    const lateMs = this.#correction();
    if (lateMs === 0) {
      return;
    }
    if (lateMs > 0) {
      const released = Math.min(lateMs, this.#audioWaitMs);
      this.#audioWaitMs -= released;
      if (lateMs > released) {
        const base = Math.max(this.#videoWaitMs, Number.isFinite(leastVideoMs) ? leastVideoMs : 0);
        this.#videoWaitMs = Math.min(LONGEST_WAIT_MS, base + lateMs - released);
      }
    } else {
      const released = Math.min(-lateMs, this.#videoWaitMs);
      this.#videoWaitMs -= released;
      this.#audioWaitMs = Math.min(LONGEST_WAIT_MS, this.#audioWaitMs - lateMs - released);
    }
    for (const receiver of this.#connection.getReceivers()) {
      const waitMs = receiver.track.kind === 'video' ? this.#videoWaitMs : this.#audioWaitMs;
      receiver.jitterBufferTarget = waitMs > 0 ? Math.round(waitMs) : null;
    }
    this.#sinceCorrection = [];
  }
}

/** Adds a figure, if it is one, to the last few. */
function keep(figures, figure, most) {
  if (Number.isFinite(figure)) {
    figures.push(figure);
    figures.splice(0, figures.length - most);
  }
}

/** The mean of what a pair of counters has counted since, in ms. */
function mean(now, before, sum, count) {
  return ((now?.[sum] - before?.[sum]) / (now?.[count] - before?.[count])) * 1000;
}

function middle(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

function pick(stats) {
  const found = {};
  stats.forEach((entry) => {
    if (entry.type === 'inbound-rtp') {
      found[entry.kind] = entry;
    } else if (entry.type === 'media-playout') {
      found.playout = entry;
    } else if (entry.type === 'candidate-pair' && entry.nominated && entry.state === 'succeeded') {
      found.pair = entry;
    }
  });
  return found;
}
