import { Offset, Need, PlayoutDelay } from './delay.js';
import { Figures } from './figures.js';
import { Pictures } from './pictures.js';
import { Reception } from './reception.js';
import { PICTURE, SOUND, isRtcp, parseRtp, parseSenderReports } from './rtp.js';
import { Screen } from './screen.js';
import { Sounds } from './sounds.js';
import { Timeline } from './timeline.js';

const LONGEST_MESSAGE = 2 * 1024 * 1024;
const MOST_STREAMS = 12;
const POLL_MS = 5;
const STEER_MS = 50;
const REPORT_MS = 1000;
/** A loudspeaker takes so long to play evenly. */
const OPENING_MS = 1500;
/** Sound of which most is made up, for so long, does not work. */
const MOSTLY_PERCENT = 80;
const SILENT_SECONDS = 8;
const SAMPLES_PER_MS = Sounds.clockRate / 1000;
/** The sound must be there so much before it is taken. */
const SAFETY_MS = 4;
/** Sound that waits for what is missing keeps so much in hand. */
const IN_HAND_MS = 8;

const localNow = () => performance.timeOrigin + performance.now();

/**
 * The receiving end of the shared lane: messages in, pictures on a canvas and sound in a port out, on one clock. Runs in a
 * worker, or on the page where that is not possible.
 *
 * It is told `{canvas}` once; `{channel}` or `{message}` (binary, if the channel could not be handed over) for each connection;
 * `{offsetMs}` of the studio's clock; `{port}` and then `{heardMs}` while sound is wanted, `{silent}` when not; `{writable}` for
 * picture-in-picture. It tells `{shown}`, `{keyframe}`, `{fail}`, `{figures}`.
 */
export class Receiver {
  #tell;
  #screen = null;
  #offset = new Offset();
  #delay = new PlayoutDelay();
  #pictureNeed = new Need(0.95, 1000);
  #soundNeed = new Need(0.99);
  #streams = new Map();
  #early = [];
  #pictures = null;
  #sounds = null;
  #port = null;
  #heardMs = NaN;
  #soundLateMs = NaN;
  #opening = false;
  #openedMs = NaN;
  #channel = null;
  #figures = new Figures();
  #watching = false;
  #preparing = Promise.resolve();
  #silentSeconds = 0;
  #timers = [];

  /** @param {(message: object) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  take({ canvas, channel, message, offsetMs, port, heardMs, silent, writable, watch, end }) {
    if (canvas) {
      this.#screen = new Screen(canvas, (now, seenMs, halfMs) => this.#due(now, seenMs, halfMs));
    } else if (channel !== undefined) {
      this.#begin(channel);
    } else if (message) {
      this.#receive(message);
    } else if (offsetMs !== undefined) {
      this.#offset.tell(offsetMs, localNow());
    } else if (port) {
      this.#listen(port);
    } else if (heardMs !== undefined) {
      this.#heardMs = heardMs;
    } else if (silent) {
      this.#listen(null);
    } else if (writable !== undefined) {
      this.#screen.stream(writable);
    } else if (watch) {
      this.#watching = true;
    } else if (end) {
      this.#end();
    }
  }

  #begin(channel) {
    this.#end();
    this.#channel = channel;
    if (channel) {
      channel.binaryType = 'arraybuffer';
      channel.onmessage = ({ data }) => this.#receive(data);
    }
    this.#pictures = new Pictures({
      askKeyframe: (ssrc) => this.#tell({ keyframe: ssrc }),
      fail: (reason) => this.#tell({ fail: reason }),
      decoded: (picture) => this.#decoded(picture),
    });
    this.#listen(this.#port);
    this.#watching = true;
    this.#timers = [
      setInterval(() => this.#poll(), POLL_MS),
      setInterval(() => this.#steer(), STEER_MS),
      setInterval(() => this.#report(), REPORT_MS),
    ];
  }

  #end() {
    this.#timers.splice(0).forEach(clearInterval);
    if (this.#channel) {
      this.#channel.onmessage = null;
    }
    this.#channel = null;
    this.#pictures?.close();
    this.#pictures = null;
    this.#sounds?.close();
    this.#sounds = null;
    this.#streams.clear();
    this.#early = [];
    this.#offset = new Offset();
    this.#delay.forget();
    this.#pictureNeed.forget();
    this.#soundNeed.forget();
    this.#figures = new Figures();
  }

  /** Sound goes to that port from now on; null: to none. */
  #listen(port) {
    if (port !== this.#port) {
      this.#port?.close();
      this.#heardMs = NaN;
    }
    this.#port = port;
    this.#sounds?.close();
    this.#sounds = null;
    this.#soundLateMs = NaN;
    this.#soundNeed.forget();
    this.#opening = port !== null;
    this.#openedMs = localNow();
    if (port) {
      port.onmessage = ({ data }) => this.#played(data);
      this.#sounds = new Sounds(port, () => this.#tell({ fail: 'sound' }));
    }
  }

  #receive(data) {
    if (!(data instanceof ArrayBuffer) || data.byteLength > LONGEST_MESSAGE || !this.#pictures) {
      return;
    }
    const bytes = new Uint8Array(data);
    const now = localNow();
    if (isRtcp(bytes)) {
      parseSenderReports(bytes).forEach((report) => this.#reported(report, now));
      return;
    }
    const packet = parseRtp(bytes);
    if (packet && (packet.type === PICTURE || packet.type === SOUND)) {
      this.#heard(packet, bytes.length, now);
    }
  }

  #heard(packet, length, now) {
    const stream = this.#streamOf(packet);
    const timed = {
      ...packet,
      timeline: stream.timeline,
      number: stream.reception.take(packet.sequence, packet.timestamp, now),
      ticks: stream.timeline.take(packet.timestamp, packet.captureMs),
    };
    this.#figures.arrived(packet.type, length, now - stream.timeline.studioMs(timed.ticks), now);
    if (packet.type === PICTURE) {
      this.#pictures.take(timed, now);
    } else {
      this.#sounds?.take(timed, now);
    }
  }

  #streamOf({ ssrc, type }) {
    let stream = this.#streams.get(ssrc);
    if (!stream || stream.type !== type) {
      const rate = type === PICTURE ? Pictures.clockRate : Sounds.clockRate;
      stream = { type, timeline: new Timeline(rate), reception: new Reception(ssrc, rate) };
      this.#streams.set(ssrc, stream);
      this.#early.filter((report) => report.ssrc === ssrc).forEach((report) => stream.timeline.report(report));
      if (this.#streams.size > MOST_STREAMS) {
        const [oldest] = this.#streams.keys();
        this.#streams.delete(oldest);
        this.#pictures.forget(oldest);
      }
    }
    return stream;
  }

  #reported(report, now) {
    const stream = this.#streams.get(report.ssrc);
    if (stream) {
      stream.timeline.report(report);
      stream.reception.heardReport(report, now);
    } else {
      this.#early = [...this.#early.slice(1 - MOST_STREAMS), report];
    }
  }

  #poll() {
    const now = localNow();
    this.#pictures.poll(now);
    this.#sounds?.poll(now, Math.max(0, this.#delay.ms - this.#soundNeed.targetMs(now) - IN_HAND_MS) || 0);
  }

  #decoded(picture) {
    const { schedule } = this.#pictures;
    this.#figures.decoded(picture.frame);
    if (schedule.old(picture, picture.readyMs)) {
      picture.frame.close();
      return;
    }
    this.#preparing = this.#preparing.then(async () => {
      await this.#screen.prepare(picture);
      this.#ready(schedule, picture);
    });
  }

  /** A picture could be shown from now on. */
  #ready(schedule, picture) {
    if (schedule !== this.#pictures?.schedule) {
      picture.frame.close();
      return;
    }
    picture.readyMs = localNow();
    schedule.add(picture);
    const { readyMs, studioMs } = picture;
    const needMs = readyMs + this.#offset.ms - studioMs + this.#screen.leadMs + this.#screen.halfMs;
    this.#pictureNeed.add(needMs, readyMs);
    if (Number.isNaN(this.#delay.ms)) {
      this.#steer();
    }
    this.#screen.wake();
  }

  /**
   * The delay of the pictures: that of the sound as it is heard, which takes its time to follow a change; without sound, what is to be.
   */
  get #shownDelayMs() {
    return this.#delay.ms + (Number.isNaN(this.#soundLateMs) ? 0 : this.#soundLateMs);
  }

  /** What the screen asks at each refresh. */
  #due(now, seenMs, halfMs) {
    if (!this.#pictures) {
      return { picture: null, more: false };
    }
    const { schedule } = this.#pictures;
    const studioMs = seenMs + halfMs + this.#offset.ms - this.#shownDelayMs;
    const picture = schedule.pick(now, studioMs);
    if (picture) {
      const latencyMs = seenMs + this.#offset.ms - picture.studioMs;
      this.#figures.shown(seenMs, latencyMs, this.#delay.ms + this.#soundLateMs - latencyMs, seenMs - picture.readyMs);
      if (this.#watching) {
        this.#watching = false;
        this.#tell({ shown: true });
      }
    }
    return { picture, more: schedule.size > 0 };
  }

  /** Sets the common delay, and tells the loudspeaker where in the sound it is to be. */
  #steer() {
    const now = localNow();
    this.#delay.update(this.#pictureNeed, this.#port && this.#soundNeed, now);
    const bias = this.#bias() - this.#delay.ms * SAMPLES_PER_MS;
    if (Number.isFinite(bias)) {
      this.#port.postMessage({ bias, steady: this.#delay.steady });
    }
  }

  /** How far the sound is ahead of the loudspeaker's clock, if there were no delay. NaN without sound. */
  #bias() {
    const stream = this.#sounds?.stream;
    return stream ? stream.timeline.ticks(this.#heardMs + this.#offset.ms) - stream.base : NaN;
  }

  /** The loudspeaker tells how it got on. */
  #played({ played, madeUp, jumps, lags, error, driftPpm }) {
    const now = localNow();
    const needs = lags.map((lag) => (lag + this.#bias()) / SAMPLES_PER_MS + SAFETY_MS);
    needs.forEach((needMs) => this.#soundNeed.add(needMs, now));
    if (this.#opening && now - this.#openedMs > OPENING_MS) {
      // What a loudspeaker does while it opens is not what it needs.
      this.#opening = false;
      this.#soundNeed.forget();
      this.#delay.leap();
    }
    if (madeUp > played / 8) {
      this.#delay.starve();
    }
    this.#soundLateMs = played > 0 ? error / SAMPLES_PER_MS : NaN;
    this.#figures.played({ played, madeUp, buffersMs: needs.map((needMs) => this.#delay.ms - needMs), driftPpm });
  }

  #report() {
    const now = localNow();
    const rtp = [...this.#streams.values()].map(({ reception }) => reception.block(now)).filter(Boolean);
    const { schedule } = this.#pictures;
    const figures = this.#figures.take(now);
    this.#silentSeconds = figures.concealedPercent > MOSTLY_PERCENT ? this.#silentSeconds + 1 : 0;
    if (this.#silentSeconds === SILENT_SECONDS) {
      this.#tell({ fail: 'sound' });
    }
    this.#tell({
      figures: {
        ...figures,
        lossPercent: Math.max(0, ...rtp.map(({ fractionLost }) => fractionLost / 2.56)),
        decodeMs: this.#pictures.takeDecodeMs(),
        playoutMs: this.#delay.ms,
        droppedFrames: schedule.dropped,
        lateFrames: schedule.late,
        rtp,
      },
    });
  }
}
